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
    private const int FirstDraftingDay = 7;
    private const int ResubmissionDays = 2;

    private readonly ConcurrentDictionary<CalendarVersionId, BusinessCalendar> _compiled = new();

    public required YearMonth Month { get; init; }
    public required string Tenant { get; init; }
    public required IReadOnlyDictionary<VendorId, Vendor> Vendors { get; init; }
    public required IReadOnlyDictionary<OutletId, OutletRef> Outlets { get; init; }
    public required ILookup<ContractId, TermsVersion> Terms { get; init; }
    public required IReadOnlyDictionary<CalendarVersionId, CalendarVersion> Calendars { get; init; }
    public required ILookup<ContractId, ExemptWindow> Exemptions { get; init; }
    public required ILookup<ContractId, ObligationFact> Obligations { get; init; }
    public required IReadOnlyDictionary<ContractId, IReadOnlyList<ReportFact>> Reports { get; init; }
    public required IReadOnlyDictionary<ContractId, (int Within, int Fields)> Accuracy { get; init; }
    public required IReadOnlyDictionary<ContractId, IReadOnlyList<ReportFact>> Feed { get; init; }
    public required IReadOnlyDictionary<ContractId, IReadOnlyList<ReportFact>> Staffing { get; init; }
    public required ILookup<ContractId, CardFigures> Cards { get; init; }
    public required IReadOnlyDictionary<ContractId, ScorecardContent> Previous { get; init; }
    public required IReadOnlySet<Guid> CountedElsewhere { get; init; }

    /// <summary>Contracts whose scorecard of the month is published; it is never calculated again.</summary>
    public IReadOnlySet<ContractId> Published =>
        Cards.SelectMany(c => c).Where(c => c.Month == Month && c.State == ScorecardState.Published).Select(c => c.Contract).ToHashSet();

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
    /// The 7th working day of the month after, and never before the report's deadline and its resubmission (SLA semantics 3.7).
    /// </summary>
    public DateOnly DraftingDay(Contract contract)
    {
        var terms = TermsOf(contract);
        var day = Math.Max(FirstDraftingDay, (terms.Terms.MonthlyReport?.WorkingDay ?? 0) + ResubmissionDays);
        return Compiled(terms.OfficeCalendarId).WorkingDayAfter(Month.LastDay, day);
    }

    public DateOnly Today(Contract contract, DateTimeOffset now) =>
        DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(now, ZoneOf(contract)).DateTime);

    public ScorecardInputs InputsOf(Contract contract, YearMonth month, DateTimeOffset now)
    {
        var terms = TermsOf(contract);
        var zone = ZoneOf(contract);
        var own = Cards[contract.Id].ToList();
        var draft = own.FirstOrDefault(c => c.Month == month);
        // What is published keeps its charge when it is recomputed, whatever the terms say by now.
        var charge = draft is { State: ScorecardState.Published } ? draft.Charge : draft?.EnteredCharge ?? ChargeOf(contract, month);
        var before = own.Where(c => c.Month < month).GroupBy(c => c.Month).Select(g => g.MaxBy(c => c.Revision)!).ToList();
        return new ScorecardInputs(
            FactsOf(contract, terms),
            terms.Terms,
            month,
            draft?.Revision ?? 1,
            charge,
            MonthFacts.Of(Obligations[contract.Id], month, zone, now, CountedElsewhere),
            Reports.GetValueOrDefault(contract.Id),
            terms.Terms.MonthlyReport is not null,
            OpenMinutes(contract, terms, zone),
            ExemptionsOf(contract, zone),
            Previous.GetValueOrDefault(contract.Id),
            Rolling(contract, before),
            [.. before.OrderBy(c => c.Month).TakeLast(5).Select(c => new TrendPoint(c.Month.ToString(), c.Summary.Score, c.Grade))],
            ExtrasOf(contract),
            FeedRows: Feed.GetValueOrDefault(contract.Id),
            StaffRows: Staffing.GetValueOrDefault(contract.Id));
    }

    private List<ExtraReading> ExtrasOf(Contract contract) =>
        Accuracy.TryGetValue(contract.Id, out var accuracy)
            ? [new ExtraReading("ACC", Provenance.Portal, accuracy.Within, accuracy.Fields)]
            : [];

    private ContractFacts FactsOf(Contract contract, TermsVersion terms)
    {
        var vendor = Vendors[contract.VendorId];
        return new ContractFacts(
            Tenant, vendor.Code, vendor.Name, contract.Number, contract.Title,
            [.. contract.Outlets.Select(o => Outlets[o.OutletId]).OrderBy(o => o.Code, StringComparer.Ordinal)],
            (terms.Terms.Channels ?? contract.Channels).ToHashSet(), contract.TimeZone, terms.Number,
            NameOf(terms.ServiceCalendarId), NameOf(terms.OfficeCalendarId), contract.Currency);
    }

    private decimal OpenMinutes(Contract contract, TermsVersion terms, TimeZoneInfo zone)
    {
        var (from, to) = MonthBounds.Of(Month, zone);
        var windows = Exemptions[contract.Id].Select(w => (w.From, w.To)).ToList();
        return (decimal)Compiled(terms.ServiceCalendarId).Without(windows).OpenTicks(from, to) / TimeSpan.TicksPerMinute;
    }

    private List<ExemptionFact> ExemptionsOf(Contract contract, TimeZoneInfo zone)
    {
        var (from, to) = MonthBounds.Of(Month, zone);
        return [.. Exemptions[contract.Id].Where(w => w.From < to && w.To > from).OrderBy(w => w.From)
            .Select(w => new ExemptionFact(w.From, w.To, w.Reason))];
    }

    /// <summary>
    /// Credits and charges of the eleven months before. A month of the contract that has no scorecard has its charge all the
    /// same, and no credit.
    /// </summary>
    private RollingYear Rolling(Contract contract, List<CardFigures> before)
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
}
