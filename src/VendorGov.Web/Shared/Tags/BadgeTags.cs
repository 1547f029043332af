using Microsoft.AspNetCore.Razor.TagHelpers;
using VendorGov.Domain.Issues;
using VendorGov.Domain.Obligations;
using VendorGov.Domain.Scorecards;

namespace VendorGov.Web.Shared.Tags;

/// <summary>
/// State of a clock as icon, word and colour: <c>&lt;clock-state state="..." due-soon="..." provisional="..."/&gt;</c>. Content,
/// if any, stands in place of the word (已超时 1小时15分).
/// </summary>
[HtmlTargetElement("clock-state")]
public sealed class ClockStateTag(Text text) : TagHelper
{
    public ClockState State { get; set; }

    public bool DueSoon { get; set; }

    public bool Provisional { get; set; }

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var (css, icon, word) = ClockLook.Of(State, DueSoon, Provisional, text);
        var own = await output.GetChildContentAsync();
        output.TagName = "span";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", $"st st-{css}");
        output.Content.SetHtmlContent(Svg.Icon(icon));
        _ = own.IsEmptyOrWhiteSpace ? output.Content.Append(word) : output.Content.AppendHtml(own);
    }
}

/// <summary>The status vocabulary of clocks: class suffix, icon, word.</summary>
public static class ClockLook
{
    public static (string Css, string Icon, string Word) Of(ClockState state, bool dueSoon, bool provisional, Text text) => state switch
    {
        ClockState.Running when dueSoon => ("warn", "alert-triangle", text["shared.dueSoon"]),
        ClockState.Running when provisional => ("prov", "calendar-question", text["shared.provisional"]),
        ClockState.Running => ("run", "clock", text.Of(state)),
        ClockState.Paused => ("pause", "player-pause", text.Of(state)),
        ClockState.Breached => ("late", "alert-octagon-f", text.Of(state)),
        ClockState.Met => ("met", "circle-check", text.Of(state)),
        ClockState.Missed => ("missed", "circle-x", text.Of(state)),
        ClockState.Waived => ("mute", "circle-minus", text.Of(state)),
        ClockState.Cancelled => ("mute st-struck", "ban", text.Of(state)),
        _ => throw new ArgumentOutOfRangeException(nameof(state), state, null),
    };
}

[HtmlTargetElement("issue-state", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class IssueStateTag(Text text) : TagHelper
{
    public IssueState State { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output) => Badge.Of(State, text).PutOn(output);
}

[HtmlTargetElement("severity-badge", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class SeverityTag(Text text) : TagHelper
{
    public Severity Value { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output) => Badge.Of(Value, text).PutOn(output);
}

/// <summary>A grade, always with its letter; no grade is a dash.</summary>
[HtmlTargetElement("grade-badge", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class GradeTag(Text text) : TagHelper
{
    public Grade? Value { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        if (Value is { } grade)
        {
            Markup.Span(output, $"gr g{grade}", text["shared.gradeTitle", grade], grade.ToString());
        }
        else
        {
            Markup.Span(output, "t3", null, Text.None);
        }
    }
}

[HtmlTargetElement("escalation-ticks", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class EscalationTag(Text text) : TagHelper
{
    public int Level { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output) => Badge.OfLevel(Level, text).PutOn(output);
}

internal static class Markup
{
    public static void Span(TagHelperOutput output, string css, string? title, string html)
    {
        output.TagName = "span";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", css);
        if (title is not null)
        {
            output.Attributes.SetAttribute("title", title);
        }

        output.Content.SetHtmlContent(html);
    }
}

[HtmlTargetElement("tier-badge", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class TierBadgeTag(Text text) : TagHelper
{
    public CustomerTier? Value { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        if (Badge.Of(Value, text) is { } tier)
        {
            tier.PutOn(output);
        }
        else
        {
            output.SuppressOutput();
        }
    }
}
