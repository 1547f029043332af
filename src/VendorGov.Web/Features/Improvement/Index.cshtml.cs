using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using VendorGov.Data;
using VendorGov.Domain;
using VendorGov.Domain.Improvement;
using VendorGov.Domain.Inspections;
using VendorGov.Domain.Obligations;
using VendorGov.Domain.Scorecards;
using VendorGov.Web.Hosting;
using VendorGov.Web.Shared;
using VendorGov.Web.Shared.Tags;

namespace VendorGov.Web.Features.Improvement;

/// <summary>Corrective actions with their clocks; the buyer's side demands new ones here.</summary>
[Permission(Permission.ViewImprovement)]
public sealed class IndexModel(AppDb db, ImprovementDesk desk, StaffContracts contracts, CurrentUser user, Text text) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public Guid? Contract { get; set; }

    [BindProperty(SupportsGet = true)]
    public ActionState? State { get; set; }

    /// <summary>The evaluation that a new demand follows from.</summary>
    [BindProperty(SupportsGet = true)]
    public Guid? Evaluation { get; set; }

    [BindProperty(SupportsGet = true, Name = "p")]
    public int? PageNumber { get; set; }

    [BindProperty]
    public Form Input { get; set; } = new();

    public IReadOnlyList<StaffContract> Contracts => contracts.All;

    public StaffContract? Desk { get; private set; }

    public IReadOnlyList<Line> Lines { get; private set; } = [];

    public Paging Paging { get; private set; } = new(1, 0);

    /// <summary>The evaluation that the new demand follows from, as the reader may see it.</summary>
    public Evaluation? Ground { get; private set; }

    public string GroundNumber { get; private set; } = "";

    public bool MayDemand => user.Can(Permission.DemandImprovement);

    public sealed class Line
    {
        public required CorrectiveAction Action { get; init; }
        public required ClockState Clock { get; init; }
        public required long Used { get; init; }
        public required long Target { get; init; }
    }

    public sealed class Form
    {
        [Required, StringLength(200), Display(Name = "improvement.titleField")]
        public string? Title { get; set; }

        [Required, StringLength(CorrectiveAction.LongestText), Display(Name = "improvement.finding")]
        public string? Finding { get; set; }

        [StringLength(10), Display(Name = "improvement.metric")]
        public string? Metric { get; set; }

        [StringLength(120), Display(Name = "improvement.measure")]
        public string? Measure { get; set; }

        [Range(0, 1_000_000), Display(Name = "improvement.baseline")]
        public decimal? Baseline { get; set; }

        [Required, Range(0, 1_000_000), Display(Name = "improvement.target")]
        public decimal? Target { get; set; }

        [Required, Display(Name = "improvement.until")]
        public DateOnly? Until { get; set; }
    }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        if (!await ChooseAsync(cancel))
        {
            return Contract is null && Evaluation is null ? Page() : NotFound();
        }

        Input.Until = Desk!.Today.AddDays(ImprovementDesk.DefaultDays);
        if (Ground is not null && MayDemand)
        {
            await PrefillAsync(Ground, cancel);
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

        string[] head = ["number", "title", "origin", "measure", "baseline", "target", "until", "state", "clock", "level"];
        return ListDownload.Of("corrective-actions", head.Select(h => text[$"improvement.column.{h}"]), (await Found().ToListAsync(cancel)).Select(l => (IReadOnlyList<object?>)[
            l.Action.Number, l.Action.Title, text.Of(l.Action.Origin), l.Action.Demand.Measure, l.Action.Demand.Baseline, l.Action.Demand.Target, text.Date(l.Action.Until),
            text.Of(l.Action.State), text.Of(l.Clock), l.Action.Level]), format);
    }

    [Permission(Permission.DemandImprovement)]
    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (!await ChooseAsync(cancel))
        {
            return NotFound();
        }

        var metric = Input.Metric is { } code && MetricCatalogue.TryFind(code, out var known) ? known : null;
        if (metric is null && string.IsNullOrWhiteSpace(Input.Measure))
        {
            ModelState.AddModelError("Input.Measure", text["improvement.measureMissing"]);
        }

        if (ModelState.IsValid)
        {
            try
            {
                var measure = metric is null ? Input.Measure!.Trim() : $"{text.Pick(metric.Zh, metric.En)} ({metric.Unit})";
                var action = await desk.AskAsync(Desk!.Contract, new ActionDemand(
                    Ground is null ? ActionOrigin.Manual : ActionOrigin.Inspection, Input.Title!.Trim(), Input.Finding!.Trim(), measure, metric?.Code, Input.Baseline, Input.Target,
                    Input.Until!.Value, Ground?.OutletId, Ground?.Id), cancel);
                TempData["Flash"] = text["improvement.asked", action.Number];
                return RedirectToPage("Details", new { id = action.Id });
            }
            catch (Exception e) when (Refusal.Is(e))
            {
                ModelState.AddModelError("", text.Refused(e));
            }
        }

        db.ChangeTracker.Clear();
        await LoadAsync(cancel);
        return Page();
    }

    /// <summary>False where the contract or the evaluation is not the reader's to see. A demand from an evaluation is of its contract.</summary>
    private async Task<bool> ChooseAsync(CancellationToken cancel)
    {
        if (Evaluation is { } id)
        {
            Ground = await db.Evaluations.AsNoTracking().FirstOrDefaultAsync(e => e.Id == id && e.State == EvaluationState.Submitted && e.RoundId == null, cancel);
            if (Ground is null)
            {
                return false;
            }

            var contact = Ground.ContactId;
            GroundNumber = await db.QaContacts.AsNoTracking().Where(c => c.Id == contact).Select(c => c.ExternalId).FirstOrDefaultAsync(cancel) ?? "";
        }

        Desk = await contracts.ChooseAsync(Ground?.ContractId.Value ?? Contract, cancel);
        return Desk is not null;
    }

    /// <summary>What the evaluation found, item by item; the pass rate of its contract and month is the baseline.</summary>
    private async Task PrefillAsync(Evaluation ground, CancellationToken cancel)
    {
        var (form, id, month) = (ground.FormId, ground.ContractId, ground.Month);
        var body = await db.QaForms.AsNoTracking().Where(f => f.Id == form).Select(f => f.Body).FirstAsync(cancel);
        var answers = ground.AnswersAt(Desk!.Now);
        var gaps = answers.Fatal.Select(f => (f.Code, Name: body.FindFatal(f.Code) is { } x ? text.Pick(x.Zh, x.En) : "", Note: (string?)f.Note))
            .Concat(answers.Items.Where(i => QaScoring.IsGap(i.Level)).Select(i => (i.Code, Name: body.Find(i.Code) is { } x ? text.Pick(x.Zh, x.En) : "", i.Note)));
        var passed = await db.Evaluations.AsNoTracking()
            .Where(e => e.ContractId == id && e.Month == month && e.Purpose == EvaluationPurpose.Random && e.ShownAt != null && e.Raw != null).Select(e => e.Passed).ToListAsync(cancel);
        Input.Title = text["improvement.fromTitle", GroundNumber, text.Fixed(ground.Score)];
        Input.Finding = string.Join('\n', gaps.Select(g => $"{g.Code} {g.Name}{(g.Note is null ? "" : text.Pick("：", ": ") + g.Note)}"));
        Input.Metric = MetricCatalogue.TryFind("QAP", out var qap) ? qap.Code : null;
        Input.Baseline = passed.Count == 0 ? null : Math.Round(100m * passed.Count(p => p) / passed.Count, 1);
        Input.Target = qap?.Target;
    }

    private async Task LoadAsync(CancellationToken cancel)
    {
        var found = Found();
        Paging = Paging.Of(PageNumber, await found.CountAsync(cancel));
        Lines = await found.Skip(Paging.Skip).Take(Paging.Size).ToListAsync(cancel);
    }

    private IQueryable<Line> Found()
    {
        var id = Desk!.Contract.Id;
        return from a in db.CorrectiveActions.AsNoTracking()
               join o in db.Obligations.AsNoTracking() on a.ActionOwedId equals o.Id
               where a.ContractId == id && (State == null || a.State == State)
               orderby a.ClosedAt != null, a.Level descending, a.Until, a.Number
               select new Line { Action = a, Clock = o.State, Used = o.ElapsedSeconds, Target = o.CurrentTargetSeconds };
    }
}
