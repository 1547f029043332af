using VendorGov.Domain;
using VendorGov.Domain.Cases;
using VendorGov.Domain.Issues;
using VendorGov.Domain.Obligations;
using Xunit;
using static VendorGov.UnitTests.Cases.Given;
using static VendorGov.UnitTests.Obligations.Times;

namespace VendorGov.UnitTests.Cases;

public sealed class ComplaintTests
{
    [Fact]
    public void The_seven_days_count_to_the_moment_of_telling_not_of_recording()
    {
        var issue = Opened(ProblemType.ComplaintMishandled);
        issue.TellCustomer(Seller, "电话告知，客户认可", At("2026-07-13 23:00"), Faces, At("2026-07-15 09:00"), ToldHow.Phone, "邵宁");

        Assert.Equal(ClockState.Met, issue.Of(ObligationKind.CustomerTold).State);
        Assert.Equal(("邵宁", "陈屿", At("2026-07-13 23:00")), (issue.Notice!.By, issue.Notice.RecordedBy, issue.Notice.At));
    }

    [Fact]
    public void The_minute_of_the_filing_is_not_before_the_filing()
    {
        var issue = Opened(ProblemType.ComplaintMishandled);
        issue.TellCustomer(Seller, "电话告知", issue.FiledAt.AddSeconds(-59), Faces, issue.FiledAt.AddSeconds(10));

        Assert.Equal(issue.FiledAt, issue.Notice!.At);
        var other = Opened(ProblemType.ComplaintMishandled);
        Assert.Throws<RuleViolationException>(
            () => other.TellCustomer(Seller, "电话告知", other.FiledAt.AddSeconds(-60), Faces, other.FiledAt.AddSeconds(10)));
    }

    [Fact]
    public void An_issue_of_another_type_owes_the_word_from_its_filing_once_it_is_a_complaint()
    {
        var issue = Opened(ProblemType.SlowOrPoorService);
        issue.BecomeComplaint(Buyer, Faces, T0.AddDays(3));
        issue.BecomeComplaint(Buyer, Faces, T0.AddDays(4));

        Assert.Equal(At("2026-07-14 00:00"), issue.Of(ObligationKind.CustomerTold).DueAt);
    }

    [Fact]
    public void A_complaint_of_another_ledger_keeps_its_times_and_its_clocks_follow_from_them()
    {
        var filed = At("2026-03-02 09:40");
        var issue = FromLedger(
            new LedgerTimes(filed, At("2026-03-02 10:25"), At("2026-03-04 16:30"), At("2026-03-05 11:00")), Told(At("2026-03-10 00:01")));

        Assert.Equal((filed, IssueState.Closed, At("2026-03-04 16:30")), (issue.FiledAt, issue.State, issue.ResolvedAt!.Value));
        Assert.Equal(ClockState.Met, issue.Of(ObligationKind.FirstResponse).State);
        Assert.Equal(45 * 60, issue.Of(ObligationKind.FirstResponse).ElapsedSeconds);
        Assert.Equal(ClockState.Met, issue.Of(ObligationKind.Resolve).State);
        Assert.Equal(ClockState.Missed, issue.Of(ObligationKind.CustomerTold).State);
        Assert.DoesNotContain(issue.Obligations, o => o.Kind is ObligationKind.Acknowledge or ObligationKind.Contain);
    }

    [Fact]
    public void A_newer_ledger_adds_what_was_blank_and_overwrites_nothing()
    {
        var filed = At("2026-07-01 09:00");
        var issue = FromLedger(new LedgerTimes(filed), null);
        Assert.Equal((IssueState.New, ClockState.Running), (issue.State, issue.Of(ObligationKind.CustomerTold).State));

        var later = new LedgerTimes(filed, At("2026-07-01 10:00"), At("2026-07-03 15:00"));
        Assert.True(issue.CatchUp(later, Told(At("2026-07-03 14:00")), Faces, T0));
        Assert.False(issue.CatchUp(later, Told(At("2026-07-04 14:00")), Faces, T0));

        Assert.Equal((IssueState.Resolved, At("2026-07-03 14:00")), (issue.State, issue.Notice!.At));
    }

    [Theory]
    [InlineData("2026-03-02 09:00", null, null, null, null)]
    [InlineData("2026-03-02 09:00", "2026-03-02 08:00", null, null, "answered")]
    [InlineData("2026-03-02 09:00", "2026-03-02 10:00", "2026-03-02 09:30", null, "resolved")]
    [InlineData("2026-03-02 09:00", null, null, "2027-01-01 09:00", "closed")]
    public void Times_that_cannot_be_are_named(string filed, string? answered, string? resolved, string? closed, string? wrong)
    {
        DateTimeOffset? Maybe(string? at) => at is null ? null : At(at);
        Assert.Equal(wrong, new LedgerTimes(At(filed), Maybe(answered), Maybe(resolved), Maybe(closed)).Impossible(T0));
    }

    [Fact]
    public void Blanks_of_a_newer_file_erase_nothing_of_the_entry()
    {
        var entry = new Complaint(Opened(ProblemType.ComplaintMishandled), new ComplaintFacts(ComplaintChannel.Hotline, ComplaintCategory.Lost, "赔付", null, 100));

        Assert.False(entry.Complete(new ComplaintFacts(ComplaintChannel.Other)));
        Assert.True(entry.Complete(new ComplaintFacts(ComplaintChannel.Other, Result: "已赔付")));
        Assert.Equal(new ComplaintFacts(ComplaintChannel.Hotline, ComplaintCategory.Lost, "赔付", "已赔付", 100), entry.Facts);
    }

    private static CustomerNotice Told(DateTimeOffset at) => new(at, ToldHow.Phone, "陈屿", "已告知", null, T0);

    private static Issue FromLedger(LedgerTimes times, CustomerNotice? notice)
    {
        var (contract, terms) = Signed();
        return Issue.FromLedger(Report(ProblemType.ComplaintMishandled), "TS-1", times, notice, contract, Outlet, terms, Faces, T0);
    }
}
