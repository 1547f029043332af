using System.Globalization;
using System.Text.RegularExpressions;
using VendorGov.Domain.Reports;

namespace VendorGov.Domain.Feed;

/// <summary>An instant as it was written: wall-clock time, and the offset where one was given.</summary>
internal readonly record struct WrittenInstant(DateTime Wall, TimeSpan? Offset)
{
    /// <summary>Without an offset, on the wall clock of <paramref name="zone"/>. Kept to the millisecond.</summary>
    public DateTimeOffset In(TimeZoneInfo zone)
    {
        var at = new DateTimeOffset(Wall, Offset ?? zone.GetUtcOffset(Wall)).ToUniversalTime();
        return at.AddTicks(-(at.Ticks % TimeSpan.TicksPerMillisecond));
    }
}

/// <summary>Reads the cells of one line and remembers the first thing that is wrong with it.</summary>
internal sealed partial class FeedCells(FeedSchema schema, FeedLine line)
{
    private static readonly Dictionary<string, bool> Flags = new(StringComparer.OrdinalIgnoreCase)
    {
        ["true"] = true, ["yes"] = true, ["y"] = true, ["1"] = true, ["是"] = true,
        ["false"] = false, ["no"] = false, ["n"] = false, ["0"] = false, ["否"] = false,
    };

    /// <summary>Longer is no instant, and what finds the zone looks back from each letter of it.</summary>
    private const int LongestInstant = 60;

    private static readonly string[] InstantForms =
    [
        "yyyy-MM-ddTHH:mm:ss.FFFFFFF", "yyyy-MM-ddTHH:mm", "yyyy-MM-dd HH:mm:ss.FFFFFFF", "yyyy-MM-dd HH:mm", "yyyy/M/d H:mm:ss", "yyyy/M/d H:mm",
    ];

    public FeedProblem? Problem { get; private set; } = line.Problem;

    public void Refuse(string field, string code, string argument = "") =>
        Problem ??= FeedProblem.Of(line.Number, field, code, Raw(field), argument);

    public string? Text(string field)
    {
        var definition = schema.Fields[schema.IndexOf(field)];
        var text = CellText.Clean(Raw(field) ?? "");
        if (text.Length == 0)
        {
            if (definition.Required)
            {
                Refuse(field, "missing");
            }

            return null;
        }

        if (definition.Type == FeedFieldType.Text && text.Length > definition.Most)
        {
            Refuse(field, "too-long", Number(definition.Most));
            return null;
        }

        if (text.Any(char.IsControl))
        {
            Refuse(field, "control-character");
        }

        return text;
    }

    public int? Count(string field)
    {
        if (Text(field) is not { } text)
        {
            return null;
        }

        var most = schema.Fields[schema.IndexOf(field)].Most;
        if (!decimal.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number)
            || number != decimal.Truncate(number))
        {
            Refuse(field, "not-whole");
            return null;
        }

        if (number < 0 || number > most)
        {
            Refuse(field, "out-of-range", Number(most));
            return null;
        }

        return (int)number;
    }

    public bool? Flag(string field)
    {
        if (Text(field) is not { } text)
        {
            return null;
        }

        if (Flags.TryGetValue(text, out var flag))
        {
            return flag;
        }

        Refuse(field, "not-flag");
        return null;
    }

    /// <summary>One of the field's choices, as a value of <typeparamref name="T"/> with the same name.</summary>
    public T? Choice<T>(string field) where T : struct, Enum
    {
        if (Text(field) is not { } text)
        {
            return null;
        }

        var choices = schema.Fields[schema.IndexOf(field)].Choices;
        if (choices.Contains(text, StringComparer.OrdinalIgnoreCase))
        {
            return Enum.Parse<T>(text, ignoreCase: true);
        }

        Refuse(field, "not-choice", string.Join(", ", choices));
        return null;
    }

    public WrittenInstant? Instant(string field)
    {
        if (Text(field) is not { } text)
        {
            return null;
        }

        if (text.Length > LongestInstant)
        {
            Refuse(field, "not-instant");
            return null;
        }

        var match = Zoned().Match(text);
        var wall = match.Success ? text[..match.Index].TrimEnd() : text;
        if (DateTime.TryParseExact(wall, InstantForms, CultureInfo.InvariantCulture, DateTimeStyles.None, out var at) && at.Year is >= 2000 and < 2100)
        {
            return new WrittenInstant(at, match.Success ? OffsetOf(match.Value) : null);
        }

        Refuse(field, "not-instant");
        return null;
    }

    private string? Raw(string field) => line.Values.Count == 0 ? null : line.Values[schema.IndexOf(field)];

    private static TimeSpan OffsetOf(string text)
    {
        if (text is "Z" or "z")
        {
            return TimeSpan.Zero;
        }

        var digits = text[1..].Replace(":", "", StringComparison.Ordinal);
        var offset = new TimeSpan(int.Parse(digits[..2], CultureInfo.InvariantCulture), int.Parse(digits[2..], CultureInfo.InvariantCulture), 0);
        return text[0] == '-' ? -offset : offset;
    }

    private static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);

    [GeneratedRegex(@"(?<=\d\d:\d\d.*)(?:[Zz]|[+-](?:0\d|1[0-3]):?[0-5]\d)$", RegexOptions.CultureInvariant)]
    private static partial Regex Zoned();
}
