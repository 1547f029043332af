namespace VendorGov.Domain.Issues;

/// <summary>The six problem types (P1 to P6), each with a playbook.</summary>
public enum ProblemType
{
    SlowOrPoorService = 1,
    ComplaintMishandled = 2,
    StaffShortage = 3,
    TechnicalFault = 4,
    OffBrand = 5,
    ReportInaccurateOrLate = 6,
}

/// <summary>S1 is the gravest; targets are agreed for each.</summary>
public enum Severity
{
    S1 = 1,
    S2 = 2,
    S3 = 3,
    S4 = 4,
}

/// <summary>Life of an issue; overdue is no state of it but of its clocks.</summary>
public enum IssueState
{
    /// <summary>Filed, not yet acknowledged by the vendor.</summary>
    New,
    InProgress,
    /// <summary>Waits on the buyer's side (outlet or headquarters); pauses Resolve.</summary>
    WaitingOnOutlet,
    Resolved,
    Closed,
    Withdrawn,
}

/// <summary>The two sides of an issue's thread: buyer = outlet and headquarters.</summary>
public enum Side
{
    Buyer,
    Vendor,
}
