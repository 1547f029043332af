using Microsoft.EntityFrameworkCore;
using VendorGov.Data;
using VendorGov.Domain;
using VendorGov.Domain.Contracts;
using VendorGov.Domain.Issues;
using VendorGov.Domain.Reports;
using VendorGov.Domain.Scorecards;
using VendorGov.Domain.Tenancy;

namespace VendorGov.Web.Shared.Months;

/// <summary>Reads what a month's scorecards follow from: one query per kind of fact, not per contract.</summary>
public sealed class MonthReader(AppDb db)
{
    private const int MonthsBefore = 11;
    private const int CardsAtOnce = 200;

    /// <param name="month">The month.</param>
    /// <param name="contracts">With their outlets.</param>
    /// <param name="now">As of when: reports and feed rows that came later are left alone.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    /// <param name="ruledBy">Rulings on appeals until then; null: until <paramref name="now"/>.</param>
    internal async Task<MonthData> ReadAsync(
        YearMonth month, IReadOnlyList<Contract> contracts, DateTimeOffset now, CancellationToken cancellationToken, DateTimeOffset? ruledBy = null)
    {
        var ids = contracts.Select(c => c.Id).ToList();
        var outlets = await OutletsAsync(cancellationToken);
        var countedBefore = await CountedBeforeAsync(month, ids, now, cancellationToken);
        var obligations = await ObligationReading.ReadAsync(db, month, ids, countedBefore, cancellationToken);
        var exemptions = await ExemptionsAsync(month, ids, obligations, now, cancellationToken);
        return new MonthData
        {
            Tenant = await db.Tenants.AsNoTracking().Where(t => t.Id == db.Scope.Tenant).Select(t => t.Name).SingleAsync(cancellationToken),
            Vendors = await db.Vendors.AsNoTracking().ToDictionaryAsync(v => v.Id, cancellationToken),
            Outlets = outlets,
            Terms = (await db.TermsVersions.AsNoTracking().Where(t => ids.Contains(t.ContractId)).ToListAsync(cancellationToken))
                .ToLookup(t => t.ContractId),
            Calendars = await db.CalendarVersions.AsNoTracking().ToDictionaryAsync(c => c.Id, cancellationToken),
            AsOf = now,
            Exemptions = exemptions,
            Obligations = obligations,
            Reports = await ReportsAsync(month, ids, now, cancellationToken),
            Accuracy = await AccuracyAsync(month, ids, outlets, now, cancellationToken),
            Feed = await FeedAsync(month, ids, outlets, now, cancellationToken),
            Staffing = await StaffingReading.ReadAsync(db, month, contracts, outlets, exemptions, now, cancellationToken),
            Quality = await QualityReading.ReadAsync(db, month, ids, outlets, now, cancellationToken),
            Cards = await CardsAsync(month, ids, cancellationToken),
            Previous = await ContentsAsync(month.AddMonths(-1), ids, now, cancellationToken),
            CountedBefore = countedBefore,
            CountedElsewhere = await CountedElsewhereAsync(month, ids, obligations, cancellationToken),
            Escalations = await EscalationsAsync(month, ids, now, cancellationToken),
            Fatal = await FatalAsync(month, ids, now, cancellationToken),
            Corrections = await CorrectionsAsync(month, ids, ruledBy ?? now, cancellationToken),
            Rhythm = (await db.ScorecardRhythms.AsNoTracking().SingleOrDefaultAsync(cancellationToken))?.Days ?? RhythmDays.Default,
            Month = month,
        };
    }

    private async Task<Dictionary<OutletId, OutletRef>> OutletsAsync(CancellationToken cancellationToken) =>
        await (from o in db.Outlets.AsNoTracking()
               join r in db.Regions on o.RegionId equals (RegionId?)r.Id into regions
               from r in regions.DefaultIfEmpty()
               select new { o.Id, o.Code, o.Name, Region = r == null ? null : r.Name })
            .ToDictionaryAsync(o => o.Id, o => new OutletRef(o.Code, o.Name, o.Region), cancellationToken);

