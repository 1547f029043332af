using VendorGov.Domain;
using VendorGov.Domain.Contracts;

namespace VendorGov.Web.Shared.Months;

/// <summary>The instants between which a month lies on the wall clock of a zone; the end is not part of it.</summary>
internal readonly record struct MonthBounds(DateTimeOffset From, DateTimeOffset To)
{
    /// <summary>The most that any zone's midnight lies from that of UTC.</summary>
    private static readonly TimeSpan WidestOffset = TimeSpan.FromHours(15);

    public static MonthBounds Of(YearMonth month, TimeZoneInfo zone) =>
        new(Midnight(month.FirstDay, zone), Midnight(month.AddMonths(1).FirstDay, zone));

    /// <summary>The part of the month in which a contract is in force; null where it is not.</summary>
    public static MonthBounds? InForce(YearMonth month, TimeZoneInfo zone, Contract contract)
    {
        var first = contract.StartsOn > month.FirstDay ? contract.StartsOn : month.FirstDay;
        var last = contract.EndsOn < month.LastDay ? contract.EndsOn.Value : month.LastDay;
        return last < first ? null : new(Midnight(first, zone), Midnight(last.AddDays(1), zone));
    }

    /// <summary>Wide enough for the month in every zone: what is read, before each contract's own zone decides.</summary>
    public static MonthBounds Widest(YearMonth month)
    {
        var utc = Of(month, TimeZoneInfo.Utc);
        return new MonthBounds(utc.From - WidestOffset, utc.To + WidestOffset);
    }

    private static DateTimeOffset Midnight(DateOnly day, TimeZoneInfo zone)
    {
        var wall = day.ToDateTime(TimeOnly.MinValue);
        while (zone.IsInvalidTime(wall))
        {
            wall = wall.AddMinutes(15);
        }

        return new DateTimeOffset(wall, zone.GetUtcOffset(wall)).ToUniversalTime();
    }
}
