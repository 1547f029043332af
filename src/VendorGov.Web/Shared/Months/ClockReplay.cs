using Microsoft.EntityFrameworkCore;
using VendorGov.Data;
using VendorGov.Domain.Issues;
using VendorGov.Domain.Obligations;
using VendorGov.Domain.Scorecards;
using VendorGov.Domain.Tenancy;

namespace VendorGov.Web.Shared.Months;

/// <summary>An obligation with its events and with what a scorecard says about it.</summary>
internal sealed record ReplayRow(Obligation Obligation, Issue? Issue, string? OutletCode, string? OutletName)
{
    /// <summary>The fact as another reading of the clock makes it; not judged yet.</summary>
    public ObligationFact With(ClockReading reading) => new(
        Obligation.Id.Value, Obligation.Kind, Issue?.Number ?? Obligation.ReportPeriod?.ToString() ?? "", Issue?.Id.Value, Issue?.Title,
        Issue?.Severity, Issue?.ProblemType, OutletCode, OutletName, Obligation.StartedAt, reading.DueAt, reading.StoppedAt,
        reading.TargetTicks / TimeSpan.TicksPerSecond, reading.ElapsedSeconds, reading.State, Counted: false, Met: false, Excluded: null, Issue?.Attribution);
}

/// <summary>Reads obligations whole, so that their clocks can be run again. Nothing is tracked: nothing can be changed.</summary>
internal static class ClockReplay
{
    /// <summary>Those of a contract that ran at some time between two instants.</summary>
    public static async Task<List<ReplayRow>> ReadAsync(
        AppDb db, ContractId contract, DateTimeOffset since, DateTimeOffset until, CancellationToken cancel)
    {
        var rows = await (
            from o in db.Obligations.AsNoTracking()
            where o.ContractId == contract && o.StartedAt < until && (o.StoppedAt == null || o.StoppedAt > since || o.DueAt > since)
            join x in db.Outlets on o.OutletId equals (OutletId?)x.Id into outlets
            from x in outlets.DefaultIfEmpty()
            select new { Obligation = o, Code = x == null ? null : x.Code, Name = x == null ? null : x.Name })
            .ToListAsync(cancel);
        var issues = await db.Issues.AsNoTracking().Include(i => i.Events)
            .Where(i => db.Obligations.Any(o => o.IssueId == i.Id && o.ContractId == contract && o.StartedAt < until
                && (o.StoppedAt == null || o.StoppedAt > since || o.DueAt > since)))
            .AsSplitQuery().ToDictionaryAsync(i => i.Id, cancel);
        return [.. rows.Select(r => new ReplayRow(r.Obligation, r.Obligation.IssueId is { } id ? issues.GetValueOrDefault(id) : null, r.Code, r.Name))];
    }
}
