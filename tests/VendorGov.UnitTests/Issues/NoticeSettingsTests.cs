using VendorGov.Domain;
using VendorGov.Domain.Notifications;
using VendorGov.Domain.Tenancy;
using Xunit;

namespace VendorGov.UnitTests.Issues;

public sealed class NoticeSettingsTests
{
    [Theory]
    [InlineData("2026-03-02T23:30", "2026-03-03T08:00")]
    [InlineData("2026-03-03T03:00", "2026-03-03T08:00")]
    [InlineData("2026-03-03T08:00", "2026-03-03T08:00")]
    [InlineData("2026-03-03T21:59", "2026-03-03T21:59")]
    public void In_quiet_hours_a_mail_waits_for_their_end(string now, string expected)
    {
        var settings = Of(quiet: true, digest: false);
        Assert.Equal(At(expected), settings.MailAt(NoticeKind.Reply, At(now)));
        Assert.Equal(At(now), settings.MailAt(NoticeKind.Emergency, At(now)));
    }

    [Theory]
    [InlineData("2026-03-02T08:59", "2026-03-02T09:00")]
    [InlineData("2026-03-02T09:00", "2026-03-03T09:00")]
    public void A_digest_goes_at_its_time_of_the_persons_day(string now, string expected) =>
        Assert.Equal(At(expected), Of(quiet: true, digest: true).MailAt(NoticeKind.Reply, At(now)));

    [Fact]
    public void A_time_that_a_change_of_the_clock_skips_is_an_hour_later()
    {
        var settings = new NoticeSettings(TenantId.New(), UserId.New(), "Europe/Berlin");
        settings.When("Europe/Berlin", false, 0, 1, true, 150);
        var evening = new DateTimeOffset(2026, 3, 28, 20, 0, 0, TimeSpan.Zero);
        Assert.Equal(new DateTimeOffset(2026, 3, 29, 1, 30, 0, TimeSpan.Zero), settings.MailAt(NoticeKind.Reply, evening));
    }

    [Fact]
    public void What_was_switched_off_is_not_mailed_and_an_emergency_cannot_be()
    {
        var settings = Of(false, false);
        settings.Choose([], []);
        Assert.Null(settings.MailAt(NoticeKind.Reply, At("2026-03-02T10:00")));
        Assert.False(settings.InPage(NoticeKind.Reply));
        Assert.True(settings.InPage(NoticeKind.Emergency));
        Assert.NotNull(settings.MailAt(NoticeKind.Emergency, At("2026-03-02T10:00")));
        Assert.Throws<RuleViolationException>(() => settings.When("Asia/Shanghai", true, 60, 60, false, 0));
    }

    [Fact]
    public void A_kind_that_did_not_exist_when_a_person_chose_is_as_it_is_by_default()
    {
        var settings = Of(false, false);
        settings.Choose([NoticeKind.Reply], []);
        Assert.False(settings.InPage(NoticeKind.CardStep));
        Assert.Null(settings.MailAt(NoticeKind.Credit, At("2026-03-02T10:00")));

        // As a row of an older release, which kept the choice alone.
        typeof(NoticeSettings).GetProperty(nameof(NoticeSettings.Known))!.SetValue(settings, null);
        Assert.True(settings.InPage(NoticeKind.CardStep));
        Assert.NotNull(settings.MailAt(NoticeKind.Credit, At("2026-03-02T10:00")));
        Assert.False(settings.InPage(NoticeKind.Upload));
        Assert.Null(settings.MailAt(NoticeKind.Reply, At("2026-03-02T10:00")));
    }

    private static NoticeSettings Of(bool quiet, bool digest)
    {
        var settings = new NoticeSettings(TenantId.New(), UserId.New(), "Asia/Shanghai");
        settings.When("Asia/Shanghai", quiet, 22 * 60, 8 * 60, digest, 9 * 60);
        return settings;
    }

    private static DateTimeOffset At(string local) =>
        new DateTimeOffset(DateTime.Parse(local, System.Globalization.CultureInfo.InvariantCulture), TimeSpan.FromHours(8)).ToUniversalTime();
}
