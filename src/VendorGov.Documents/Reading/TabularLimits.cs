namespace VendorGov.Documents.Reading;

/// <summary>
/// What a file that somebody uploads may cost us. Sizes in bytes, lengths in characters. <paramref name="MaxInflatedBytes"/> is
/// what the archive really inflates to; <paramref name="MaxTags"/> is how many XML tags its parts hold in all, about four for a
/// cell. <paramref name="MaxRows"/> counts rows that hold something, <paramref name="MaxEmptyRows"/> those that do not.
/// </summary>
public sealed record TabularLimits(
    long MaxBytes = 64L * 1024 * 1024,
    long MaxInflatedBytes = 256L * 1024 * 1024,
    int MaxArchiveEntries = 1000,
    int MaxSheets = 50,
    int MaxRows = 1_000_000,
    int MaxEmptyRows = 100_000,
    int MaxColumns = 200,
    int MaxCellLength = 8000,
    long MaxSharedCharacters = 8_000_000,
    int MaxTags = 32_000_000)
{
    public static TabularLimits Default { get; } = new();

    /// <summary>Content that shrinks to less than this part of itself was made to do so; from <see cref="SuspectBytes"/> on.</summary>
    internal const int LargestRatio = 100;

    internal const long SuspectBytes = 16L * 1024 * 1024;
}
