using VendorGov.Domain;
using VendorGov.Domain.Calendars;
using VendorGov.Domain.Contracts;
using VendorGov.Domain.Issues;
using VendorGov.Domain.Obligations;
using VendorGov.Domain.Scorecards;
using VendorGov.Domain.Tenancy;
using Xunit;

namespace VendorGov.UnitTests.Scorecards;

/// <summary>SLA semantics 3.7: review, appeals per figure, ruling, publication.</summary>
public sealed class ScorecardLifeTests
{
    private static readonly BusinessCalendar Office = BusinessCalendar.Compile(DefaultCalendars.ChinaOffice);
    private static readonly Contract Contract = new(TenantId.New(), VendorId.New(), "HT-1", "客服外包", new DateOnly(2026, 1, 1), "Asia/Shanghai");
    private static readonly Author Vendor = new(null, "陈屿", Side.Vendor), Buyer = new(null, "何青", Side.Buyer);

    // Monday 13 April 2026, 10:00 in Shanghai.
    private static readonly DateTimeOffset Monday = new(2026, 4, 13, 2, 0, 0, TimeSpan.Zero);

    [Fact]
    public void A_review_that_opens_on_Monday_closes_with_Thursday_and_the_ruling_three_working_days_later()
    {
        var card = Opened();

        Assert.Equal(Office.CloseOf(new DateOnly(2026, 4, 16)), card.ReviewDueAt);
        Assert.Equal(Office.CloseOf(new DateOnly(2026, 4, 21)), card.RulingDueAt);
        Refused("scorecard-in-review", () => card.Draft(card.Content, card.TermsVersionId, Monday));
        Refused("scorecard-in-review", () => card.EnterCharge(1));
        Refused("scorecard-in-review", () => card.OpenReview(Office, RhythmDays.Default, Monday));
    }

    [Fact]
    public void A_charge_is_an_amount_that_a_month_can_have()
    {
        var card = new Scorecard(Contract, TermsVersionId.New(), Given.March, 1);
        Refused("charge-out-of-range", () => card.EnterCharge(-0.01m));
        Refused("charge-out-of-range", () => card.EnterCharge(decimal.MaxValue));
        card.EnterCharge(Contract.MostCharge);
        Assert.Equal(Contract.MostCharge, card.EnteredCharge);
        card.EnterCharge(null);
        Assert.Null(card.EnteredCharge);
    }

    [Fact]
    public void Without_an_appeal_it_is_published_when_the_review_closes_with_one_when_the_ruling_is_due()
    {
        var card = Opened();
        Assert.False(card.Advance(0, card.ReviewDueAt!.Value.AddSeconds(-1)));
        Assert.Equal(ScorecardState.Review, card.State);
        Assert.False(card.Advance(1, card.ReviewDueAt.Value));
        Assert.Equal(ScorecardState.Ruling, card.State);
        Assert.False(card.Advance(1, card.RulingDueAt!.Value.AddSeconds(-1)));
        Assert.True(card.Advance(1, card.RulingDueAt.Value));
        Assert.True(Opened().Advance(0, card.ReviewDueAt.Value));
    }

    [Fact]
    public void By_hand_neither_the_vendors_days_nor_the_rulings_are_cut_short()
    {
        var card = Opened();
        Refused("review-runs", () => card.DemandPublishable(0, card.ReviewDueAt!.Value.AddSeconds(-1)));
        card.CloseReview(Monday); // The vendor has nothing to add.
        card.DemandPublishable(0, Monday);
        Refused("appeals-open", () => card.DemandPublishable(1, card.RulingDueAt!.Value.AddSeconds(-1)));
        card.DemandPublishable(1, card.RulingDueAt!.Value);
    }

    [Fact]
    public void Of_a_ruled_share_that_is_no_data_the_source_that_was_put_right_does_not_score_instead()
    {
        var ruled = new Correction(Guid.NewGuid(), "RR3", CorrectionKind.FigureEntered, null, 10, 50, Monday, "只有 50 轮");
        var inputs = Given.Inputs(
            Given.Terms(new MetricTerms("RR3", 90, 85, 100)), report: [Given.Day(1, "chat", "N1", ("rounds", 200), ("rounds_3m", 200))]) with { Corrections = [ruled] };

        Assert.Equal((MetricStatus.NoData, 50m), ScorecardCalculator.Calculate(inputs).Metric("RR3") is var m ? (m.Status, m.Denominator) : default);
    }

