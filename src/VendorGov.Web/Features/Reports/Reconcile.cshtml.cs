using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using VendorGov.Data;
using VendorGov.Domain;
using VendorGov.Domain.Reports;
using VendorGov.Domain.Tenancy;
using VendorGov.Web.Hosting;
using VendorGov.Web.Shared;

namespace VendorGov.Web.Features.Reports;

/// <summary>
/// One accepted version against what the portal saw: both numbers, the difference, the verdict and the rows behind; the vendor's
/// explanation and headquarters' decision; the tickets that are traced. An outlet sees its own lines.
/// </summary>
[Permission(Permission.ViewReports)]
public sealed class ReconcileModel(
    AppDb db, TenantScope scope, ReportPages pages, ReconciliationRun run, ReportObligations duties, TicketDraw draw,
    CurrentUser user, TimeProvider clock, Text text) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty]
    [StringLength(2000)]
    public string? Explanation { get; set; }

    [BindProperty]
    [StringLength(1000)]
    public string? Reason { get; set; }

    public VendorReport Report { get; private set; } = null!;

    public ReportHead Head { get; private set; } = null!;

    public Reconciliation? Record { get; private set; }

    public IReadOnlyList<ReconciliationLine> Lines { get; private set; } = [];

    public IReadOnlyDictionary<OutletId, string> Outlets { get; private set; } = new Dictionary<OutletId, string>();

    public IReadOnlyList<TraceLine> Traces { get; private set; } = [];

    public string? IssueNumber { get; private set; }

    public ReconciliationText Words => new(text);

    public bool MayJudge => user.Can(Permission.JudgeReport);

    public bool MayExplain => user.Can(Permission.UploadReport)
        && Record is { State: ReconciliationState.Breached or ReconciliationState.Refused };

    public sealed record TraceLine(int Place, int Number, string? Ticket, string Waybill, string Outlet, DateTimeOffset OpenedAt, TicketTrace Trace);

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation) => await LoadAsync(cancellation) ? Page() : NotFound();

    [Permission(Permission.UploadReport)]
    public Task<IActionResult> OnPostExplainAsync(CancellationToken cancellation) => ActAsync("reports.explained", () =>
    {
        if (string.IsNullOrWhiteSpace(Explanation))
        {
            ModelState.AddModelError(nameof(Explanation), text["reports.explanationMissing"]);
            return Task.CompletedTask;
        }

        Record!.Explain(Explanation.Trim(), user.Name, clock.GetUtcNow());
        return Task.CompletedTask;
    }, cancellation);

    [Permission(Permission.JudgeReport)]
    public Task<IActionResult> OnPostDecideAsync(bool accept, CancellationToken cancellation) =>
        ActAsync("reports.decided", () => DecideAsync(accept, cancellation), cancellation);

    [Permission(Permission.JudgeReport)]
    public async Task<IActionResult> OnPostRunAsync(CancellationToken cancellation)
    {
        if (!await LoadAsync(cancellation))
        {
            return NotFound();
        }

        db.ChangeTracker.Clear();
        await run.RunAsync(Report.Id, cancellation);
        TempData["Flash"] = text["reports.reconciledAgain"];
        return RedirectToPage(new { id = Id });
    }

    [Permission(Permission.JudgeReport)]
    public async Task<IActionResult> OnPostDrawAsync(CancellationToken cancellation)
    {
        if (!await LoadAsync(cancellation))
        {
            return NotFound();
        }

        TempData["Flash"] = text["reports.drawn", await draw.DrawAsync(Report, cancellation)];
        return RedirectToPage(new { id = Id });
    }

    [Permission(Permission.JudgeReport)]
    public async Task<IActionResult> OnPostTraceAsync(int number, TraceResult? result, [StringLength(400)] string? note, CancellationToken cancellation)
    {
        if (!await LoadAsync(cancellation) || await TraceAsync(number, cancellation) is not { } trace)
        {
            return NotFound();
        }

        try
        {
            if (result is null)
            {
                ModelState.AddModelError("", text["reports.traceMissing"]);
                return Page();
            }

            trace.Find(result.Value, note, user.Name, clock.GetUtcNow());
            await db.SaveChangesAsync(cancellation);
            return RedirectToPage(null, null, new { id = Id }, $"t-{number}");
        }
        catch (RuleViolationException e)
        {
            ModelState.AddModelError("", text.Rule(e));
            return Page();
        }
    }

    private async Task<IActionResult> ActAsync(string told, Func<Task> act, CancellationToken cancellation)
    {
        if (!await LoadAsync(cancellation) || Record is null)
        {
            return NotFound();
        }

        try
        {
            await act();
            if (!ModelState.IsValid)
            {
                return Page();
            }

            await db.SaveChangesAsync(cancellation);
            TempData["Flash"] = text[told];
            return RedirectToPage(new { id = Id });
        }
        catch (Exception e) when (Refusal.Is(e))
        {
            ModelState.AddModelError("", text.Refused(e));
        }

        return Page();
    }

    /// <summary>An explanation that is accepted settles the correction as of the moment at which it was given.</summary>
    private async Task DecideAsync(bool accept, CancellationToken cancellation)
    {
        var explainedAt = Record!.ExplainedAt;
        Record.Decide(accept, Reason?.Trim(), user.Name, clock.GetUtcNow());
        if (accept && await pages.ContractAsync(Report.ContractId.Value, cancellation) is { } contract)
        {
            await duties.SettleAgainAsync(contract, Report.Period, explainedAt!.Value, cancellation);
        }
    }

    private Task<TicketTrace?> TraceAsync(int number, CancellationToken cancellation)
    {
        var report = new VendorReportId(Id);
        return db.TicketTraces.SingleOrDefaultAsync(t => t.ReportId == report && t.Number == number, cancellation);
    }

    private async Task<bool> LoadAsync(CancellationToken cancellation)
    {
        var id = new VendorReportId(Id);
        var report = await db.VendorReports.AsNoTracking().SingleOrDefaultAsync(r => r.Id == id, cancellation);
        if (report is not { Accepted: true } || await pages.ContractAsync(report.ContractId.Value, cancellation) is not { } contract)
        {
            return false;
        }

        Report = report;
        Head = await pages.HeadAsync(contract, report.Period, text["reports.reconcileTitle", report.Period, report.VersionNumber], cancellation);
        Outlets = await db.Outlets.AsNoTracking().ToDictionaryAsync(o => o.Id, o => o.Name, cancellation);
        Record = await db.Reconciliations.SingleOrDefaultAsync(r => r.ReportId == id, cancellation);
        var own = (Record?.Lines ?? []).Where(l => scope.Outlets.Count == 0 || l.Outlet is not { } outlet || scope.Outlets.Contains(outlet));
        Lines = [.. own.OrderBy(l => l.Within).ThenBy(l => Outlets.GetValueOrDefault(l.Outlet ?? default)).ThenBy(l => l.Channel).ThenBy(l => l.Field)];
        IssueNumber = Record?.IssueId is { } issue
            ? await db.Issues.AsNoTracking().Where(i => i.Id == issue).Select(i => i.Number).SingleOrDefaultAsync(cancellation)
            : null;
        Traces = await TracesAsync(id, cancellation);
        return true;
    }

    private async Task<IReadOnlyList<TraceLine>> TracesAsync(VendorReportId id, CancellationToken cancellation)
    {
        var rows = await (
            from trace in db.TicketTraces.AsNoTracking()
            join ticket in db.VendorReportCases.AsNoTracking()
                on new { trace.ReportId, trace.Number } equals new { ticket.ReportId, ticket.Number }
            where trace.ReportId == id
            orderby trace.Place
            select new { Trace = trace, ticket.Ticket, ticket.Waybill, ticket.OutletId, ticket.ReceivedAt }).ToListAsync(cancellation);
        return [.. rows.Select(r => new TraceLine(
            r.Trace.Place, r.Trace.Number, r.Ticket, r.Waybill, Outlets.GetValueOrDefault(r.OutletId, Text.None), r.ReceivedAt, r.Trace))];
    }
}
