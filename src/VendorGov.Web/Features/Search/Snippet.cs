namespace VendorGov.Web.Features.Search;

/// <summary>A piece of a text; <paramref name="Hit"/> where the searched words stand.</summary>
public sealed record Piece(string Text, bool Hit);

/// <summary>Cuts the surroundings of the first hit out of a text and marks every hit in them.</summary>
public static class Snippet
{
    private const int Before = 30;
    private const int Longest = 120;

    /// <summary>The whole text in pieces, for titles.</summary>
    public static IReadOnlyList<Piece> Mark(string text, IReadOnlyList<string> terms)
    {
        var (pieces, at) = (new List<Piece>(), 0);
        while (at < text.Length)
        {
            var next = terms.Select(t => (Index: text.IndexOf(t, at, StringComparison.OrdinalIgnoreCase), t.Length)).Where(h => h.Index >= 0)
                .OrderBy(h => h.Index).ThenByDescending(h => h.Length).FirstOrDefault((Index: text.Length, Length: 0));
            if (next.Index > at)
            {
                pieces.Add(new Piece(text[at..next.Index], false));
            }

            if (next.Length > 0)
            {
                pieces.Add(new Piece(text.Substring(next.Index, next.Length), true));
            }

            at = next.Index + next.Length;
        }

        return pieces;
    }

    public static IReadOnlyList<Piece> Of(string text, IReadOnlyList<string> terms)
    {
        var plain = text.ReplaceLineEndings(" ");
        var first = terms.Select(t => plain.IndexOf(t, StringComparison.OrdinalIgnoreCase)).Where(i => i >= 0).DefaultIfEmpty(0).Min();
        var start = Whole(plain, Math.Max(0, first - Before));
        var end = Whole(plain, Math.Min(plain.Length, start + Longest));
        return Mark($"{(start > 0 ? "…" : "")}{plain[start..end]}{(end < plain.Length ? "…" : "")}", terms);
    }

    /// <summary>Never between the two halves of one character.</summary>
    private static int Whole(string text, int index) =>
        index > 0 && index < text.Length && char.IsLowSurrogate(text[index]) ? index - 1 : index;
}
