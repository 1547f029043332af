using System.ComponentModel.DataAnnotations;
using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using VendorGov.Data;
using VendorGov.Domain;
using VendorGov.Domain.Improvement;
using VendorGov.Domain.Inspections;
using VendorGov.Domain.Issues;
using VendorGov.Domain.Obligations;
using VendorGov.Domain.Staffing;
using VendorGov.Domain.Tenancy;
using VendorGov.Domain.Training;
using VendorGov.Web.Hosting;
using VendorGov.Web.Shared;
using VendorGov.Web.Shared.Tags;

namespace VendorGov.Web.Features.Training;

/// <summary>Training orders with their clocks; the buyer gives one here, from an issue or of its own accord.</summary>
[Permission(Permission.ViewTraining)]
[RequestFormLimits(ValueCountLimit = 4000)]
public sealed class OrdersModel(AppDb db, StaffContracts contracts, OrderDesk desk, CurrentUser user, Text text) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public Guid? Contract { get; set; }

    /// <summary>The issue that is to be answered by training: its orders are listed, and a new one is for it.</summary>
    [BindProperty(SupportsGet = true)]
    public Guid? Issue { get; set; }

    /// <summary>The corrective action, and the step of its plan, that a new order is for.</summary>
    [BindProperty(SupportsGet = true)]
    public Guid? Improvement { get; set; }

    [BindProperty(SupportsGet = true)]
    public int Step { get; set; }

    /// <summary>The talk after a failed evaluation that a new order is for.</summary>
    [BindProperty(SupportsGet = true)]
    public Guid? Talk { get; set; }

    [BindProperty(SupportsGet = true)]
    public TrainingOrderState? State { get; set; }

    [BindProperty(SupportsGet = true), StringLength(80)]
    public string? Q { get; set; }

    [BindProperty(SupportsGet = true, Name = "p")]
    public int? PageNumber { get; set; }

    [BindProperty]
    public Form Input { get; set; } = new();

    public IReadOnlyList<StaffContract> Contracts => contracts.All;

    public StaffContract? Desk { get; private set; }

    public Issue? About { get; private set; }

    public CorrectiveAction? OfAction { get; private set; }

    public Coaching? OfTalk { get; private set; }

    public IReadOnlyList<Line> Lines { get; private set; } = [];

    public Paging Paging { get; private set; } = new(1, 0);

    public IReadOnlyList<Course> Courses { get; private set; } = [];

    public IReadOnlyList<Choice> Team { get; private set; } = [];

    public bool MayOrder => user.Can(Permission.DirectTraining) && About is null or { IsOpen: true, Source: null };

    public bool Filtered => State is not null || !string.IsNullOrWhiteSpace(Q);

    public sealed record Choice(Guid Id, string Name);

    public sealed class Line
    {
        public required TrainingOrder Order { get; init; }
        public required string Course { get; init; }
        public DateTimeOffset? DueAt { get; init; }
        public ClockState Clock { get; init; }
        public long Used { get; init; }
        public long Target { get; init; }
        public int Agents { get; init; }
        public int Settled { get; init; }
        public string? IssueNumber { get; init; }
    }

    public sealed class Form
    {
        [Required, StringLength(TrainingOrder.LongestTopic), Display(Name = "training.topic")]
        public string Topic { get; set; } = "";

        [StringLength(TrainingOrder.LongestNote), Display(Name = "training.orderNote")]
        public string? Note { get; set; }

        [Required, Display(Name = "training.course")]
        public Guid? Course { get; set; }

        [MinLength(1), Display(Name = "training.agents")]
        public List<Guid> Agents { get; set; } = [];

        [Required, Display(Name = "training.dueOn")]
        public DateOnly? DueOn { get; set; }
    }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        if (!await ChooseAsync(cancel))
        {
            return Contract is null && Issue is null && Improvement is null && Talk is null ? Page() : NotFound();
        }

        var step = OfAction?.Plan?.Steps.ElementAtOrDefault(Step);
        (Input.DueOn, Input.Topic) = (step is not null && step.Due > Desk!.Today ? step.Due : Desk!.Today.AddDays(7), Within(About?.Title ?? step?.What ?? (OfTalk is null ? "" : text["training.talkTopic", OfTalk.Agent])));
        Input.Agents = OfTalk?.AgentId is { } coached ? [coached] : [];
        await LoadAsync(cancel);
        return Page();
    }

    public async Task<IActionResult> OnGetExportAsync(string? format, CancellationToken cancel)
    {
        if (!await ChooseAsync(cancel))
        {
            return NotFound();
        }

        string[] head = ["topic", "course", "orderedBy", "orderedAt", "dueOn", "agents", "settled", "orderState", "clock", "issue"];
        return ListDownload.Of("training-orders", head.Select(h => text[$"training.{h}"]), (await Found().Take(ListDownload.MostRows).ToListAsync(cancel)).Select(l => (IReadOnlyList<object?>)[
            l.Order.Topic, l.Course, l.Order.OrderedBy, text.Instant(l.Order.OrderedAt), l.Order.DueOn.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            l.Agents, l.Settled, text.Of(l.Order.State), text.Of(l.Clock), l.IssueNumber]), format);
    }

    [Permission(Permission.DirectTraining)]
    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (!await ChooseAsync(cancel))
        {
            return NotFound();
        }

        try
        {
            if (ModelState.IsValid)
            {
                var order = await desk.GiveAsync(
                    Desk!, new OrderForm(Input.Topic, Input.Note, Input.Course!.Value, Input.Agents, Input.DueOn!.Value), new OrderSource(About, OfAction, Step, OfTalk), cancel);
                if (order is null)
                {
                    return NotFound();
                }

                TempData["Flash"] = text["training.ordered", order.Agents.Count];
                return RedirectToPage("Order", new { id = order.Id });
            }
        }
        catch (RuleViolationException e)
        {
            ModelState.AddModelError("", text.Rule(e));
        }

        await LoadAsync(cancel);
        return Page();
    }

    private async Task<bool> ChooseAsync(CancellationToken cancel)
    {
        if (Issue is { } id)
        {
            About = await db.Issues.AsNoTracking().FirstOrDefaultAsync(i => i.Id == new IssueId(id), cancel);
            if (About is null)
            {
                return false;
            }
        }

        OfAction = Improvement is { } action ? await db.CorrectiveActions.FirstOrDefaultAsync(a => a.Id == action, cancel) : null;
        OfTalk = Talk is { } talk ? await db.Coachings.AsNoTracking().FirstOrDefaultAsync(c => c.Id == talk, cancel) : null;
        if ((Improvement is not null && OfAction is null) || (Talk is not null && OfTalk is null))
        {
            return false;
        }

        Desk = await contracts.ChooseAsync((About?.ContractId ?? OfAction?.ContractId ?? OfTalk?.ContractId)?.Value ?? Contract, cancel);
        return Desk is not null;
    }

    private static string Within(string topic) => topic.Length <= TrainingOrder.LongestTopic ? topic : topic[..TrainingOrder.LongestTopic];

    private async Task LoadAsync(CancellationToken cancel)
    {
        var (found, id, today) = (Found(), Desk!.Contract.Id, Desk.Today);
        Paging = Paging.Of(PageNumber, await found.CountAsync(cancel));
        Lines = await found.Skip(Paging.Skip).Take(Paging.Size).ToListAsync(cancel);
        if (MayOrder)
        {
            Courses = await db.Courses.AsNoTracking().Where(c => c.ContractId == id && c.RetiredAt == null).OrderBy(c => c.Title).ToListAsync(cancel);
            Team = await db.Agents.AsNoTracking().Where(a => a.ContractId == id && a.JoinedOn <= today && (a.LeftOn == null || a.LeftOn >= today))
                .OrderBy(a => a.Number).Select(a => new Choice(a.Id, a.Number + " " + a.Name)).ToListAsync(cancel);
        }
    }

    private IQueryable<Line> Found()
    {
        var (id, issue, q, cause) = (Desk!.Contract.Id, About?.Id, Q?.Trim(), OfAction?.Id ?? OfTalk?.EvaluationId);
        return
            from order in db.TrainingOrders.AsNoTracking()
            join owed in db.Obligations.AsNoTracking() on order.ObligationId equals owed.Id
            join course in db.Courses.AsNoTracking() on order.CourseId equals course.Id
            where order.ContractId == id && (issue == null || order.IssueId == issue) && (cause == null || order.CauseId == cause) && (State == null || order.State == State)
                && (string.IsNullOrEmpty(q) || order.Topic.Contains(q) || course.Title.Contains(q))
            orderby order.State != TrainingOrderState.Open, order.DueOn, order.OrderedAt
            select new Line
            {
                Order = order, Course = course.Title, DueAt = owed.DueAt, Clock = owed.State, Used = owed.ElapsedSeconds, Target = owed.CurrentTargetSeconds,
                Agents = db.TrainingOrderAgents.Count(a => a.OrderId == order.Id),
                Settled = db.TrainingOrderAgents.Count(a => a.OrderId == order.Id && (a.PassedOn != null || a.Excused)),
                IssueNumber = db.Issues.Where(i => i.Id == order.IssueId).Select(i => i.Number).FirstOrDefault(),
            };
    }
}
