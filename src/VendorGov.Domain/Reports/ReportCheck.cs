namespace VendorGov.Domain.Reports;

/// <summary>Checks a vendor report against its contract and month.</summary>
public static class ReportCheck
{
    /// <summary>Findings kept of one file; the counts go on.</summary>
    public const int MaxFindings = 2000;
}
