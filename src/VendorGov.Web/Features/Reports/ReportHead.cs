using VendorGov.Domain.Reports;

namespace VendorGov.Web.Features.Reports;

/// <summary>Who reports on what until when: the head of both the upload and the version's page.</summary>
public sealed record ReportHead(
    Guid ContractId, string ContractNumber, string VendorName, int Outlets, ReportPeriod Period, DutyRow? Duty, string Title);

/// <summary>One line of the list of versions.</summary>
public sealed record VersionLine(
    Guid Id, int Number, VendorReportState State, DateTimeOffset UploadedAt, string UploadedBy, int Rejects, int Explains, bool IsShown,
    bool SeesWhole);
