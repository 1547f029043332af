using VendorGov.Domain;
using VendorGov.Domain.Contracts;
using VendorGov.Domain.Issues;
using VendorGov.Domain.Obligations;
using VendorGov.Domain.Scorecards;
using VendorGov.Domain.Tenancy;
using VendorGov.UnitTests.Obligations;
using Xunit;
using static VendorGov.UnitTests.Obligations.Times;

namespace VendorGov.UnitTests.Issues;

public sealed class IssueLifeTests
{
    private static readonly Author Outlet = new(UserId.New(), "周敏", Side.Buyer);
    private static readonly Author Vendor = new(UserId.New(), "陈屿", Side.Vendor);
    private static readonly ClockFaces Faces = new(Hotline, Times.Office, []);
    private static readonly Terms Terms = DefaultTerms.Create();
    private static readonly DateTimeOffset T0 = At("2026-07-06 10:00");

    [Fact]
    public void A_playbook_overrides_the_severity_target_of_the_same_kind_and_no_other()
    {
        var issue = Open(ProblemType.TechnicalFault, Severity.S2);

        Assert.Equal(Target.Minutes(30), Of(issue, ObligationKind.Acknowledge).Target);
        Assert.Equal(Target.WorkingDays(1), Of(issue, ObligationKind.Resolve).Target);
        Assert.Equal(Target.Hours(4), Of(issue, ObligationKind.FirstResponse).Target);
        Assert.Equal(At("2026-07-07 18:00"), Of(issue, ObligationKind.Resolve).DueAt);
    }

    [Fact]
    public void A_complaint_owes_the_customer_word_in_seven_days_and_no_pause_extends_it()
    {
        var issue = Open(ProblemType.ComplaintMishandled, Severity.S2);
        issue.WaitForOutlet(Outlet, "等客户电话", Faces, T0.AddHours(1));

        Assert.Equal(At("2026-07-14 00:00"), Of(issue, ObligationKind.CustomerTold).DueAt);
        Assert.Equal(ClockState.Paused, Of(issue, ObligationKind.Resolve).State);
        Assert.Equal(ClockState.Running, Of(issue, ObligationKind.Contain).State);
    }

    [Fact]
    public void Only_a_public_message_of_the_vendor_acknowledges_and_responds()
    {
        var issue = Open(ProblemType.TechnicalFault, Severity.S2);

        issue.Write(Vendor, true, "内部", Terms, Faces, T0.AddMinutes(5));
        Assert.Equal(ClockState.Running, Of(issue, ObligationKind.FirstResponse).State);
        issue.Write(Vendor, false, "正在处理", Terms, Faces, T0.AddMinutes(10));

        Assert.Equal(IssueState.InProgress, issue.State);
        Assert.Equal(ClockState.Met, Of(issue, ObligationKind.Acknowledge).State);
        Assert.Equal(ClockState.Met, Of(issue, ObligationKind.FirstResponse).State);
    }

    [Fact]
    public void The_oldest_unanswered_question_runs_and_one_reply_answers_all()
    {
        var issue = Open(ProblemType.TechnicalFault, Severity.S2);
        issue.Write(Outlet, false, "补充", Terms, Faces, T0.AddMinutes(1));
        Assert.DoesNotContain(issue.Obligations, o => o.Kind == ObligationKind.NextUpdate);
        issue.Write(Vendor, false, "正在处理", Terms, Faces, T0.AddMinutes(10));

        issue.Write(Outlet, false, "进展？", Terms, Faces, T0.AddHours(1));
        issue.Write(Outlet, false, "请回复", Terms, Faces, T0.AddHours(2));
        var update = Of(issue, ObligationKind.NextUpdate);
        Assert.Equal(T0.AddHours(1), update.StartedAt);
        issue.Write(Vendor, false, "已恢复一半", Terms, Faces, T0.AddHours(3));

        Assert.Equal(ClockState.Met, update.State);
    }

    [Fact]
    public void A_pause_that_the_vendor_asks_for_counts_from_the_ask_when_the_outlet_agrees()
    {
        var issue = Open(ProblemType.TechnicalFault, Severity.S2);
        issue.AskToWait(Vendor, "等网点截图", Faces, T0.AddHours(1));
        Assert.Equal(ClockState.Running, Of(issue, ObligationKind.Resolve).State);

        issue.ConfirmWait(Outlet, Faces, T0.AddHours(5));
        Assert.Equal(3600, Of(issue, ObligationKind.Resolve).ElapsedSeconds);
        issue.EndWait(Outlet, Faces, T0.AddHours(6));

        // 15.5 open hours, one of them used by 11:00; the rest runs from 16:00 on.
        Assert.Equal(At("2026-07-08 13:30"), Of(issue, ObligationKind.Resolve).DueAt);
    }

