using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using VendorGov.Data;
using VendorGov.Domain;
using VendorGov.Domain.Improvement;
using VendorGov.Domain.Issues;
using VendorGov.Domain.Obligations;
using VendorGov.Domain.Training;
using VendorGov.Web.Hosting;
using VendorGov.Web.Shared;

namespace VendorGov.Web.Features.Improvement;

/// <summary>One corrective action from the demand to the sample that shows whether it helped.</summary>
[Permission(Permission.ViewImprovement)]
public sealed class DetailsModel(AppDb db, ImprovementDesk desk, CurrentUser user, TimeProvider clock, Text text) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty]
    public PlanForm Input { get; set; } = new();

    public CorrectiveAction Item { get; private set; } = null!;

    public Obligation PlanOwed { get; private set; } = null!;

    public Obligation Owed { get; private set; } = null!;

    public string Contract { get; private set; } = "";

    public string Vendor { get; private set; } = "";

    public DateTimeOffset Now { get; private set; }

    /// <summary>The number of the evaluation that it follows from; null where there is none, or the reader may not see it.</summary>
    public string? GroundNumber { get; private set; }

    /// <summary>Training orders that were given for steps of the plan, with how many agents have passed.</summary>
    public IReadOnlyDictionary<Guid, OrderLine> Orders { get; private set; } = new Dictionary<Guid, OrderLine>();

    public bool MayOrder => user.Can(Permission.DirectTraining) && Item.State == ActionState.Running;

    public sealed record OrderLine(TrainingOrder Order, int Settled, int Agents);

    public bool IsBuyer => user.Can(Permission.DemandImprovement);

    public bool IsVendor => user.Can(Permission.AnswerImprovement);

    private ClockFaces _faces = null!;

    public sealed class StepForm
    {
        public string? What { get; set; }

        public string? Who { get; set; }

        public DateOnly? Due { get; set; }

        public bool Training { get; set; }
    }

    public sealed class PlanForm
    {
        public string? Cause { get; set; }

        public string? Effect { get; set; }

        public List<StepForm> Steps { get; set; } = [];
    }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        if (!await FindAsync(cancel))
        {
            return NotFound();
        }

        Input = new PlanForm
        {
            Cause = Item.Plan?.Cause, Effect = Item.Plan?.Effect,
            Steps = [.. (Item.Plan?.Steps ?? []).Select(s => new StepForm { What = s.What, Who = s.Who, Due = s.Due, Training = s.Training }), .. Enumerable.Range(0, 3).Select(_ => new StepForm())],
        };
        return Page();
    }

    [Permission(Permission.AnswerImprovement)]
    public Task<IActionResult> OnPostPlanAsync(CancellationToken cancel) => ActAsync(
        () => Item.Propose(
            new ActionPlan(Input.Cause?.Trim() ?? "", Input.Effect?.Trim() ?? "", [.. Input.Steps.Where(s => !string.IsNullOrWhiteSpace(s.What))
                .Select(s => new ActionStep(s.What!.Trim(), s.Who?.Trim() ?? "", s.Due ?? Item.Until, s.Training))]), PlanOwed, _faces, Me, Now),
        "improvement.planSent", cancel);

    [Permission(Permission.DemandImprovement)]
    public Task<IActionResult> OnPostAcceptAsync(CancellationToken cancel) => ActAsync(() => Item.Accept(Me, Now), "improvement.planAccepted", cancel);

    [Permission(Permission.DemandImprovement)]
    public Task<IActionResult> OnPostRefuseAsync(string? reason, CancellationToken cancel) => ActAsync(() => Item.Refuse(reason, PlanOwed, _faces, Me, Now), "improvement.planRefused", cancel);

    [Permission(Permission.AnswerImprovement)]
    public Task<IActionResult> OnPostStepAsync(int step, DateOnly? on, string? result, CancellationToken cancel) =>
        ActAsync(() => Item.Finish(
            step, on ?? DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(Now, user.Zone).DateTime), result, Me, Now,
            Item.Plan?.Steps.ElementAtOrDefault(step)?.OrderId is { } order ? Orders.GetValueOrDefault(order)?.Order : null), "improvement.stepDone", cancel);

    [Permission(Permission.AnswerImprovement)]
    public Task<IActionResult> OnPostProgressAsync(string? note, CancellationToken cancel) => ActAsync(() => Item.Report(note, Me, Now), "shared.saved", cancel);

    [Permission(Permission.AnswerImprovement)]
    public Task<IActionResult> OnPostCompleteAsync(string? note, CancellationToken cancel) => ActAsync(() => Item.Complete(note, Owed, _faces, Me, Now), "improvement.completed", cancel);

    [Permission(Permission.DemandImprovement)]
    public Task<IActionResult> OnPostVerifyAsync(int sample, int good, decimal? value, bool? effective, string? note, CancellationToken cancel) => ActAsync(
        () => Item.Verify(new Verification(sample, good, value, note?.Trim() ?? "", effective ?? throw new RuleViolationException("action-sample"), user.Name, Now), Owed, _faces, Now),
        "improvement.verified", cancel);

    [Permission(Permission.DemandImprovement)]
    public Task<IActionResult> OnPostWithdrawAsync(string? reason, CancellationToken cancel) => ActAsync(() => Item.Withdraw(reason, PlanOwed, Owed, _faces, Me, Now), "improvement.withdrawn", cancel);

    private Author Me => new(user.Id, user.Name, user.Side);

    private async Task<IActionResult> ActAsync(Action act, string told, CancellationToken cancel)
    {
        if (!await FindAsync(cancel))
        {
            return NotFound();
        }

        try
        {
            act();
            await db.SaveChangesAsync(cancel);
            TempData["Flash"] = text[told];
            return RedirectToPage(new { Id });
        }
        catch (Exception e) when (Refusal.Is(e))
        {
            ModelState.Clear();
            ModelState.AddModelError("", text.Refused(e));
        }

        db.ChangeTracker.Clear();
        await FindAsync(cancel);
        return Page();
    }

    private async Task<bool> FindAsync(CancellationToken cancel)
    {
        Now = clock.GetUtcNow();
        var found = await db.CorrectiveActions.SingleOrDefaultAsync(a => a.Id == Id, cancel);
        if (found is null)
        {
            return false;
        }

        Item = found;
        (PlanOwed, Owed, _faces) = await desk.OwedAsync(found, cancel);
        Contract = await db.Contracts.AsNoTracking().Where(c => c.Id == found.ContractId).Select(c => c.Number).SingleAsync(cancel);
        Vendor = await db.Vendors.AsNoTracking().Where(v => v.Id == found.VendorId).Select(v => v.Name).FirstOrDefaultAsync(cancel) ?? "";
        Orders = await OrdersAsync(found, cancel);
        GroundNumber = found.EvaluationId is not { } ground ? null : await db.Evaluations.AsNoTracking().Where(e => e.Id == ground)
            .Join(db.QaContacts, e => e.ContactId, c => c.Id, (e, c) => c.ExternalId).FirstOrDefaultAsync(cancel);
        return true;
    }

    private async Task<Dictionary<Guid, OrderLine>> OrdersAsync(CorrectiveAction action, CancellationToken cancel)
    {
        var ids = (action.Plan?.Steps ?? []).Select(s => s.OrderId).OfType<Guid>().ToList();
        return ids.Count == 0 ? [] : await db.TrainingOrders.AsNoTracking().Include(o => o.Agents).Where(o => ids.Contains(o.Id))
            .ToDictionaryAsync(o => o.Id, o => new OrderLine(o, o.Agents.Count(a => !a.IsMissing), o.Agents.Count), cancel);
    }
}
