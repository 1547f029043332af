using PdfSharp.Drawing;
using VendorGov.Domain.Scorecards;

namespace VendorGov.Documents.Pdf;

/// <summary>Page 1: who, which month, the grade, what it comes to, where it goes, what costs most and what follows.</summary>
internal static class SummaryPage
{
    private const double Left = Paper.Margin;

    public static void Draw(Booklet booklet)
    {
        var paper = booklet.Page(booklet.Words["pdf.summary"]);
        var y = Parties(booklet, paper);
        y = Card(booklet, paper, y);
        y = KeyFigures(booklet, paper, y + 4);
        y = paper.Section(booklet.Words["pdf.trend"], y + 5, booklet.Words["pdf.trend-note"]);
        TrendChart.Draw(booklet, paper, Left + 2, y + 1, 170, 45);
        y = Worst(booklet, paper, y + 50);
        Following(booklet, paper, y + 4);
    }

    private static double Parties(Booklet booklet, Paper paper)
    {
        var content = booklet.Content;
        paper.Fill(0, 0, Paper.Width, 3, Ink.Accent);
        paper.Text(content.TenantName, Left, 18, 9.5, Ink.Second, 100);
        paper.Text(booklet.Words["pdf.kind"], Left + 100, 18, 9.5, Ink.Accent, 74, true, Side.Right);
        var month = booklet.Month;
        var monthWidth = paper.Measure(month, 20) + 2;
        paper.Text(month, Left, 30, 20, Ink.Second, Paper.Inner, side: Side.Right);
        double y;
        using (paper.Tags.Heading(1))
        {
            y = paper.Paragraph(content.VendorName, Left, 30, 20, Ink.Text, Paper.Inner - monthWidth - 6, 2, 8.5, true);
        }

        paper.Text($"{booklet.Words["pdf.contract"]} {content.ContractNumber} · {content.ContractTitle}", Left, y - 1.4, 9.5, Ink.Second);
        return y + 4;
    }

    private static double Card(Booklet booklet, Paper paper, double y)
    {
        const double Height = 36;
        var (content, words) = (booklet.Content, booklet.Words);
        var (ink, soft) = Ink.Grade(content.Grade);
        paper.Frame(Left, y, Paper.Inner, Height, Ink.StrongLine, 2);
        paper.Fill(Left + 4, y + 4, 28, 28, soft, 2);
        paper.Text(
            content.Grade?.ToString() ?? words["pdf.not-graded"], Left + 4, y + (content.Grade is null ? 19.2 : 23.6),
            content.Grade is null ? 11 : 44, ink, 28, true, Side.Centre);
        ScoreLine(booklet, paper, Left + 38, y + 13.5);
        var interval = content.Interval is { } i
            ? words["pdf.interval", Figures.Fixed(i.Low, 1), Figures.Fixed(i.High, 1)] + " · " : "";
        paper.Text(interval + words["pdf.n", Figures.Count(content.FactCount)], Left + 38, y + 19.6, 8.5, Ink.Third, 132);
        paper.Paragraph(Finding.Of(booklet), Left + 38, y + 26.4, 9.5, Ink.Text, 132, 2, 5);
        return y + Height;
    }

    private static void ScoreLine(Booklet booklet, Paper paper, double x, double y)
    {
        var content = booklet.Content;
        if (content.Score is not { } score)
        {
            paper.Text(booklet.Words["pdf.not-graded-why"], x, y - 1.5, 11, Ink.Text, 132, true);
            return;
        }

        var figure = Figures.Fixed(score, 1);
        paper.Text(figure, x, y, 28, Ink.Text, 60, true);
        x += paper.Measure(figure, 28, true) + 2;
        paper.Text("/ 100", x, y, 10, Ink.Third, 20);
        x += 17;
        if (content.PreviousScore is not { } previous)
        {
            paper.Text(booklet.Words["pdf.no-previous"], x, y, 9.5, Ink.Third, 60);
            return;
        }

        var change = Math.Round(score, 1, MidpointRounding.AwayFromZero) - Math.Round(previous, 1, MidpointRounding.AwayFromZero);
        var (ink, points) = change < 0 ? (Ink.Bad, -1) : change > 0 ? (Ink.Good, 1) : (Ink.Third, 0);
        Arrow(paper, x, y - 3.2, points, ink);
        paper.Text(Figures.Signed(change, 1), x + 4, y, 13, ink, 20, true);
        var width = paper.Measure(Figures.Signed(change, 1), 13, true);
        paper.Text(booklet.Words["pdf.from-previous", Figures.Fixed(previous, 1)], x + 6 + width, y, 9.5, Ink.Third, 60);
    }

