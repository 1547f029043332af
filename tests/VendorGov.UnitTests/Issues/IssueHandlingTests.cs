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

public sealed class IssueHandlingTests
{
    private static readonly Author Outlet = new(UserId.New(), "周敏", Side.Buyer);
    private static readonly Author Vendor = new(UserId.New(), "陈屿", Side.Vendor);
    private static readonly ClockFaces Faces = new(Hotline, Times.Office, []);
    private static readonly Terms Terms = DefaultTerms.Create();
    // Monday.
    private static readonly DateTimeOffset T0 = At("2026-07-06 10:00");

    [Fact]
    public void A_vendor_contests_once_and_within_the_target_of_the_acknowledgement()
    {
        var issue = Open(ProblemType.TechnicalFault, Severity.S2);
        Assert.Equal("contest-too-late", Refusal(() => issue.ContestIssue(Vendor, ContestGround.NotOurs, "不是我方", Faces, T0.AddMinutes(31))));

        issue.ContestIssue(Vendor, ContestGround.NotOurs, "不是我方", Faces, T0.AddMinutes(30));

        Assert.Equal(At("2026-07-08 18:00"), issue.Contest!.AnswerDueAt);
        Assert.Equal("contest-once", Refusal(() => issue.ContestIssue(Vendor, ContestGround.Duplicate, "再来一次", Faces, T0.AddMinutes(30))));
        Assert.Equal(ClockState.Running, Of(issue, ObligationKind.Acknowledge).State);
    }

    [Fact]
    public void Headquarters_decides_after_the_outlets_answer_or_when_its_days_are_over()
    {
        var issue = Open(ProblemType.TechnicalFault, Severity.S2);
        issue.ContestIssue(Vendor, ContestGround.Duplicate, "重复", Faces, T0.AddMinutes(5));
        Assert.Equal("contest-awaits-outlet", Refusal(() => issue.DecideContest(Outlet, false, "不成立", Faces, At("2026-07-08 18:00"))));

        issue.DecideContest(Outlet, false, "不成立", Faces, At("2026-07-08 18:01"));

        Assert.Equal((ContestState.Rejected, true), (issue.ContestState, issue.IsOpen));
    }

    [Fact]
    public void What_the_courier_caused_waives_contain_and_resolve_and_nothing_else_for_good()
    {
        var issue = Open(ProblemType.TechnicalFault, Severity.S2);
        issue.Attribute(Outlet, Attribution.Courier, "派件员手机遗失", Faces, T0.AddMinutes(10));

        Assert.Equal(ClockState.Waived, Of(issue, ObligationKind.Contain).State);
        Assert.Equal(ClockState.Waived, Of(issue, ObligationKind.Resolve).State);
        Assert.Equal(ClockState.Running, Of(issue, ObligationKind.Acknowledge).State);
        Assert.Equal(ClockState.Running, Of(issue, ObligationKind.FirstResponse).State);
        Assert.Equal("attribution-final", Refusal(() => issue.Attribute(Outlet, Attribution.Agent, "再看", Faces, T0.AddMinutes(11))));
    }

    [Fact]
    public void Blaming_the_agent_waives_nothing()
    {
        var issue = Open(ProblemType.TechnicalFault, Severity.S2);
        issue.Attribute(Outlet, Attribution.Agent, "未按流程", Faces, T0.AddMinutes(10));
        Assert.All(issue.Obligations, o => Assert.Equal(ClockState.Running, o.State));
    }

    [Fact]
    public void A_transfer_moves_no_clock()
    {
        var issue = Open(ProblemType.TechnicalFault, Severity.S2);
        var before = issue.Obligations.Select(o => (o.Kind, o.StartedAt, o.DueAt, o.Events.Count)).ToList();
        issue.Transfer(Vendor, UserId.New(), "罗晴", T0.AddHours(3));

        Assert.Equal(before, issue.Obligations.Select(o => (o.Kind, o.StartedAt, o.DueAt, o.Events.Count)));
        Assert.Equal("罗晴", issue.VendorContactName);
    }

    [Fact]
    public void Silence_is_reminded_on_the_third_working_day_and_closes_after_the_fifth()
    {
        var issue = Open(ProblemType.TechnicalFault, Severity.S2);
        issue.Resolve(Vendor, "已恢复", Faces, T0.AddMinutes(20));

        Assert.False(issue.SweepSilence(Faces, At("2026-07-08 23:00")));
        Assert.True(issue.SweepSilence(Faces, At("2026-07-09 08:00")));
        Assert.False(issue.SweepSilence(Faces, At("2026-07-10 08:00")));
        Assert.False(issue.SweepSilence(Faces, At("2026-07-13 18:00")));
        Assert.True(issue.SweepSilence(Faces, At("2026-07-13 18:01")));

        Assert.Equal(IssueState.Closed, issue.State);
        Assert.Empty(issue.OpenCriteria);
    }

    [Fact]
    public void The_playbooks_lines_are_due_by_the_calendar_and_ticked_by_the_side_that_owes_them()
    {
        var issue = Open(ProblemType.ComplaintMishandled, Severity.S2);
        var investigation = issue.Checklist.Single(c => c.Code == "2.4");

        Assert.Equal(At("2026-07-08 18:00"), investigation.DueAt);
        Assert.Equal("vendor-acts", Refusal(() => issue.Tick(Outlet, investigation.Id, "见附件", T0)));
        Assert.Equal("proof-missing", Refusal(() => issue.Tick(Vendor, investigation.Id, " ", T0)));
        issue.Tick(Vendor, investigation.Id, "调查报告 0708", At("2026-07-08 18:01"));
        Assert.True(investigation.IsLate(At("2026-07-09 09:00")));
    }

