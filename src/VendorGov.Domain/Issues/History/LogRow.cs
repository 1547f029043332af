namespace VendorGov.Domain.Issues.History;

/// <summary>
/// One accepted row of an event log. <paramref name="Number"/> is the row's number in the file, the head being row 1.
/// <paramref name="Fingerprint"/> identifies the content of all cells: rows with the same one are identical.
/// </summary>
public sealed record LogRow(
    int Number, UInt128 Fingerprint, string Key, DateTimeOffset At, DateTimeOffset OpenedAt, LogState State,
    string? Vendor, string? Outlet, Severity? Severity, string? Title);

/// <summary>
/// A row, or one column of it, that was not taken. <paramref name="Reason"/> is the end of the text key
/// <c>imports.reason.{Reason}</c>; <paramref name="Row"/> 1 is the head of the file.
/// </summary>
public sealed record ImportRefusal(int Row, string Column, string Value, string Reason)
{
    public const string MissingColumn = "missing-column";
    public const string DuplicateColumn = "duplicate-column";
    public const string MissingKey = "missing-key";
    public const string KeyTooLong = "key-too-long";
    public const string UnreadableTime = "unreadable-time";
    public const string BeforeOpened = "before-opened";
    public const string UnknownState = "unknown-state";
    public const string UnknownSeverity = "unknown-severity";
    public const string NoSeverity = "no-severity";
    public const string NameTooLong = "name-too-long";
    public const string WrongCellCount = "wrong-cell-count";
    public const string UnknownVendor = "unknown-vendor";
    public const string UnknownOutlet = "unknown-outlet";
    public const string NoContract = "no-contract";
    public const string ChangedInPortal = "changed-in-portal";
}
