using VendorGov.Domain.Scorecards;

namespace VendorGov.Documents.Pdf;

/// <summary>The service credit of a month as a document of its own: points, what they come to, both caps, what is left of them.</summary>
public static class CreditStatementPdf
{
    private const double Left = Paper.Margin;

    static CreditStatementPdf() => PdfFonts.Register();

    /// <param name="content">The scorecard that the credit follows from.</param>
    /// <param name="language"><c>zh-CN</c> or <c>en</c>.</param>
    /// <param name="imprint">Product, source link and, once published, the seal.</param>
    public static byte[] Render(ScorecardContent content, string language, DocumentImprint imprint)
    {
        return Booklet.Bind(content, Words.Of(language), 1, (document, booklet) =>
        {
            document.Info.Title = $"{content.VendorName} · {booklet.Month} · {booklet.Words["statement.kind"]}";
            document.Info.Author = content.TenantName;
            document.Info.Creator = imprint.Product;
            document.Language = booklet.Words.Tag;
            document.ViewerPreferences.DisplayDocTitle = true;
            document.Options.CompressContentStreams = true;
            Draw(booklet, imprint);
        });
    }

    private static void Draw(Booklet booklet, DocumentImprint imprint)
    {
        var paper = booklet.Page(booklet.Words["statement.kind"]);
        var y = Parties(booklet, paper);
        y = Points(booklet, ref paper, y + 4);
        if (y + 96 > Paper.Bottom)
        {
            (paper, y) = booklet.Following(booklet.Words["statement.sum"]);
        }

        Sum(booklet, paper, y + 6);
        FactsPage.Close(booklet, paper, imprint);
    }

    private static double Parties(Booklet booklet, Paper paper)
    {
        var (content, words) = (booklet.Content, booklet.Words);
        paper.Fill(0, 0, Paper.Width, 3, Ink.Accent);
        paper.Text(content.TenantName, Left, 18, 9.5, Ink.Second, 100);
        paper.Text($"{booklet.Month} · {words["pdf.revision", content.Revision]}", Left + 100, 18, 9.5, Ink.Second, 74, side: Side.Right);
        using (paper.Tags.Heading(1))
        {
            paper.Text(words["statement.kind"], Left, 30, 20, Ink.Text, bold: true);
        }

        paper.Text(words["statement.to", content.VendorName], Left, 38, 10.5, Ink.Text);
        paper.Text($"{words["pdf.contract"]} {content.ContractNumber} · {content.ContractTitle}", Left, 44, 9.5, Ink.Second);
        return 48;
    }

    private static double Points(Booklet booklet, ref Paper paper, double y)
    {
        var words = booklet.Words;
        y = paper.Section(words["statement.points"], y, words["statement.points-note"]) + 1;
        y = Heads(words, paper, y);
        var charged = booklet.Content.Metrics.Where(m => m.ChargedPoints > 0).OrderByDescending(m => m.ChargedPoints).ToList();
        foreach (var metric in charged)
        {
            if (y + 8 > Paper.Bottom)
            {
                (paper, y) = booklet.Following(words["statement.points"]);
                y = Heads(words, paper, y + 2);
            }

            y = Row(booklet, paper, y, metric);
        }

        if (charged.Count == 0)
        {
            paper.Text(words["statement.no-points"], Left + 1.5, y + 5, 9, Ink.Third);
            y += 7;
        }

        paper.Text(words["pdf.total"], Left + 1.5, y + 4.3, 9, Ink.Text, 60, true);
        paper.Text(Figures.Count(booklet.Content.Credit.Points), Left + 150, y + 4.3, 9.5, Ink.Text, 22.5, true, Side.Right);
        return y + 6;
    }

    private static double Heads(Words words, Paper paper, double y) => paper.Heads(
        y, (words["col.metric"], Left + 1.5, 60, Side.Left), (words["col.target"], Left + 66, 20, Side.Right), (words["col.minimum"], Left + 87, 18, Side.Right),
        (words["col.value"], Left + 106, 20, Side.Right), (words["col.points"], Left + 127, 16, Side.Right), (words["statement.charged"], Left + 144, 28.5, Side.Right));

    private static double Row(Booklet booklet, Paper paper, double y, MetricResult metric)
    {
        var line = y + 4.1;
        using var row = paper.Tags.Row();
        paper.Text($"{booklet.Name(metric)}  {metric.Code}", Left + 1.5, line, 8.5, Ink.Text, 63);
        paper.Text(Figures.Target(metric), Left + 66, line, 8.5, Ink.Second, 20, side: Side.Right);
        paper.Text(Figures.Limit(metric, metric.Minimum), Left + 87, line, 8.5, Ink.Second, 18, side: Side.Right);
        paper.Text(MetricsPages.Reading(booklet, metric), Left + 106, line, 8.5, Ink.Points(metric.Points).Text, 20, true, Side.Right);
        paper.Text(Figures.Count(metric.Points), Left + 127, line, 8.5, Ink.Text, 16, side: Side.Right);
        var doubled = metric.ChargedPoints > metric.Points;
        paper.Text(
            doubled ? booklet.Words["statement.doubled", metric.Points!, metric.ChargedPoints!] : Figures.Count(metric.ChargedPoints),
            Left + 144, line, 8.5, doubled ? Ink.Bad : Ink.Text, 28.5, true, Side.Right);
        paper.Rule(Left, y + 6, Paper.Inner, Ink.Line, 0.4);
        return y + 6;
    }

    private static void Sum(Booklet booklet, Paper paper, double y)
    {
        var (credit, currency, words) = (booklet.Content.Credit, booklet.Content.Currency, booklet.Words);
        y = paper.Section(words["statement.sum"], y) + 2;
        (string Label, string Figure, bool Strong)[] lines =
        [
            (words["credit.charge"], Figures.Money(credit.Charge, currency), false),
            (words["credit.percent"], credit.PercentPerPoint.ToString("0.####", System.Globalization.CultureInfo.InvariantCulture) + "%", false),
            (words["statement.uncapped", credit.Points], Figures.Money(credit.Uncapped, currency), false),
            (words["credit.month-cap"], Figures.Money(credit.MonthlyCap, currency), false),
            (words["credit.rolling"], Figures.Money(credit.RollingRoom, currency), false),
            (words["credit.amount"], Figures.Money(credit.Amount, currency), true),
            (words["statement.left"], Figures.Money(credit.LeftOfRolling, currency), false),
        ];
        foreach (var (label, figure, strong) in lines)
        {
            if (strong)
            {
                paper.Fill(Left, y, Paper.Inner, 11, Ink.AccentSoft, 1.2);
            }

            var line = y + (strong ? 7.3 : 4.6);
            paper.Text(label, Left + 3, line, strong ? 11 : 9.5, strong ? Ink.Text : Ink.Second, 110, strong);
            paper.Text(figure, Left + 110, line, strong ? 15 : 10, Ink.Text, 61, strong, Side.Right);
            y += strong ? 12.5 : 6.6;
        }

        paper.Paragraph(words[credit.Amount < credit.Uncapped ? "statement.capped" : "statement.not-capped"], Left + 3, y + 4, 8.5, Ink.Third, Paper.Inner - 6, 2, 4.4);
    }
}
