using VendorGov.Domain.Scorecards;

namespace VendorGov.Documents.Pdf;

/// <summary>The last page: what the figures rest on, by which terms and calendars, who signs, the seal, and which software drew it.</summary>
internal static class FactsPage
{
    private const int OutletLines = 4;

    private const double Left = Paper.Margin;

    /// <summary>What the rules and a few corrections need above the signatures.</summary>
    private const double Below = 62, Signed = 214;

    /// <param name="booklet">The document.</param>
    /// <param name="imprint">Product, source link and seal.</param>
    /// <param name="diagnosed">False where the diagnostics are still to be drawn: here if there is room, else on a page of their own.</param>
    public static void Draw(Booklet booklet, DocumentImprint imprint, bool diagnosed)
    {
        var (paper, y) = booklet.Following(booklet.Words["pdf.facts"]);
        y = Obligations(booklet, paper, y);
        if (!diagnosed)
        {
            if (y + 5 + DiagnosticsPart.HeightOf(booklet.Content) + Below > Signed)
            {
                (paper, y) = booklet.Following(booklet.Words["sheet.diagnostics"]);
                y -= 5;
            }

            y = DiagnosticsPart.Draw(booklet, paper, y + 5);
        }

        y = Reports(booklet, paper, y + 5);
        y = Versions(booklet, paper, y + 5);
        Corrections(booklet, paper, y + 4);
        Close(booklet, paper, imprint);
    }

    /// <summary>The foot of a document's last page: who signs, the seal with its code, which software drew it.</summary>
    public static void Close(Booklet booklet, Paper paper, DocumentImprint imprint)
    {
        Signatures(booklet, paper, Signed);
        if (imprint.Seal is { } seal)
        {
            Seal(booklet, paper, seal);
        }

        Imprint(booklet, paper, imprint);
    }

    private static double Obligations(Booklet booklet, Paper paper, double y)
    {
        var (content, words) = (booklet.Content, booklet.Words);
        y = paper.Section(words["pdf.facts"], y, words["pdf.facts-note", Figures.Count(content.FactCount), content.MinimumFacts]) + 1;
        string[] heads = ["facts", "counted", "met", "missed", "waived", "cancelled", "open", "appealed"];
        var cells = heads.Select((head, i) => (words["col." + head], ColumnX(i), 14.6, Side.Right)).ToList();
        cells.Insert(0, (words["col.obligation"], Left + 1.5, 51, Side.Left));
        y = paper.Heads(y, [.. cells]);
        foreach (var kind in content.Obligations.GroupBy(o => o.Kind).OrderBy(g => g.Key))
        {
            y = KindRow(paper, y, words.Of(kind.Key), [.. kind], false);
        }

        return content.Obligations.Count > 0
            ? KindRow(paper, y, words["pdf.total"], content.Obligations, true)
            : Empty(booklet, paper, y);
    }

    private static double Empty(Booklet booklet, Paper paper, double y)
    {
        paper.Text(booklet.Words["pdf.no-obligations"], Left + 1.5, y + 5, 9, Ink.Third);
        return y + 7;
    }

    private static double KindRow(Paper paper, double y, string name, IReadOnlyList<ObligationFact> facts, bool bold)
    {
        int Excluded(ExclusionReason reason) => facts.Count(f => f.Excluded == reason);
        int[] counts =
        [
            facts.Count, facts.Count(f => f.Counted), facts.Count(f => f is { Counted: true, Met: true }),
            facts.Count(f => f is { Counted: true, Met: false }), Excluded(ExclusionReason.Waived),
            Excluded(ExclusionReason.Cancelled), Excluded(ExclusionReason.NotYetDue), Excluded(ExclusionReason.Appealed),
        ];
        using var row = paper.Tags.Row();
        paper.Text(name, Left + 1.5, y + 3.9, 8.5, Ink.Text, 52, bold);
        for (var i = 0; i < counts.Length; i++)
        {
            var text = counts[i] == 0 ? Figures.None : Figures.Count(counts[i]);
            paper.Text(text, ColumnX(i), y + 3.9, 8.5, i == 3 && counts[i] > 0 ? Ink.Bad : Ink.Text, 14.6, bold, Side.Right);
        }

        paper.Rule(Left, y + 5.4, Paper.Inner, Ink.Line, 0.4);
        return y + 5.4;
    }

    private static double Reports(Booklet booklet, Paper paper, double y)
    {
        var (content, words) = (booklet.Content, booklet.Words);
        y = paper.Section(words["pdf.sources"], y) + 5;
        var daily = content.ReportRows.Count(r => r.Sheet == "daily");
        var report = content.ReportRows.Count == 0
            ? words["pdf.report-none"]
            : words["pdf.report-rows", Figures.Count(daily), Figures.Count(content.ReportRows.Count - daily)];
        y = Entry(paper, y, words["pdf.report"], report, 1);
        var names = string.Join(words["pdf.list-comma"], content.Outlets.Select(o => o.Name));
        return Entry(paper, y, words["pdf.outlets", content.Outlets.Count], names.Length == 0 ? Figures.None : names, OutletLines);
    }

