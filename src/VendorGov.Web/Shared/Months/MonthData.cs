using System.Collections.Concurrent;
using VendorGov.Domain;
using VendorGov.Domain.Calendars;
using VendorGov.Domain.Contracts;
using VendorGov.Domain.Scorecards;
using VendorGov.Domain.Tenancy;

namespace VendorGov.Web.Shared.Months;

/// <summary>What was read for a month, arranged per contract. Safe to use from several threads.</summary>
internal sealed class MonthData
{
    private readonly ConcurrentDictionary<CalendarVersionId, BusinessCalendar> _compiled = new();

    public required YearMonth Month { get; init; }
    public required string Tenant { get; init; }

    /// <summary>The instant as of which everything was read.</summary>
    public required DateTimeOffset AsOf { get; init; }

    public required IReadOnlyDictionary<VendorId, Vendor> Vendors { get; init; }
    public required IReadOnlyDictionary<OutletId, OutletRef> Outlets { get; init; }
    public required ILookup<ContractId, TermsVersion> Terms { get; init; }
    public required IReadOnlyDictionary<CalendarVersionId, CalendarVersion> Calendars { get; init; }
    public required ILookup<ContractId, ExemptWindow> Exemptions { get; init; }
    public required ILookup<ContractId, ObligationFact> Obligations { get; init; }
    public required IReadOnlyDictionary<ContractId, IReadOnlyList<ReportFact>> Reports { get; init; }
    public required IReadOnlyDictionary<ContractId, IReadOnlyList<ReportFact>> Accuracy { get; init; }
    public required IReadOnlyDictionary<ContractId, IReadOnlyList<ReportFact>> Feed { get; init; }
    public required IReadOnlyDictionary<ContractId, IReadOnlyList<ReportFact>> Staffing { get; init; }
    public required IReadOnlyDictionary<ContractId, IReadOnlyList<ReportFact>> Quality { get; init; }
    public required ILookup<ContractId, CardFigures> Cards { get; init; }
    public required IReadOnlyDictionary<ContractId, ScorecardContent> Previous { get; init; }
    public required IReadOnlySet<Guid> CountedElsewhere { get; init; }
    public required IReadOnlySet<Guid> CountedBefore { get; init; }
    public required ILookup<ContractId, EscalationFact> Escalations { get; init; }

    public required ILookup<ContractId, FatalIssue> Fatal { get; init; }
    public required ILookup<ContractId, Correction> Corrections { get; init; }
    public required RhythmDays Rhythm { get; init; }

    /// <summary>Contracts whose latest scorecard of the month is under review or published; no run calculates it again.</summary>
    public IReadOnlySet<ContractId> Settled => Cards.SelectMany(c => c).Where(c => c.Month == Month).GroupBy(c => c.Contract)
        .Select(g => g.MaxBy(c => c.Revision)!).Where(c => c.State != ScorecardState.Draft).Select(c => c.Contract).ToHashSet();

    /// <summary>Contracts that have a scorecard of the month.</summary>
    public IReadOnlySet<ContractId> Drafted => Cards.Where(c => c.Any(card => card.Month == Month)).Select(c => c.Key).ToHashSet();

    /// <summary>Contracts whose latest scorecard of the month is published.</summary>
    public IReadOnlySet<ContractId> Published => Cards.SelectMany(c => c).Where(c => c.Month == Month).GroupBy(c => c.Contract)
        .Select(g => g.MaxBy(c => c.Revision)!).Where(c => c.State == ScorecardState.Published).Select(c => c.Contract).ToHashSet();

    /// <summary>In force in the month, or over with something owed that falls due in it.</summary>
    public bool Concerns(Contract contract) =>
        contract.InForceDuring(Month) || Obligations[contract.Id].Any(o => MonthFacts.MonthOf(o, ZoneOf(contract)) == Month);

    /// <summary>The terms in force on the month's first day; for a contract that starts later, its first ones.</summary>
    public TermsVersion TermsOf(Contract contract) => TermsOf(contract, Month);

    private TermsVersion TermsOf(Contract contract, YearMonth month)
    {
        var versions = Terms[contract.Id].OrderBy(t => t.Number).ToList();
        return versions.LastOrDefault(t => t.EffectiveFrom <= month.FirstDay) ?? versions[0];
    }

    /// <summary>What the terms of that month say; terms from before charges were kept with them leave it to the contract.</summary>
    private decimal ChargeOf(Contract contract, YearMonth month) =>
        TermsOf(contract, month).Terms.MonthlyCharge ?? contract.MonthlyCharge;

