using VendorGov.Domain.Tenancy;

namespace VendorGov.Domain.Issues.History;

/// <summary>
/// Which issue an external key became, and from which rows. The rows are kept, so that a second import of them changes
/// nothing and a longer log continues the incident.
/// </summary>
public sealed class ImportedIncident : IHeadquartersOwned
{
    private ImportedIncident()
    {
    }

    public ImportedIncident(TenantId tenant, string profile, string key, IssueId issue)
    {
        Id = Keys.Next();
        TenantId = tenant;
        Profile = profile;
        Key = key;
        IssueId = issue;
    }

    public Guid Id { get; private set; }

    public TenantId TenantId { get; private set; }

    public string Profile { get; private set; } = "";

    public string Key { get; private set; } = "";

    public IssueId IssueId { get; private set; }

    /// <summary>SHA-256 over the rows and what the profile made of them.</summary>
    public string ContentHash { get; private set; } = "";

    /// <summary>The accepted rows as JSON lines, see <see cref="LogRowText"/>.</summary>
    public string Rows { get; private set; } = "";

    public Guid BatchId { get; private set; }

    public void Wrote(Guid batch, string rows, string contentHash)
    {
        BatchId = batch;
        Rows = rows;
        ContentHash = contentHash;
    }
}
