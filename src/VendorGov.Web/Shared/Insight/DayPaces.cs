using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using VendorGov.Data;
using VendorGov.Domain;
using VendorGov.Domain.Analysis;
using VendorGov.Domain.Contracts;
using VendorGov.Domain.Scorecards;
using VendorGov.Domain.Tenancy;
using VendorGov.Web.Shared.Months;

namespace VendorGov.Web.Shared.Insight;

/// <summary>Why nothing can be said of a metric before the month is over.</summary>
public enum PaceGapReason
{
    /// <summary>It is counted once for the whole month.</summary>
    OncePerMonth,
    /// <summary>Only the vendor's report tells it, which comes after the month.</summary>
    ReportOnly,
    /// <summary>It could be told day by day, but nothing of it has come in this month.</summary>
    NothingYet,
    /// <summary>Fewer days are known than a projection needs.</summary>
    TooFewDays,
}

/// <summary>A metric of a contract that cannot be projected. <paramref name="Days"/>: how many days of it are known.</summary>
public sealed record PaceGap(Guid Contract, string Vendor, string Number, string Code, PaceGapReason Reason, int Days);

/// <summary>What the days of the month so far say of every contract of a network, and when that was read.</summary>
public sealed record DayPaces(YearMonth Month, DateTimeOffset ReadAt, IReadOnlyList<PaceLine> Lines, IReadOnlyList<PaceGap> Gaps);

/// <summary>
/// Projects metrics that the direct feed, presence and evaluations tell day by day. Such a month is too much to be read for each look at a page, so it is
/// read for the network as a whole, at most every half an hour, and kept in memory; whoever looks picks the contracts that he may see. A scorecard's
/// figures are a contract's as a whole, also for an outlet, and so are these.
/// </summary>
public sealed class DayPaceShelf(IServiceScopeFactory scopes, TimeProvider clock)
{
    private static readonly TimeSpan Fresh = TimeSpan.FromMinutes(30), Old = TimeSpan.FromHours(3);

    private readonly ConcurrentDictionary<TenantId, DayPaces> _shelf = new();
    private readonly ConcurrentDictionary<TenantId, SemaphoreSlim> _readers = new();

    /// <summary>What is known without a query; null where nothing was read in the last hours.</summary>
    public DayPaces? Peek(TenantId tenant, YearMonth month) =>
        _shelf.GetValueOrDefault(tenant) is { } known && known.Month == month && clock.GetUtcNow() - known.ReadAt < Old ? known : null;

    public async Task<DayPaces> OfAsync(TenantId tenant, YearMonth month, CancellationToken cancel)
    {
        if (Read(tenant, month) is { } known)
        {
            return known;
        }

        // One reads, the others wait for what it brings.
        var reader = _readers.GetOrAdd(tenant, _ => new SemaphoreSlim(1));
        await reader.WaitAsync(cancel);
        try
        {
            return Read(tenant, month) ?? (_shelf[tenant] = await ReadAnewAsync(tenant, month, cancel));
        }
        finally
        {
            reader.Release();
        }
    }

    private DayPaces? Read(TenantId tenant, YearMonth month) => Peek(tenant, month) is { } known && clock.GetUtcNow() - known.ReadAt < Fresh ? known : null;

    private async Task<DayPaces> ReadAnewAsync(TenantId tenant, YearMonth month, CancellationToken cancel)
    {
        await using var inner = scopes.CreateAsyncScope();
        inner.ServiceProvider.GetRequiredService<TenantScope>().EnterTenant(tenant);
        return await new DayPaceReading(inner.ServiceProvider.GetRequiredService<AppDb>()).ReadAsync(month, clock.GetUtcNow(), cancel);
    }
}

internal sealed class DayPaceReading(AppDb db)
{
    private static readonly string[] Evaluated = ["QAP", "FATAL", "BRD"];
    private static readonly string[] OnceAMonth = ["ATR", "CERT"];

    public async Task<DayPaces> ReadAsync(YearMonth month, DateTimeOffset now, CancellationToken cancel)
    {
        var (first, last) = (month.FirstDay, month.LastDay);
        var contracts = await db.Contracts.AsNoTracking().Include(c => c.Outlets)
            .Where(c => c.StartsOn <= last && (c.EndsOn == null || c.EndsOn >= first)).OrderBy(c => c.Number).ToListAsync(cancel);
        var ids = contracts.ConvertAll(c => c.Id);
        var terms = (await db.TermsVersions.AsNoTracking().Where(t => ids.Contains(t.ContractId)).ToListAsync(cancel)).ToLookup(t => t.ContractId);
        var vendors = await db.Vendors.AsNoTracking().Where(v => !v.Unassigned).ToDictionaryAsync(v => v.Id, v => v.Name, cancel);
        var outlets = await db.Outlets.AsNoTracking().ToDictionaryAsync(o => o.Id, o => new OutletRef(o.Code, o.Name, null), cancel);
        var facts = await FactsAsync(month, contracts, outlets, now, cancel);
        var (lines, gaps) = (new List<PaceLine>(), new List<PaceGap>());
        foreach (var contract in contracts.Where(c => vendors.ContainsKey(c.VendorId)))
        {
            if (terms[contract.Id].Where(t => t.EffectiveFrom <= first).DefaultIfEmpty(terms[contract.Id].MinBy(t => t.Number)).MaxBy(t => t?.Number)?.Terms is { } agreed)
            {
                Judge(new Judged(contract, vendors[contract.VendorId], facts.Of(contract, agreed), now), lines, gaps);
            }
        }

        return new DayPaces(month, now, lines, gaps);
    }

