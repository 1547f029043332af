using VendorGov.Domain;
using VendorGov.Domain.Cases;
using VendorGov.Domain.Issues;
using VendorGov.Domain.Obligations;
using Xunit;
using static VendorGov.UnitTests.Cases.Given;
using static VendorGov.UnitTests.Obligations.Times;

namespace VendorGov.UnitTests.Cases;

public sealed class DutyTests
{
    [Fact]
    public void A_promise_that_is_kept_late_counts_as_not_kept_and_an_overdue_one_cannot_be_withdrawn()
    {
        var late = Promised(T0.AddHours(2));
        Assert.Equal("promise-overdue", Refusal(() => late.Withdraw(Seller, "x", T0.AddHours(3))));
        late.Keep(Seller, "录音 A1", T0.AddHours(3), T0.AddHours(4));
        var kept = Promised(T0.AddHours(2));
        kept.Keep(Seller, "录音 A2", T0.AddHours(2), T0.AddHours(4));

        Assert.Equal((PromiseState.Kept, false), (late.State, late.InTime));
        Assert.True(kept.InTime);
        Assert.Equal(new YearMonth(2026, 7), kept.DueMonth);
        Assert.Equal("promise-settled", Refusal(() => kept.Break(Seller, "x", T0.AddHours(5))));
    }

    [Fact]
    public void A_promise_belongs_to_the_local_month_in_which_it_is_due() =>
        Assert.Equal(new YearMonth(2026, 8), Promised(At("2026-08-01 00:30")).DueMonth);

    [Fact]
    public void A_callback_is_tried_three_times_and_a_late_attempt_is_remembered()
    {
        var callback = Callback.Plan(Opened(ProblemType.ComplaintMishandled), "确认赔款到账", T0.AddHours(1), Seller, T0);
        callback.Miss(Seller, null, T0.AddHours(3), T0.AddHours(1));
        Assert.Equal((CallbackState.Due, false, T0.AddHours(3)), (callback.State, callback.WasLate, callback.DueAt));
        callback.Miss(Seller, null, T0.AddHours(6), T0.AddHours(4));
        Assert.True(callback.WasLate);
        callback.Miss(Seller, "三次未接", T0.AddHours(9), T0.AddHours(6));

        Assert.Equal((CallbackState.NotReached, 3), (callback.State, callback.Attempts.Count));
        Assert.Equal("callback-done", Refusal(() => callback.Reach(Seller, 5, null, "", T0.AddHours(7))));
    }

    [Theory]
    [InlineData(1, true)]
    [InlineData(2, true)]
    [InlineData(3, false)]
    public void A_low_score_opens_one_follow_up_that_names_its_cause(int score, bool opens)
    {
        var callback = Callback.Plan(Opened(ProblemType.ComplaintMishandled), "确认赔款到账", T0.AddHours(1), Seller, T0);
        var next = callback.Reach(Seller, score, "仍不满意", "跟进", T0.AddMinutes(30));

        Assert.Equal(opens, next is not null);
        if (next is not null)
        {
            Assert.Equal((CallbackReason.LowCallback, callback.Id, "13800002097"), (next.Reason, next.OriginId, next.CustomerPhone));
            Assert.Equal(T0.AddMinutes(30) + Callback.OwnDue, next.DueAt);
        }
    }

    [Fact]
    public void A_referral_is_due_at_the_close_of_its_working_day_and_climbs_at_the_miss_and_each_two_days_more()
    {
        var referral = Referral.To(Department.Claims, null, "核定赔款", 2, Opened(ProblemType.ComplaintMishandled), Buyer, Office, At("2026-07-09 16:00"));
        Assert.Equal(At("2026-07-13 18:00"), referral.DueAt);

        Assert.False(referral.Climb(Office, At("2026-07-13 18:00")));
        Assert.True(referral.Climb(Office, At("2026-07-13 18:01")));
        Assert.False(referral.Climb(Office, At("2026-07-14 09:00")));
        Assert.True(referral.Climb(Office, At("2026-07-31 09:00")));

        Assert.Equal((4, (DateTimeOffset?)null), (referral.Level, referral.NextClimbAt));
        referral.Reply(Buyer, "按实价赔付", "理赔岗 王", At("2026-08-01 09:00"));
        Assert.True(referral.WasLate);
    }

