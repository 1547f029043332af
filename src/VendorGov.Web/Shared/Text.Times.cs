using System.Globalization;
using VendorGov.Domain;
using VendorGov.Domain.Reports;

namespace VendorGov.Web.Shared;

/// <summary>How a duration was counted; it always stands beside the figure.</summary>
public enum TimeKind
{
    /// <summary>Time of the service calendar.</summary>
    Business,
    /// <summary>Around the clock.</summary>
    Continuous,
    WorkingDays,
    CalendarDays,
}

public sealed partial class Text
{
    private const long Minute = 60;
    private const long Hour = 60 * Minute;
    private const long Day = 24 * Hour;

    /// <summary>7月8日 10:26 / 8 Jul 10:26, with the year when it is not <paramref name="now"/>'s.</summary>
    public string Instant(DateTimeOffset? at, DateTimeOffset? now = null)
    {
        if (at is not { } instant)
        {
            return None;
        }

        var local = Local(instant);
        var sameYear = now is { } n && Local(n).Year == local.Year;
        return local.ToString(
            (IsChinese, sameYear) switch
            {
                (true, true) => "M月d日 HH:mm",
                (true, false) => "yyyy年M月d日 HH:mm",
                (false, true) => "d MMM HH:mm",
                _ => "d MMM yyyy HH:mm",
            },
            _culture);
    }

    /// <summary>A whole day of a calendar: 2026年7月8日 / 8 Jul 2026.</summary>
    public string Date(DateOnly? date) => date?.ToString(IsChinese ? "yyyy年M月d日" : "d MMM yyyy", _culture) ?? None;

    /// <summary>The local day of an instant.</summary>
    public string Date(DateTimeOffset? at) => at is { } instant ? Date(DateOnly.FromDateTime(Local(instant))) : None;

    /// <summary>7月8日 周三 10:26 / Wed 8 Jul 10:26.</summary>
    public string DayAndTime(DateTimeOffset at) => Local(at).ToString(IsChinese ? "M月d日 ddd HH:mm" : "ddd d MMM HH:mm", _culture);

    /// <summary>10:26.</summary>
    public string Time(DateTimeOffset? at) => at is { } instant ? Local(instant).ToString("HH:mm", _culture) : None;

    /// <summary>2026年6月 / Jun 2026.</summary>
    public string Month(YearMonth? month) => month?.FirstDay.ToString(IsChinese ? "yyyy年M月" : "MMM yyyy", _culture) ?? None;

    /// <summary>A month as <see cref="Month(YearMonth?)"/>; 2026年第11周（3月9日至15日） / week 11, 9–15 Mar 2026.</summary>
    public string Period(ReportPeriod? period)
    {
        if (period is not { IsWeek: true } week)
        {
            return Month(period?.Month);
        }

        var (first, last) = (week.FirstDay, week.LastDay);
        var number = ISOWeek.GetWeekOfYear(first.ToDateTime(TimeOnly.MinValue));
        var same = first.Month == last.Month;
        return IsChinese
            ? string.Create(_culture, $"{ISOWeek.GetYear(first.ToDateTime(TimeOnly.MinValue))}年第{number}周（{first:M月d日}至{last.ToString(same ? "d日" : "M月d日", _culture)}）")
            : string.Create(_culture, $"week {number}, {first.ToString(same ? "%d" : "d MMM", _culture)}–{last:d MMM yyyy}");
    }

    /// <summary>The same for a stored <c>yyyy-MM</c>.</summary>
    public string Month(string? month) => YearMonth.TryParse(month, out var parsed) ? Month(parsed) : None;

    /// <summary>
    /// 3小时20分 / 3 h 20 min; under one hour minutes only, from <paramref name="daysFrom"/> hours on days and hours.
    /// Seconds are cut, so that a remaining time is never overstated.
    /// </summary>
    public string Duration(long? seconds, int daysFrom = 96)
    {
        if (seconds is not { } total)
        {
            return None;
        }

        total = Math.Abs(total);
        return total switch
        {
            < Hour => Unit(total / Minute, "minute"),
            _ when total >= daysFrom * Hour => Join(Unit(total / Day, "day"), total % Day / Hour, "hour"),
            _ => Join(Unit(total / Hour, "hour"), total % Hour / Minute, "minute"),
        };
    }

    /// <summary>剩余 3小时20分（工作时间） / 3 h 20 min left (business time).</summary>
    public string Remaining(long seconds, TimeKind kind) => this["shared.remaining", Duration(seconds), KindOf(kind)];

    /// <summary>剩余 4个工作日 / 4 working days left.</summary>
    public string RemainingDays(int days, TimeKind kind) =>
        this["shared.remainingDays", this[kind == TimeKind.WorkingDays ? "shared.workingDays" : "shared.calendarDays", days]];

    /// <summary>已超时 1小时15分 / 1 h 15 min overdue.</summary>
    public string Overdue(long seconds) => this["shared.overdue", Duration(seconds)];

    /// <summary>12分钟前 / 12 min ago; older than a day, the date.</summary>
    public string Ago(DateTimeOffset at, DateTimeOffset now)
    {
        var seconds = (long)(now - at).TotalSeconds;
        return seconds switch
        {
            < Minute => this["shared.justNow"],
            < Hour => this["shared.minutesAgo", seconds / Minute],
            < Day => this["shared.hoursAgo", seconds / Hour],
            _ => Instant(at, now),
        };
    }

    public string KindOf(TimeKind kind) => Of(kind);

    private DateTime Local(DateTimeOffset at) => TimeZoneInfo.ConvertTime(at, Zone).DateTime;

    private string Unit(long amount, string unit) => this[amount == 1 ? $"shared.{unit}" : $"shared.{unit}s", amount];

    private string Join(string first, long rest, string unit) =>
        rest == 0 ? first : IsChinese ? first + Unit(rest, unit) : $"{first} {Unit(rest, unit)}";
}
