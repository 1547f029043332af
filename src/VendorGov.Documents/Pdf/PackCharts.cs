using PdfSharp.Drawing;

namespace VendorGov.Documents.Pdf;

/// <summary>The drawings of a pack: figures, bars, a line, an interval.</summary>
internal static class PackCharts
{
    public static XColor Ink(PackTone tone) => tone switch
    {
        PackTone.Muted => Pdf.Ink.Third,
        PackTone.Good => Pdf.Ink.Good,
        PackTone.Fair => Pdf.Ink.Fair,
        PackTone.Bad => Pdf.Ink.Bad,
        _ => Pdf.Ink.Text,
    };

    public static XColor Soft(PackTone tone) => tone switch
    {
        PackTone.Good => Pdf.Ink.GoodSoft,
        PackTone.Fair => Pdf.Ink.FairSoft,
        PackTone.Bad => Pdf.Ink.BadSoft,
        _ => Pdf.Ink.Soft,
    };

    /// <summary>A line with caps from low to high and a dot at the value, on a scale of 50 to 100.</summary>
    public static void Range(Paper paper, PackRange range, double x, double middle, double width)
    {
        double At(decimal score) => x + (width * (double)((Math.Clamp(score, 50, 100) - 50) / 50));
        foreach (var mark in new[] { 60m, 70m, 80m, 90m })
        {
            paper.Tick(At(mark), middle - 2.2, 4.4, Pdf.Ink.Line, 0.5);
        }

        paper.Rule(At(range.Low), middle, Math.Max(0.2, At(range.High) - At(range.Low)), Pdf.Ink.Third, 1.2);
        paper.Tick(At(range.Low), middle - 1, 2, Pdf.Ink.Third, 1);
        paper.Tick(At(range.High), middle - 1, 2, Pdf.Ink.Third, 1);
        paper.Fill(At(range.Value) - 1, middle - 1, 2, 2, Pdf.Ink.Accent, 1);
    }

    public static double Figures(Paper paper, PackFigures block, double x, double y, double width)
    {
        var each = (width + 2) / block.Figures.Count;
        foreach (var (label, figure, tone) in block.Figures)
        {
            paper.Fill(x, y, each - 2, 15, Pdf.Ink.Soft, 1.5);
            paper.Text(label, x + 3, y + 5.2, 8, Pdf.Ink.Third, each - 7);
            paper.Text(figure, x + 3, y + 11.8, 14, Ink(tone), each - 7, true);
            x += each;
        }

        return y + 16;
    }

    /// <summary>A bar a line: name, bar, count, cumulative share.</summary>
    public static double Bars(Paper paper, PackBars block, double x, double y, double width)
    {
        var most = Math.Max(1, block.Bars.Count == 0 ? 1 : block.Bars.Max(b => b.Count));
        foreach (var (name, count, cumulative) in block.Bars)
        {
            paper.Text(name, x, y + 4.6, 9, Pdf.Ink.Text, 48);
            paper.Fill(x + 50, y + 1.6, Math.Max(0.6, (width - 90) * count / most), 4, Pdf.Ink.Accent, 0.6);
            paper.Text(Documents.Figures.Count(count), x + width - 38, y + 4.6, 9, Pdf.Ink.Text, 14, true, Side.Right);
            paper.Text(Documents.Figures.Fixed(cumulative, 0) + "%", x + width - 22, y + 4.6, 9, Pdf.Ink.Third, 22, side: Side.Right);
            y += 7;
        }

        return y;
    }

    public static void Trend(Paper paper, PackTrend block, double x, double y, double width, double height)
    {
        using var figure = paper.Tags.Figure(
            string.Join("; ", block.Labels.Zip(block.Values, (label, value) => $"{label} {(value is { } v ? Documents.Figures.Fixed(v, 1) : "–")}")), x, y, width, height);
        var (left, top, wide, tall) = (x + 11, y + 5, width - 22, height - 13);
        double X(int i) => block.Labels.Count < 2 ? left + (wide / 2) : left + (wide * i / (block.Labels.Count - 1));
        double Y(decimal v) => block.High <= block.Low ? top : top + (tall * (double)((block.High - v) / (block.High - block.Low)));
        for (var i = 0; i <= 4; i++)
        {
            var value = block.Low + ((block.High - block.Low) * i / 4);
            paper.Rule(left, Y(value), wide, Pdf.Ink.Line, 0.5);
            paper.Text(Documents.Figures.Fixed(value, 0), x, Y(value) + 1, 7.5, Pdf.Ink.Third, 9, side: Side.Right);
        }

        Line(paper, block, X, Y);
        for (var i = 0; i < block.Labels.Count; i++)
        {
            paper.Text(block.Labels[i], X(i) - 9, top + tall + 5, 8, Pdf.Ink.Second, 18, side: Side.Centre);
        }
    }

    private static void Line(Paper paper, PackTrend block, Func<int, double> x, Func<decimal, double> y)
    {
        var pen = new XPen(Pdf.Ink.Accent, 1.6) { LineJoin = XLineJoin.Round, LineCap = XLineCap.Round };
        for (var i = 0; i < block.Values.Count; i++)
        {
            if (block.Values[i] is not { } value)
            {
                continue;
            }

            if (i > 0 && block.Values[i - 1] is { } before)
            {
                paper.Graphics.DrawLine(pen, Paper.Pt(x(i - 1)), Paper.Pt(y(before)), Paper.Pt(x(i)), Paper.Pt(y(value)));
            }

            paper.Fill(x(i) - 0.9, y(value) - 0.9, 1.8, 1.8, Pdf.Ink.Accent, 0.9);
            paper.Text(Documents.Figures.Fixed(value, 1), x(i) - 8, y(value) - 2.2, 8, Pdf.Ink.Second, 16, side: Side.Centre);
        }
    }
}