    [Fact]
    public void An_ask_that_nobody_answers_in_one_working_day_lapses()
    {
        var issue = Open(ProblemType.SlowOrPoorService, Severity.S3);
        issue.AskToWait(Vendor, "等录音", Faces, T0.AddHours(1));

        Assert.False(issue.LapseWait(Faces, At("2026-07-07 18:00")));
        Assert.True(issue.LapseWait(Faces, At("2026-07-07 18:01")));
        Assert.Null(issue.WaitAskedAt);
        Assert.Equal(IssueState.InProgress, issue.State);
    }

    [Fact]
    public void Resolving_stops_everything_but_the_word_to_the_customer_and_the_investigation()
    {
        var issue = Open(ProblemType.ComplaintMishandled, Severity.S2);

        issue.Resolve(Vendor, "已赔付", Faces, T0.AddHours(1));

        Assert.Equal([ObligationKind.CustomerTold, ObligationKind.Investigate], issue.Obligations.Where(o => o.IsOpen).Select(o => o.Kind));
        Assert.Equal(IssueState.Resolved, issue.State);
    }

    [Fact]
    public void Each_missed_clock_climbs_one_level_once()
    {
        var issue = Open(ProblemType.TechnicalFault, Severity.S2);

        issue.Sweep(Faces, T0.AddMinutes(31));
        issue.Sweep(Faces, T0.AddMinutes(32));
        Assert.Equal(2, issue.EscalationLevel);
        issue.Sweep(Faces, T0.AddHours(2).AddSeconds(1));

        Assert.Equal(3, issue.EscalationLevel);
    }

    [Fact]
    public void A_clock_is_looked_at_again_only_when_something_can_have_changed()
    {
        var issue = Open(ProblemType.TechnicalFault, Severity.S2);
        var acknowledge = Of(issue, ObligationKind.Acknowledge);

        Assert.Equal(T0.AddMinutes(15), acknowledge.NextCheckAt);
        acknowledge.Refresh(Faces, T0.AddMinutes(29));
        Assert.Equal((90, T0.AddMinutes(30).AddSeconds(1)), (acknowledge.WarnedAt, acknowledge.NextCheckAt!.Value));
        // Due at a closing time: it can be exceeded at the next opening only.
        var resolve = Of(issue, ObligationKind.Resolve);
        resolve.Refresh(Faces, At("2026-07-07 20:00"));
        Assert.Equal((ClockState.Running, At("2026-07-08 08:30").AddSeconds(1)), (resolve.State, resolve.NextCheckAt!.Value));
    }

    [Fact]
    public void Withdrawing_cancels_what_is_open() => Assert.All(
        Withdrawn().Obligations, o => Assert.Equal(ClockState.Cancelled, o.State));

    [Fact]
    public void Steps_of_the_other_side_are_refused()
    {
        var issue = Open(ProblemType.TechnicalFault, Severity.S2);

        Assert.Equal("vendor-acts", Assert.Throws<RuleViolationException>(() => issue.Acknowledge(Outlet, Faces, T0)).Rule);
        Assert.Equal("buyer-acts", Assert.Throws<RuleViolationException>(() => issue.Withdraw(Vendor, "x", Faces, T0)).Rule);
        Assert.Equal("issue-not-resolved", Assert.Throws<RuleViolationException>(() => issue.Close(Outlet, T0)).Rule);
    }

    private static Issue Withdrawn()
    {
        var issue = Open(ProblemType.OffBrand, Severity.S3);
        issue.Withdraw(Outlet, "重复提交", Faces, T0.AddMinutes(5));
        return issue;
    }

    private static Obligation Of(Issue issue, ObligationKind kind) => issue.Obligations.Single(o => o.Kind == kind);

    private static Issue Open(ProblemType type, Severity severity)
    {
        var outlet = OutletId.New();
        var contract = new Contract(TenantId.New(), VendorId.New(), "HT-2026-001", "客服外包", new DateOnly(2026, 1, 1), "Asia/Shanghai");
        contract.Cover([outlet]);
        var terms = new TermsVersion(
            contract, 1, contract.StartsOn, Terms, CalendarVersionId.New(), CalendarVersionId.New(), T0.AddDays(-30));
        var report = new IssueReport("WT-2607-0001", type, severity, "标题", "经过", ["LC7302260441"]);
        return Issue.Open(report, contract, outlet, terms, Faces, Outlet, T0);
    }
}