    [Fact]
    public void Appeals_are_taken_in_the_review_only_by_the_vendor_with_grounds_and_against_what_is_missed()
    {
        var card = Opened();
        var (met, missed) = (card.Content.Obligations.First(o => o.Met).ObligationId, card.Content.Obligations.First(o => !o.Met).ObligationId);
        void No(string rule, CardAppealAsk ask, Author? by = null, DateTimeOffset? at = null) =>
            Refused(rule, () => ScorecardAppeal.File(card, ask, by ?? Vendor, at ?? Monday));
        No("card-appeal-vendor", new("IAK", null, "多计一次"), Buyer);
        No("card-appeal-closed", new("IAK", null, "多计一次"), at: card.ReviewDueAt!.Value.AddTicks(1));
        No("card-appeal-grounds", new("IAK", null, " "));
        No("card-appeal-metric", new("SL20", null, "多计一次"));
        No("card-appeal-obligation", new("IAK", met, "多计一次"));
        No("card-appeal-obligation", new("IAK", Guid.NewGuid(), "多计一次"));
        No("card-appeal-figures", new("IAK", null, "多计一次", 9));
        No("card-appeal-figures", new("IAK", null, "多计一次", 9, 0));
        No("card-appeal-figures", new("IAK", null, "多计一次", 200, 100));

        var appeal = ScorecardAppeal.File(card, new("IAK", missed, "电话已确认"), Vendor, Monday);
        Assert.Equal((CardAppealState.Open, card.RulingDueAt!.Value, ObligationKind.Acknowledge), (appeal.State, appeal.DueAt, appeal.ObligationKind));
    }

    [Fact]
    public void What_is_upheld_moves_the_number_through_its_facts_and_stays_listed()
    {
        var inputs = Inputs();
        var (before, missed) = (ScorecardCalculator.Calculate(inputs), inputs.Obligations.First(o => !o.Met));
        Assert.Equal((18m, 20m, 90m), Figures(before));

        var left = Ruled(CorrectionKind.ObligationExcluded, missed.ObligationId);
        Assert.Equal((18m, 19m), (Figures(left).Item1, Figures(left).Item2));
        Assert.Equal(ExclusionReason.Appealed, left.Obligations.Single(o => o.ObligationId == missed.ObligationId).Excluded);
        var met = Ruled(CorrectionKind.ObligationMet, missed.ObligationId);
        Assert.Equal((19m, 20m, 95m), Figures(met));
        var found = Ruled(CorrectionKind.FigureEntered, null, 39, 40);
        Assert.Equal((39m, 40m, 97.5m), Figures(found));
        var metric = found.Metric("IAK");
        Assert.Equal((Provenance.Headquarters, Provenance.Portal, 90m), (metric.Source, metric.Others.Single().Source, metric.Others.Single().Value));
        Assert.All([left, met, found], c => Assert.Equal("录音可证", Assert.Single(c.Corrections!).Reason));
        Assert.Null(before.Corrections);

        ScorecardContent Ruled(CorrectionKind kind, Guid? obligation, decimal? numerator = null, decimal? denominator = null)
        {
            var correction = new Correction(Guid.NewGuid(), "IAK", kind, obligation, numerator, denominator, Monday, "录音可证");
            var facts = MonthFacts.Of(
                inputs.Obligations, Given.March, TimeZoneInfo.FindSystemTimeZoneById("Asia/Shanghai"), Monday, null, [correction]);
            return ScorecardCalculator.Calculate(inputs with { Obligations = facts, Corrections = [correction] });
        }
    }

