using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using VendorGov.Data;
using VendorGov.Domain;
using VendorGov.Domain.Obligations;
using VendorGov.Domain.Training;
using VendorGov.Web.Hosting;
using VendorGov.Web.Shared;

namespace VendorGov.Web.Features.Training;

/// <summary>One training order: who has to be taught, and whose retest is on record.</summary>
[Permission(Permission.ViewTraining)]
public sealed class OrderModel(AppDb db, StaffContracts contracts, OrderDesk desk, CurrentUser user, Text text) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    public StaffContract Desk { get; private set; } = null!;

    public TrainingOrder Order { get; private set; } = null!;

    public Obligation Owed { get; private set; } = null!;

    public Course Course { get; private set; } = null!;

    public string? IssueNumber { get; private set; }

    public IReadOnlyList<Line> Lines { get; private set; } = [];

    /// <summary>Sessions of the course since the order: where results are recorded.</summary>
    public IReadOnlyList<TrainingSession> Sessions { get; private set; } = [];

    public (string Url, string Name)? Cause { get; private set; }

    public bool MayWithdraw => user.Can(Permission.DirectTraining) && Order.State == TrainingOrderState.Open;

    public bool MayPlan => user.Can(Permission.ManageTraining) && Order.State == TrainingOrderState.Open;

    public sealed record Line(TrainingOrderAgent Place, string Number, string Name);

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel) => await ReadAsync(cancel) ? Page() : NotFound();

    [Permission(Permission.DirectTraining)]
    public async Task<IActionResult> OnPostWithdrawAsync(string? reason, CancellationToken cancel)
    {
        if (!await ReadAsync(cancel))
        {
            return NotFound();
        }

        try
        {
            await desk.WithdrawAsync(Order, Refusal.Within(reason, 400), Desk.Now, cancel);
            TempData["Flash"] = text["training.orderWithdrawn"];
            return RedirectToPage(new { id = Id });
        }
        catch (Exception e) when (Refusal.Is(e))
        {
            ModelState.AddModelError("", text.Refused(e));
        }

        return Page();
    }

    /// <summary>The corrective action or the evaluation that it answers, as the reader may see it.</summary>
    private async Task<(string Url, string Name)?> CauseAsync(TrainingOrder order, CancellationToken cancel)
    {
        var id = order.CauseId;
        var (path, name) = order.Cause switch
        {
            TrainingCause.CorrectiveAction => ("Improvement", await db.CorrectiveActions.Where(a => a.Id == id).Select(a => a.Number).FirstOrDefaultAsync(cancel)),
            TrainingCause.Inspection => ("Inspections", await db.Evaluations.Where(e => e.Id == id).Join(db.QaContacts, e => e.ContactId, c => c.Id, (e, c) => c.ExternalId).FirstOrDefaultAsync(cancel)),
            _ => ("", null),
        };
        return name is null ? null : ($"/{path}/Details/{id}", name);
    }

    private async Task<bool> ReadAsync(CancellationToken cancel)
    {
        var order = await db.TrainingOrders.Include(o => o.Agents).SingleOrDefaultAsync(o => o.Id == Id, cancel);
        var owed = order is null ? null : await db.Obligations.AsNoTracking().SingleOrDefaultAsync(o => o.Id == order.ObligationId, cancel);
        if (order is null || owed is null || await contracts.ChooseAsync(order.ContractId.Value, cancel) is not { } chosen)
        {
            return false;
        }

        (Order, Owed, Desk) = (order, owed, chosen);
        Course = await db.Courses.AsNoTracking().SingleAsync(c => c.Id == order.CourseId, cancel);
        Cause = await CauseAsync(order, cancel);
        IssueNumber = await db.Issues.Where(i => i.Id == order.IssueId).Select(i => i.Number).FirstOrDefaultAsync(cancel);
        var ids = order.Agents.Select(a => a.AgentId).ToList();
        var names = await db.Agents.AsNoTracking().Where(a => ids.Contains(a.Id)).Select(a => new { a.Id, a.Number, a.Name }).ToDictionaryAsync(a => a.Id, cancel);
        Lines = [.. order.Agents.Select(l => new Line(l, names[l.AgentId].Number, names[l.AgentId].Name)).OrderBy(l => l.Number, StringComparer.Ordinal)];
        Sessions = await db.TrainingSessions.AsNoTracking().Where(s => s.CourseId == order.CourseId && s.Date >= order.OrderedOn)
            .OrderBy(s => s.Date).Take(20).ToListAsync(cancel);
        return true;
    }
}
