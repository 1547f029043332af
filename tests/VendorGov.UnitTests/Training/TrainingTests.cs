using VendorGov.Domain;
using VendorGov.Domain.Staffing;
using VendorGov.Domain.Training;
using Xunit;
using static VendorGov.UnitTests.Staffing.Desk;

namespace VendorGov.UnitTests.Training;

public sealed class TrainingTests
{
    private static readonly Course Brand = new(Contract, "品牌季度测验", CertificateKind.Brand, 85, 3, Now);
    private static readonly TrainingSession Session = new(Brand, Monday, 60, "李老师", null, Now);

    [Fact]
    public void Who_reaches_the_pass_mark_is_certified_from_that_day_for_so_many_months()
    {
        var (result, certificate) = TrainingResult.Record(Session, Brand, Hire(), true, 85, Monday, "邵宁", Now);
        Assert.True(result.Passed);
        Assert.Equal((CertificateKind.Brand, Monday, new DateOnly(2026, 6, 1)), (certificate!.Kind, certificate.ValidFrom, certificate.ValidUntil));
        Assert.Equal(result.Id, certificate.TestId);
    }

    [Theory]
    [InlineData(true, 84)]
    [InlineData(true, null)]
    [InlineData(false, null)]
    public void Who_fails_was_not_tested_or_not_there_is_not_certified(bool attended, int? score)
    {
        var (result, certificate) = TrainingResult.Record(Session, Brand, Hire(), attended, score, Monday, "邵宁", Now);
        Assert.False(result.Passed);
        Assert.Null(certificate);
    }

    [Fact]
    public void Results_before_the_day_points_for_who_was_absent_and_agents_of_others_are_refused()
    {
        Assert.Equal("session-ahead", Rule(() => TrainingResult.Record(Session, Brand, Hire(), true, 90, Monday.AddDays(-1), "邵宁", Now)));
        Assert.Equal("result-score", Rule(() => TrainingResult.Record(Session, Brand, Hire(), false, 90, Monday, "邵宁", Now)));
        var other = Hire(contract: Sign(Contract.VendorId));
        Assert.Equal("result-agent", Rule(() => TrainingResult.Record(Session, Brand, other, true, 90, Monday, "邵宁", Now)));
    }

    [Fact]
    public void A_check_names_every_item_and_says_what_is_wrong()
    {
        ShiftCheckLine[] lines = [.. Enum.GetValues<ShiftCheckItem>().Select(i => new ShiftCheckLine(i, true, null))];
        Assert.Empty(new ShiftCheck(Contract, lines, Monday, "邵宁", Now).Failures);
        Assert.Equal("check-incomplete", Rule(() => new ShiftCheck(Contract, lines[1..], Monday, "邵宁", Now)));
        lines[3] = lines[3] with { Works = false };
        Assert.Equal("check-note", Rule(() => new ShiftCheck(Contract, lines, Monday, "邵宁", Now)));
        lines[3] = lines[3] with { Note = "录音盘满" };
        Assert.Single(new ShiftCheck(Contract, lines, Monday, "邵宁", Now).Failures);
    }

    private static string Rule(Action act) => Assert.Throws<RuleViolationException>(act).Rule;
}