    [Fact]
    public void An_issue_closes_when_its_criteria_hold_or_are_overruled_with_a_reason()
    {
        var issue = Open(ProblemType.OffBrand, Severity.S3);
        issue.Resolve(Vendor, "已培训", Faces, T0.AddHours(1));
        issue.Tick(Outlet, issue.Checklist.Single(c => c.Code == "5.c1").Id, null, T0.AddHours(2));
        Assert.Equal("criteria-open", Refusal(() => issue.Close(Outlet, T0.AddHours(2))));

        issue.Close(Outlet, T0.AddHours(3), "复抽排在下月");

        var overruled = issue.Checklist.Single(c => c.Overruled);
        Assert.Equal(("5.c2", "复抽排在下月"), (overruled.Code, overruled.Proof));
    }

    [Fact]
    public void A_person_escalates_to_the_fourth_level_and_no_further()
    {
        var issue = Open(ProblemType.TechnicalFault, Severity.S2);
        for (var level = 2; level <= 4; level++)
        {
            issue.EscalateByHand(Vendor, "需要决策", T0);
            Assert.Equal(level, issue.EscalationLevel);
        }

        Assert.Equal("escalation-top", Refusal(() => issue.EscalateByHand(Vendor, "需要决策", T0)));
    }

    [Fact]
    public void A_waiver_waives_a_missed_clock_when_it_is_approved_and_leaves_it_when_it_is_not()
    {
        var issue = Open(ProblemType.TechnicalFault, Severity.S2);
        issue.Acknowledge(Vendor, Faces, T0.AddHours(1));
        var missed = Of(issue, ObligationKind.Acknowledge);
        Assert.Equal(ClockState.Missed, missed.State);

        issue.DecideWaiver(issue.AskWaiver(Vendor, missed.Id, "停电", T0.AddHours(2)), Outlet, false, "有备用电源", Faces, T0.AddHours(3));
        Assert.Equal(ClockState.Missed, missed.State);
        issue.DecideWaiver(issue.AskWaiver(Vendor, missed.Id, "市政停电通知", T0.AddHours(4)), Outlet, true, "属实", Faces, T0.AddHours(5));
        Assert.Equal((ClockState.Waived, "市政停电通知"), (missed.State, missed.WaivedReason));
    }

    [Theory]
    [InlineData("YT7302260441", "022604", true)]
    [InlineData("YT7302260441", "0441", true)]
    [InlineData("YT7302260441", "yt-7302 2604", true)]
    [InlineData("YT7302260441", "7302", false)]
    [InlineData("YT7302260441", "022605", false)]
    public void A_part_of_a_waybill_is_found_by_equal_pieces(string waybill, string asked, bool found)
    {
        var stored = WaybillPart.Of(waybill).ToHashSet();
        var parts = WaybillPart.Asked(asked);
        Assert.NotEmpty(parts);
        Assert.Equal(found, parts.All(stored.Contains));
    }

    [Theory]
    [InlineData(ProblemType.SlowOrPoorService, Severity.S3, 3)]
    [InlineData(ProblemType.SlowOrPoorService, Severity.S2, 1)]
    [InlineData(ProblemType.ComplaintMishandled, Severity.S2, 0)]
    public void The_playbook_says_how_much_evidence_an_issue_needs(ProblemType type, Severity severity, int needed) =>
        Assert.Equal(needed, Playbook.For(type).EvidenceNeeded(severity));

    [Theory]
    [InlineData(30, ClockState.Met)]
    [InlineData(31, ClockState.Missed)]
    public void An_outlets_report_measures_the_vendor_from_its_earliest_contact(int minutes, ClockState expected)
    {
        var issue = Emergency(Outlet, T0.AddMinutes(-minutes));
        Assert.Equal(expected, Of(issue, ObligationKind.EmergencyReport).State);
        Assert.DoesNotContain(Emergency(Outlet, null).Obligations, o => o.Kind == ObligationKind.EmergencyReport);
    }

    private static string Refusal(Action act) => Assert.Throws<RuleViolationException>(act).Rule;

    private static Obligation Of(Issue issue, ObligationKind kind) => issue.Obligations.Single(o => o.Kind == kind);

    private static Issue Open(ProblemType type, Severity severity)
    {
        var (contract, outlet, terms) = Signed();
        return Issue.Open(new IssueReport("WT-2607-0001", type, severity, "标题", "经过", []), contract, outlet, terms, Faces, Outlet, T0);
    }

    private static Issue Emergency(Author by, DateTimeOffset? firstContact)
    {
        var (contract, outlet, terms) = Signed();
        var report = new IssueReport("WT-2607-0002", ProblemType.ComplaintMishandled, Severity.S1, "丢失手机", "经过", ["YT7302260441"]);
        return Issue.OpenEmergency(report, new EmergencyNote(EmergencyKind.LostOrDamaged, T0), contract, outlet, terms, Faces, by, T0, firstContact);
    }

    private static (Contract, OutletId, TermsVersion) Signed()
    {
        var outlet = OutletId.New();
        var contract = new Contract(TenantId.New(), VendorId.New(), "HT-1", "客服外包", new DateOnly(2026, 1, 1), "Asia/Shanghai");
        contract.Cover([outlet]);
        return (contract, outlet, new TermsVersion(contract, 1, contract.StartsOn, Terms, CalendarVersionId.New(), CalendarVersionId.New(), T0));
    }
}