    private static double Versions(Booklet booklet, Paper paper, double y)
    {
        var (content, words) = (booklet.Content, booklet.Words);
        y = paper.Section(words["pdf.versions"], y) + 5;
        y = Entry(paper, y, words["pdf.terms"], words["pdf.terms-text", content.TermsVersion, content.Revision], 1);
        y = Entry(paper, y, words["pdf.calendars"], words["pdf.calendars-text", content.ServiceCalendarNamed, content.OfficeCalendarNamed, content.TimeZone], 2);
        return Entry(paper, y, words["pdf.method"], words["pdf.method-text"], 4);
    }

    /// <summary>Facts that upheld appeals put right; there are seldom more than a few.</summary>
    private static void Corrections(Booklet booklet, Paper paper, double y)
    {
        const int Shown = 3;
        if (booklet.Content.Corrections is not { Count: > 0 } corrections)
        {
            return;
        }

        y = paper.Section(booklet.Words["pdf.corrections"], y, booklet.Words["pdf.corrections-note", corrections.Count]) + 5;
        foreach (var correction in corrections.Take(Shown))
        {
            var fact = booklet.Content.Obligations.FirstOrDefault(o => o.ObligationId == correction.ObligationId);
            var what = correction.Numerator is { } n ? $"{Figures.Count(n)} / {Figures.Count(correction.Denominator)}" : fact?.Reference ?? "";
            y = Entry(paper, y, $"{correction.Code} {what}", $"{booklet.Words.Of(correction.Kind)}{booklet.Words["pdf.list-comma"]}{correction.Reason}", 1);
        }
    }

    private static double Entry(Paper paper, double y, string label, string text, int lines)
    {
        paper.Text(label, Left, y, 9, Ink.Third, 36);
        return paper.Paragraph(text, Left + 38, y, 9, Ink.Text, Paper.Inner - 38, lines, 4.8) + 0.8;
    }

    private static void Signatures(Booklet booklet, Paper paper, double y)
    {
        var words = booklet.Words;
        y = paper.Section(words["pdf.signatures"], Math.Min(y, 217)) + 2;
        var x = Left;
        foreach (var party in new[] { booklet.Content.TenantName, booklet.Content.VendorName })
        {
            paper.Text(party, x, y + 5, 9.5, Ink.Text, 82, true);
            paper.Rule(x, y + 19, 50, Ink.Third);
            paper.Rule(x + 54, y + 19, 28, Ink.Third);
            paper.Text(words["pdf.sign-name"], x, y + 23, 8, Ink.Third, 50);
            paper.Text(words["pdf.sign-date"], x + 54, y + 23, 8, Ink.Third, 28);
            x += 92;
        }
    }

    private static void Seal(Booklet booklet, Paper paper, DocumentSeal seal)
    {
        const double Y = 252.5;
        const double Size = 16;
        var words = booklet.Words;
        var modules = QrPicture.Modules(seal.CheckUrl);
        var side = Size / modules.Count;
        using (paper.Tags.Figure(seal.CheckUrl, Left, Y, Size, Size))
        {
            Modules(paper, modules, Y, side);
        }

        paper.Text(words["pdf.seal"], Left + 23, Y + 4, 9, Ink.Text, 140, true);
        paper.Text($"{words["pdf.seal-check"]} {seal.CheckUrl}", Left + 23, Y + 9, 8, Ink.Second, Paper.Inner - 23);
        paper.Link(seal.CheckUrl, Left, Y, Paper.Inner, 10);
        paper.Text(seal.Seal, Left + 23, Y + 14, 7.5, Ink.Third, Paper.Inner - 23);
    }

    private static void Modules(Paper paper, IReadOnlyList<IReadOnlyList<bool>> modules, double y, double side)
    {
        for (var row = 0; row < modules.Count; row++)
        {
            for (int from = 0, to; from < modules.Count; from = to + 1)
            {
                // Runs of dark modules are drawn as one bar.
                for (to = from; to < modules.Count && modules[row][to]; to++)
                {
                }

                paper.Fill(Left + (from * side), y + (row * side), (to - from) * side, side, Ink.Text);
            }
        }
    }

    private static void Imprint(Booklet booklet, Paper paper, DocumentImprint imprint)
    {
        const double Y = Paper.Height - 22;
        var words = booklet.Words;
        var drawn = words["pdf.imprint", imprint.Product];
        var link = words["pdf.source-code"];
        paper.Text(drawn, Left, Y, 8, Ink.Third, 110);
        var x = Left + Math.Min(110, paper.Measure(drawn, 8)) + 2;
        paper.Text(link, x, Y, 8, Ink.Accent, 40, true);
        var width = paper.Measure(link, 8, true);
        paper.Text(imprint.SourceUrl, x + width + 2, Y, 8, Ink.Accent, Paper.Width - Paper.Margin - x - width - 2);
        paper.Link(imprint.SourceUrl, x, Y - 4, Paper.Width - Paper.Margin - x, 5.5);
    }

    private static double ColumnX(int index) => Left + 54 + (14.9 * index);
}
