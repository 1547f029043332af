using System.Globalization;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using VendorGov.Domain;

namespace VendorGov.Web.Shared;

/// <summary>What a field of type <c>datetime-local</c> holds: wall-clock time of a zone, to the minute.</summary>
public static class LocalTime
{
    private const string Form = "yyyy-MM-dd'T'HH:mm";

    public static string Field(DateTimeOffset at, TimeZoneInfo zone) =>
        TimeZoneInfo.ConvertTime(at, zone).ToString(Form, CultureInfo.InvariantCulture);

    /// <summary>The instant (UTC); null where the text is no such time.</summary>
    public static DateTimeOffset? Read(string? field, TimeZoneInfo zone) =>
        DateTime.TryParseExact(field, Form, CultureInfo.InvariantCulture, DateTimeStyles.None, out var local) && Horizon.Holds(local.Year) ? Instant(local, zone) : null;

    /// <summary>As <see cref="Read(string?, TimeZoneInfo)"/>, for a time that has passed: the field counts minutes, so this very minute is not the future.</summary>
    public static DateTimeOffset? Read(string? field, TimeZoneInfo zone, DateTimeOffset now) =>
        Read(field, zone) is { } at ? (at > now && at < now.AddMinutes(1) ? now : at) : null;

    /// <summary>What a form's field says; null, with an error beside the field, where it is no time. An empty field is for the caller.</summary>
    /// <param name="now">Given for a time that has passed.</param>
    public static DateTimeOffset? Time(
        this ModelStateDictionary state, string name, string? field, TimeZoneInfo zone, Text text, DateTimeOffset? now = null)
    {
        var at = now is { } passed ? Read(field, zone, passed) : Read(field, zone);
        if (at is null && !string.IsNullOrEmpty(field))
        {
            state.AddModelError(name, text["shared.timeWrong"]);
        }

        return at;
    }

    public static DateTimeOffset Instant(DateTime wall, TimeZoneInfo zone) => new DateTimeOffset(wall, zone.GetUtcOffset(wall)).ToUniversalTime();

    /// <summary>The instant at which a local day begins.</summary>
    public static DateTimeOffset Start(DateOnly day, TimeZoneInfo zone) => Instant(day.ToDateTime(TimeOnly.MinValue), zone);
}
