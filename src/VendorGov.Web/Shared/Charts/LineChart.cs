using System.Globalization;
using System.Net;
using System.Text;
using Microsoft.AspNetCore.Html;

namespace VendorGov.Web.Shared.Charts;

/// <summary>One line of a chart; null values are gaps. <paramref name="Style"/>: <c>s0</c> to <c>s3</c>, <c>fc</c> for what is forecast, <c>lim</c> for limits.</summary>
public sealed record ChartLine(string Name, IReadOnlyList<double?> Values, string Style, bool Marked = true);

/// <summary>
/// Lines over evenly spaced labels, made on the server: no script, no inline style. <paramref name="Low"/> and <paramref name="High"/> draw a
/// band. The table with the same figures stands beside it on the page, so the picture's label only names what it shows.
/// </summary>
public sealed record LineChart(
    string Label, IReadOnlyList<string> Labels, IReadOnlyList<ChartLine> Lines,
    IReadOnlyList<double?>? Low = null, IReadOnlyList<double?>? High = null, double? Floor = null, double? Ceiling = null,
    IReadOnlySet<int>? Alarms = null, bool Wide = false)
{
    private const double Left = 42, Top = 14, Bottom = 196;

    /// <summary>A chart over the whole page is wider, so that its words stay as small as the others'.</summary>
    private double Width => Wide ? 1120 : 640;

    private double Right => Width - 74;

    public IHtmlContent Draw()
    {
        var (low, high, step) = Range();
        var svg = new StringBuilder($"<svg class=\"lc{(Wide ? " wide" : "")}\" viewBox=\"0 0 {Width:0} 226\" role=\"img\" aria-label=\"{WebUtility.HtmlEncode(Label)}\">");
        Grid(svg, low, high, step);
        Band(svg, low, high);
        var ends = new List<double>();
        foreach (var line in Lines)
        {
            Line(svg, line, low, high, ends);
        }

        Months(svg);
        return new HtmlString(svg.Append("</svg>").ToString());
    }

    /// <summary>From a round value to a round value, in three to six round steps, so that what stands at a line of the grid is what it means.</summary>
    private (double Low, double High, double Step) Range()
    {
        var all = Lines.SelectMany(l => l.Values).Concat(Low ?? []).Concat(High ?? []).OfType<double>().ToList();
        var (low, high) = all.Count == 0 ? (0, 1) : (all.Min(), all.Max());
        var step = RoundStep(Math.Max(high - low, Math.Max(Math.Abs(high) * 0.02, 0.02)) / 4);
        low = Math.Max(Floor ?? double.MinValue, Math.Floor((low - (step * 0.1)) / step) * step);
        return (low, Math.Max(Math.Min(Ceiling ?? double.MaxValue, Math.Ceiling((high + (step * 0.1)) / step) * step), low + step), step);
    }

    /// <summary>The next of 1, 2, 2.5 and 5 times a power of ten.</summary>
    private static double RoundStep(double least)
    {
        var power = Math.Pow(10, Math.Floor(Math.Log10(least)));
        return new[] { 1, 2, 2.5, 5, 10 }.First(f => f * power >= least * 0.999) * power;
    }

    private void Grid(StringBuilder svg, double low, double high, double step)
    {
        var digits = IsWhole(step) ? "0" : IsWhole(step * 10) ? "0.0" : "0.00";
        for (var value = Math.Ceiling((low / step) - 1e-9) * step; value <= high + (step * 1e-6); value += step)
        {
            var y = Y(value, low, high);
            svg.Append(CultureInfo.InvariantCulture, $"<line class=\"gl\" x1=\"{Left}\" x2=\"{Right:0}\" y1=\"{y:0.#}\" y2=\"{y:0.#}\"/>");
            Words(svg, Left - 5, y + 4, "end", value.ToString(digits, CultureInfo.InvariantCulture));
        }
    }

    private static bool IsWhole(double value) => Math.Abs(value - Math.Round(value)) < 1e-9;

    private void Band(StringBuilder svg, double low, double high)
    {
        if (Low is null || High is null)
        {
            return;
        }

        var known = Enumerable.Range(0, Labels.Count).Where(i => Low[i] is not null && High[i] is not null).ToList();
        var path = known.Select(i => At(i, High[i]!.Value, low, high)).Concat(known.AsEnumerable().Reverse().Select(i => At(i, Low[i]!.Value, low, high)));
        svg.Append($"<polygon class=\"band\" points=\"{string.Join(' ', path)}\"/>");
    }

    private void Line(StringBuilder svg, ChartLine line, double low, double high, List<double> ends)
    {
        foreach (var run in Runs(line.Values).Where(r => r.Count > 1))
        {
            svg.Append($"<polyline class=\"ln {line.Style}\" points=\"{string.Join(' ', run.Select(i => At(i, line.Values[i]!.Value, low, high)))}\"/>");
        }

        for (var i = 0; line.Marked && i < line.Values.Count; i++)
        {
            if (line.Values[i] is { } value)
            {
                var alarm = Alarms?.Contains(i) == true && line.Style == "s0";
                svg.Append(CultureInfo.InvariantCulture,
                    $"<circle class=\"pt {(alarm ? "out" : line.Style)}\" cx=\"{X(i):0.#}\" cy=\"{Y(value, low, high):0.#}\" r=\"{(alarm ? 6 : 3.2)}\"/>");
            }
        }

        EndName(svg, line, low, high, ends);
    }

    /// <summary>The name stands at the line's end, pushed down where another one stands already.</summary>
    private void EndName(StringBuilder svg, ChartLine line, double low, double high, List<double> ends)
    {
        var last = line.Values.Select((v, i) => (v, i)).LastOrDefault(p => p.v is not null);
        if (last.v is not { } value || line.Name.Length == 0)
        {
            return;
        }

        var y = Y(value, low, high) + 4;
        while (ends.Exists(e => Math.Abs(e - y) < 12))
        {
            y += 12;
        }

        ends.Add(y);
        Words(svg, X(last.i) + 7, y, "start", line.Name, $"nm {line.Style}");
    }

    private static IEnumerable<List<int>> Runs(IReadOnlyList<double?> values)
    {
        var run = new List<int>();
        for (var i = 0; i < values.Count; i++)
        {
            if (values[i] is not null)
            {
                run.Add(i);
                continue;
            }

            yield return run;
            run = [];
        }

        yield return run;
    }

    private void Months(StringBuilder svg)
    {
        var every = Math.Max(1, (int)Math.Ceiling(Labels.Count / (Wide ? 16.0 : 10.0)));
        for (var i = 0; i < Labels.Count; i += every)
        {
            Words(svg, X(i), 215, "middle", Labels[i]);
        }
    }

    private static void Words(StringBuilder svg, double x, double y, string anchor, string words, string css = "") =>
        svg.Append(CultureInfo.InvariantCulture, $"<text class=\"{css}\" x=\"{x:0.#}\" y=\"{y:0.#}\" text-anchor=\"{anchor}\">{WebUtility.HtmlEncode(words)}</text>");

    private string At(int index, double value, double low, double high) =>
        string.Create(CultureInfo.InvariantCulture, $"{X(index):0.#},{Y(value, low, high):0.#}");

    private double X(int index) => Labels.Count < 2 ? (Left + Right) / 2 : Left + 8 + ((Right - Left - 16) * index / (Labels.Count - 1));

    private static double Y(double value, double low, double high) =>
        high <= low ? (Top + Bottom) / 2 : Bottom - ((Bottom - Top) * Math.Clamp((value - low) / (high - low), 0, 1));
}
