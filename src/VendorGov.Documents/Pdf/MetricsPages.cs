using VendorGov.Domain.Scorecards;

namespace VendorGov.Documents.Pdf;

/// <summary>Page 2: every metric by group with its bullet. Goes on over further pages where it must.</summary>
internal static class MetricsPages
{
    private const double Left = Paper.Margin;

    private const double NameWidth = 36;

    /// <summary>Columns in mm from the left margin: target, minimum, value, bullet, n, score, weight, lost, source.</summary>
    private static readonly (double X, double Width)[] Columns =
        [(46, 13), (59, 11.5), (70.5, 18), (90, 17), (124, 12.5), (136.5, 10), (146.5, 7), (153.5, 11.5), (167, 7)];

    /// <summary>The line of the last six months stands between bullet and n.</summary>
    private const double TrendX = 109, TrendWidth = 14;

    public static void Draw(Booklet booklet)
    {
        var (paper, y) = Begin(booklet);
        if (booklet.Content.Metrics.Count == 0)
        {
            paper.Text(booklet.Words["pdf.no-metrics"], Left, y + 6, 9.5, Ink.Second);
            return;
        }

        foreach (var group in booklet.Content.Metrics.GroupBy(m => m.Group))
        {
            if (y + 13 > Paper.Bottom)
            {
                (paper, y) = Begin(booklet);
            }

            y = GroupRow(booklet, paper, y, group.Key, [.. group]);
            foreach (var metric in group)
            {
                if (y + 8 > Paper.Bottom)
                {
                    (paper, y) = Begin(booklet);
                }

                y = Row(booklet, paper, y, metric);
            }
        }

        paper.Text(booklet.Words["pdf.metrics-legend"], Left, Math.Min(y + 5, Paper.Bottom + 3), 7.5, Ink.Third);
    }

    /// <summary>The value, or what stands in its place.</summary>
    public static string Reading(Booklet booklet, MetricResult metric) =>
        metric.Status == MetricStatus.Scored ? Figures.Value(metric) : booklet.Words.Of(metric.Status);

    private static (Paper Paper, double Y) Begin(Booklet booklet)
    {
        var words = booklet.Words;
        var (paper, y) = booklet.Following(words["pdf.metrics"]);
        y = paper.Section(words["pdf.metrics"], y, words["pdf.metrics-note"]) + 1;
        string[] heads = ["target", "minimum", "value", "", "n", "score", "weight", "lost"];
        var cells = heads.Select((head, i) =>
            (head.Length == 0 ? "" : words["col." + head], Left + Columns[i].X, Columns[i].Width, Side.Right)).ToList();
        cells.Add((words["col.source"], Left + Columns[8].X, Columns[8].Width, Side.Left));
        cells.Insert(0, (words["col.metric"], Left + 1.5, 44, Side.Left));
        cells.Insert(5, (words["pdf.six-months"], Left + TrendX - 1, TrendWidth + 3, Side.Left));
        return (paper, paper.Heads(y, [.. cells]));
    }

    private static double GroupRow(Booklet booklet, Paper paper, double y, string code, List<MetricResult> metrics)
    {
        using var row = paper.Tags.Row();
        var known = MetricCatalogue.Groups.FirstOrDefault(g => g.Code == code);
        var name = known is null ? code : booklet.Words.IsChinese ? known.Zh : known.En;
        paper.Fill(Left, y, Paper.Inner, 6.2, Ink.Soft);
        paper.Text(name, Left + 1.5, y + 4.3, 9, Ink.Text, 90, true);
        var scored = metrics.Where(m => m.Score is not null).ToList();
        var share = scored.Sum(m => m.WeightShare);
        decimal? score = share > 0 ? scored.Sum(m => m.WeightShare * m.Score!.Value) / share : null;
        Cell(paper, 5, y + 4.3, Figures.Fixed(score, 1), true);
        Cell(paper, 6, y + 4.3, metrics.Sum(m => m.Weight).ToString("0.##", System.Globalization.CultureInfo.InvariantCulture), true);
        return y + 6.2;
    }

    private static double Row(Booklet booklet, Paper paper, double y, MetricResult metric)
    {
        using var row = paper.Tags.Row();
        var name = booklet.Name(metric);
        var size = paper.Measure(name, 8.5) > NameWidth ? 8 : 8.5;
        var wraps = paper.Measure(name, size) > NameWidth;
        var height = wraps ? 8.2 : 6.2;
        var line = y + (height / 2) + 1.1;
        paper.Paragraph(name, Left + 1.5, wraps ? y + 3.5 : line, size, Ink.Text, NameWidth, 2, 3.4);
        paper.Text(metric.Code, Left + 38.5, line, 7, Ink.Third, 9);
        Cell(paper, 0, line, Figures.Target(metric));
        Cell(paper, 1, line, Figures.Limit(metric, metric.Minimum));
        var reading = Reading(booklet, metric);
        var ink = metric.Status == MetricStatus.Scored || metric.Status == MetricStatus.NotDelivered ? Ink.Points(metric.Points).Text : Ink.Third;
        paper.Text(reading, Left + Columns[2].X + 2, line, metric.Status == MetricStatus.Scored ? 9 : 8, ink, Columns[2].Width - 2, metric.Points >= 1, Side.Right);
        if (metric.Status == MetricStatus.Scored)
        {
            var width = paper.Measure(reading, 9, metric.Points >= 1);
            Marks.Status(paper, metric.Points, Left + Columns[2].X + Columns[2].Width - width - 3.6, line - 2.5);
            Marks.Bullet(paper, metric, Left + Columns[3].X, line - 2.2, Columns[3].Width);
        }

        if (booklet.Content.MetricTrends?.FirstOrDefault(t => t.Code == metric.Code) is { } trend)
        {
            Marks.Sparkline(paper, trend.Values, Left + TrendX, line - 3.4, TrendWidth, 4);
        }

        Cell(paper, 4, line, Figures.Count(metric.Denominator));
        Cell(paper, 5, line, Figures.Fixed(metric.Score, 1));
        Cell(paper, 6, line, metric.Weight.ToString("0.##", System.Globalization.CultureInfo.InvariantCulture));
        var lost = Figures.Lost(metric);
        Cell(paper, 7, line, lost > 0 ? "−" + Figures.Fixed(lost, 2) : Figures.None, lost >= 1);
        if (metric.Source is { } source)
        {
            paper.Text(booklet.Words["short." + source], Left + Columns[8].X, line, 7, Ink.Third, Columns[8].Width);
        }

        paper.Rule(Left, y + height, Paper.Inner, Ink.Line, 0.4);
        return y + height;
    }

    private static void Cell(Paper paper, int column, double y, string text, bool bold = false) =>
        paper.Text(text, Left + Columns[column].X, y, 8.5, Ink.Text, Columns[column].Width, bold, Side.Right);
}
