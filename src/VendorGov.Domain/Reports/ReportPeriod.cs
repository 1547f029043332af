using System.Globalization;

namespace VendorGov.Domain.Reports;

/// <summary>How often a report or a document is owed.</summary>
public enum ReportRhythm
{
    Monthly,

    /// <summary>Each week from Monday to Sunday (ISO 8601).</summary>
    Weekly,
}

/// <summary>
/// What a report is about: a calendar month or an ISO week on the wall clock of the contract. A contract owes one report of a kind for
/// each; a week that lies in two months belongs to the one in which it ends.
/// </summary>
public readonly record struct ReportPeriod : IComparable<ReportPeriod>
{
    private ReportPeriod(DateOnly firstDay, ReportRhythm rhythm) => (FirstDay, Rhythm) = (firstDay, rhythm);

    public DateOnly FirstDay { get; }

    public ReportRhythm Rhythm { get; }

    public DateOnly LastDay => IsWeek ? FirstDay.AddDays(6) : FirstDay.AddMonths(1).AddDays(-1);

    public bool IsWeek => Rhythm == ReportRhythm.Weekly;

    public int Days => LastDay.DayNumber - FirstDay.DayNumber + 1;

    /// <summary>The month itself, or the one in which the week ends.</summary>
    public YearMonth Month => YearMonth.Of(LastDay);

    public static implicit operator ReportPeriod(YearMonth month) => new(month.FirstDay, ReportRhythm.Monthly);

    /// <summary>The month or week in which <paramref name="day"/> lies.</summary>
    public static ReportPeriod Of(ReportRhythm rhythm, DateOnly day) => rhythm == ReportRhythm.Weekly
        ? new ReportPeriod(day.AddDays(-(((int)day.DayOfWeek + 6) % 7)), rhythm)
        : YearMonth.Of(day);

    /// <summary>A month with the weeks that end in it.</summary>
    public static IReadOnlyList<ReportPeriod> EndingIn(YearMonth month)
    {
        List<ReportPeriod> periods = [month];
        for (var week = Of(ReportRhythm.Weekly, month.FirstDay); week.LastDay <= month.LastDay; week = week.Add(1))
        {
            periods.Add(week);
        }

        return periods;
    }

    /// <summary>So many months or weeks later; before, if negative.</summary>
    public ReportPeriod Add(int count) => new(IsWeek ? FirstDay.AddDays(7 * count) : FirstDay.AddMonths(count), Rhythm);

    public int CompareTo(ReportPeriod other) =>
        FirstDay.CompareTo(other.FirstDay) is not 0 and var order ? order : Rhythm.CompareTo(other.Rhythm);

    public static bool operator <(ReportPeriod left, ReportPeriod right) => left.CompareTo(right) < 0;

    public static bool operator >(ReportPeriod left, ReportPeriod right) => left.CompareTo(right) > 0;

    public static bool operator <=(ReportPeriod left, ReportPeriod right) => left.CompareTo(right) <= 0;

    public static bool operator >=(ReportPeriod left, ReportPeriod right) => left.CompareTo(right) >= 0;

    /// <summary>ISO 8601: <c>2026-03</c> or <c>2026-W11</c>.</summary>
    public override string ToString()
    {
        var day = FirstDay.ToDateTime(TimeOnly.MinValue);
        return IsWeek ? string.Create(CultureInfo.InvariantCulture, $"{ISOWeek.GetYear(day):0000}-W{ISOWeek.GetWeekOfYear(day):00}")
            : FirstDay.ToString("yyyy-MM", CultureInfo.InvariantCulture);
    }

    public static bool TryParse(string? text, out ReportPeriod period)
    {
        if (YearMonth.TryParse(text, out var month))
        {
            period = month;
            return true;
        }

        period = default;
        if (text is not { Length: 8 } || text[4..6] != "-W"
            || !int.TryParse(text.AsSpan(0, 4), NumberStyles.None, CultureInfo.InvariantCulture, out var year) || !Horizon.Holds(year)
            || !int.TryParse(text.AsSpan(6), NumberStyles.None, CultureInfo.InvariantCulture, out var week)
            || week < 1 || week > ISOWeek.GetWeeksInYear(year))
        {
            return false;
        }

        period = new ReportPeriod(DateOnly.FromDateTime(ISOWeek.ToDateTime(year, week, DayOfWeek.Monday)), ReportRhythm.Weekly);
        return true;
    }
}