    /// <summary>
    /// The 7th working day of the month after unless the network says another, and never before the report's deadline and its resubmission (SLA semantics 3.7).
    /// </summary>
    public DateOnly DraftingDay(Contract contract)
    {
        var terms = TermsOf(contract);
        return Compiled(Latest(terms.OfficeCalendarId).Id).WorkingDayAfter(Month.LastDay, Rhythm.DraftingUnder(terms.Terms));
    }

    public DateOnly Today(Contract contract, DateTimeOffset now) =>
        DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(now, ZoneOf(contract)).DateTime);

    /// <param name="projection">What is put in place of what holds; null: as it is.</param>
    public ScorecardInputs InputsOf(Contract contract, YearMonth month, Projection? projection = null)
    {
        var now = AsOf;
        var version = TermsOf(contract);
        var agreed = projection?.Terms ?? version.Agreed;
        var zone = ZoneOf(contract);
        var own = Cards[contract.Id].ToList();
        var draft = own.Where(c => c.Month == month).MaxBy(c => c.Revision);
        var quality = Quality.GetValueOrDefault(contract.Id);
        var before = own.Where(c => c.Month < month).GroupBy(c => c.Month).Select(g => CardFigures.InForce(g, c => c.Revision, c => c.PublishedAt, now))
            .Select(c => new EarlierMonth(c.Month, c.Charge, c.Credit, c.Summary.Score, c.Grade, c.Summary.Metrics)).ToList();
        var corrections = Correction.Standing(Corrections[contract.Id].Concat(projection?.Corrections ?? []));
        before = [.. (projection?.Before ?? []).Select(EarlierMonth.Of).Concat(before).DistinctBy(c => c.Month)];
        var trend = before.OrderBy(c => c.Month).TakeLast(5).ToList();
        var obligations = MonthFacts.Of(
            projection?.Obligations ?? Obligations[contract.Id], month, zone, now,
            projection is { CountedAnew: true } ? null : CountedElsewhere, corrections, CountedBefore);
        return new ScorecardInputs(
            FactsOf(contract, agreed, version.Number),
            agreed.Terms,
            month,
            draft?.Revision ?? 1,
            ChargeOf(contract, month, draft, projection),
            obligations,
            Reports.GetValueOrDefault(contract.Id),
            agreed.Terms.MonthlyReport is not null && contract.InForceDuring(month),
            OpenMinutes(contract, agreed, zone, projection),
            ExemptionsOf(contract, zone, projection, obligations),
            projection?.Before.LastOrDefault(c => c.Month == month.AddMonths(-1).ToString()) ?? Previous.GetValueOrDefault(contract.Id),
            Rolling(contract, before),
            [.. trend.Select(c => new TrendPoint(c.Month.ToString(), c.Score, c.Grade))],
            [.. Escalations[contract.Id].Where(e => YearMonth.Of(e.At, zone) == month)],
            RandomEvaluations: QualityMetrics.SampledIn(month, quality ?? []),
            FatalBreach: QualityMetrics.Breached(month, quality ?? []),
            FeedRows: Feed.GetValueOrDefault(contract.Id),
            StaffRows: Staffing.GetValueOrDefault(contract.Id),
            QualityRows: quality,
            Corrections: corrections,
            EarlierMetrics: [.. trend.Select(c => c.Metrics)],
            FatalIssues: [.. Fatal[contract.Id].Where(f => YearMonth.Of(f.FiledAt, zone) == month)],
            AccuracyRows: Accuracy.GetValueOrDefault(contract.Id));
    }

    // What is published keeps its charge when it is recomputed, whatever the terms say by now.
    private decimal ChargeOf(Contract contract, YearMonth month, CardFigures? draft, Projection? projection)
    {
        var agreed = contract.InForceDuring(month) ? ChargeOf(contract, month) : 0;
        return projection?.Terms?.Terms.MonthlyCharge is { } proposed && proposed != agreed ? proposed
            : draft is { State: not ScorecardState.Draft } ? draft.Charge : draft?.EnteredCharge ?? agreed;
    }

    private ContractFacts FactsOf(Contract contract, AgreedTerms terms, int number)
    {
        var vendor = Vendors[contract.VendorId];
        return new ContractFacts(
            Tenant, vendor.Code, vendor.Name, contract.Number, contract.Title,
            [.. contract.Outlets.Select(o => Outlets[o.OutletId]).OrderBy(o => o.Code, StringComparer.Ordinal)],
            (terms.Terms.Channels ?? contract.Channels).ToHashSet(), contract.TimeZone, number,
            NameOf(terms.ServiceCalendarId), NameOf(terms.OfficeCalendarId), contract.Currency,
            Latest(terms.ServiceCalendarId).Number, Latest(terms.OfficeCalendarId).Number);
    }

    // Windows of some outlets close their clocks, not the contract's lines; before it begins and after it ends, a contract has none.
    private decimal OpenMinutes(Contract contract, AgreedTerms terms, TimeZoneInfo zone, Projection? projection)
    {
        var windows = WindowsOf(contract, projection).Where(w => w.CoversAll(contract)).Select(w => (w.From, w.To)).ToList();
        return MonthBounds.InForce(Month, zone, contract) is not { } days ? 0
            : (decimal)Compiled(Latest(terms.ServiceCalendarId).Id).Without(windows).OpenTicks(days.From, days.To) / TimeSpan.TicksPerMinute;
    }

    // Those of the month, and earlier ones in which a clock stood that counts in it.
    private List<ExemptionFact> ExemptionsOf(Contract contract, TimeZoneInfo zone, Projection? projection, IReadOnlyList<ObligationFact> obligations)
    {
        var (from, to) = MonthBounds.Of(Month, zone);
        return [.. WindowsOf(contract, projection).Where(w => (w.From < to && w.To > from) || obligations.Any(o => Stood(o, w))).OrderBy(w => w.From)
            .Select(w => new ExemptionFact(w.From, w.To, w.Reason))];
    }

    private bool Stood(ObligationFact fact, ExemptWindow window) =>
        window.From < (fact.StoppedAt ?? fact.DueAt) && window.To > fact.StartedAt
        && window.OutletIds?.Any(id => Outlets.GetValueOrDefault(new OutletId(id))?.Code == fact.OutletCode) != false;

    private IEnumerable<ExemptWindow> WindowsOf(Contract contract, Projection? projection) =>
        Exemptions[contract.Id].Concat(projection?.Windows ?? []);

    /// <summary>The version in force then of the calendar that terms name: it holds the past as it was (SLA semantics 1.4).</summary>
    private CalendarVersion Latest(CalendarVersionId named) =>
        Calendars.Values.Where(c => c.Name == Calendars[named].Name && c.CreatedAt <= AsOf).MaxBy(c => c.Number) ?? Calendars[named];

    /// <summary>
    /// Credits and charges of the eleven months before. A month of the contract that has no scorecard has its charge all the
    /// same, and no credit.
    /// </summary>
    private RollingYear Rolling(Contract contract, List<EarlierMonth> before)
    {
        var months = Enumerable.Range(1, 11).Select(i => Month.AddMonths(-i)).Where(contract.InForceDuring);
        var known = before.ToDictionary(c => c.Month);
        return new RollingYear(
            months.Sum(m => known.TryGetValue(m, out var card) ? card.Charge : ChargeOf(contract, m)),
            before.Sum(c => c.Credit));
    }

    private BusinessCalendar Compiled(CalendarVersionId id) => _compiled.GetOrAdd(id, key => BusinessCalendar.Compile(Calendars[key].Definition));

    private string NameOf(CalendarVersionId id) => Calendars[id].Name;

    private static TimeZoneInfo ZoneOf(Contract contract) => TimeZoneInfo.FindSystemTimeZoneById(contract.TimeZone);

    /// <summary>What a month needs to know of one before it.</summary>
    private sealed record EarlierMonth(YearMonth Month, decimal Charge, decimal Credit, decimal? Score, Grade? Grade, IReadOnlyList<MetricResult> Metrics)
    {
        public static EarlierMonth Of(ScorecardContent content) => new(
            YearMonth.TryParse(content.Month, out var month) ? month : throw new FormatException(content.Month),
            content.Credit.Charge, content.Credit.Amount, content.Score, content.Grade, content.Metrics);
    }
}

/// <summary>
/// What a month would be under other circumstances. <paramref name="Terms"/>: other terms; <paramref name="Obligations"/>: the facts of
/// the contract in place of the stored ones; <paramref name="Windows"/>: further exempt windows; <paramref name="Before"/>: months
/// that were projected already, oldest first; <paramref name="CountedAnew"/>: what published months counted is no matter;
/// <paramref name="Corrections"/>: rulings that nobody has made yet.
/// </summary>
internal sealed record Projection(
    AgreedTerms? Terms, IReadOnlyList<ObligationFact>? Obligations, IReadOnlyList<ExemptWindow> Windows,
    IReadOnlyList<ScorecardContent> Before, bool CountedAnew, IReadOnlyList<Correction>? Corrections = null);