    [Fact]
    public void A_ruling_is_made_once_by_the_buyer_with_a_reason_and_fits_what_was_appealed_against()
    {
        var card = Opened();
        var missed = card.Content.Obligations.First(o => !o.Met).ObligationId;
        var appeal = ScorecardAppeal.File(card, new("IAK", missed, "电话已确认"), Vendor, Monday);
        Refused("card-ruling-buyer", () => appeal.Rule(new(null, null, null, "有记录"), null, Vendor, Monday));
        Refused("card-ruling-reason", () => appeal.Rule(new(null, null, null, ""), null, Buyer, Monday));
        Refused("card-ruling-kind", () => appeal.Rule(new(CorrectionKind.FigureEntered, 1, 1, "有记录"), null, Buyer, Monday));
        appeal.Rule(new(CorrectionKind.ObligationMet, null, null, "录音可证"), new(90, 95, 60, 100), Buyer, Monday);
        Assert.Equal((CardAppealState.Upheld, CorrectionKind.ObligationMet, missed), (appeal.State, appeal.Correction!.Kind, appeal.Correction.ObligationId));
        Refused("card-appeal-ruled", () => appeal.Rule(new(null, null, null, "再议"), null, Buyer, Monday));
        Refused("card-appeal-ruled", () => appeal.Withdraw(Vendor));

        var figure = ScorecardAppeal.File(card, new("IAK", null, "漏计", 39, 40), Vendor, Monday);
        Refused("card-ruling-figures", () => figure.Rule(new(CorrectionKind.FigureEntered, null, null, "有记录"), null, Buyer, Monday));
        Refused("card-ruling-kind", () => figure.Rule(new(CorrectionKind.ObligationMet, null, null, "有记录"), null, Buyer, Monday));
    }

    [Fact]
    public void Of_two_rulings_on_one_fact_the_later_one_stands()
    {
        var obligation = Guid.NewGuid();
        Correction At(int hour, CorrectionKind kind) => new(Guid.NewGuid(), "IAK", kind, obligation, null, null, Monday.AddHours(hour), "");
        var later = At(2, CorrectionKind.ObligationExcluded);

        Assert.Equal(later, Assert.Single(Correction.Standing([later, At(1, CorrectionKind.ObligationMet)])));
    }

    [Fact]
    public void A_claim_follows_the_published_revision_and_never_loses_what_was_settled()
    {
        var first = Published(1_000);
        var claim = CreditClaim.Follow(first, null, Monday)!;
        Refused("claim-vendor", () => claim.Agree(Buyer, Monday));
        claim.Agree(Vendor, Monday);
        Refused("claim-invoice", () => claim.Settle(" ", Buyer, Monday));
        claim.Settle("INV-7", Buyer, Monday);
        Assert.Equal((CreditClaimState.Settled, 0m), (claim.State, claim.Outstanding));

        CreditClaim.Follow(Published(400), claim, Monday);
        Assert.Equal((CreditClaimState.Claimed, -600m, 1_000m), (claim.State, claim.Outstanding, claim.SettledAmount));
        claim.Settle("INV-8", Buyer, Monday);
        Assert.Equal((CreditClaimState.Settled, 0m, 400m), (claim.State, claim.Outstanding, claim.SettledAmount));
        Assert.Null(CreditClaim.Follow(Published(0), null, Monday));
        var void_ = CreditClaim.Follow(Published(50), null, Monday)!;
        CreditClaim.Follow(Published(0), void_, Monday);
        Assert.Equal(CreditClaimState.Void, void_.State);
    }

    private static Scorecard Published(decimal credit)
    {
        var content = ScorecardCalculator.Calculate(Inputs());
        var card = new Scorecard(Contract, TermsVersionId.New(), Given.March, 1);
        card.Draft(content with { Credit = content.Credit with { Amount = credit } }, card.TermsVersionId, Monday);
        card.Publish(null, "何青", Monday);
        return card;
    }

    private static Scorecard Opened()
    {
        var card = new Scorecard(Contract, TermsVersionId.New(), Given.March, 1);
        card.Draft(ScorecardCalculator.Calculate(Inputs()), card.TermsVersionId, Monday);
        card.OpenReview(Office, RhythmDays.Default, Monday);
        return card;
    }

    private static ScorecardInputs Inputs() => Given.Inputs(
        Given.Terms(new MetricTerms("IAK", 95, 90, 100)),
        [.. Given.Facts(ObligationKind.Acknowledge, 18, 2).Select(f => f with { DueAt = new DateTimeOffset(2026, 3, 16, 4, 0, 0, TimeSpan.Zero) })]);

    private static (decimal?, decimal?, decimal?) Figures(ScorecardContent content) =>
        (content.Metric("IAK").Numerator, content.Metric("IAK").Denominator, content.Metric("IAK").Value);

    private static void Refused(string rule, Action act) => Assert.Equal(rule, Assert.Throws<RuleViolationException>(act).Rule);
}
