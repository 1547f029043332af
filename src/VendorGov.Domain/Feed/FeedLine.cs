namespace VendorGov.Domain.Feed;

/// <summary>
/// One row as it was sent. <paramref name="Number"/> is the line of the CSV file as a spreadsheet shows it, or the place in the JSON
/// list from 1. <paramref name="Values"/> stand in the order of the schema's fields; null: left out or blank.
/// <paramref name="Problem"/> is set where the row as such could not be taken apart.
/// </summary>
public sealed record FeedLine(int Number, IReadOnlyList<string?> Values, FeedProblem? Problem = null);

/// <summary>
/// Why a row was refused. <paramref name="Code"/> names the sentence (<c>feed.error.{code}</c>); <paramref name="Value"/> is what
/// stood there, cut to 120 characters; <paramref name="Argument"/> fills the sentence.
/// </summary>
public sealed record FeedProblem(int Line, string Field, string Code, string Value, string Argument = "")
{
    public const int LongestValue = 120;

    public static FeedProblem Of(int line, string field, string code, string? value, string argument = "") =>
        new(line, field, code, Cut(value ?? ""), argument);

    private static string Cut(string value)
    {
        // A pair of surrogates is not torn apart.
        var length = value.Length <= LongestValue ? value.Length
            : char.IsHighSurrogate(value[LongestValue - 1]) ? LongestValue - 1 : LongestValue;
        return value[..length];
    }
}