    /// <summary>Windows of the month, and those before it in which a clock stood that is counted in it.</summary>
    private async Task<ILookup<ContractId, ExemptWindow>> ExemptionsAsync(
        YearMonth month, List<ContractId> ids, ILookup<ContractId, ObligationFact> obligations, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var (first, to) = MonthBounds.Widest(month);
        var from = obligations.SelectMany(o => o).Select(o => o.StartedAt).Append(first).Min();
        var windows = await db.ExemptWindows.AsNoTracking()
            .Where(w => ids.Contains(w.ContractId) && w.From < to && w.To > from && w.ApprovedAt <= now).ToListAsync(cancellationToken);
        return windows.ToLookup(w => w.ContractId);
    }

    // Weekly reports feed no metric (vendor-report.json, reconcileRule). An outlet that a report names but the tenant no longer has keeps no code and is left out.
    private async Task<Dictionary<ContractId, IReadOnlyList<ReportFact>>> ReportsAsync(
        YearMonth month, List<ContractId> ids, DateTimeOffset now, CancellationToken cancellationToken)
    {
        ReportPeriod whole = month;
        var rows = await (
            from report in db.VendorReports.AsNoTracking()
            where report.Period == whole && report.Accepted && report.AcceptedAt <= now && ids.Contains(report.ContractId)
                && !db.VendorReports.Any(later => later.ContractId == report.ContractId && later.Period == whole
                    && later.Accepted && later.AcceptedAt <= now
                    && (later.AcceptedAt > report.AcceptedAt || (later.AcceptedAt == report.AcceptedAt && later.VersionNumber > report.VersionNumber)))
            join row in db.VendorReportRows on report.Id equals row.ReportId
            join outlet in db.Outlets on row.OutletId equals outlet.Id
            orderby row.Number
            select new { report.ContractId, row.Sheet, row.Date, outlet.Code, row.Channel, row.Figures })
            .ToListAsync(cancellationToken);
        return rows.GroupBy(r => r.ContractId).ToDictionary(
            g => g.Key,
            g => (IReadOnlyList<ReportFact>)[.. g.Select(r =>
                new ReportFact(r.Sheet, r.Date, r.Code, r.Channel?.ToString().ToLowerInvariant(), r.Figures))]);
    }

    /// <summary>The accepted reports of the month and of the weeks that end in it, as far as they were reconciled (ACC).</summary>
    private async Task<Dictionary<ContractId, IReadOnlyList<ReportFact>>> AccuracyAsync(
        YearMonth month, List<ContractId> ids, Dictionary<OutletId, OutletRef> outlets, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var periods = ReportPeriod.EndingIn(month);
        var rows = await (
            from report in db.VendorReports.AsNoTracking()
            where periods.Contains(report.Period) && report.Accepted && report.AcceptedAt <= now && ids.Contains(report.ContractId)
                && !db.VendorReports.Any(later => later.ContractId == report.ContractId && later.Period == report.Period && later.Accepted
                    && later.AcceptedAt <= now
                    && (later.AcceptedAt > report.AcceptedAt || (later.AcceptedAt == report.AcceptedAt && later.VersionNumber > report.VersionNumber)))
            join record in db.Reconciliations on report.Id equals record.ReportId
            select new { report.ContractId, report.Period, record.Lines }).ToListAsync(cancellationToken);
        return rows.GroupBy(r => r.ContractId).ToDictionary(
            g => g.Key,
            g => (IReadOnlyList<ReportFact>)[.. g.SelectMany(r => Compared(r.Period, r.Lines, outlets))
                .OrderBy(r => r.Date).ThenBy(r => r.OutletCode, StringComparer.Ordinal).ThenBy(r => r.Channel, StringComparer.Ordinal)]);
    }

    private static IEnumerable<ReportFact> Compared(ReportPeriod period, IReadOnlyList<ReconciliationLine> lines, Dictionary<OutletId, OutletRef> outlets) =>
        lines.GroupBy(l => (l.Outlet, l.Channel)).Select(g => new ReportFact(
            AccuracyMetrics.Sheet, period.LastDay, g.Key.Outlet is { } id ? outlets.GetValueOrDefault(id)?.Code ?? "" : "",
            g.Key.Channel?.ToString().ToLowerInvariant(),
            new Dictionary<string, decimal> { [AccuracyMetrics.Within] = g.Count(l => l.Within), [AccuracyMetrics.Compared] = g.Count() }));

