using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using VendorGov.Data;
using VendorGov.Domain.Obligations;
using VendorGov.Domain.Scorecards;
using VendorGov.Domain.Tenancy;
using VendorGov.Web.Hosting;

namespace VendorGov.Web.Features.Scorecards;

/// <summary>One clock behind a figure, explained: the segments that lead from its start to its deadline, and what the scorecard made of it.</summary>
[Permission(Permission.ViewScorecards)]
public sealed class ClockModel(AppDb db, CurrentUser user, ClockFacesLoader clocks, TimeProvider clock) : PageModel
{
    public Guid Id { get; private set; }

    public ScorecardContent Sheet { get; private set; } = null!;

    public ObligationFact Fact { get; private set; } = null!;

    public Obligation Clock { get; private set; } = null!;

    public IReadOnlyList<ClockSegment> Segments { get; private set; } = [];

    public Correction? Correction => Sheet.Corrections?.FirstOrDefault(c => c.ObligationId == Fact.ObligationId);

    /// <summary>Without one of its obligations, the list of them.</summary>
    public async Task<IActionResult> OnGetAsync(Guid id, Guid? obligation, CancellationToken cancel)
    {
        Id = id;
        var content = await db.Scorecards.AsNoTracking().VisibleTo(user).Where(s => s.Id == new ScorecardId(id)).Select(s => s.Content).SingleOrDefaultAsync(cancel);
        if (content is null)
        {
            return NotFound();
        }

        if (content.Obligations.FirstOrDefault(o => o.ObligationId == obligation) is not { } fact
            || await db.Obligations.AsNoTracking().SingleOrDefaultAsync(o => o.Id == new ObligationId(fact.ObligationId), cancel) is not { } found)
        {
            return RedirectToPage("Facts", new { id });
        }

        (Sheet, Fact, Clock) = (content, fact, found);
        var pinned = found.IssueId is { } issue
            ? await db.Issues.AsNoTracking().Where(i => i.Id == issue).Select(i => (TermsVersionId?)i.TermsVersionId).SingleOrDefaultAsync(cancel) : null;
        var faces = pinned is { } terms ? await clocks.OfAsync(found.ContractId, terms, cancel) : await clocks.SinceAsync(found.ContractId, found.StartedAt, cancel);
        Segments = found.Explain(faces, clock.GetUtcNow());
        return Page();
    }
}
