namespace VendorGov.Documents.Reading;

/// <summary>
/// What a file that somebody uploads may cost us. Sizes in bytes, lengths in characters. Empty rows and empty trailing
/// cells count towards nothing; <paramref name="MaxInflatedBytes"/> is what the archive really inflates to.
/// </summary>
public sealed record TabularLimits(
    long MaxBytes = 64L * 1024 * 1024,
    long MaxInflatedBytes = 384L * 1024 * 1024,
    int MaxArchiveEntries = 1000,
    int MaxSheets = 50,
    int MaxRows = 1_000_000,
    int MaxColumns = 200,
    int MaxCellLength = 8000,
    long MaxSharedCharacters = 64_000_000)
{
    public static TabularLimits Default { get; } = new();
}