    /// <summary>The days of the direct feed as daily rows; an outlet that the tenant no longer has is left out.</summary>
    private async Task<Dictionary<ContractId, IReadOnlyList<ReportFact>>> FeedAsync(
        YearMonth month, List<ContractId> ids, Dictionary<OutletId, OutletRef> outlets, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var days = await FeedDays.ReadAsync(db, ids, month.FirstDay, month.LastDay, cancellationToken, receivedBy: now);
        return days.Where(d => outlets.ContainsKey(d.Outlet)).GroupBy(d => d.Contract).ToDictionary(
            g => g.Key,
            g => (IReadOnlyList<ReportFact>)[.. g
                .Select(d => new ReportFact("daily", d.Date, outlets[d.Outlet].Code, d.Channel.ToString().ToLowerInvariant(), d.Figures))
                .OrderBy(r => r.Date).ThenBy(r => r.OutletCode, StringComparer.Ordinal).ThenBy(r => r.Channel, StringComparer.Ordinal)]);
    }

    /// <summary>Issues that were a fatal breach at that instant, of every zone's month.</summary>
    private async Task<ILookup<ContractId, FatalIssue>> FatalAsync(
        YearMonth month, List<ContractId> ids, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var (from, to) = MonthBounds.Widest(month);
        var marked = await db.Issues.AsNoTracking()
            .Where(i => i.FatalAt <= now && (i.FatalLiftedAt == null || i.FatalLiftedAt > now) && i.FiledAt >= from && i.FiledAt < to && ids.Contains(i.ContractId))
            .Select(i => new { i.ContractId, i.Id, i.Number, i.FiledAt, i.FatalAt }).ToListAsync(cancellationToken);
        return marked.OrderBy(i => i.Number, StringComparer.Ordinal).ToLookup(i => i.ContractId, i => new FatalIssue(i.Id.Value, i.Number, i.FiledAt, i.FatalAt!.Value));
    }

    /// <summary>What complaints climbed until that instant, by the climb's own date, of every zone's month.</summary>
    private async Task<ILookup<ContractId, EscalationFact>> EscalationsAsync(
        YearMonth month, List<ContractId> ids, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var (first, end) = MonthBounds.Widest(month);
        var climbs = await (
            from i in db.Issues.AsNoTracking()
            where ids.Contains(i.ContractId) && i.ProblemType == ProblemType.ComplaintMishandled && i.EscalationLevel > 1 && i.FiledAt < end
            join e in db.IssueEvents on i.Id equals e.IssueId
            where (e.Kind == IssueEventKind.Escalated || e.Kind == IssueEventKind.EscalatedByHand) && e.At >= first && e.At < end && e.At <= now
            join o in db.Outlets on i.OutletId equals o.Id
            select new { i.ContractId, i.Id, i.Number, o.Code, e.At }).ToListAsync(cancellationToken);
        return climbs.OrderBy(c => c.At).ThenBy(c => c.Number, StringComparer.Ordinal)
            .ToLookup(c => c.ContractId, c => new EscalationFact(c.Id.Value, c.Number, c.Code, c.At));
    }

    private async Task<ILookup<ContractId, Correction>> CorrectionsAsync(
        YearMonth month, List<ContractId> ids, DateTimeOffset ruledBy, CancellationToken cancellationToken)
    {
        var upheld = await db.ScorecardAppeals.AsNoTracking()
            .Where(a => a.Month == month && ids.Contains(a.ContractId) && a.State == CardAppealState.Upheld && a.RuledAt <= ruledBy).ToListAsync(cancellationToken);
        return upheld.ToLookup(a => a.ContractId, a => a.Correction!);
    }

    /// <summary>The scorecards of this month and of the eleven before, without their facts.</summary>
    private async Task<ILookup<ContractId, CardFigures>> CardsAsync(
        YearMonth month, List<ContractId> ids, CancellationToken cancellationToken)
    {
        var months = Enumerable.Range(0, MonthsBefore + 1).Select(i => month.AddMonths(-i)).ToList();
        var cards = await db.Scorecards.AsNoTracking().Where(s => ids.Contains(s.ContractId) && months.Contains(s.Month))
            .Select(s => new CardFigures(
                s.ContractId, s.Month, s.Revision, s.State, s.PublishedAt, s.Grade, s.CreditAmount, s.Charge, s.EnteredCharge, s.Summary))
            .ToListAsync(cancellationToken);
        return cards.ToLookup(c => c.Contract);
    }

