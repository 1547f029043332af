using System.Globalization;

namespace VendorGov.Domain;

/// <summary>A calendar month of a contract's time zone.</summary>
public readonly record struct YearMonth(int Year, int Month) : IComparable<YearMonth>
{
    public DateOnly FirstDay => new(Year, Month, 1);

    public DateOnly LastDay => FirstDay.AddMonths(1).AddDays(-1);

    public static YearMonth Of(DateOnly date) => new(date.Year, date.Month);

    /// <summary>The month in which <paramref name="instant"/> lies on the wall clock of <paramref name="zone"/>.</summary>
    public static YearMonth Of(DateTimeOffset instant, TimeZoneInfo zone) =>
        Of(DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(instant, zone).DateTime));

    public YearMonth AddMonths(int months) => Of(FirstDay.AddMonths(months));

    public int CompareTo(YearMonth other) => FirstDay.CompareTo(other.FirstDay);

    public static bool operator <(YearMonth left, YearMonth right) => left.CompareTo(right) < 0;

    public static bool operator >(YearMonth left, YearMonth right) => left.CompareTo(right) > 0;

    public static bool operator <=(YearMonth left, YearMonth right) => left.CompareTo(right) <= 0;

    public static bool operator >=(YearMonth left, YearMonth right) => left.CompareTo(right) >= 0;

    /// <summary>ISO 8601, <c>2026-03</c>.</summary>
    public override string ToString() => FirstDay.ToString("yyyy-MM", CultureInfo.InvariantCulture);

    /// <summary>Within the <see cref="Horizon"/>.</summary>
    public static bool TryParse(string? text, out YearMonth month)
    {
        var ok = DateOnly.TryParseExact(text + "-01", "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            && Horizon.Holds(day.Year);
        month = ok ? Of(day) : default;
        return ok;
    }
}
