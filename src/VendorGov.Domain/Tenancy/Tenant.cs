namespace VendorGov.Domain.Tenancy;

/// <summary>A franchise network. <see cref="TimeZone"/> is an IANA name; <see cref="Language"/> is zh-CN or en.</summary>
public sealed class Tenant : IAudited, IVersioned
{
    private Tenant()
    {
    }

    public Tenant(TenantId id, string code, string name, string timeZone, string language, DateTimeOffset createdAt)
    {
        Id = id;
        Code = code;
        CreatedAt = createdAt;
        Rename(name, timeZone, language);
    }

    public TenantId Id { get; private set; }

    public string Code { get; private set; } = "";

    public string Name { get; private set; } = "";

    public string TimeZone { get; private set; } = "Asia/Shanghai";

    public string Language { get; private set; } = "zh-CN";

    /// <summary>Members without a second step of signing in must set one up before they see anything.</summary>
    public bool RequiresSecondStep { get; private set; }

    public DateTimeOffset CreatedAt { get; private set; }

    public int Version { get; private set; } = 1;

    public void RequireSecondStep(bool required) => RequiresSecondStep = required;

    public void Rename(string name, string timeZone, string language)
    {
        if (!TimeZoneInfo.TryFindSystemTimeZoneById(timeZone, out _))
        {
            throw new RuleViolationException("unknown-time-zone", timeZone);
        }

        Name = name;
        TimeZone = timeZone;
        Language = language;
    }
}