    private static void Judge(Judged one, List<PaceLine> lines, List<PaceGap> gaps)
    {
        foreach (var terms in one.Facts.Terms.Metrics.Where(m => ObligationMetrics.KindsOf(m.Code).Count == 0 && MetricDays.Concerns(m.Code, one.Facts.Channels)))
        {
            var (line, gap) = Evaluated.Contains(terms.Code) ? OfEvaluations(one, terms) : OfDays(one, terms);
            lines.AddRange(line is null ? [] : [line]);
            gaps.AddRange(gap is null ? [] : [gap]);
        }
    }

    private static (PaceLine?, PaceGap?) OfEvaluations(Judged one, MetricTerms terms)
    {
        var (own, before) = MetricDays.OfEvaluations(one.Facts, terms.Code);
        return own is { Denominator: > 0 } && EarlyWarning.OfCases(own, before, one.Elapsed, MetricCatalogue.Find(terms.Code), terms.Target) is { } found
            ? (one.Line(terms, found.Pace, found.Warning, null), null)
            : (null, one.Gap(terms, PaceGapReason.NothingYet, 0));
    }

    private static (PaceLine?, PaceGap?) OfDays(Judged one, MetricTerms terms)
    {
        var metric = MetricCatalogue.Find(terms.Code);
        if (OnceAMonth.Contains(terms.Code))
        {
            return (null, one.Gap(terms, PaceGapReason.OncePerMonth, 0));
        }

        var days = MetricDays.Of(one.Facts, terms, one.Today);
        return DayProjection.Of(days, one.Facts.Month, metric, terms.Target) is { } found
            ? (one.Line(terms, new MonthPace(0, 0, 0, 0, 0, 0), found.Warning, found.Pace), null)
            : (null, one.Gap(terms, days.Count > 0 ? PaceGapReason.TooFewDays : ToldDaily(metric) ? PaceGapReason.NothingYet : PaceGapReason.ReportOnly, days.Count));
    }

    // The reconciliation and the availability stand in the report alone, whatever else is contracted.
    private static bool ToldDaily(MetricDefinition metric) => metric.Code is not ("ACC" or "AVL")
        && (metric.Sources.Contains(Provenance.Feed) || StaffMetrics.FieldsOf(metric.Code, Provenance.Portal).Count > 0);

    private async Task<Facts> FactsAsync(
        YearMonth month, List<Contract> contracts, Dictionary<OutletId, OutletRef> outlets, DateTimeOffset now, CancellationToken cancel)
    {
        var ids = contracts.ConvertAll(c => c.Id);
        var (from, to) = MonthBounds.Widest(month);
        var exemptions = (await db.ExemptWindows.AsNoTracking().Where(w => w.From < to && w.To > from && w.ApprovedAt <= now).ToListAsync(cancel)).ToLookup(w => w.ContractId);
        var feed = await FeedDays.ReadAsync(db, ids, month.FirstDay, month.LastDay, cancel, now);
        return new Facts(
            month, feed.Where(d => outlets.ContainsKey(d.Outlet)).ToLookup(
                d => d.Contract, d => new ReportFact("daily", d.Date, outlets[d.Outlet].Code, d.Channel.ToString().ToLowerInvariant(), d.Figures)),
            await StaffingReading.ReadAsync(db, month, contracts, outlets, exemptions, now, cancel),
            await QualityReading.ReadAsync(db, month, ids, outlets, now, cancel));
    }

    private sealed record Facts(
        YearMonth Month, ILookup<ContractId, ReportFact> Feed, IReadOnlyDictionary<ContractId, IReadOnlyList<ReportFact>> Staff,
        IReadOnlyDictionary<ContractId, IReadOnlyList<ReportFact>> Quality)
    {
        public MonthSoFar Of(Contract contract, Terms terms) => new(
            Month, terms, (terms.Channels ?? contract.Channels).ToHashSet(), [.. Feed[contract.Id]], Staff.GetValueOrDefault(contract.Id) ?? [],
            Quality.GetValueOrDefault(contract.Id) ?? []);
    }

    /// <summary>A contract with what is known of its month.</summary>
    private sealed record Judged(Contract Contract, string Vendor, MonthSoFar Facts, DateTimeOffset Now)
    {
        private TimeZoneInfo Zone => TimeZoneInfo.FindSystemTimeZoneById(Contract.TimeZone);

        public DateOnly Today => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(Now, Zone).DateTime);

        public double Elapsed
        {
            get
            {
                var (start, end) = MonthBounds.Of(Facts.Month, Zone);
                return Math.Clamp((Now - start) / (end - start), 0, 1);
            }
        }

        public PaceLine Line(MetricTerms terms, MonthPace pace, Warning warning, DayPace? days) => new(
            Contract.Id.Value, Contract.VendorId, Vendor, Contract.Number, terms.Code, terms.Target, terms.Minimum, pace, warning, days);

        public PaceGap Gap(MetricTerms terms, PaceGapReason reason, int days) => new(Contract.Id.Value, Vendor, Contract.Number, terms.Code, reason, days);
    }
}
