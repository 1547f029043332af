using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using VendorGov.Data;
using VendorGov.Domain;
using VendorGov.Domain.Inspections;
using VendorGov.Web.Hosting;
using VendorGov.Web.Shared;

namespace VendorGov.Web.Features.Inspections;

/// <summary>One round: the own tasks while it is open, what all of them say once it is closed.</summary>
[Permission(Permission.ViewInspections)]
public sealed class RoundModel(AppDb db, CurrentUser user, TimeProvider clock, Text text) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    public CalibrationRound Round { get; private set; } = null!;

    public QaFormBody Form { get; private set; } = null!;

    public IReadOnlyList<Evaluation> Own { get; private set; } = [];

    public IReadOnlyList<Evaluation> All { get; private set; } = [];

    public IReadOnlyDictionary<Guid, string> Contacts { get; private set; } = new Dictionary<Guid, string>();

    public RoundResult? Result { get; private set; }

    public bool MayClose => user.Can(Permission.ManageInspections) && Round.ClosedAt is null;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel) => await FindAsync(cancel) ? Page() : NotFound();

    /// <summary>What was handed in is shown to everybody of the round, the vendor's side too.</summary>
    [Permission(Permission.ManageInspections)]
    public async Task<IActionResult> OnPostCloseAsync(CancellationToken cancel)
    {
        if (!await FindAsync(cancel))
        {
            return NotFound();
        }

        try
        {
            var now = clock.GetUtcNow();
            Round.Close(now);
            foreach (var task in await db.Evaluations.Where(e => e.RoundId == Id && e.State == EvaluationState.Submitted).ToListAsync(cancel))
            {
                task.Publish(now);
            }

            await db.SaveChangesAsync(cancel);
            TempData["Flash"] = text["inspections.roundWasClosed"];
            return RedirectToPage(new { Id });
        }
        catch (RuleViolationException e)
        {
            ModelState.AddModelError("", text.Rule(e));
            return Page();
        }
    }

    private async Task<bool> FindAsync(CancellationToken cancel)
    {
        var found = await db.CalibrationRounds.SingleOrDefaultAsync(r => r.Id == Id, cancel);
        if (found is null)
        {
            return false;
        }

        Round = found;
        Form = await db.QaForms.AsNoTracking().Where(f => f.Id == found.FormId).Select(f => f.Body).SingleAsync(cancel);
        All = await db.Evaluations.AsNoTracking().Where(e => e.RoundId == Id).ToListAsync(cancel);
        Own = [.. All.Where(e => e.ReviewerId == user.Id)];
        var ids = found.Contacts.ToList();
        Contacts = await db.QaContacts.AsNoTracking().Where(c => ids.Contains(c.Id)).ToDictionaryAsync(c => c.Id, c => c.ExternalId, cancel);
        Result = found.ClosedAt is null ? null : RoundResult.Of(Form, [.. All.Where(e => e.State == EvaluationState.Submitted)]);
        return true;
    }
}
