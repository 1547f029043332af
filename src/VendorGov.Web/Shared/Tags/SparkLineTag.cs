using Microsoft.AspNetCore.Razor.TagHelpers;

namespace VendorGov.Web.Shared.Tags;

/// <summary>Scores of some months, oldest first, in 92 x 26 pixels; red where the last is below the one before. Fewer than two points draw nothing.</summary>
[HtmlTargetElement("spark-line", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class SparkLineTag(Text text) : TagHelper
{
    public IReadOnlyList<decimal> Values { get; set; } = [];

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = null;
        if (Values.Count < 2)
        {
            output.Content.SetHtmlContent($"<span class=\"t3\">{Text.None}</span>");
            return;
        }

        var points = Points();
        var falls = Values[^1] < Values[^2] ? " dn" : "";
        var label = string.Join(' ', Values.Select(v => text.Fixed(v)));
        output.Content.SetHtmlContent(
            $"<svg class=\"spark{falls}\" viewBox=\"0 0 92 26\" role=\"img\" aria-label=\"{Svg.E(label)}\"><path d=\"M" +
            string.Join('L', points.Select(p => $"{Svg.N(p.X)} {Svg.N(p.Y)}")) +
            $"\"/><circle cx=\"{Svg.N(points[^1].X)}\" cy=\"{Svg.N(points[^1].Y)}\" r=\"2.4\"/></svg>");
    }

    /// <summary>At least five points of score fill the height, so that noise stays flat.</summary>
    private List<(double X, double Y)> Points()
    {
        var (low, high) = ((double)Values.Min(), (double)Values.Max());
        var span = Math.Max(5, high - low);
        return [.. Values.Select((v, i) => (3 + (86d * i / (Values.Count - 1)), 22 - (18 * ((double)v - low) / span)))];
    }
}