    [Fact]
    public void An_investigation_that_is_returned_goes_on_without_the_time_that_the_buyer_took()
    {
        var issue = Opened(ProblemType.ComplaintMishandled);
        Assert.Equal(At("2026-07-08 18:00"), issue.Of(ObligationKind.Investigate).DueAt);
        Assert.Equal("investigation-blank", Refusal(() => issue.SubmitInvestigation(null, InvestigationForm.Blank, Seller, Faces, T0)));

        var form = new InvestigationForm("经过", "话术有误", Attribution.Agent, "坐席未登记", "复训");
        var investigation = issue.SubmitInvestigation(null, form, Seller, Faces, At("2026-07-07 18:00"));
        Assert.Equal(ClockState.Met, issue.Of(ObligationKind.Investigate).State);
        Assert.Equal("reason-missing", Refusal(() => issue.JudgeInvestigation(investigation, Buyer, false, " ", Faces, At("2026-07-09 09:00"))));
        issue.JudgeInvestigation(investigation, Buyer, false, "原因不清", Faces, At("2026-07-09 18:00"));
        Assert.Equal(At("2026-07-10 18:00"), issue.Of(ObligationKind.Investigate).DueAt);

        Assert.Same(investigation, issue.SubmitInvestigation(investigation, form with { Cause = "培训缺失" }, Seller, Faces, At("2026-07-10 17:00")));
        issue.JudgeInvestigation(investigation, Buyer, true, null, Faces, At("2026-07-13 10:00"));

        Assert.Equal((InvestigationState.Accepted, 2), (investigation.State, investigation.Rounds.Count));
        Assert.Equal(ClockState.Met, issue.Of(ObligationKind.Investigate).State);
        Assert.Equal("话术有误", issue.Checklist.Single(c => c.Code == "2.4").Proof);
    }

    [Theory]
    [InlineData(30, ClockState.Met)]
    [InlineData(31, ClockState.Missed)]
    public void A_fault_is_reported_within_thirty_minutes_of_learning_of_it(int minutes, ClockState expected)
    {
        var (contract, terms) = Signed();
        var facts = new FaultFacts(FaultKind.Telephony, T0.AddHours(-2), T0.AddMinutes(-minutes), 30, "转人工登记", 2);
        var (issue, _) = Issue.OpenFault(Report(ProblemType.TechnicalFault), facts, contract, Outlet, terms, Faces, Seller, T0);

        Assert.Equal(expected, issue.Of(ObligationKind.FaultReport).State);
        Assert.Equal(At("2026-07-09 18:00"), issue.Of(ObligationKind.RootCause).DueAt);
        Assert.NotNull(issue.Checklist.Single(c => c.Code == "4.1").DoneAt);
    }

    [Fact]
    public void Reported_by_the_outlet_the_vendors_own_word_decides_whether_a_report_was_owed()
    {
        var later = Opened(ProblemType.TechnicalFault);
        var facts = new FaultFacts(FaultKind.Tracking, T0.AddHours(-1), T0.AddMinutes(5), null, null, null);
        later.DescribeFault(null, facts, Seller, Faces, T0.AddMinutes(10));
        Assert.DoesNotContain(later.Obligations, o => o.Kind == ObligationKind.FaultReport);

        var earlier = Opened(ProblemType.TechnicalFault);
        earlier.DescribeFault(null, facts with { LearnedAt = T0.AddMinutes(-40) }, Buyer, Faces, T0.AddMinutes(10));
        Assert.DoesNotContain(earlier.Obligations, o => o.Kind == ObligationKind.FaultReport);
        var fault = Opened(ProblemType.TechnicalFault).DescribeFault(null, facts with { LearnedAt = null }, Buyer, Faces, T0.AddMinutes(10));
        Assert.Null(fault.LearnedAt);
        earlier.DescribeFault(fault, facts with { LearnedAt = T0.AddMinutes(-40) }, Seller, Faces, T0.AddMinutes(20));
        Assert.Equal(ClockState.Missed, earlier.Of(ObligationKind.FaultReport).State);
    }

    [Fact]
    public void The_last_missed_contact_that_is_called_ticks_the_playbooks_line_off()
    {
        var issue = Opened(ProblemType.TechnicalFault);
        var fault = issue.DescribeFault(null, new FaultFacts(FaultKind.Telephony, T0.AddHours(-1), null, null, null, null), Buyer, Faces, T0);
        var missed = new MissedContact(fault, T0.AddMinutes(-30).AddSeconds(20), "13800002097", null, null, "陈屿", T0);
        Assert.Equal(T0.AddMinutes(-30), missed.At);

        issue.CallMissed(missed, MissedResult.Reached, null, 0, "均已回电", Seller, T0.AddMinutes(5));

        Assert.Equal("均已回电", issue.Checklist.Single(c => c.Code == "4.4").Proof);
        Assert.Equal("missed-called", Refusal(() => issue.CallMissed(missed, MissedResult.Reached, null, 0, "", Seller, T0.AddMinutes(6))));
    }

    private static Promise Promised(DateTimeOffset due) => Promise.Give(Opened(ProblemType.ComplaintMishandled), "今天回电", "陈屿", due, Seller, T0);
}
