using VendorGov.Domain.Contracts;
using VendorGov.Domain.Tenancy;

namespace VendorGov.Domain.Reports;

/// <summary>What became of an upload; a file is accepted or refused as a whole.</summary>
public enum VendorReportState
{
    /// <summary>At least one finding must be corrected in the file. No row of it is stored.</summary>
    Refused,

    /// <summary>Nothing must be corrected, but reasons are owed. No row of it is stored yet.</summary>
    AwaitingExplanation,

    /// <summary>The accepted version that counts: a month's feeds the metrics.</summary>
    Accepted,

    /// <summary>Accepted, then replaced by a later accepted version.</summary>
    Superseded,
}

/// <summary>A file as it was uploaded. <paramref name="Sha256"/> is lower-case hexadecimal; <paramref name="Size"/> in bytes.</summary>
public sealed record UploadedFile(string Name, string Sha256, long Size);

/// <summary>
/// One upload of a vendor's data report: a version, accepted whole or not at all. The file itself lies in the store
/// under its SHA-256; its rows are <see cref="VendorReportRow"/> and exist only for an accepted version.
/// Of a contract and period the one in state <see cref="VendorReportState.Accepted"/> counts.
/// </summary>
public sealed class VendorReport : IContractOwned, IAudited, IVersioned
{
    private VendorReport()
    {
    }

    /// <summary>
    /// Receives an upload that was checked. <paramref name="monthly"/> is the second file of a csv upload, which holds one sheet
    /// each.
    /// </summary>
    public VendorReport(
        Contract contract, ReportPeriod period, int versionNumber, UploadedFile file, UploadedFile? monthly,
        ReportOutcome outcome, string uploadedBy, DateTimeOffset now)
    {
        Id = VendorReportId.New();
        TenantId = contract.TenantId;
        VendorId = contract.VendorId;
        ContractId = contract.Id;
        Period = period;
        VersionNumber = versionNumber;
        (FileName, FileSha256, FileSize) = (file.Name, file.Sha256, file.Size);
        (SecondFileName, SecondFileSha256, SecondFileSize) = (monthly?.Name, monthly?.Sha256, monthly?.Size);
        UploadedAt = now;
        UploadedByName = uploadedBy;
        Judge(outcome, now);
    }

    public VendorReportId Id { get; private set; }
    public TenantId TenantId { get; private set; }
    public VendorId VendorId { get; private set; }
    public ContractId ContractId { get; private set; }

    /// <summary>The month or week reported on, in the contract's time zone.</summary>
    public ReportPeriod Period { get; private set; }

    /// <summary>1 for the first upload of a contract and period; refused uploads count too.</summary>
    public int VersionNumber { get; private set; }

    public string FileName { get; private set; } = "";

    /// <summary>Lower-case hexadecimal, 64 characters.</summary>
    public string FileSha256 { get; private set; } = "";

    /// <summary>Bytes.</summary>
    public long FileSize { get; private set; }

    /// <summary>The csv file of the sheet <c>monthly</c>, where the upload came as two.</summary>
    public string? SecondFileName { get; private set; }

    public string? SecondFileSha256 { get; private set; }

    public long? SecondFileSize { get; private set; }

    public DateTimeOffset UploadedAt { get; private set; }
    public string UploadedByName { get; private set; } = "";

    /// <summary>True from the acceptance on, also once superseded.</summary>
    public bool Accepted { get; private set; }

    public DateTimeOffset? AcceptedAt { get; private set; }
    public VendorReportState State { get; private set; }

    /// <summary>The list of <see cref="ReportFinding"/> as JSON, at most <see cref="ReportCheck.MaxFindings"/> of each level.</summary>
    public string FindingsJson { get; private set; } = "[]";

    public int RejectCount { get; private set; }
    public int ExplainCount { get; private set; }
    public int WarnCount { get; private set; }

    /// <summary>Rows below the header, of all sheets.</summary>
    public int RowCount { get; private set; }

    /// <summary>Complaints and emergencies on the sheet <c>cases</c>; null where the upload has no such sheet, as csv files.</summary>
    public int? CaseCount { get; private set; }

    /// <summary>Sum of each figure over all rows that could be read, by field name; a figure that no row has is absent.</summary>
    public IReadOnlyDictionary<string, decimal> Totals { get; private set; } = new Dictionary<string, decimal>();

    public int Version { get; private set; } = 1;

    /// <summary>
    /// Takes the reasons that were owed: the same file, checked again. Throws <see cref="RuleViolationException"/> unless the
    /// report waits for them.
    /// </summary>
    public void Answer(ReportOutcome outcome, DateTimeOffset now)
    {
        if (State != VendorReportState.AwaitingExplanation)
        {
            throw new RuleViolationException("report-decided");
        }

        Judge(outcome, now);
    }

    /// <summary>A later version was accepted; this one stays readable and feeds nothing any more.</summary>
    public void Supersede()
    {
        if (State != VendorReportState.Accepted)
        {
            throw new RuleViolationException("report-not-accepted");
        }

        State = VendorReportState.Superseded;
    }

    /// <summary>The rows to store; none unless the report is accepted.</summary>
    public IEnumerable<VendorReportRow> RowsOf(ReportOutcome outcome) => State != VendorReportState.Accepted ? [] :
        outcome.Rows.Select((r, i) =>
            new VendorReportRow(this, i + 1, r.Outlet.Id, r.Sheet.Name, r.Row, r.Date, r.Channel, r.ByName()));

    /// <summary>The cases and tickets to store; none unless the report is accepted.</summary>
    public IEnumerable<VendorReportCase> CasesOf(ReportOutcome outcome) => State != VendorReportState.Accepted ? [] :
        outcome.StatedCases.Select((c, i) => new VendorReportCase(this, i + 1, c));

    private void Judge(ReportOutcome outcome, DateTimeOffset now)
    {
        State = outcome.MustBeCorrected ? VendorReportState.Refused
            : outcome.ReasonsOwed ? VendorReportState.AwaitingExplanation
            : VendorReportState.Accepted;
        Accepted = State == VendorReportState.Accepted;
        AcceptedAt = Accepted ? now : null;
        FindingsJson = outcome.FindingsJson();
        (RejectCount, ExplainCount, WarnCount) = (outcome.Rejects, outcome.Explains, outcome.Warns);
        RowCount = outcome.RowCount;
        CaseCount = outcome.HasCases ? outcome.StatedCases.Count(c => c.Kind != CaseKind.Ticket) : null;
        Totals = outcome.Totals();
    }
}
