using Microsoft.EntityFrameworkCore;
using VendorGov.Data;
using VendorGov.Domain;
using VendorGov.Domain.Analysis;
using VendorGov.Domain.Contracts;
using VendorGov.Domain.Obligations;
using VendorGov.Domain.Scorecards;
using VendorGov.Domain.Tenancy;
using VendorGov.Web.Shared.Months;

namespace VendorGov.Web.Shared.Insight;

/// <summary>
/// How a metric of a contract stands in the month that runs; target and minimum are in its unit. <paramref name="Days"/> where days are projected, else
/// <paramref name="Pace"/> counts obligations or evaluations.
/// </summary>
public sealed record PaceLine(
    Guid Contract, VendorId VendorId, string Vendor, string Number, string Code, decimal Target, decimal Minimum, MonthPace Pace, Warning Warning,
    DayPace? Days = null);

/// <summary>Every metric of the month that runs: what can be projected, the worst first, and what cannot, with the reason.</summary>
public sealed record PaceReport(IReadOnlyList<PaceLine> Lines, IReadOnlyList<PaceGap> Gaps);

/// <summary>
/// Which metrics will miss their target at this pace. Those that count obligations are read anew, in two queries whatever the number of contracts, cut
/// by the walls to what the reader may see; those of feed, presence and evaluations stand on a shelf.
/// </summary>
public sealed class PaceReader(AppDb db, DayPaceShelf shelf)
{
    private const int MonthsBefore = 3;

    /// <param name="now">The present instant.</param>
    /// <param name="zone">Whose months are meant.</param>
    /// <param name="peek">Of days only what was read already, without a query more.</param>
    /// <param name="cancel">Stops the reading.</param>
    public async Task<PaceReport> ReadAsync(DateTimeOffset now, TimeZoneInfo zone, bool peek, CancellationToken cancel)
    {
        var month = YearMonth.Of(now, zone);
        var counts = await CountsAsync(month, now, zone, cancel);
        var (start, end) = MonthBounds.Of(month, zone);
        var elapsed = (now - start) / (end - start);
        var today = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(now, zone).DateTime);
        var lines = new List<PaceLine>();
        var contracts = await ContractsAsync(today, cancel);
        foreach (var contract in contracts)
        {
            var own = counts.Where(c => c.Contract == contract.Id).ToList();
            foreach (var terms in contract.Terms?.Metrics ?? [])
            {
                var kinds = ObligationMetrics.KindsOf(terms.Code);
                if (kinds.Count > 0 && Pace([.. own.Where(c => kinds.Contains(c.Kind))], contract.StartsOn, month, elapsed) is { } pace
                    && EarlyWarning.Of(pace, terms.Target) is { } warning)
                {
                    lines.Add(new PaceLine(
                        contract.Id.Value, contract.VendorId, contract.Vendor, contract.Number, terms.Code, terms.Target, terms.Minimum, pace, warning));
                }
            }
        }

        var days = peek ? shelf.Peek(db.Scope.Tenant, month) : await shelf.OfAsync(db.Scope.Tenant, month, cancel);
        var seen = contracts.Select(c => c.Id.Value).ToHashSet();
        lines.AddRange(days?.Lines.Where(l => seen.Contains(l.Contract)) ?? []);
        return new PaceReport(
            [.. lines.OrderByDescending(l => l.Warning.Outlook).ThenByDescending(l => l.Warning.Chance).ThenBy(l => l.Warning.Allowed)
                .ThenBy(l => l.Number, StringComparer.Ordinal).ThenBy(l => MetricCatalogue.OrderOf(l.Code))],
            [.. days?.Gaps.Where(g => seen.Contains(g.Contract)) ?? []]);
    }

    private static MonthPace? Pace(List<Count> counts, DateOnly startsOn, YearMonth month, double elapsed)
    {
        var past = counts.Where(c => !c.IsThis).ToList();
        var months = Math.Clamp(((month.Year - startsOn.Year) * 12) + month.Month - startsOn.Month, 1, MonthsBefore);
        var open = counts.Where(c => c is { IsThis: true, IsOver: false } && c.State == ClockState.Running).Sum(c => c.N);
        // What is over and still runs is missed as soon as the sweep has looked at it.
        var missed = counts.Where(c => c.IsThis && (c.State is ClockState.Missed or ClockState.Breached || (c.State == ClockState.Running && c.IsOver))).Sum(c => c.N);
        var met = counts.Where(c => c.IsThis && c.State == ClockState.Met).Sum(c => c.N);
        var usual = past.Sum(c => c.N) / (double)months;
        var expected = Math.Max(0, (int)Math.Round(usual * (1 - elapsed)) - open);
        return new MonthPace(met, missed, open, expected, past.Where(c => c.State == ClockState.Met).Sum(c => c.N), past.Sum(c => c.N));
    }

    private async Task<List<Count>> CountsAsync(YearMonth month, DateTimeOffset now, TimeZoneInfo zone, CancellationToken cancel)
    {
        var (start, end) = MonthBounds.Of(month, zone);
        var from = MonthBounds.Of(month.AddMonths(-MonthsBefore), zone).From;
        ClockState[] counted = [ClockState.Running, ClockState.Breached, ClockState.Met, ClockState.Missed];
        return await db.Obligations.AsNoTracking()
            .Where(o => o.DueAt >= from && o.DueAt < end && counted.Contains(o.State))
            .Select(o => new { o.ContractId, o.Kind, o.State, IsThis = o.DueAt >= start ? 1 : 0, IsOver = o.DueAt <= now ? 1 : 0 })
            .GroupBy(o => o)
            .Select(g => new Count { Contract = g.Key.ContractId, Kind = g.Key.Kind, State = g.Key.State, This = g.Key.IsThis, Over = g.Key.IsOver, N = g.Count() })
            .ToListAsync(cancel);
    }

    private async Task<List<InForce>> ContractsAsync(DateOnly today, CancellationToken cancel) => await (
        from c in db.Contracts.AsNoTracking()
        join v in db.Vendors on c.VendorId equals v.Id
        where !v.Unassigned && c.StartsOn <= today && (c.EndsOn == null || c.EndsOn >= today)
        orderby c.Number
        select new InForce
        {
            Id = c.Id, VendorId = c.VendorId, Vendor = v.Name, Number = c.Number, StartsOn = c.StartsOn,
            Terms = db.TermsVersions.Where(t => t.ContractId == c.Id && t.EffectiveFrom <= today).OrderByDescending(t => t.Number)
                .Select(t => t.Terms).FirstOrDefault(),
        }).ToListAsync(cancel);

    private sealed class Count
    {
        public required ContractId Contract { get; init; }
        public required ObligationKind Kind { get; init; }
        public required ClockState State { get; init; }
        public required int This { get; init; }
        public required int Over { get; init; }
        public required int N { get; init; }
        public bool IsThis => This == 1;
        public bool IsOver => Over == 1;
    }

    private sealed class InForce
    {
        public required ContractId Id { get; init; }
        public required VendorId VendorId { get; init; }
        public required string Vendor { get; init; }
        public required string Number { get; init; }
        public required DateOnly StartsOn { get; init; }
        public required Terms? Terms { get; init; }
    }
}
