using System.Globalization;
using System.Net;
using System.Text;
using Microsoft.AspNetCore.Html;
using VendorGov.Domain.Inspections;

namespace VendorGov.Web.Shared.Charts;

/// <summary>Bars by frequency with their cumulative share. <paramref name="Names"/> are written under the bars, as short as they are.</summary>
public sealed record ParetoChart(string Label, IReadOnlyList<ParetoBar> Bars, IReadOnlyDictionary<string, string> Names)
{
    private const double Left = 30, Width = 580, Height = 160, Bottom = 186;

    public IHtmlContent Draw()
    {
        var svg = new StringBuilder($"<svg class=\"lc\" viewBox=\"0 0 640 220\" role=\"img\" aria-label=\"{WebUtility.HtmlEncode(Label)}\">");
        if (Bars.Count > 0)
        {
            var step = Width / Bars.Count;
            for (var i = 0; i < Bars.Count; i++)
            {
                Bar(svg, Bars[i], i, step);
            }

            var points = Bars.Select((b, i) => string.Create(CultureInfo.InvariantCulture, $"{Middle(i, step):0.#},{Bottom - (Height * (double)b.Cumulative):0.#}"));
            svg.Append($"<polyline class=\"ln s1\" points=\"{string.Join(' ', points)}\"/>");
        }

        return new HtmlString(svg.Append("</svg>").ToString());
    }

    private void Bar(StringBuilder svg, ParetoBar bar, int index, double step)
    {
        var height = Height * bar.Count / Bars[0].Count;
        svg.Append(CultureInfo.InvariantCulture,
            $"<rect class=\"bar1\" x=\"{Middle(index, step) - (step * .32):0.#}\" y=\"{Bottom - height:0.#}\" width=\"{step * .64:0.#}\" height=\"{height:0.#}\"/>");
        Words(svg, Middle(index, step), Math.Min(Bottom - height - 5, Bottom - 6), bar.Count.ToString(CultureInfo.InvariantCulture), "v");
        Words(svg, Middle(index, step), Bottom + 18, Names.GetValueOrDefault(bar.Code, bar.Code), "");
    }

    private static double Middle(int index, double step) => Left + (step * (index + .5));

    private static void Words(StringBuilder svg, double x, double y, string words, string css) =>
        svg.Append(CultureInfo.InvariantCulture, $"<text class=\"{css}\" x=\"{x:0.#}\" y=\"{y:0.#}\" text-anchor=\"middle\">{WebUtility.HtmlEncode(words)}</text>");
}
