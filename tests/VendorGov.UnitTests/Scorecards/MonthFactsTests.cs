using VendorGov.Domain;
using VendorGov.Domain.Obligations;
using VendorGov.Domain.Scorecards;
using Xunit;

namespace VendorGov.UnitTests.Scorecards;

public sealed class MonthFactsTests
{
    private static readonly TimeZoneInfo Shanghai = TimeZoneInfo.FindSystemTimeZoneById("Asia/Shanghai");
    private static readonly DateTimeOffset InMay = new(2026, 5, 1, 0, 0, 0, TimeSpan.Zero);
    private static readonly DateTimeOffset MidMarch = new(2026, 3, 16, 4, 0, 0, TimeSpan.Zero);

    private static IReadOnlyList<ObligationFact> March(ObligationFact fact, DateTimeOffset? now = null) =>
        MonthFacts.Of([fact], Given.March, Shanghai, now ?? InMay);

    [Fact]
    public void An_obligation_due_at_midnight_belongs_to_the_month_that_begins_on_the_contracts_wall_clock()
    {
        var midnight = new DateTimeOffset(2026, 2, 28, 16, 0, 0, TimeSpan.Zero);

        Assert.Single(March(Given.Fact(ObligationKind.Resolve, ClockState.Met, midnight)));
        Assert.Empty(March(Given.Fact(ObligationKind.Resolve, ClockState.Met, midnight.AddSeconds(-1))));
    }

    [Theory]
    [InlineData(ClockState.Met, true)]
    [InlineData(ClockState.Missed, false)]
    [InlineData(ClockState.Breached, false)]
    public void A_decided_or_breached_obligation_counts(ClockState state, bool met)
    {
        var fact = Assert.Single(March(Given.Fact(ObligationKind.Resolve, state, MidMarch)));

        Assert.True(fact.Counted);
        Assert.Equal(met, fact.Met);
        Assert.Null(fact.Excluded);
    }

    [Theory]
    [InlineData(ClockState.Waived, ExclusionReason.Waived)]
    [InlineData(ClockState.Cancelled, ExclusionReason.Cancelled)]
    public void A_waived_or_cancelled_obligation_is_listed_but_not_counted(ClockState state, ExclusionReason reason)
    {
        var fact = Assert.Single(March(Given.Fact(ObligationKind.Resolve, state, MidMarch)));

        Assert.False(fact.Counted);
        Assert.Equal(reason, fact.Excluded);
    }

    [Fact]
    public void An_obligation_that_is_not_yet_due_is_listed_but_not_counted()
    {
        var fact = Assert.Single(March(Given.Fact(ObligationKind.Resolve, ClockState.Running, MidMarch), MidMarch.AddDays(-1)));

        Assert.False(fact.Counted);
        Assert.Equal(ExclusionReason.NotYetDue, fact.Excluded);
    }

    [Fact]
    public void A_paused_obligation_without_a_due_instant_counts_nowhere_yet() =>
        Assert.Empty(March(Given.Fact(ObligationKind.Resolve, ClockState.Paused)));

    [Fact]
    public void What_a_published_scorecard_of_another_month_counted_never_counts_again()
    {
        var fact = Given.Fact(ObligationKind.Resolve, ClockState.Missed, MidMarch, 7);

        var facts = MonthFacts.Of([fact], Given.March, Shanghai, InMay, new HashSet<Guid> { fact.ObligationId });

        Assert.Empty(facts);
    }

    [Fact]
    public void What_an_earlier_revision_of_the_month_counted_stays_with_it_wherever_it_is_due_by_now()
    {
        var reopened = Given.Fact(ObligationKind.Resolve, ClockState.Missed, new DateTimeOffset(2026, 4, 12, 4, 0, 0, TimeSpan.Zero), 7);

        Assert.Empty(March(reopened));
        var fact = Assert.Single(MonthFacts.Of([reopened], Given.March, Shanghai, InMay, countedBefore: new HashSet<Guid> { reopened.ObligationId }));
        Assert.True(fact is { Counted: true, Met: false });
    }

    [Fact]
    public void The_march_report_that_is_due_in_april_counts_in_april()
    {
        var report = Given.Fact(ObligationKind.DeliverReport, ClockState.Met, new DateTimeOffset(2026, 4, 8, 10, 0, 0, TimeSpan.Zero));

        Assert.Equal(new YearMonth(2026, 4), MonthFacts.MonthOf(report, Shanghai));
    }
}
