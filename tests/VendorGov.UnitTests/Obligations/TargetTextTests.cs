using VendorGov.Domain.Obligations;
using Xunit;

namespace VendorGov.UnitTests.Obligations;

public sealed class TargetTextTests
{
    public static TheoryData<string, Target> Known => new()
    {
        { "15 min", Target.Minutes(15) },
        { "72 h", Target.Hours(72) },
        { "4 business hours", Target.BusinessHours(4) },
        { "30 business min", Target.BusinessMinutes(30) },
        { "1 working day", Target.WorkingDays(1) },
        { "10 working days", Target.WorkingDays(10) },
        { "5 days", Target.CalendarDays(5) },
    };

    [Theory]
    [MemberData(nameof(Known))]
    public void A_playbook_target_is_read_and_written_back(string text, Target expected)
    {
        var target = TargetText.Parse(text);

        Assert.Equal(expected, target);
        Assert.Equal(text, TargetText.Format(target));
    }

    [Theory]
    [InlineData("")]
    [InlineData("soon")]
    [InlineData("0 min")]
    [InlineData("-4 h")]
    [InlineData("4 fortnights")]
    [InlineData("4")]
    public void Anything_else_is_refused(string text)
    {
        Assert.False(TargetText.TryParse(text, out _));
        Assert.Throws<FormatException>(() => TargetText.Parse(text));
    }
}
