namespace VendorGov.Domain.Reports;

/// <summary>What a duty to report asks for; anything but the data is a document (requirements 4).</summary>
public enum ReportKind
{
    /// <summary>The data report.</summary>
    Data,

    /// <summary>Quality and improvement report.</summary>
    Quality,

    /// <summary>Record of the trainings held.</summary>
    Training,
}
