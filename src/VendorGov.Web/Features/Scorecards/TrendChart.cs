using System.Globalization;
using System.Net;
using System.Text;
using Microsoft.AspNetCore.Html;
using VendorGov.Domain;
using VendorGov.Domain.Scorecards;
using VendorGov.Web.Shared;

namespace VendorGov.Web.Features.Scorecards;

/// <summary>
/// Scores of up to six months as a line. The scale reaches from the ten below the lowest score to 100, so that a fall is
/// seen and the grades' edges stay readable.
/// </summary>
public static class TrendChart
{
    private const double Left = 44, Width = 212, Top = 12, Height = 128;

    public static IHtmlContent Draw(IReadOnlyList<TrendPoint> trend, Text text)
    {
        var shown = trend.TakeLast(6).ToList();
        var scores = shown.Where(p => p.Score is not null).Select(p => (double)p.Score!.Value).ToList();
        var floor = scores.Count == 0 ? 60 : Math.Clamp(Math.Floor((scores.Min() - 1) / 10) * 10, 0, 80);
        var label = string.Join(text.Pick("；", "; "), shown.Select(p => $"{text.Month(p.Month)} {text.Fixed(p.Score)}"));
        var svg = new StringBuilder($"<svg class=\"trend\" viewBox=\"0 0 280 170\" role=\"img\" aria-label=\"{WebUtility.HtmlEncode(label)}\">");
        Grid(svg, floor);
        Line(svg, shown, floor, text);
        for (var i = 0; i < shown.Count; i++)
        {
            Words(svg, X(i, shown.Count), 160, "middle", MonthName(shown[i].Month, text));
        }

        return new HtmlString(svg.Append("</svg>").ToString());
    }

    private static void Grid(StringBuilder svg, double floor)
    {
        var step = 100 - floor <= 50 ? 10 : 20;
        for (var mark = floor; mark <= 100; mark += step)
        {
            var y = Y(mark, floor);
            svg.Append(CultureInfo.InvariantCulture, $"<line class=\"gl\" x1=\"36\" x2=\"270\" y1=\"{y:0.#}\" y2=\"{y:0.#}\"/>");
            Words(svg, 30, y + 4, "end", mark switch { 90 => "A 90", 80 => "B 80", 70 => "C 70", 60 => "D 60", _ => $"{mark:0}" });
        }
    }

    private static void Line(StringBuilder svg, List<TrendPoint> shown, double floor, Text text)
    {
        var points = shown.Select((p, i) => (p.Score, X: X(i, shown.Count))).Where(p => p.Score is not null)
            .Select(p => (p.X, Y: Y((double)p.Score!.Value, floor), p.Score)).ToList();
        var path = string.Join(' ', points.Select(p => string.Create(CultureInfo.InvariantCulture, $"{p.X:0.#},{p.Y:0.#}")));
        svg.Append($"<polyline class=\"ln\" points=\"{path}\"/>");
        foreach (var (x, y, _) in points)
        {
            svg.Append(CultureInfo.InvariantCulture, $"<circle class=\"pt\" cx=\"{x:0.#}\" cy=\"{y:0.#}\" r=\"4\"/>");
        }

        if (points.Count > 0)
        {
            Words(svg, points[^1].X, points[^1].Y - 9, points.Count > 1 ? "end" : "middle", text.Fixed(points[^1].Score), "v");
        }
    }

    private static void Words(StringBuilder svg, double x, double y, string anchor, string words, string css = "") =>
        svg.Append(CultureInfo.InvariantCulture, $"<text class=\"{css}\" x=\"{x:0.#}\" y=\"{y:0.#}\" text-anchor=\"{anchor}\">{words}</text>");

    private static string MonthName(string month, Text text) => YearMonth.TryParse(month, out var m)
        ? text.Pick($"{m.Month}月", m.FirstDay.ToString("MMM", CultureInfo.InvariantCulture))
        : "";

    private static double X(int i, int count) => count == 1 ? Left + Width / 2 : Left + i * (Width / (count - 1));

    private static double Y(double score, double floor) => Top + (100 - score) / (100 - floor) * Height;
}
