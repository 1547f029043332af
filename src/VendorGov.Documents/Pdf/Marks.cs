using PdfSharp.Drawing;
using VendorGov.Domain.Contracts;
using VendorGov.Domain.Scorecards;

namespace VendorGov.Documents.Pdf;

/// <summary>The small drawings beside figures: status marks and bullets.</summary>
internal static class Marks
{
    /// <summary>Check, triangle or cross, 2.6 mm wide, for 0, 1 and more points; nothing without data.</summary>
    public static void Status(Paper paper, int? points, double x, double y)
    {
        if (points is null)
        {
            return;
        }

        using var tag = paper.Tags.Decor();
        var graphics = paper.Graphics;
        var brush = new XSolidBrush(Ink.Points(points).Fill);
        var white = new XPen(Ink.White, 0.9) { LineCap = XLineCap.Round, LineJoin = XLineJoin.Round };
        if (points == 1)
        {
            graphics.DrawPolygon(brush, [At(x + 1.3, y), At(x + 2.75, y + 2.5), At(x - 0.15, y + 2.5)], XFillMode.Winding);
            graphics.DrawLine(white, At(x + 1.3, y + 0.9), At(x + 1.3, y + 1.6));
            graphics.DrawLine(white, At(x + 1.3, y + 2.05), At(x + 1.3, y + 2.1));
            return;
        }

        graphics.DrawEllipse(brush, Paper.Pt(x), Paper.Pt(y), Paper.Pt(2.6), Paper.Pt(2.6));
        if (points == 0)
        {
            graphics.DrawLines(white, [At(x + 0.7, y + 1.35), At(x + 1.15, y + 1.8), At(x + 1.95, y + 0.85)]);
        }
        else
        {
            graphics.DrawLine(white, At(x + 0.85, y + 0.85), At(x + 1.75, y + 1.75));
            graphics.DrawLine(white, At(x + 1.75, y + 0.85), At(x + 0.85, y + 1.75));
        }
    }

    /// <summary>Bar of the value with a dark tick at the target and a grey one at the minimum.</summary>
    public static void Bullet(Paper paper, MetricResult metric, double x, double y, double width)
    {
        var (low, high) = Range(metric);
        double Place(decimal value) => x + (width * (double)((Math.Clamp(value, low, high) - low) / (high - low)));
        paper.Fill(x, y, width, 2.2, Ink.Line, 0.5);
        if (metric.Value is { } value)
        {
            paper.Fill(x, y, Math.Max(0.8, Place(value) - x), 2.2, Ink.Points(metric.Points).Fill, 0.5);
        }

        paper.Tick(Place(metric.Minimum), y - 0.2, 2.6, Ink.Third, 0.6);
        paper.Tick(Place(metric.Target), y - 0.7, 3.6, Ink.Text, 1.1);
    }

    /// <summary>The values of the last months between their lowest and highest; months without one are gaps, the last one has a dot.</summary>
    public static void Sparkline(Paper paper, IReadOnlyList<decimal?> values, double x, double y, double width, double height)
    {
        var known = values.OfType<decimal>().ToList();
        if (known.Count == 0)
        {
            return;
        }

        var (low, high) = (known.Min(), known.Max());
        double Y(decimal value) => high == low ? y + (height / 2) : y + height - (height * (double)((value - low) / (high - low)));
        var step = width / Math.Max(1, values.Count - 1);
        var points = values.Select((v, i) => v is { } value ? ((double, double)?)(x + (i * step), Y(value)) : null).ToList();
        paper.Line(points, Ink.Accent, 0.9);
        if (points[^1] is var (lastX, lastY))
        {
            paper.Dot(lastX, lastY, 0.6, Ink.Accent);
        }
    }

    /// <summary>Three times the distance of target and minimum below the minimum, so that a near miss is seen as one.</summary>
    private static (decimal Low, decimal High) Range(MetricResult metric)
    {
        var d = Math.Max(Math.Abs(metric.Target - metric.Minimum), Math.Max(Math.Abs(metric.Target) / 50, 0.01m));
        if (metric.Direction == MetricDirection.Down)
        {
            return (0, Math.Max(metric.Minimum, metric.Target) + (2 * d));
        }

        var high = metric.Target + d;
        high = metric.Unit == "%" ? Math.Max(Math.Min(high, 100), metric.Target + (d / 5)) : high;
        return (Math.Max(0, Math.Min(metric.Minimum, metric.Target) - (3 * d)), high);
    }

    private static XPoint At(double x, double y) => new(Paper.Pt(x), Paper.Pt(y));
}
