using FsCheck;
using FsCheck.Fluent;
using VendorGov.Domain.Calendars;
using VendorGov.Domain.Obligations;
using VendorGov.UnitTests.Obligations;
using Xunit;

namespace VendorGov.UnitTests.Calendars;

public sealed class CalendarPropertyTests
{
    private const int YearOfMinutes = 366 * 24 * 60;
    private static readonly DateTimeOffset Origin = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private static readonly BusinessCalendar[] Calendars =
    [
        Times.Office, Times.Hotline, BusinessCalendar.Always,
        BusinessCalendar.Compile(Nightly("Europe/Berlin", ["22:00", "02:30"])),
        BusinessCalendar.Compile(Nightly("America/New_York", ["01:30", "02:30"], ["20:00", "24:00"])),
        BusinessCalendar.Compile(Nightly("Australia/Lord_Howe", ["00:30", "04:00"], ["03:00", "05:00"])),
        Times.Office.Without([(Origin.AddDays(40), Origin.AddDays(47)), (Origin.AddDays(100), Origin.AddDays(101.5))]),
    ];

    private static readonly Arbitrary<(BusinessCalendar Calendar, int A, int B, int C)> Cases = (
        from calendar in Gen.Elements(Calendars)
        from a in Gen.Choose(0, YearOfMinutes)
        from b in Gen.Choose(0, YearOfMinutes)
        from c in Gen.Choose(0, YearOfMinutes)
        select (calendar, a, b, c)).ToArbitrary();

    [Fact]
    public void Splitting_an_interval_changes_no_sum() => Prop.ForAll(Cases, x =>
    {
        var at = new[] { x.A, x.B, x.C }.Order().Select(m => Origin.AddMinutes(m)).ToArray();
        return x.Calendar.OpenTicks(at[0], at[2]) == x.Calendar.OpenTicks(at[0], at[1]) + x.Calendar.OpenTicks(at[1], at[2]);
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Adding_then_measuring_returns_the_same() => Prop.ForAll(Cases, x =>
    {
        var from = Origin.AddMinutes(x.A);
        var ticks = TimeSpan.FromSeconds(x.B).Ticks;
        return x.Calendar.OpenTicks(from, x.Calendar.Add(from, ticks)) == ticks;
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void A_deadline_is_the_first_instant_that_reaches_the_target() => Prop.ForAll(Cases, x =>
    {
        var from = Origin.AddMinutes(x.A);
        var ticks = TimeSpan.FromSeconds(x.B + 1).Ticks;
        return x.Calendar.OpenTicks(from, x.Calendar.Add(from, ticks).AddTicks(-1)) == ticks - 1;
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Pausing_never_brings_a_deadline_forward() => Prop.ForAll(Cases, x =>
    {
        var start = Origin.AddMinutes(x.A);
        var pause = start.AddMinutes(x.B % 5000);
        var resume = pause.AddMinutes(x.C % 5000);
        var target = Times.Hours(1 + (x.C % 60));
        var now = resume.AddMinutes(1);
        var plain = Times.Read(x.Calendar, target, now, Times.Event(ClockEventKind.Start, start));
        var paused = Times.Read(
            x.Calendar, target, now, Times.Event(ClockEventKind.Start, start), Times.Event(ClockEventKind.Pause, pause),
            Times.Event(ClockEventKind.Resume, resume));
        return paused.DueAt >= plain.DueAt && paused.ElapsedTicks <= plain.ElapsedTicks;
    }).QuickCheckThrowOnFailure();

    private static CalendarDefinition Nightly(string zone, params IReadOnlyList<string>[] spans) =>
        new(zone, Week: CalendarDefinition.Days.ToDictionary(d => d, _ => (IReadOnlyList<IReadOnlyList<string>>)spans));
}
