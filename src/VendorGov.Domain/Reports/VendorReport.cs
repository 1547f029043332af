using VendorGov.Domain.Tenancy;

namespace VendorGov.Domain.Reports;

public enum VendorReportState
{
    /// <summary>At least one finding must be corrected in the file. No row of it is stored.</summary>
    Refused,

    /// <summary>Nothing must be corrected, but reasons are owed. No row of it is stored yet.</summary>
    AwaitingExplanation,

    /// <summary>The accepted version that feeds the metrics of its month.</summary>
    Accepted,

    /// <summary>Accepted, then replaced by a later accepted version.</summary>
    Superseded,
}

/// <summary>
/// One upload of a vendor's monthly data report: a version, accepted whole or not at all. The file itself lies in the store
/// under its SHA-256; its rows are <see cref="VendorReportRow"/> and exist only for an accepted version.
/// Of a contract and month the one in state <see cref="VendorReportState.Accepted"/> feeds the metrics.
/// </summary>
public sealed class VendorReport
{
    private VendorReport()
    {
    }

    public VendorReportId Id { get; private set; }
    public TenantId TenantId { get; private set; }
    public VendorId VendorId { get; private set; }
    public ContractId ContractId { get; private set; }

    /// <summary>The month reported on, <c>yyyy-MM</c> in the contract's time zone.</summary>
    public string Month { get; private set; } = "";

    /// <summary>1 for the first upload of a contract and month; refused uploads count too.</summary>
    public int VersionNumber { get; private set; }

    public string FileName { get; private set; } = "";

    /// <summary>Lower-case hexadecimal, 64 characters.</summary>
    public string FileSha256 { get; private set; } = "";

    /// <summary>Bytes.</summary>
    public long FileSize { get; private set; }

    public DateTimeOffset UploadedAt { get; private set; }
    public string UploadedByName { get; private set; } = "";

    /// <summary>True from the acceptance on, also once superseded.</summary>
    public bool Accepted { get; private set; }

    public DateTimeOffset? AcceptedAt { get; private set; }
    public VendorReportState State { get; private set; }

    /// <summary>The list of <see cref="ReportFinding"/> as JSON, at most <see cref="ReportCheck.MaxFindings"/>.</summary>
    public string FindingsJson { get; private set; } = "[]";

    public int RejectCount { get; private set; }
    public int ExplainCount { get; private set; }
    public int WarnCount { get; private set; }

    /// <summary>Rows below the header, of all sheets.</summary>
    public int RowCount { get; private set; }

    /// <summary>Concurrency token.</summary>
    public int Version { get; private set; }
}
