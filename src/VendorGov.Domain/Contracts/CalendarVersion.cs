using VendorGov.Domain.Calendars;
using VendorGov.Domain.Tenancy;

namespace VendorGov.Domain.Contracts;

/// <summary>One version of a named calendar of a tenant (SLA semantics 1.4). Never edited: an edit is a new version.</summary>
public sealed class CalendarVersion : ITenantOwned, IAudited
{
    private CalendarVersion()
    {
    }

    public CalendarVersion(TenantId tenant, string name, int number, CalendarDefinition definition, DateTimeOffset now)
    {
        Id = CalendarVersionId.New();
        TenantId = tenant;
        Name = name;
        Number = number;
        Definition = definition;
        CreatedAt = now;
    }

    public CalendarVersionId Id { get; private set; }

    public TenantId TenantId { get; private set; }

    public string Name { get; private set; } = "";

    public int Number { get; private set; }

    public CalendarDefinition Definition { get; private set; } = null!;

    public DateTimeOffset CreatedAt { get; private set; }
}
