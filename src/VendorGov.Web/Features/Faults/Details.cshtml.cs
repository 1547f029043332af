using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using VendorGov.Data;
using VendorGov.Domain;
using VendorGov.Domain.Cases;
using VendorGov.Domain.Contracts;
using VendorGov.Domain.Issues;
using VendorGov.Domain.Obligations;
using VendorGov.Domain.Tenancy;
using VendorGov.Web.Hosting;
using VendorGov.Web.Shared;

namespace VendorGov.Web.Features.Faults;

/// <summary>The fault of one P4 issue: its fields, its two clocks, its cause, who was called in, and how far the callbacks are.</summary>
[Permission(Permission.ViewIssues)]
public sealed class DetailsModel(AppDb db, ClockFacesLoader faces, TimeProvider clock, CurrentUser user, Text text) : PageModel
{
    [BindProperty]
    public FaultInput Fault { get; set; } = new();

    [BindProperty]
    public string? Cause { get; set; }

    public Issue Issue { get; private set; } = null!;

    public Fault? Known { get; private set; }

    /// <summary>The contract's contacts of the tier that was called in, on the vendor's side.</summary>
    public IReadOnlyList<EscalationContact> Contacts { get; private set; } = [];

    public int Missed { get; private set; }

    public int Called { get; private set; }

    public DateTimeOffset Now { get; } = clock.GetUtcNow();

    public bool MayWrite => user.Can(Permission.HandleCases) && Issue.State != IssueState.Withdrawn;

    public bool MayState => user.Can(Permission.AnswerIssue) && Issue.State != IssueState.Withdrawn && Known is not null;

    public IEnumerable<Obligation> Clocks => Issue.Obligations.Where(o => o.Kind is ObligationKind.FaultReport or ObligationKind.RootCause);

    private Author Me => new(user.Id, user.Name, user.Side);

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancel)
    {
        if (!await LoadAsync(id, cancel))
        {
            return NotFound();
        }

        Fault = Known is { } known ? FaultInput.Of(known.Facts, user.Zone) : new FaultInput { Started = LocalTime.Field(Issue.FiledAt, user.Zone) };
        Cause = Known?.Cause;
        return Page();
    }

    [Permission(Permission.HandleCases)]
    public Task<IActionResult> OnPostSaveAsync(Guid id, CancellationToken cancel) => ActAsync(id, "faults.saved", face =>
    {
        if (Fault.Read(ModelState, "Fault", user.Zone, Now, text) is not { } facts)
        {
            return false;
        }

        var fault = Issue.DescribeFault(Known, facts, Me, face, Now);
        if (Known is null)
        {
            db.Faults.Add(fault);
        }

        return true;
    }, cancel);

    [Permission(Permission.AnswerIssue)]
    public Task<IActionResult> OnPostCauseAsync(Guid id, CancellationToken cancel) => ActAsync(id, "faults.causeStated", face =>
    {
        ModelState.Clear();
        if (Known is null || Cause?.Length > 4000)
        {
            throw new RuleViolationException(Known is null ? "fault-unknown" : "text-too-long", 4000);
        }

        Issue.Sweep(face, Now);
        Issue.StateCause(Known, Cause, Me, face, Now);
        return true;
    }, cancel);

    private async Task<IActionResult> ActAsync(Guid id, string told, Func<ClockFaces, bool> act, CancellationToken cancel)
    {
        if (!await LoadAsync(id, cancel))
        {
            return NotFound();
        }

        try
        {
            if (act(await faces.OfAsync(Issue.ContractId, Issue.TermsVersionId, cancel)))
            {
                await db.SaveChangesAsync(cancel);
                TempData["Flash"] = text[told];
                return RedirectToPage(new { id });
            }
        }
        catch (Exception e) when (Refusal.Is(e))
        {
            var violation = e as RuleViolationException;
            ModelState.AddModelError(violation is null ? "" : ReportModel.FieldOf(violation), violation is null ? text["shared.conflict"] : text.Rule(violation));
        }

        return Page();
    }

    private async Task<bool> LoadAsync(Guid id, CancellationToken cancel)
    {
        var key = IssueId.From(id);
        var issue = await db.Issues.Include(i => i.Obligations).Include(i => i.Checklist).AsSplitQuery()
            .FirstOrDefaultAsync(i => i.Id == key && i.ProblemType == ProblemType.TechnicalFault, cancel);
        if (issue is null)
        {
            return false;
        }

        Issue = issue;
        Known = await db.Faults.FirstOrDefaultAsync(f => f.IssueId == key, cancel);
        Missed = await db.MissedContacts.CountAsync(m => m.IssueId == key, cancel);
        Called = await db.MissedContacts.CountAsync(m => m.IssueId == key && m.CalledAt != null, cancel);
        if (Known?.ContactTier is { } tier)
        {
            var contacts = await db.Contracts.AsNoTracking().Where(c => c.Id == issue.ContractId).Select(c => c.Contacts).SingleAsync(cancel);
            Contacts = [.. contacts.Where(c => c.Level == tier && c.Side == Side.Vendor)];
        }

        return true;
    }
}
