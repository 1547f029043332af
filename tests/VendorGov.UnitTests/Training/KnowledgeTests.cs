using VendorGov.Domain;
using VendorGov.Domain.Obligations;
using VendorGov.Domain.Scorecards;
using VendorGov.Domain.Staffing;
using VendorGov.Domain.Training;
using Xunit;
using static VendorGov.UnitTests.Staffing.Desk;

namespace VendorGov.UnitTests.Training;

/// <summary>Orders, brand packs, the quarterly brand course and knowledge articles.</summary>
public sealed class KnowledgeTests
{
    private static readonly Course Claims = new(Contract, "理赔口径", CertificateKind.Product, 80, 6, Now);
    private static readonly HashSet<Guid> Nobody = [];

    [Fact]
    public void An_order_is_done_when_the_last_named_agent_has_passed_after_it_was_given()
    {
        var (one, two) = (Hire(), Hire("1002"));
        var (order, owed) = Order(one, two);
        Assert.Equal((ObligationKind.Training, new DateTimeOffset(2026, 3, 9, 16, 0, 0, TimeSpan.Zero)), (owed.Kind, owed.DueAt));
        Assert.False(order.Settle([Pass(one, Monday.AddDays(-1)), Pass(two, Monday.AddDays(-1))], Nobody, owed, Faces, Now));
        Assert.True(order.Settle([Pass(one, Monday.AddDays(1))], Nobody, owed, Faces, Now.AddDays(1)));
        Assert.Equal((TrainingOrderState.Open, ClockState.Running), (order.State, owed.State));
        order.Settle([Pass(two, Monday.AddDays(2))], Nobody, owed, Faces, Now.AddDays(2));
        Assert.Equal((TrainingOrderState.Done, ClockState.Met), (order.State, owed.State));
        Assert.Equal([90, 90], order.Agents.Select(a => a.Score!.Value));
    }

    [Fact]
    public void Who_left_is_excused_and_where_all_left_nothing_is_owed()
    {
        var (one, two) = (Hire(), Hire("1002"));
        var (order, owed) = Order(one, two);
        order.Settle([Pass(one, Monday)], new HashSet<Guid> { two.Id }, owed, Faces, Now.AddDays(10));
        Assert.Equal((TrainingOrderState.Done, ClockState.Missed), (order.State, owed.State));

        (order, owed) = Order(one);
        order.Settle([], new HashSet<Guid> { one.Id }, owed, Faces, Now);
        Assert.Equal((TrainingOrderState.Withdrawn, ClockState.Cancelled), (order.State, owed.State));
    }

    [Fact]
    public void An_order_names_a_topic_agents_of_the_contract_a_course_that_is_given_and_a_day_to_come()
    {
        var ground = new TrainingGround(TrainingCause.Inspection, Outlet, CauseId: Guid.NewGuid());
        TrainingWish wish = new("口径", null, Claims, [Hire()], Monday);
        Assert.Equal("order-details", Rule(() => TrainingOrder.Give(Contract, wish with { Topic = " " }, ground, Faces, "周敏", Now)));
        Assert.Equal("order-details", Rule(() => TrainingOrder.Give(Contract, wish with { Agents = [] }, ground, Faces, "周敏", Now)));
        Assert.Equal("order-due", Rule(() => TrainingOrder.Give(Contract, wish with { DueOn = Monday.AddDays(-1) }, ground, Faces, "周敏", Now)));
        var stranger = Hire(contract: Sign(Contract.VendorId));
        Assert.Equal("result-agent", Rule(() => TrainingOrder.Give(Contract, wish with { Agents = [stranger] }, ground, Faces, "周敏", Now)));
        var (order, owed) = TrainingOrder.Give(Contract, wish, ground, Faces, "周敏", Now);
        Assert.Equal((TrainingCause.Inspection, ground.CauseId, Outlet), (order.Cause, order.CauseId, owed.OutletId));
        Assert.Equal("reason-missing", Rule(() => order.Withdraw(" ", owed, Faces, Now)));
        order.Withdraw("改为辅导", owed, Faces, Now);
        Assert.Equal(ClockState.Cancelled, owed.State);
        Assert.Equal("order-closed", Rule(() => order.Withdraw("再撤", owed, Faces, Now)));
    }

