using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using VendorGov.Data;
using VendorGov.Domain.Retention;
using VendorGov.Domain.Tenancy;
using VendorGov.Web.Hosting;
using VendorGov.Web.Shared;

namespace VendorGov.Web.Features.Retention;

/// <summary>How long the network keeps what, what the next run takes, and what must stay because of a dispute.</summary>
[Permission(Permission.ManageNetwork)]
public sealed class IndexModel(AppDb db, RetentionRun run, CurrentUser user, TimeProvider clock, Text text) : PageModel
{
    public PeriodsInput Periods { get; set; } = new();

    public HoldInput Hold { get; set; } = new();

    public Outlived Due { get; private set; } = new(0, 0, 0, 0, 0);

    public IReadOnlyList<HoldRow> Holds { get; private set; } = [];

    public DateTimeOffset Now { get; } = clock.GetUtcNow();

    public async Task OnGetAsync(CancellationToken cancel)
    {
        var kept = await SettingsAsync(cancel);
        Periods = PeriodsInput.Of(kept?.Periods ?? new RetentionPeriods());
        await ShowAsync(cancel);
    }

    public async Task<IActionResult> OnPostPeriodsAsync([Bind(Prefix = nameof(Periods))] PeriodsInput periods, CancellationToken cancel)
    {
        Periods = periods;
        if (ModelState.IsValid)
        {
            var settings = await SettingsAsync(cancel);
            if (settings is null)
            {
                db.RetentionSettings.Add(settings = new RetentionSettings(user.TenantId));
            }

            settings.Set(periods.Wished);
            return await SavedAsync("shared.saved", cancel);
        }

        await ShowAsync(cancel);
        return Page();
    }

    public async Task<IActionResult> OnPostHoldAsync([Bind(Prefix = nameof(Hold))] HoldInput hold, CancellationToken cancel)
    {
        Hold = hold;
        var (issue, contract) = await FindAsync(hold, cancel);
        if (!ModelState.IsValid)
        {
            Periods = PeriodsInput.Of((await SettingsAsync(cancel))?.Periods ?? new RetentionPeriods());
            await ShowAsync(cancel);
            return Page();
        }

        db.LegalHolds.Add(new LegalHold(user.TenantId, issue, contract, hold.Reason, user.Name, Now));
        return await SavedAsync("retention.held", cancel);
    }

    public async Task<IActionResult> OnPostReleaseAsync(Guid id, CancellationToken cancel)
    {
        if (await db.LegalHolds.FirstOrDefaultAsync(h => h.Id == id && h.ReleasedAt == null, cancel) is not { } hold)
        {
            return NotFound();
        }

        hold.Release(user.Name, Now);
        return await SavedAsync("retention.released", cancel);
    }

    private async Task<(IssueId?, ContractId?)> FindAsync(HoldInput hold, CancellationToken cancel)
    {
        var number = hold.Number?.Trim();
        switch (hold.What)
        {
            case "issue":
                var issue = await db.Issues.Where(i => i.Number == number).Select(i => (IssueId?)i.Id).FirstOrDefaultAsync(cancel);
                Demand(issue is not null, "retention.noIssue");
                return (issue, null);
            case "contract":
                var contract = await db.Contracts.Where(c => c.Number == number).Select(c => (ContractId?)c.Id).FirstOrDefaultAsync(cancel);
                Demand(contract is not null, "retention.noContract");
                return (null, contract);
            default:
                return (null, null);
        }
    }

    private void Demand(bool found, string key)
    {
        if (!found)
        {
            ModelState.AddModelError("Hold.Number", text[key]);
        }
    }

    private async Task<IActionResult> SavedAsync(string key, CancellationToken cancel)
    {
        try
        {
            await db.SaveChangesAsync(cancel);
            TempData["Flash"] = text[key];
        }
        catch (DbUpdateException e)
        {
            TempData["Flash"] = text.Refused(e);
        }

        return RedirectToPage();
    }

    private Task<RetentionSettings?> SettingsAsync(CancellationToken cancel) => db.RetentionSettings.FirstOrDefaultAsync(cancel);

    private async Task ShowAsync(CancellationToken cancel)
    {
        Due = await run.CountAsync(cancel);
        Holds = await db.LegalHolds.AsNoTracking().OrderBy(h => h.ReleasedAt != null).ThenByDescending(h => h.PlacedAt).Take(100).Select(h => new HoldRow(
            h, db.Issues.Where(i => i.Id == h.IssueId).Select(i => i.Number).FirstOrDefault(),
            db.Contracts.Where(c => c.Id == h.ContractId).Select(c => c.Number).FirstOrDefault())).ToListAsync(cancel);
    }

    public sealed record HoldRow(LegalHold Hold, string? Issue, string? Contract);

    public sealed class PeriodsInput
    {
        [Range(1, RetentionPeriods.Longest), Display(Name = "retention.recordings")]
        public int Recordings { get; set; }

        [Range(1, RetentionPeriods.Longest), Display(Name = "retention.evidence")]
        public int Evidence { get; set; }

        [Range(1, RetentionPeriods.Longest), Display(Name = "retention.customers")]
        public int Customers { get; set; }

        [Range(36, RetentionPeriods.Longest), Display(Name = "retention.assessments")]
        public int Assessments { get; set; }

        [Range(72, RetentionPeriods.Longest), Display(Name = "retention.audit")]
        public int Audit { get; set; }

        public RetentionPeriods Wished => new(Recordings, Evidence, Customers, Assessments, Audit);

        public static PeriodsInput Of(RetentionPeriods p) => new()
        {
            Recordings = p.Recordings, Evidence = p.Evidence, Customers = p.Customers, Assessments = p.Assessments, Audit = p.Audit,
        };
    }

    public sealed class HoldInput
    {
        [Required, RegularExpression("issue|contract|network"), Display(Name = "retention.what")]
        public string What { get; set; } = "issue";

        [StringLength(60), Display(Name = "retention.number")]
        public string? Number { get; set; }

        [Required, StringLength(400), Display(Name = "retention.reason")]
        public string Reason { get; set; } = "";
    }
}
