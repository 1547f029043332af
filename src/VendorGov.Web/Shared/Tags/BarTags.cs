using Microsoft.AspNetCore.Razor.TagHelpers;
using VendorGov.Domain.Obligations;
using VendorGov.Domain.Contracts;

namespace VendorGov.Web.Shared.Tags;

/// <summary>Share of the target that is used up, with gaps at 50, 75 and 90 %. Seconds, both on the same kind of time.</summary>
[HtmlTargetElement("clock-bar", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class ClockBarTag : TagHelper
{
    private static readonly double[] Marks = [50, 75, 90];

    public long Used { get; set; }

    public long Target { get; set; }

    public ClockState State { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = null;
        output.Content.SetHtmlContent(Draw(Used, Target, State));
    }

    public static string Draw(long used, long target, ClockState state)
    {
        var share = target <= 0 ? 100 : Math.Clamp(100d * used / target, 0, 100);
        var (css, plain) = state switch
        {
            ClockState.Running => (share >= 75 ? "warn" : "run", false),
            ClockState.Paused => ("pause", true),
            ClockState.Breached => ("late", true),
            ClockState.Met => ("met", false),
            ClockState.Missed => ("missed", true),
            _ => ("mute", false),
        };
        return plain ? Hatched(css, state is ClockState.Paused ? share : 100) : Marked(css, share);
    }

    // A hatch may not be stretched, so hatched bars have no view box.
    private static string Hatched(string css, double share) =>
        $"<svg class=\"bar b-{css}\" height=\"6\" aria-hidden=\"true\"><rect class=\"bg\" width=\"100%\" height=\"6\"/>" +
        $"<rect class=\"fg\" width=\"{Svg.N(share)}%\" height=\"6\"/></svg>";

    private static string Marked(string css, double share) =>
        $"<svg class=\"bar b-{css}\" viewBox=\"0 0 100 6\" preserveAspectRatio=\"none\" aria-hidden=\"true\">" +
        $"<rect class=\"bg\" width=\"100\" height=\"6\"/><rect class=\"fg\" width=\"{Svg.N(share)}\" height=\"6\"/>" +
        string.Concat(Marks.Select(m => $"<rect class=\"tk\" x=\"{Svg.N(m)}\" width=\".7\" height=\"6\"/>")) + "</svg>";
}

/// <summary>
/// A metric beside its target (dark line) and minimum (grey line). The scale reaches a quarter of the span between minimum
/// and target beyond both; green at target, amber between, red below the minimum.
/// </summary>
[HtmlTargetElement("bullet-bar", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class BulletBarTag(Text text) : TagHelper
{
    public decimal? Value { get; set; }

    public decimal Target { get; set; }

    public decimal Minimum { get; set; }

    public MetricDirection Direction { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = null;
        if (Value is not { } value)
        {
            output.Content.SetHtmlContent($"<span class=\"t3\">{Text.None}</span>");
            return;
        }

        var up = Direction == MetricDirection.Up;
        var css = (up ? value >= Target : value <= Target) ? "g" : (up ? value >= Minimum : value <= Minimum) ? "y" : "r";
        var label = text["shared.bulletBar", text.Number(value), text.Number(Target), text.Number(Minimum)];
        output.Content.SetHtmlContent(
            $"<svg class=\"mini bul\" viewBox=\"0 0 100 10\" preserveAspectRatio=\"none\" role=\"img\" aria-label=\"{Svg.E(label)}\">" +
            "<rect class=\"bg\" width=\"100\" height=\"10\"/>" +
            $"<rect class=\"{css}\" y=\"2\" width=\"{Svg.N(At(value))}\" height=\"6\"/>" +
            $"<rect class=\"mn\" x=\"{Svg.N(At(Minimum))}\" width=\"1\" height=\"10\"/>" +
            $"<rect class=\"tg\" x=\"{Svg.N(At(Target))}\" width=\"1.6\" height=\"10\"/></svg>");
    }

    private double At(decimal value)
    {
        var low = Math.Min(Target, Minimum);
        var high = Math.Max(Target, Minimum);
        var span = high - low == 0 ? Math.Max(1, Math.Abs(high)) : high - low;
        var (from, to) = Direction == MetricDirection.Up ? (low - 2 * span, high + span / 2) : (0, high + span);
        return to <= from ? 50 : Math.Clamp((double)((value - from) / (to - from)) * 100, 1, 98);
    }
}
