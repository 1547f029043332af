using VendorGov.Domain.Improvement;
using VendorGov.Domain.Obligations;
using VendorGov.Domain.Staffing;
using VendorGov.Domain.Training;
using VendorGov.UnitTests.Staffing;
using Xunit;
using static VendorGov.UnitTests.Cases.Given;

namespace VendorGov.UnitTests.Inspections;

public sealed class CorrectiveActionTests
{
    private static readonly DateOnly Until = new(2026, 3, 20);

    private static (CorrectiveAction Action, Obligation Plan, Obligation Owed) Ask() => CorrectiveAction.Ask(
        Desk.Contract, "ZG-2026-0001",
        new ActionDemand(ActionOrigin.Metric, "质检合格率低于下限", "2 月 86.2%", "质检合格率", "QAP", 86.2m, 95m, Until), Desk.Faces, "何青", Desk.Now);

    private static ActionPlan Plan(DateOnly? due = null) => new(
        "新人占比高，理赔口径未复训", "客户二次来电", [new ActionStep("理赔口径复训并测验", "邵宁", due ?? Until.AddDays(-8), true), new ActionStep("班长每日旁听 2 通", "邵宁", Until, false)]);

    [Fact]
    public void From_the_demand_to_the_sample_that_shows_it_helped()
    {
        var (action, plan, owed) = Ask();
        Assert.Equal(new DateOnly(2026, 3, 5), Desk.Faces.Office.LocalDate(plan.DueAt!.Value));
        Assert.Equal(Desk.Faces.Office.Midnight(Until.AddDays(1)), owed.DueAt);
        Assert.Equal("action-step-late", Refusal(() => action.Propose(Plan(Until.AddDays(1)), plan, Desk.Faces, Heard.Vendor, Desk.Now)));
        action.Propose(Plan(), plan, Desk.Faces, Heard.Vendor, Desk.Now.AddDays(1));
        action.Accept(Heard.Headquarters, Desk.Now.AddDays(2));
        Assert.Equal("action-training", Refusal(() => action.Finish(0, Until.AddDays(-9), null, Heard.Vendor, Desk.Now.AddDays(9))));
        action.Finish(0, Until.AddDays(-9), "到 41 人，测验 40 人合格", Heard.Vendor, Desk.Now.AddDays(9));
        Assert.Equal("action-steps-open", Refusal(() => action.Complete("完成", owed, Desk.Faces, Heard.Vendor, Desk.Now.AddDays(10))));
        action.Finish(1, Until.AddDays(-2), null, Heard.Vendor, Desk.Now.AddDays(16));
        action.Complete("两项均完成", owed, Desk.Faces, Heard.Vendor, Desk.Now.AddDays(16));
        action.Verify(new Verification(30, 29, 96.7m, "抽检 30 通", true, "吴桐", Desk.Now.AddDays(20)), owed, Desk.Faces, Desk.Now.AddDays(20));
        Assert.Equal((ActionState.Verified, ClockState.Met, ClockState.Met), (action.State, plan.State, owed.State));
    }

    [Fact]
    public void A_training_that_was_ordered_is_done_when_its_order_is()
    {
        var (action, plan, _) = Ask();
        action.Propose(Plan(), plan, Desk.Faces, Heard.Vendor, Desk.Now);
        var (order, owed) = Order(action.Id);
        Assert.Equal("action-not-running", Refusal(() => action.Order(0, order)));
        action.Accept(Heard.Headquarters, Desk.Now);
        Assert.Equal("action-no-training", Refusal(() => action.Order(1, order)));
        Assert.Equal("action-no-training", Refusal(() => action.Order(0, Order(Guid.NewGuid()).Order)));
        action.Order(0, order);
        Assert.Equal("action-training-open", Refusal(() => action.Finish(0, Until, "到 1 人", Heard.Vendor, Desk.Now, order)));
        order.Withdraw("改为线上课", owed, Desk.Faces, Desk.Now);
        action.Finish(0, Until, "线上课已学", Heard.Vendor, Desk.Now, order);
        Assert.Equal((order.Id, Until), (action.Plan!.Steps[0].OrderId, action.Plan.Steps[0].DoneOn));
    }

    private static (TrainingOrder Order, Obligation Owed) Order(Guid cause) => TrainingOrder.Give(
        Desk.Contract, new TrainingWish("口径复训", null, new Course(Desk.Contract, "口径", CertificateKind.Contacts, 80, 12, Desk.Now), [Desk.Hire()], Until),
        new TrainingGround(TrainingCause.CorrectiveAction, CauseId: cause), Desk.Faces, "何青", Desk.Now);

    [Fact]
    public void A_sample_that_shows_nothing_reopens_the_clock()
    {
        var (action, plan, owed) = Ask();
        action.Propose(Plan(), plan, Desk.Faces, Heard.Vendor, Desk.Now);
        action.Accept(Heard.Headquarters, Desk.Now);
        action.Finish(0, Until, "到 41 人", Heard.Vendor, Desk.Now);
        action.Finish(1, Until, null, Heard.Vendor, Desk.Now);
        action.Complete("完成", owed, Desk.Faces, Heard.Vendor, Desk.Now.AddDays(16));
        action.Verify(new Verification(30, 24, 80m, "仍有 6 通口径错误", false, "吴桐", Desk.Now.AddDays(17)), owed, Desk.Faces, Desk.Now.AddDays(17));
        Assert.Equal((ActionState.Running, ClockState.Running), (action.State, owed.State));
        action.Complete("补训完成", owed, Desk.Faces, Heard.Vendor, Desk.Now.AddDays(25));
        Assert.Equal(ClockState.Missed, owed.State);
    }

    [Fact]
    public void A_refused_plan_is_owed_again()
    {
        var (action, plan, _) = Ask();
        action.Propose(Plan(), plan, Desk.Faces, Heard.Vendor, Desk.Now.AddHours(1));
        Assert.Equal("action-reason", Refusal(() => action.Refuse(" ", plan, Desk.Faces, Heard.Headquarters, Desk.Now)));
        action.Refuse("原因未到流程", plan, Desk.Faces, Heard.Headquarters, Desk.Now.AddHours(2));
        Assert.Equal((ActionState.Returned, ClockState.Running), (action.State, plan.State));
    }

    [Fact]
    public void Overdue_climbs_a_level_and_one_more_each_working_day()
    {
        var (action, plan, owed) = Ask();
        var office = Desk.Faces.Office;
        Assert.False(action.Climb(plan, owed, office, plan.DueAt!.Value));
        Assert.True(action.Climb(plan, owed, office, plan.DueAt!.Value.AddMinutes(1)));
        Assert.Equal(2, action.Level);
        Assert.False(action.Climb(plan, owed, office, plan.DueAt!.Value.AddMinutes(2)));
        Assert.True(action.Climb(plan, owed, office, plan.DueAt!.Value.AddDays(1).AddMinutes(1)));
        Assert.Equal(3, action.Level);
        action.Climb(plan, owed, office, plan.DueAt!.Value.AddDays(30));
        Assert.Equal(4, action.Level);
    }

    [Fact]
    public void A_withdrawn_demand_owes_nothing()
    {
        var (action, plan, owed) = Ask();
        action.Withdraw("数据更正后达标", plan, owed, Desk.Faces, Heard.Headquarters, Desk.Now.AddDays(1));
        Assert.Equal((ClockState.Cancelled, ClockState.Cancelled), (plan.State, owed.State));
        Assert.Equal("action-closed", Refusal(() => action.Report("进展", Heard.Vendor, Desk.Now)));
    }
}
