using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using VendorGov.Data;
using VendorGov.Domain;
using VendorGov.Domain.Obligations;
using VendorGov.Domain.Staffing;
using VendorGov.Domain.Tenancy;
using VendorGov.Web.Hosting;
using VendorGov.Web.Shared;
using VendorGov.Web.Shared.Tags;

namespace VendorGov.Web.Features.Staffing;

/// <summary>Vacancies with their clocks: the buyer asks, the vendor names a certified agent.</summary>
[Permission(Permission.ViewStaffing)]
public sealed class ReplacementsModel(AppDb db, StaffContracts contracts, ReplacementDesk desk, CurrentUser user, Text text) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public Guid? Contract { get; set; }

    [BindProperty(SupportsGet = true)]
    public ReplacementState? State { get; set; }

    [BindProperty(SupportsGet = true, Name = "p")]
    public int? PageNumber { get; set; }

    [BindProperty]
    public Form Input { get; set; } = new();

    public IReadOnlyList<StaffContract> Contracts => contracts.All;

    public StaffContract? Desk { get; private set; }

    public IReadOnlyList<Line> Lines { get; private set; } = [];

    public Paging Paging { get; private set; } = new(1, 0);

    public IReadOnlyList<Outlet> Outlets { get; private set; } = [];

    /// <summary>Agents of the contract: who may be replaced, and who may succeed.</summary>
    public IReadOnlyList<Choice> Agents { get; private set; } = [];

    public bool MayAsk => user.Can(Permission.PlanStaffing);

    public bool MayFill => user.Can(Permission.ManageStaffing);

    public sealed record Choice(Guid Id, string Name, bool Employed);

    public sealed class Line
    {
        public required ReplacementRequest Request { get; init; }
        public required DateTimeOffset? DueAt { get; init; }
        public required ClockState Clock { get; init; }
        public required long Used { get; init; }
        public required long Target { get; init; }
        public string? Leaver { get; init; }
        public string? Successor { get; init; }
        public string? Outlet { get; init; }
    }

    public sealed class Form
    {
        public Guid? Leaver { get; set; }

        public Guid? Outlet { get; set; }

        [Required, Display(Name = "staffing.reason")]
        public ReplacementReason? Reason { get; set; }

        [StringLength(1000), Display(Name = "staffing.note")]
        public string? Note { get; set; }

        [Required, StringLength(2000), Display(Name = "staffing.handover")]
        public string Handover { get; set; } = "";
    }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        Desk = await contracts.ChooseAsync(Contract, cancel);
        if (Desk is null)
        {
            return Contract is null ? Page() : NotFound();
        }

        await LoadAsync(cancel);
        return Page();
    }

    public async Task<IActionResult> OnGetExportAsync(string? format, CancellationToken cancel)
    {
        Desk = await contracts.ChooseAsync(Contract, cancel);
        if (Desk is null)
        {
            return NotFound();
        }

        string[] head = ["asked", "reasonOf", "leaver", "handover", "due", "state", "clock", "successor", "filled"];
        var lines = await Found().ToListAsync(cancel);
        return ListDownload.Of("replacements", head.Select(h => text[$"staffing.column.{h}"]), lines.Select(l => (IReadOnlyList<object?>)[
            text.Instant(l.Request.AskedAt), text.Of(l.Request.Reason), l.Leaver, l.Request.Handover, text.Instant(l.DueAt), text.Of(l.Request.State),
            text.Of(l.Clock), l.Successor, text.Instant(l.Request.FilledAt)]), format);
    }

    [Permission(Permission.PlanStaffing)]
    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        Desk = await contracts.ChooseAsync(Contract, cancel);
        if (Desk is null)
        {
            return NotFound();
        }

        var (id, leaver) = (Desk.Contract.Id, Input.Leaver);
        if ((leaver is not null && !await db.Agents.AnyAsync(a => a.Id == leaver && a.ContractId == id, cancel))
            || (Input.Outlet is { } outlet && (await contracts.OutletsAsync(Desk.Contract, cancel)).All(o => o.Id.Value != outlet)))
        {
            return NotFound();
        }

        return await TryAsync(
            () => desk.AskAsync(
                Desk, new ReplacementWish(leaver, Input.Outlet is { } o ? new OutletId(o) : null, Input.Reason!.Value, Input.Note?.Trim(), Input.Handover), cancel),
            "staffing.replacementAsked", cancel);
    }

    [Permission(Permission.ManageStaffing)]
    public Task<IActionResult> OnPostFillAsync(Guid request, Guid? agent, CancellationToken cancel) => ActAsync(
        request,
        async found =>
        {
            var contract = found.ContractId;
            if (await db.Agents.SingleOrDefaultAsync(a => a.Id == agent && a.ContractId == contract, cancel) is { } successor)
            {
                await desk.FillAsync(Desk!, found, successor, cancel);
            }
            else
            {
                ModelState.AddModelError("", text["staffing.chooseSuccessor"]);
            }
        },
        "staffing.replacementFilled", cancel);

    [Permission(Permission.PlanStaffing)]
    public Task<IActionResult> OnPostWithdrawAsync(Guid request, string? reason, CancellationToken cancel) => ActAsync(
        request, found => desk.WithdrawAsync(Desk!, found, Refusal.Within(reason, 400), cancel), "staffing.replacementWithdrawn", cancel);

    private async Task<IActionResult> ActAsync(Guid id, Func<ReplacementRequest, Task> act, string told, CancellationToken cancel)
    {
        var request = await db.ReplacementRequests.SingleOrDefaultAsync(r => r.Id == id, cancel);
        Desk = request is null ? null : await contracts.ChooseAsync(request.ContractId.Value, cancel);
        if (request is null || Desk is null)
        {
            return NotFound();
        }

        ModelState.Clear();
        return await TryAsync(() => act(request), told, cancel);
    }

    private async Task<IActionResult> TryAsync(Func<Task> act, string told, CancellationToken cancel)
    {
        try
        {
            if (ModelState.IsValid)
            {
                await act();
            }

            if (ModelState.IsValid)
            {
                TempData["Flash"] = text[told];
                return RedirectToPage(new { contract = Contract, state = State });
            }
        }
        catch (Exception e) when (Refusal.Is(e))
        {
            ModelState.AddModelError("", text.Refused(e));
        }

        db.ChangeTracker.Clear();
        await LoadAsync(cancel);
        return Page();
    }

    private async Task LoadAsync(CancellationToken cancel)
    {
        var found = Found();
        Paging = Paging.Of(PageNumber, await found.CountAsync(cancel));
        Lines = await found.Skip(Paging.Skip).Take(Paging.Size).ToListAsync(cancel);
        var (id, today) = (Desk!.Contract.Id, Desk.Today);
        Agents = await db.Agents.AsNoTracking().Where(a => a.ContractId == id && (a.LeftOn == null || a.LeftOn >= today.AddDays(-60)))
            .OrderBy(a => a.Number).Select(a => new Choice(a.Id, a.Number + " " + a.Name, a.LeftOn == null || a.LeftOn >= today)).ToListAsync(cancel);
        Outlets = MayAsk ? await contracts.OutletsAsync(Desk.Contract, cancel) : [];
    }

    private IQueryable<Line> Found()
    {
        var id = Desk!.Contract.Id;
        return
            from request in db.ReplacementRequests.AsNoTracking()
            join owed in db.Obligations.AsNoTracking() on request.ObligationId equals owed.Id
            where request.ContractId == id && (State == null || request.State == State)
            orderby request.State != ReplacementState.Open, owed.DueAt descending, request.AskedAt
            select new Line
            {
                Request = request, DueAt = owed.DueAt, Clock = owed.State, Used = owed.ElapsedSeconds, Target = owed.CurrentTargetSeconds,
                Leaver = db.Agents.Where(a => a.Id == request.LeaverId).Select(a => a.Number + " " + a.Name).FirstOrDefault(),
                Successor = db.Agents.Where(a => a.Id == request.SuccessorId).Select(a => a.Number + " " + a.Name).FirstOrDefault(),
                Outlet = db.Outlets.Where(o => o.Id == request.OutletId).Select(o => o.Name).FirstOrDefault(),
            };
    }
}
