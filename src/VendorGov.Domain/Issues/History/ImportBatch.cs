using VendorGov.Domain.Tenancy;

namespace VendorGov.Domain.Issues.History;

/// <summary>Where an import stands.</summary>
public enum ImportState
{
    Waiting,
    Running,
    Done,
    /// <summary>The file was not taken at all, or the work broke off; what was written before stays and is known next time.</summary>
    Failed,
}

/// <summary>What one import did. Rows: read = new + known + identical + refused. Incidents: seen = added + updated + unchanged + refused.</summary>
public sealed record ImportCounts(
    int RowsRead = 0, int RowsNew = 0, int RowsKnown = 0, int RowsIdentical = 0, int RowsRefused = 0,
    int IncidentsAdded = 0, int IncidentsUpdated = 0, int IncidentsUnchanged = 0, int IncidentsRefused = 0,
    int VendorsCreated = 0, int OutletsCreated = 0, int ContractsCreated = 0)
{
    public int Incidents => IncidentsAdded + IncidentsUpdated + IncidentsUnchanged + IncidentsRefused;
}

/// <summary>
/// One run of an import. <see cref="FileHash"/> is the SHA-256 of the file as it was handed in; <see cref="ContentHash"/> covers
/// the keys and hashes of the incidents that were written, and stands in the audit entry of the batch.
/// </summary>
public sealed class ImportBatch : IHeadquartersOwned
{
    private ImportBatch()
    {
    }

    public ImportBatch(TenantId tenant, string profile, string fileName, bool createMissing, string startedBy, DateTimeOffset now)
    {
        Id = Keys.Next();
        TenantId = tenant;
        Profile = profile;
        FileName = fileName.Length > 200 ? fileName[^200..] : fileName;
        CreateMissing = createMissing;
        StartedBy = startedBy;
        StartedAt = now;
    }

    public Guid Id { get; private set; }

    public TenantId TenantId { get; private set; }

    public string Profile { get; private set; } = "";

    public string FileName { get; private set; } = "";

    public bool CreateMissing { get; private set; }

    public string StartedBy { get; private set; } = "";

    public DateTimeOffset StartedAt { get; private set; }

    public DateTimeOffset? FinishedAt { get; private set; }

    public ImportState State { get; private set; }

    /// <summary>Incidents written or compared so far, and how many the file holds; 0 while the file is still being read.</summary>
    public int IncidentsDone { get; private set; }

    public int IncidentsTotal { get; private set; }

    public ImportCounts Counts { get; private set; } = new();

    public string? FileHash { get; private set; }

    public string? ContentHash { get; private set; }

    /// <summary>Why it failed: the key of the sentence for the user.</summary>
    public string? Problem { get; private set; }

    /// <summary>Fills {0}, {1} ... of that sentence; several are joined by a vertical bar.</summary>
    public string? ProblemArgument { get; private set; }

    /// <exception cref="RuleViolationException"><c>import-started</c>: it ran already.</exception>
    public void Start()
    {
        if (State != ImportState.Waiting) throw new RuleViolationException("import-started");
        State = ImportState.Running;
    }

    public void Progress(int done, int total, ImportCounts counts)
    {
        IncidentsDone = done;
        IncidentsTotal = total;
        Counts = counts;
    }

    public void Finish(ImportCounts counts, string fileHash, string contentHash, DateTimeOffset now)
    {
        Counts = counts;
        FileHash = fileHash;
        ContentHash = contentHash;
        State = ImportState.Done;
        FinishedAt = now;
    }

    public void Fail(string problem, string? argument, ImportCounts counts, DateTimeOffset now)
    {
        Counts = counts;
        Problem = problem;
        ProblemArgument = argument;
        State = ImportState.Failed;
        FinishedAt = now;
    }
}
