using VendorGov.Domain.Tenancy;

namespace VendorGov.Domain.Issues.History;

/// <summary>
/// A tenant's import profile as the JSON text that headquarters edit. A stored one of the same name comes before the one
/// that ships with the product.
/// </summary>
public sealed class StoredImportProfile : IHeadquartersOwned, IAudited, IVersioned
{
    /// <summary>Longest text of a profile, in characters.</summary>
    public const int MaxLength = 40_000;

    private StoredImportProfile()
    {
    }

    /// <exception cref="RuleViolationException"><c>import-profile-invalid</c>, <c>import-profile-long</c>.</exception>
    public StoredImportProfile(TenantId tenant, string json, DateTimeOffset now)
    {
        Id = Keys.Next();
        TenantId = tenant;
        Change(json, now);
    }

    public Guid Id { get; private set; }

    public TenantId TenantId { get; private set; }

    /// <summary>The name that stands in the text; unique in the tenant.</summary>
    public string Name { get; private set; } = "";

    public string Json { get; private set; } = "";

    public DateTimeOffset ChangedAt { get; private set; }

    public int Version { get; private set; } = 1;

    public void Change(string json, DateTimeOffset now)
    {
        if (json.Length > MaxLength) throw new RuleViolationException("import-profile-long", MaxLength);
        var problems = new List<ProfileProblem>();
        var profile = ImportProfileReader.Read(json, problems)
            ?? throw new RuleViolationException("import-profile-invalid", problems.Count);
        Name = profile.Name;
        Json = json;
        ChangedAt = now;
    }
}