    [Fact]
    public void The_brand_course_of_a_quarter_is_met_once_everybody_there_for_a_month_has_80_points()
    {
        var (old, late, fresh) = (Hire(), Hire("1002"), Hire("1003", Monday.AddDays(-10)));
        var (quarter, owed) = BrandQuarter.Owe(Contract, BrandQuarter.FirstDayOf(Monday), Faces, Now);
        Assert.Equal((new DateOnly(2026, 1, 1), new DateOnly(2026, 3, 31)), (quarter.From, quarter.LastDay));
        Assert.Equal(new DateTimeOffset(2026, 3, 31, 16, 0, 0, TimeSpan.Zero), owed.DueAt);
        var candidates = BrandQuarter.Candidates([old, late, fresh], Monday);
        Assert.Equal([old, late], candidates);
        quarter.Settle(candidates, new HashSet<Guid> { old.Id }, owed, Faces, Now);
        Assert.Equal((2, 1, ClockState.Running), (quarter.Agents, quarter.Passed, owed.State));
        quarter.Settle(candidates, new HashSet<Guid> { old.Id, late.Id }, owed, Faces, Now.AddDays(3));
        Assert.Equal(ClockState.Met, owed.State);
    }

    [Fact]
    public void A_new_version_of_the_brand_pack_takes_the_place_of_the_one_before_and_only_the_newest_is_signed()
    {
        var first = new BrandPack(Contract, null, new BrandContent("品牌用语", "称呼您", Monday.AddDays(7)), "何青", Now);
        var second = new BrandPack(Contract, first, new BrandContent("品牌用语", "先报品牌", Monday.AddDays(9)), "何青", Now.AddDays(1));
        Assert.Equal((1, 2, false, true), (first.Number, second.Number, first.AwaitsSignature, second.AwaitsSignature));
        Assert.Equal("brand-superseded", Rule(() => first.Sign("陈屿", Now.AddDays(2))));
        second.Sign("陈屿", Now.AddDays(2));
        Assert.Equal("brand-signed", Rule(() => second.Sign("陈屿", Now.AddDays(3))));
    }

    [Fact]
    public void Agents_read_the_version_that_was_approved_until_the_next_one_is()
    {
        var (article, owed) = KnowledgeArticle.Propose(Contract, Outlet, null, Text("先致歉"), Faces, "邵宁", Now);
        // Five working days after Monday: the close of the next Monday.
        Assert.Equal(new DateTimeOffset(2026, 3, 9, 10, 0, 0, TimeSpan.Zero), owed.DueAt);
        Assert.Equal("article-waiting", Rule(() => article.Revise(Text("再改"), Faces, "邵宁", Now)));
        article.Approve(owed, Faces, "周敏", Now.AddDays(1));
        var again = article.Revise(Text("先致歉再给时限"), Faces, "邵宁", Now.AddDays(2));
        Assert.Equal((KnowledgeState.Proposed, "先致歉", 1), (article.State, article.Body, article.InForce));
        Assert.Equal("reason-missing", Rule(() => article.Return("", again, Faces, "周敏", Now.AddDays(2))));
        article.Return("缺时限", again, Faces, "周敏", Now.AddDays(3));
        Assert.Equal((ClockState.Met, "先致歉"), (again.State, article.Body));
        var third = article.Revise(Text("先致歉，两小时内回电"), Faces, "邵宁", Now.AddDays(4));
        article.Approve(third, Faces, "周敏", Now.AddDays(5));
        Assert.Equal(("先致歉，两小时内回电", 3), (article.Body, article.InForce));
        Assert.Equal("article-decided", Rule(() => article.Approve(third, Faces, "周敏", Now.AddDays(5))));
    }

    [Fact]
    public void An_article_keeps_no_telephone_number_of_a_customer() =>
        Assert.Equal("article-personal", Rule(() => KnowledgeArticle.Propose(Contract, Outlet, null, Text("回电13800002097"), Faces, "邵宁", Now)));

    [Fact]
    public void What_the_outlet_owes_is_in_no_scorecard_of_the_vendor()
    {
        var (_, decision) = KnowledgeArticle.Propose(Contract, Outlet, null, Text("先致歉"), Faces, "邵宁", Now);
        var (_, training) = Order(Hire());
        var facts = MonthFacts.Of([Fact(decision), Fact(training)], new YearMonth(2026, 3), TimeZoneInfo.FindSystemTimeZoneById("Asia/Shanghai"), Now.AddDays(40));
        Assert.Equal([ObligationKind.Training], facts.Select(f => f.Kind));
    }

    private static ObligationFact Fact(Obligation owed) => new(
        owed.Id.Value, owed.Kind, "", null, null, null, null, null, null, owed.StartedAt, owed.DueAt, owed.StoppedAt, owed.TargetSeconds, owed.ElapsedSeconds,
        owed.State, false, false, null);

    private static KnowledgeText Text(string body) => new("延误安抚", body, "延误");

    private static PassedSitting Pass(Agent agent, DateOnly date) => new(agent.Id, Guid.NewGuid(), date, 90);

    private static (TrainingOrder Order, Obligation Owed) Order(params Agent[] agents) => TrainingOrder.Give(
        Contract, new TrainingWish("口径复训", null, Claims, agents, Monday.AddDays(7)), new TrainingGround(TrainingCause.Other), Faces, "周敏", Now);

    private static string Rule(Action act) => Assert.Throws<RuleViolationException>(act).Rule;
}
