using VendorGov.Data;
using VendorGov.Domain;
using VendorGov.Domain.Contracts;
using VendorGov.Domain.Improvement;
using VendorGov.Domain.Inspections;
using VendorGov.Domain.Issues;
using VendorGov.Domain.Obligations;

namespace VendorGov.Web.Commands.Demo;

/// <summary>A vendor's corrective actions: one due in each month of the history, and some at every step now.</summary>
internal sealed class DemoImprovement(
    AppDb db, DemoPlan.VendorPlan plan, Contract contract, ClockFaces faces, DateTimeOffset now, IReadOnlyList<Evaluation> failed, Func<int> number)
{
    private static readonly Author Vendor = new(null, "陈屿", Side.Vendor);
    private static readonly Author Buyer = new(null, "何青", Side.Buyer);

    private static readonly (string Title, string Finding, string Measure, string? Metric, decimal Baseline, decimal Target)[] Topics =
    [
        ("在线首响率低于下限", "连续两周首响率 91.8%，下限 95%", "在线 30 秒首响率 (%)", "FR30", 91.8m, 98m),
        ("破损理赔口径错误", "抽检 8 通中 3 通口径错误，客户二次来电", "理赔口径抽检合格率 (%)", null, 62.5m, 95m),
        ("夜班接通率不足", "20 时后 20 秒接通率 71%", "20 秒接通率 (%)", "SL20", 71m, 85m),
        ("品牌开场白缺失", "神秘客户 6 通中 2 通未报品牌", "品牌项合格率 (%)", "BRD", 86m, 95m),
        ("工单 24 小时完结率偏低", "月完结率 88.2%", "工单 24 小时完结率 (%)", "WO24", 88.2m, 95m),
        ("投诉未登记即结案", "台账与录音核对，4 起未登记", "投诉登记完整率 (%)", null, 92m, 100m),
    ];

    public void Fill(YearMonth[] months)
    {
        foreach (var (month, i) in months.Select((m, i) => (m, i)))
        {
            var due = month.FirstDay.AddDays(19);
            var late = plan.Code == "LH" ? i % 3 == 1 : plan.Code == "AY" && i == 2;
            Run(Topics[i % Topics.Length], due.AddDays(-28), due, late ? 3 : -4, verified: true);
        }

        var today = DateOnly.FromDateTime(now.UtcDateTime);
        Run(Topics[3], today.AddDays(-12), today.AddDays(14), null, verified: false);
        Run(Topics[1], today.AddDays(-20), today.AddDays(5), -9, verified: false);
        Begin(Topics[0], today.AddDays(-2), today.AddDays(26), planned: true);
        Begin(Topics[4], today.AddDays(plan.Code == "LH" ? -9 : -1), today.AddDays(20), planned: false);
    }

    /// <param name="done">Days after the due date at which all was reported done; null: still running.</param>
    private void Run((string Title, string Finding, string Measure, string? Metric, decimal Baseline, decimal Target) topic, DateOnly from, DateOnly until, int? done, bool verified)
    {
        var (action, planOwed, owed) = Ask(topic, from, until);
        var start = At(from, 10);
        action.Propose(Plan(until), planOwed, faces, Vendor, start.AddHours(26));
        action.Accept(Buyer, start.AddHours(32));
        action.Finish(0, from.AddDays(6), "到训 41 人，复测 40 人合格，1 人补考", Vendor, start.AddDays(6));
        action.Report("班长旁听已开始，每日 2 通，问题当班纠正。", Vendor, start.AddDays(7));
        if (done is { } days)
        {
            var at = At(until.AddDays(days), 16);
            action.Finish(1, until.AddDays(days), null, Vendor, at.AddHours(-1));
            action.Complete("措施全部完成，请抽样验证。", owed, faces, Vendor, at);
            if (verified)
            {
                action.Verify(new Verification(30, 29, topic.Target + 0.6m, "随机抽检 30 通，29 通达标", true, "吴桐", at.AddDays(3)), owed, faces, at.AddDays(3));
            }
        }

        Keep(action, planOwed, owed);
    }

    private void Begin((string Title, string Finding, string Measure, string? Metric, decimal Baseline, decimal Target) topic, DateOnly from, DateOnly until, bool planned)
    {
        var (action, planOwed, owed) = Ask(topic, from, until);
        if (planned)
        {
            action.Propose(Plan(until), planOwed, faces, Vendor, At(from, 10).AddHours(20));
        }

        Keep(action, planOwed, owed);
    }

    private (CorrectiveAction Action, Obligation Plan, Obligation Owed) Ask(
        (string Title, string Finding, string Measure, string? Metric, decimal Baseline, decimal Target) topic, DateOnly from, DateOnly until)
    {
        var at = At(from, 10);
        var ground = topic.Metric is null ? failed.LastOrDefault(e => e.ShownAt < at) : null;
        var demand = new ActionDemand(
            topic.Metric is null ? ActionOrigin.Inspection : ActionOrigin.Metric, topic.Title, topic.Finding, topic.Measure, topic.Metric, topic.Baseline, topic.Target, until,
            ground?.OutletId, ground?.Id);
        return CorrectiveAction.Ask(contract, FormattableString.Invariant($"ZG-{from.Year}-{number():0000}"), demand, faces, "何青", at);
    }

    private static ActionPlan Plan(DateOnly until) => new(
        "新人占比高，口径更新后没有复训；班长旁听覆盖不足。", "客户二次来电增加，网点重复解释。",
        [new ActionStep("口径复训 2 小时并测验，80 分合格", "邵宁", until.AddDays(-10), true), new ActionStep("班长每日旁听 2 通，当班纠正", "各组班长", until, false)]);

    private void Keep(CorrectiveAction action, Obligation planOwed, Obligation owed)
    {
        planOwed.Refresh(faces, now);
        owed.Refresh(faces, now);
        action.Climb(planOwed, owed, faces.Office, now);
        db.AddRange(planOwed, owed, action);
    }

    private static DateTimeOffset At(DateOnly day, int hour) => new DateTimeOffset(day.ToDateTime(new TimeOnly(hour, 0)), TimeSpan.FromHours(8)).ToUniversalTime();
}
