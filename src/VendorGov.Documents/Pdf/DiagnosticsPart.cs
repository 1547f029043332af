using VendorGov.Domain.Scorecards;

namespace VendorGov.Documents.Pdf;

/// <summary>What has no weight and says why: averages of contacts, and how long obligations took. Drawn on the page that has room for it.</summary>
internal static class DiagnosticsPart
{
    private const double Left = Paper.Margin, RowHeight = 5.6, Contacts = 13;

    private static readonly string[] Shares = ["≤ 25%", "≤ 50%", "≤ 75%", "≤ 100%", "> 100%"];

    /// <summary>In millimetres; 0 where there is nothing to say.</summary>
    public static double HeightOf(ScorecardContent content)
    {
        var (contacts, times) = (Diagnostics.OfContacts(content).Count, Diagnostics.OfObligations(content).Count);
        return contacts + times == 0 ? 0 : 9.2 + (contacts > 0 ? Contacts : 0) + (times > 0 ? 6 + (times * RowHeight) : 0);
    }

    public static double Draw(Booklet booklet, Paper paper, double y)
    {
        var words = booklet.Words;
        y = paper.Section(words["sheet.diagnostics"], y, words["diag.note"]) + 1;
        y = Averages(booklet, paper, y, Diagnostics.OfContacts(booklet.Content));
        var times = Diagnostics.OfObligations(booklet.Content);
        if (times.Count == 0)
        {
            return y;
        }

        y = paper.Heads(
            y,
            [
                (words["col.obligation"], Left + 1.5, 40, Side.Left), (words["col.n"], Left + 44, 14, Side.Right), (words["diag.median"], Left + 60, 22, Side.Right),
                (words["diag.p90"], Left + 84, 22, Side.Right), .. Shares.Select((s, i) => (s, PartX(i), 12.4, Side.Right)),
            ]);
        foreach (var time in times)
        {
            Row(booklet, paper, y, time);
            y += RowHeight;
        }

        return y;
    }

    private static double Averages(Booklet booklet, Paper paper, double y, IReadOnlyList<Diagnostic> contacts)
    {
        if (contacts.Count == 0)
        {
            return y;
        }

        var words = booklet.Words;
        var width = Paper.Inner / Diagnostics.Formulas.Count;
        for (var i = 0; i < contacts.Count; i++)
        {
            using var row = paper.Tags.Row();
            var (told, x) = (contacts[i], Left + 1.5 + (i * width));
            paper.Text(words[$"diag.{told.Code}"], x, y + 3.4, 8, Ink.Third, width - 3);
            paper.Text(Figures.Fixed(told.Value, 1) + (told.Unit == "%" ? "%" : " " + words["diag.seconds"]), x, y + 9, 12, Ink.Text, width - 3, true);
            var source = words.Of(told.Source);
            paper.Text(source, x, y + 9, 8, Ink.Third, width - 5, side: Side.Right);
        }

        return y + Contacts;
    }

    private static void Row(Booklet booklet, Paper paper, double y, ResponseTimes times)
    {
        using var row = paper.Tags.Row();
        var line = y + 4;
        paper.Text(booklet.Words.Of(times.Kind), Left + 1.5, line, 8.5, Ink.Text, 41);
        paper.Text(Figures.Count(times.Count), Left + 44, line, 8.5, Ink.Second, 14, side: Side.Right);
        paper.Text(booklet.Duration(times.Median), Left + 60, line, 8.5, Ink.Text, 22, true, Side.Right);
        paper.Text(booklet.Duration(times.P90), Left + 84, line, 8.5, Ink.Text, 22, true, Side.Right);
        for (var i = 0; i < times.Parts.Count; i++)
        {
            var none = times.Parts[i] == 0;
            paper.Text(none ? Figures.None : Figures.Count(times.Parts[i]), PartX(i), line, 8.5, i == 4 && !none ? Ink.Bad : Ink.Second, 12.4, side: Side.Right);
        }

        paper.Rule(Left, y + RowHeight, Paper.Inner, Ink.Line, 0.4);
    }

    private static double PartX(int index) => Left + 109 + (index * 12.7);
}
