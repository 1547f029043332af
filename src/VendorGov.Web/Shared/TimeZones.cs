using System.ComponentModel.DataAnnotations;

namespace VendorGov.Web.Shared;

/// <summary>The zones that a tenant can be given, by IANA name.</summary>
public static class TimeZones
{
    /// <summary>Offered first; any other IANA name is accepted too.</summary>
    public static readonly string[] Common =
    [
        "Asia/Shanghai", "Asia/Hong_Kong", "Asia/Taipei", "Asia/Singapore", "Asia/Tokyo", "Asia/Kolkata", "Asia/Dubai",
        "Europe/London", "Europe/Berlin", "America/New_York", "America/Los_Angeles", "Australia/Sydney", "UTC",
    ];
}

[AttributeUsage(AttributeTargets.Property)]
public sealed class TimeZoneNameAttribute : ValidationAttribute
{
    public override bool IsValid(object? value) =>
        value is null || (value is string name && TimeZoneInfo.TryFindSystemTimeZoneById(name, out _));
}
