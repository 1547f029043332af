using Microsoft.EntityFrameworkCore;
using VendorGov.Data;
using VendorGov.Domain;
using VendorGov.Domain.Contracts;
using VendorGov.Domain.Issues;
using VendorGov.Domain.Reports;
using VendorGov.Domain.Scorecards;
using VendorGov.Domain.Tenancy;

namespace VendorGov.Web.Features.Reports;

/// <summary>
/// Holds accepted reports against what the portal saw. Called when a version is accepted, by a button, and each hour for what the feed
/// brought later; the issue of a breach is opened once per version, however often this runs.
/// </summary>
public sealed class ReconciliationRun(
    AppDb db, ObservationReader observations, ClockFacesLoader clocks, IssueNumbers numbers, ReportObligations duties, BreachIssue words,
    TimeProvider clock)
{
    private const int Attempts = 5;

    /// <summary>Reports of this many months up to now are looked at again.</summary>
    private const int MonthsBack = 2;

    public async Task<int> RunAllAsync(CancellationToken cancellation)
    {
        var from = YearMonth.Of(DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime)).AddMonths(-MonthsBack);
        var months = Enumerable.Range(0, MonthsBack + 1).Select(from.AddMonths).ToList();
        var periods = months.SelectMany(ReportPeriod.EndingIn).ToList();
        // What a published scorecard was computed from stays as it was then.
        var published = (await db.Scorecards.AsNoTracking()
            .Where(s => months.Contains(s.Month) && s.State == ScorecardState.Published).Select(s => new { s.ContractId, s.Month })
            .ToListAsync(cancellation)).ToHashSet();
        var accepted = await db.VendorReports.AsNoTracking()
            .Where(r => r.State == VendorReportState.Accepted && periods.Contains(r.Period))
            .Select(r => new { r.Id, r.ContractId, r.Period }).ToListAsync(cancellation);
        var reports = accepted.Where(r => !published.Contains(new { r.ContractId, r.Period.Month })).Select(r => r.Id).ToList();
        foreach (var report in reports)
        {
            await RunAsync(report, cancellation);
            db.ChangeTracker.Clear();
        }

        return reports.Count;
    }

    /// <summary>Reconciles one version; null where it is not the accepted one.</summary>
    public async Task<Reconciliation?> RunAsync(VendorReportId id, CancellationToken cancellation)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return await TryAsync(id, cancellation);
            }
            catch (DbUpdateException) when (attempt < Attempts)
            {
                // Somebody took the issue's number, or reconciled the same version, between the question and the save.
                db.ChangeTracker.Clear();
            }
        }
    }

    private async Task<Reconciliation?> TryAsync(VendorReportId id, CancellationToken cancellation)
    {
        var report = await db.VendorReports.AsNoTracking().SingleOrDefaultAsync(r => r.Id == id, cancellation);
        if (report is not { State: VendorReportState.Accepted })
        {
            return null;
        }

        var contract = await db.Contracts.AsNoTracking().Include(c => c.Outlets).SingleAsync(c => c.Id == report.ContractId, cancellation);
        var lines = await CompareAsync(report, contract, cancellation);
        var record = await db.Reconciliations.SingleOrDefaultAsync(r => r.ReportId == id, cancellation);
        if (record is null)
        {
            record = new Reconciliation(report);
            db.Reconciliations.Add(record);
        }

        record.Take(lines, clock.GetUtcNow());
        await OpenAsync(record, report, contract, cancellation);
        await db.SaveChangesAsync(cancellation);
        return record;
    }

    private async Task<IReadOnlyList<ReconciliationLine>> CompareAsync(VendorReport report, Contract contract, CancellationToken cancellation)
    {
        var seen = await observations.ReadAsync(contract, report.Period, cancellation);
        var counts = report.CaseCount is null && seen.Cases.Count > 0;
        var days = seen.Days.Count == 0 && seen.Quality is null && !counts ? [] : await db.VendorReportRows.AsNoTracking()
            .Where(r => r.ReportId == report.Id && r.Date != null)
            .Select(r => new ReportedDay(r.OutletId, r.Channel!.Value, r.Date!.Value, r.Figures)).ToListAsync(cancellation);
        var cases = report.CaseCount is null ? null : await db.VendorReportCases.AsNoTracking()
            .Where(c => c.ReportId == report.Id && c.Kind != CaseKind.Ticket)
            .Select(c => new ReportedReference(c.Kind, c.OutletId, c.Waybill)).ToListAsync(cancellation);
        var people = seen.Headcounts is not { Count: > 0 } ? null : await HeadcountsAsync(report, cancellation);
        return ReconciliationCalculator.Compare(days, cases, seen, people);
    }

    private async Task<IReadOnlyList<ReportedHeadcount>> HeadcountsAsync(VendorReport report, CancellationToken cancellation)
    {
        var rows = await db.VendorReportRows.AsNoTracking()
            .Where(r => r.ReportId == report.Id && r.Sheet == ReportSheet.Monthly).ToListAsync(cancellation);
        return [.. rows.Where(r => r.Figures.ContainsKey("hc_start") && r.Figures.ContainsKey("hc_join"))
            .Select(r => new ReportedHeadcount(r.OutletId, r.Figures["hc_start"] + r.Figures["hc_join"]))];
    }

    private async Task OpenAsync(Reconciliation record, VendorReport report, Contract contract, CancellationToken cancellation)
    {
        var before = report.Period.Add(-1);
        var repeated = await db.Reconciliations.AnyAsync(
            r => r.ContractId == contract.Id && r.Period == before && r.IssueId != null, cancellation);
        if (record.Opens(repeated) is not { } severity)
        {
            return;
        }

        var now = clock.GetUtcNow();
        var zone = TimeZoneInfo.FindSystemTimeZoneById(contract.TimeZone);
        var day = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(now, zone).DateTime);
        var terms = await clocks.TermsOnAsync(contract.Id, day, cancellation);
        var faces = await clocks.OfAsync(contract.Id, terms.Id, cancellation);
        var filed = await words.OfAsync(record, report, contract, await numbers.NextAsync(day, cancellation), severity, cancellation);
        // What concerns the contract as a whole stands with its first outlet.
        var worst = record.Breaches.GroupBy(b => b.Outlet ?? contract.Outlets.Select(o => o.OutletId).First()).OrderByDescending(g => g.Count()).First().Key;
        var issue = Issue.Open(filed.Report, contract, worst, terms, faces, new Author(null, filed.Author, Side.Buyer), now);
        db.Issues.Add(issue);
        record.Opened(issue.Id);
        await duties.DemandAgainAsync(contract, report.Period, now, cancellation);
    }
}
