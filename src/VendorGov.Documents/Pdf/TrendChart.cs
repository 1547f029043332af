using System.Globalization;
using PdfSharp.Drawing;
using VendorGov.Domain;
using VendorGov.Domain.Scorecards;

namespace VendorGov.Documents.Pdf;

/// <summary>Scores of up to twelve months over the bands of the grades; months without a grade are gaps.</summary>
internal sealed class TrendChart
{
    private static readonly (string Letter, double From, double To)[] Grades =
        [("A", 90, 100), ("B", 80, 90), ("C", 70, 80), ("D", 60, 70), ("E", 0, 60)];

    private readonly Paper paper;
    private readonly Booklet booklet;
    private readonly List<TrendPoint> points;
    private readonly double left, top, width, height, low;

    private TrendChart(Booklet booklet, Paper paper, double x, double y, double width, double height)
    {
        (this.booklet, this.paper) = (booklet, paper);
        (left, top, this.width, this.height) = (x + 12, y + 2, width - 16, height - 10);
        points = booklet.Content.Trend.TakeLast(12).ToList();
        var lowest = points.Min(p => p.Score) ?? 60;
        low = Math.Clamp(Math.Floor(((double)lowest - 4) / 10) * 10, 0, 70);
    }

    public static void Draw(Booklet booklet, Paper paper, double x, double y, double width, double height)
    {
        if (booklet.Content.Trend.All(p => p.Score is null))
        {
            paper.Fill(x, y, width, height, Ink.Soft, 1.5);
            paper.Text(booklet.Words["pdf.no-trend"], x, y + (height / 2) + 1, 9.5, Ink.Third, width, side: Side.Centre);
            return;
        }

        var chart = new TrendChart(booklet, paper, x, y, width, height);
        using var figure = paper.Tags.Figure(chart.InWords(), x, y, width, height);
        chart.DrawBands();
        chart.DrawLine();
        chart.DrawMonths();
    }

    private string InWords() => booklet.Words["pdf.trend"] + ": " + string.Join(
        booklet.Words["pdf.list-comma"], points.Select(p => $"{p.Month} {(p.Score is { } score ? Figures.Fixed(score, 1) : Figures.None)}"));

    private void DrawBands()
    {
        var shaded = true;
        foreach (var (letter, from, to) in Grades.Where(g => g.To > low))
        {
            var (y1, y2) = (Y(to), Y(Math.Max(from, low)));
            paper.Fill(left, y1, width, y2 - y1, shaded ? Ink.Soft : Ink.White);
            paper.Rule(left, y2, width, Ink.Line, 0.4);
            paper.Text(letter, left + width + 1.6, ((y1 + y2) / 2) + 1, 8, Ink.Third, 6, true);
            paper.Text(Math.Max(from, low).ToString("0", CultureInfo.InvariantCulture), left - 10, y2 + 1, 7.5, Ink.Third, 8, side: Side.Right);
            shaded = !shaded;
        }

        paper.Text("100", left - 10, Y(100) + 1, 7.5, Ink.Third, 8, side: Side.Right);
    }

    private void DrawLine()
    {
        var pen = new XPen(Ink.Accent, 1.6) { LineJoin = XLineJoin.Round, LineCap = XLineCap.Round };
        for (var i = 1; i < points.Count; i++)
        {
            if (points[i - 1].Score is { } before && points[i].Score is { } now)
            {
                paper.Graphics.DrawLine(pen, At(i - 1, before), At(i, now));
            }
        }

        for (var i = 0; i < points.Count; i++)
        {
            if (points[i].Score is { } score)
            {
                DrawPoint(i, score, i == points.Count - 1);
            }
        }
    }

    private void DrawPoint(int index, decimal score, bool isLast)
    {
        var (at, r) = (At(index, score), Paper.Pt(isLast ? 1.2 : 0.85));
        paper.Graphics.DrawEllipse(
            new XPen(Ink.Accent, 1.2), new XSolidBrush(isLast ? Ink.Accent : Ink.White), at.X - r, at.Y - r, 2 * r, 2 * r);
        var above = Y((double)score) - top > 6;
        paper.Text(
            Figures.Fixed(score, 1), X(index) - 8, Y((double)score) + (above ? -2.4 : 5), isLast ? 9.5 : 8,
            isLast ? Ink.Accent : Ink.Second, 16, isLast, Side.Centre);
    }

    private void DrawMonths()
    {
        for (var i = 0; i < points.Count; i++)
        {
            if (YearMonth.TryParse(points[i].Month, out var month))
            {
                paper.Text(Label(month, i == 0), X(i) - 10, top + height + 5, 8, Ink.Second, 20, i == points.Count - 1, Side.Centre);
            }
        }
    }

    private string Label(YearMonth month, bool withYear)
    {
        var chinese = booklet.Words.IsChinese;
        var form = withYear || month.Month == 1 ? (chinese ? "yyyy年M月" : "MMM yyyy") : (chinese ? "M月" : "MMM");
        return month.FirstDay.ToString(form, CultureInfo.InvariantCulture);
    }

    private double X(int index) => left + (width * (index + 0.5) / points.Count);

    private double Y(double score) => top + (height * (100 - score) / (100 - low));

    private XPoint At(int index, decimal score) => new(Paper.Pt(X(index)), Paper.Pt(Y((double)score)));
}
