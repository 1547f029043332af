using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using VendorGov.Data;
using VendorGov.Domain;
using VendorGov.Domain.Contracts;
using VendorGov.Domain.Obligations;
using VendorGov.Domain.Scorecards;
using VendorGov.Domain.Tenancy;
using VendorGov.Web.Hosting;
using VendorGov.Web.Shared;

namespace VendorGov.Web.Features.Contracts;

/// <summary>
/// New terms, drawn up from the version before: written down at once while nothing was measured yet, else proposed to the other
/// side. Versions are never edited: past months keep theirs.
/// </summary>
[Permission(Permission.NegotiateTerms)]
public sealed class TermsModel(AppDb db, TermsDesk desk, WhatIf whatIf, Text text) : PageModel
{
    public static readonly ObligationKind[] Kinds =
        [ObligationKind.Acknowledge, ObligationKind.FirstResponse, ObligationKind.NextUpdate, ObligationKind.Contain, ObligationKind.Resolve];

    [BindProperty]
    public TermsForm Input { get; set; } = new();

    public Contract Contract { get; private set; } = null!;

    public TermsVersion? Latest { get; private set; }

    public IReadOnlyList<CalendarVersion> Calendars { get; private set; } = [];

    /// <summary>Written down at once instead of being proposed.</summary>
    public bool Direct { get; private set; }

    [BindProperty]
    public string? Quarter { get; set; }

    public WhatIfView Replay { get; private set; } = new([], null, null);

    public int NextNumber => (Latest?.Number ?? 0) + 1;

    public decimal WeightSum => Input.Metrics.Where(m => m.Included).Sum(m => m.Weight ?? 0);

    /// <param name="again">A refused or withdrawn amendment to start from.</param>
    public async Task<IActionResult> OnGetAsync(Guid id, Guid? again, CancellationToken cancel)
    {
        if (!await ReadAsync(id, cancel))
        {
            return NotFound();
        }

        var draft = again is { } key ? await DraftAsync(AmendmentId.From(key), cancel) : null;
        var basis = draft ?? Latest?.Agreed;
        Input = TermsForm.Of(basis?.Terms ?? DefaultTerms.Create(), Contract);
        Input.BasedOn = Latest?.Number ?? 0;
        Input.EffectiveFrom = Direct ? Latest?.EffectiveFrom ?? Contract.StartsOn : Next(draft?.EffectiveFrom);
        Input.ServiceCalendar = Current(basis?.ServiceCalendarId);
        Input.OfficeCalendar = Current(basis?.OfficeCalendarId);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken cancel)
    {
        if (!await ReadAsync(id, cancel))
        {
            return NotFound();
        }

        Check();
        if (!ModelState.IsValid)
        {
            return Page();
        }

        try
        {
            return await SaveAsync(cancel);
        }
        catch (RuleViolationException violation)
        {
            ModelState.AddModelError("", text.Rule(violation));
        }
        catch (DbUpdateException)
        {
            // Somebody else wrote the same version number meanwhile: the unique index decided.
            ModelState.AddModelError("", text["shared.conflict"]);
        }

        return Page();
    }

    /// <summary>Replays a past quarter by what the form says; nothing is saved.</summary>
    public async Task<IActionResult> OnPostReplayAsync(Guid id, CancellationToken cancel)
    {
        if (!await ReadAsync(id, cancel))
        {
            return NotFound();
        }

        Check();
        // Why it is proposed matters to people, not to the figures.
        ModelState.Remove("Input.Note");
        if (ModelState.IsValid && Replay.Quarters.FirstOrDefault(q => q.Key == Quarter) is { } asked)
        {
            try
            {
                TermsRules.Demand(Input.Build());
                Replay = Replay with { Chosen = asked, Months = await whatIf.RunAsync(Contract.Id, Input.Agreed(), asked, cancel) };
            }
            catch (RuleViolationException violation)
            {
                ModelState.AddModelError("", text.Rule(violation));
            }
        }

        return Page();
    }

    private async Task<IActionResult> SaveAsync(CancellationToken cancel)
    {
        if (Direct)
        {
            var number = await desk.WriteAsync(Contract, Latest, Input.Agreed(), cancel);
            TempData["Flash"] = text["contracts.termsSaved", number];
            return RedirectToPage("Details", new { id = Contract.Id.Value, version = number });
        }

        var amendment = await desk.ProposeAsync(Contract, Latest!, Input.Agreed(), Input.Note, cancel);
        TempData["Flash"] = text["contracts.amendmentSent"];
        return RedirectToPage("Amendment", new { id = amendment.Id.Value });
    }

    private void Check()
    {
        new TermsCheck(ModelState, text).Check(Input, Calendars);
        if (Input.BasedOn != (Latest?.Number ?? 0))
        {
            ModelState.AddModelError("", text["contracts.termsMovedOn", Latest?.Number ?? 0]);
            // Sent again, the form stands on the version that is shown now.
            ModelState.Remove("Input.BasedOn");
            Input.BasedOn = Latest?.Number ?? 0;
        }

        var earliest = Latest is { } latest && latest.EffectiveFrom > Contract.StartsOn ? latest.EffectiveFrom : Contract.StartsOn;
        if (Input.EffectiveFrom < earliest)
        {
            ModelState.AddModelError("Input.EffectiveFrom", text["contracts.effectiveTooEarly", earliest]);
        }

        if (!Direct && string.IsNullOrWhiteSpace(Input.Note))
        {
            ModelState.AddModelError("Input.Note", text["shared.required", text["contracts.amendmentNote"]]);
        }
    }

    private DateOnly Next(DateOnly? wished)
    {
        var nextMonth = YearMonth.Of(desk.Today(Contract)).AddMonths(1).FirstDay;
        var earliest = Latest!.EffectiveFrom > nextMonth ? Latest.EffectiveFrom : nextMonth;
        return wished > earliest ? wished.Value : earliest;
    }

    private Guid? Current(CalendarVersionId? used)
    {
        // Terms name a calendar; a newer version of the same name takes its place.
        var name = Calendars.FirstOrDefault(c => c.Id == used)?.Name;
        return Calendars.Where(c => c.Name == name).MaxBy(c => c.Number)?.Id.Value ?? (Calendars.Count > 0 ? Calendars[0].Id.Value : null);
    }

    private async Task<AgreedTerms?> DraftAsync(AmendmentId id, CancellationToken cancel)
    {
        var amendment = await db.Amendments.AsNoTracking().FirstOrDefaultAsync(a => a.Id == id && a.ContractId == Contract.Id, cancel);
        return amendment?.Proposed;
    }

    /// <summary>False where there is no such contract for the caller.</summary>
    private async Task<bool> ReadAsync(Guid id, CancellationToken cancel)
    {
        var key = ContractId.From(id);
        if (await db.Contracts.FirstOrDefaultAsync(c => c.Id == key, cancel) is not { } contract)
        {
            return false;
        }

        Contract = contract;
        Latest = await desk.LatestAsync(key, cancel);
        Direct = await desk.MayWriteDirectlyAsync(key, cancel);
        Calendars = await ContractCalendars.ChoicesAsync(db, Latest, cancel);
        Replay = new WhatIfView(whatIf.Quarters(contract), null, null);
        return Direct || Latest is not null;
    }
}