    private static void Arrow(Paper paper, double x, double y, int direction, XColor color)
    {
        var (a, b) = direction switch { < 0 => (0.0, 2.6), > 0 => (2.6, 0.0), _ => (1.3, 1.3) };
        XPoint At(double dx, double dy) => new(Paper.Pt(x + dx), Paper.Pt(y + dy));
        if (direction == 0)
        {
            paper.Fill(x, y + 1, 2.8, 0.7, color);
            return;
        }

        using var tag = paper.Tags.Decor();
        paper.Graphics.DrawPolygon(new XSolidBrush(color), [At(0, a), At(2.8, a), At(1.4, b)], XFillMode.Winding);
    }

    private static double KeyFigures(Booklet booklet, Paper paper, double y)
    {
        var (content, words) = (booklet.Content, booklet.Words);
        var counted = content.Obligations.Count(o => o.Counted);
        var missed = content.Obligations.Count(o => o is { Counted: true, Met: false });
        var scored = content.Metrics.Count(m => m.Score is not null);
        (string Label, string Figure, bool Alarm)[] figures =
        [
            (words["pdf.key-target"], $"{content.Metrics.Count(m => m.Points == 0)} / {scored}", false),
            (words["pdf.key-below"], Figures.Count(content.Metrics.Count(Figures.IsBelowMinimum)), content.Metrics.Any(Figures.IsBelowMinimum)),
            (words["pdf.key-missed"], $"{Figures.Count(missed)} / {Figures.Count(counted)}", false),
            (words["pdf.key-points"], Figures.Count(content.Credit.Points), false),
            (words["pdf.key-credit"], Figures.Money(content.Credit.Amount, content.Currency), false),
        ];
        var x = Left;
        foreach (var (label, figure, alarm) in figures)
        {
            paper.Fill(x, y, 33.2, 15, Ink.Soft, 1.5);
            paper.Text(label, x + 3, y + 5.2, 8, Ink.Third, 28);
            paper.Text(figure, x + 3, y + 11.8, 14, alarm ? Ink.Bad : Ink.Text, 28.5, true);
            x += 35.2;
        }

        return y + 15;
    }

    private static double Worst(Booklet booklet, Paper paper, double y)
    {
        var words = booklet.Words;
        y = paper.Section(words["pdf.worst"], y, words["pdf.worst-note"]);
        var worst = booklet.Content.Metrics.Where(m => Figures.Lost(m) > 0).OrderByDescending(Figures.Lost).Take(5).ToList();
        if (worst.Count == 0)
        {
            paper.Text(words["pdf.worst-none"], Left, y + 6, 9.5, Ink.Second);
            return y + 9;
        }

        foreach (var metric in worst)
        {
            using var row = paper.Tags.Row();
            Marks.Status(paper, metric.Points, Left + 0.5, y + 3);
            var name = booklet.Name(metric);
            paper.Text(name, Left + 5, y + 5.4, paper.Measure(name, 10, true) > 78 ? 9 : 10, Ink.Text, 78, true);
            paper.Text(MetricsPages.Reading(booklet, metric), Left + 84, y + 5.4, 10, Ink.Points(metric.Points).Text, 20, true, Side.Right);
            paper.Text(words["pdf.target-is", Figures.Target(metric)], Left + 105.5, y + 5.4, 8.5, Ink.Third, 23);
            Marks.Bullet(paper, metric, Left + 129, y + 3.2, 24);
            paper.Text("−" + Figures.Fixed(Figures.Lost(metric), 1), Left + 156, y + 5.4, 10, Ink.Text, 18, true, Side.Right);
            y += 8.2;
            paper.Rule(Left, y, Paper.Inner, Ink.Line);
        }

        return y;
    }

    private static void Following(Booklet booklet, Paper paper, double y)
    {
        y = paper.Section(booklet.Words["pdf.following"], y) + 4.6;
        foreach (var line in FollowingLines(booklet))
        {
            paper.Fill(Left + 0.8, y - 1.9, 1.2, 1.2, Ink.Accent, 0.6);
            y = paper.Paragraph(line, Left + 5, y, 9.5, Ink.Text, Paper.Inner - 6, 2, 5) + 1;
        }
    }

    private static IEnumerable<string> FollowingLines(Booklet booklet)
    {
        var (content, words) = (booklet.Content, booklet.Words);
        var plans = content.Metrics.Where(m => m.Points >= MetricScore.CorrectivePlanPoints).Select(booklet.Name).ToList();
        if (plans.Count > 0)
        {
            yield return words["pdf.plans", plans.Count, string.Join(words["finding.comma"], plans)];
        }

        if (content.Metrics.Any(m => m.Status == MetricStatus.NotDelivered))
        {
            yield return words["pdf.undelivered", content.Metrics.Count(m => m.Status == MetricStatus.NotDelivered)];
        }

        yield return content.Credit.Amount > 0
            ? words["pdf.credit-due", Figures.Money(content.Credit.Amount, content.Currency)]
            : words["pdf.credit-none"];
    }
}