    private async Task<Dictionary<ContractId, ScorecardContent>> ContentsAsync(
        YearMonth month, List<ContractId> ids, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var cards = await db.Scorecards.AsNoTracking().Where(s => ids.Contains(s.ContractId) && s.Month == month)
            .Select(s => new { s.ContractId, s.Revision, s.PublishedAt, s.Content }).ToListAsync(cancellationToken);
        return cards.GroupBy(c => c.ContractId)
            .ToDictionary(g => g.Key, g => CardFigures.InForce(g, c => c.Revision, c => c.PublishedAt, now).Content);
    }

    /// <summary>
    /// Obligations that an earlier revision of this month has counted: they stay with it wherever their due instant has gone since, as no other
    /// month counts them (SLA semantics 3.1).
    /// </summary>
    private async Task<HashSet<Guid>> CountedBeforeAsync(YearMonth month, List<ContractId> ids, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var counted = new HashSet<Guid>();
        var contents = db.Scorecards.AsNoTracking()
            .Where(s => ids.Contains(s.ContractId) && s.Month == month && s.State == ScorecardState.Published && s.PublishedAt < now)
            .Select(s => s.Content).AsAsyncEnumerable();
        await foreach (var content in contents.WithCancellation(cancellationToken))
        {
            counted.UnionWith(content.Obligations.Where(o => o.Counted).Select(o => o.ObligationId));
        }

        return counted;
    }

    /// <summary>
    /// Obligations that a published scorecard of a neighbouring year has counted: a due instant that moved afterwards must
    /// not make them count again (SLA semantics 3.1). Nothing is due before it starts, so of the months before only those are read in which
    /// an obligation of this month was running already.
    /// </summary>
    private async Task<HashSet<Guid>> CountedElsewhereAsync(
        YearMonth month, List<ContractId> ids, ILookup<ContractId, ObligationFact> obligations, CancellationToken cancellationToken)
    {
        var months = Enumerable.Range(-MonthsBefore, 2 * MonthsBefore + 1).Where(i => i != 0).Select(month.AddMonths).ToList();
        var since = obligations.ToDictionary(o => o.Key, o => YearMonth.Of(o.Min(f => f.StartedAt).AddDays(-1), TimeZoneInfo.Utc));
        var published = await db.Scorecards.AsNoTracking()
            .Where(s => s.State == ScorecardState.Published && ids.Contains(s.ContractId) && months.Contains(s.Month))
            .Select(s => new { s.Id, s.ContractId, s.Month }).ToListAsync(cancellationToken);
        var asked = published.Where(s => since.TryGetValue(s.ContractId, out var first) && s.Month >= first).Select(s => s.Id).ToList();
        var counted = new HashSet<Guid>();
        foreach (var part in asked.Chunk(CardsAtOnce))
        {
            var contents = db.Scorecards.AsNoTracking().Where(s => part.Contains(s.Id)).Select(s => s.Content).AsAsyncEnumerable();
            await foreach (var content in contents.WithCancellation(cancellationToken))
            {
                counted.UnionWith(content.Obligations.Where(o => o.Counted).Select(o => o.ObligationId));
            }
        }

        return counted;
    }
}

/// <summary>A scorecard without its facts.</summary>
internal sealed record CardFigures(
    ContractId Contract, YearMonth Month, int Revision, ScorecardState State, DateTimeOffset? PublishedAt, Grade? Grade, decimal Credit, decimal Charge,
    decimal? EnteredCharge, ScorecardSummary Summary)
{
    /// <summary>
    /// Of one month's revisions the one that counts for later months as of <paramref name="now"/>: the last that was published by then, else the
    /// first one there is. A later revision changes no sealed month after it.
    /// </summary>
    public static T InForce<T>(IEnumerable<T> revisions, Func<T, int> number, Func<T, DateTimeOffset?> published, DateTimeOffset now)
    {
        var all = revisions.OrderBy(number).ToList();
        return all.FindLast(r => published(r) <= now) ?? all[0];
    }
}
