namespace VendorGov.Documents.Pdf;

/// <summary>Breaks text into lines: between Chinese characters anywhere, elsewhere at spaces, never before closing punctuation.</summary>
internal static class Lines
{
    private const string NeverFirst = "，。、；：）」』”’？！%…》】,.;:)]!?";

    private const string NeverLast = "（「『“‘《【([";

    /// <summary>Text without control characters, as one line.</summary>
    public static string Plain(string text) =>
        string.Concat(text.Select(x => char.IsControl(x) ? ' ' : x)).Trim();

    public static string Fit(string text, double width, Func<string, double> measure)
    {
        var plain = Plain(text);
        if (measure(plain) <= width)
        {
            return plain;
        }

        var (low, high) = (0, plain.Length);
        while (low < high)
        {
            var middle = (low + high + 1) / 2;
            (low, high) = measure(plain[..middle].TrimEnd() + "…") <= width ? (middle, high) : (low, middle - 1);
        }

        if (low > 0 && char.IsHighSurrogate(plain[low - 1]))
        {
            low--;
        }

        return low == 0 ? "" : plain[..low].TrimEnd() + "…";
    }

    public static List<string> Wrap(string text, double width, int most, Func<string, double> measure)
    {
        var (rest, lines) = (Plain(text), new List<string>());
        while (rest.Length > 0 && lines.Count < most)
        {
            if (lines.Count == most - 1)
            {
                lines.Add(Fit(rest, width, measure));
                break;
            }

            var end = Break(rest, width, measure);
            lines.Add(rest[..end].TrimEnd());
            rest = rest[end..].TrimStart();
        }

        return lines;
    }

    /// <summary>How many characters stand on the first line; at least one.</summary>
    private static int Break(string text, double width, Func<string, double> measure)
    {
        var (low, high) = (1, text.Length);
        while (low < high)
        {
            var middle = (low + high + 1) / 2;
            (low, high) = measure(text[..middle].TrimEnd()) <= width ? (middle, high) : (low, middle - 1);
        }

        for (var end = low; end > 1 && low < text.Length; end--)
        {
            if (MayBreak(text, end))
            {
                return end;
            }
        }

        return low;
    }

    private static bool MayBreak(string text, int at)
    {
        var (before, after) = (text[at - 1], text[at]);
        return !NeverFirst.Contains(after) && !NeverLast.Contains(before) && !char.IsLowSurrogate(after)
            && (before == ' ' || after == ' ' || IsWide(before) || IsWide(after) || before is '-' or '/');
    }

    private static bool IsWide(char x) => x >= '\u2E80';
}
