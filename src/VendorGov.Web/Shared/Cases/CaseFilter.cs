using VendorGov.Domain.Tenancy;

namespace VendorGov.Web.Shared.Cases;

/// <summary>What every list around cases is narrowed by. Dates are local days of the reader, both included.</summary>
public sealed class CaseFilter
{
    public string? Q { get; set; }

    public Guid? Vendor { get; set; }

    public Guid? Outlet { get; set; }

    public DateOnly? From { get; set; }

    public DateOnly? To { get; set; }

    public int? P { get; set; }

    public bool Narrows => !string.IsNullOrWhiteSpace(Q) || Vendor is not null || Outlet is not null || From is not null || To is not null;

    /// <summary>In lower case, at most 100 characters; null: nothing is searched.</summary>
    public string? Words => string.IsNullOrWhiteSpace(Q) ? null : Q.Trim().ToLowerInvariant() is { Length: > 100 } w ? w[..100] : Q.Trim().ToLowerInvariant();

    public IQueryable<T> OfParties<T>(IQueryable<T> rows) where T : class, IOutletOwned
    {
        rows = Vendor is { } vendor ? rows.Where(r => r.VendorId == VendorId.From(vendor)) : rows;
        return Outlet is { } outlet ? rows.Where(r => r.OutletId == OutletId.From(outlet)) : rows;
    }

    public DateTimeOffset? Begin(TimeZoneInfo zone) => From is { } day ? LocalTime.Start(day, zone) : null;

    /// <summary>The first instant that is out.</summary>
    public DateTimeOffset? End(TimeZoneInfo zone) => To is { } day && day < DateOnly.MaxValue ? LocalTime.Start(day.AddDays(1), zone) : null;
}
