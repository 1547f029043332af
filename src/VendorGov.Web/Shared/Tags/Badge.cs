using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Razor.TagHelpers;
using VendorGov.Domain.Issues;

namespace VendorGov.Web.Shared.Tags;

/// <summary>
/// A small mark: class, title and inner markup. Tag helpers draw it on most pages; a list of fifty rows writes it directly, as three hundred tag helpers
/// cost more than the rows.
/// </summary>
internal sealed record Badge(string Css, string? Title, string Inner) : IHtmlContent
{
    private static readonly Badge Nothing = new("t3", null, Text.None);

    public static Badge Of(Severity severity, Text text) =>
        new($"sev sev{(int)severity}", text["shared.severityTitle", severity], severity.ToString());

    /// <summary>State of an issue: grey outlined pills; the clocks carry the alarm.</summary>
    public static Badge Of(IssueState state, Text text)
    {
        var (css, icon) = state switch
        {
            IssueState.New => ("open", "circle-dashed"),
            IssueState.InProgress => ("open", "circle-dot"),
            IssueState.WaitingOnOutlet => ("pause", "player-pause"),
            IssueState.Resolved => ("met", "circle-check"),
            IssueState.Closed => ("open", "lock"),
            IssueState.Withdrawn => ("mute st-struck", "ban"),
            _ => throw new ArgumentOutOfRangeException(nameof(state), state, null),
        };
        return new($"st st-{css}", null, Svg.Icon(icon) + Svg.E(text.Of(state)));
    }

    /// <summary>The customer's tier, where it is A or B; nothing where it is not known.</summary>
    public static Badge? Of(CustomerTier? tier, Text text) => tier is not { } known ? null : new(
        known == CustomerTier.A ? "tier a" : "tier", text.Of(known),
        $"{Svg.Icon(known == CustomerTier.A ? "star-f" : "star", "s")}{known}<span class=\"sr\"> {Svg.E(text.Of(known))}</span>");

    /// <summary>Escalation level L1 to L4 as four ticks, red from L3; level 0 is a dash.</summary>
    public static Badge OfLevel(int level, Text text)
    {
        var ticks = string.Concat(Enumerable.Range(1, 4).Select(i => i <= level ? "<i class=\"x\"></i>" : "<i></i>"));
        return level <= 0 ? Nothing : new(level >= 3 ? "lv hi" : "lv", text["shared.levelTitle", $"L{level}"], $"<b>L{level}</b>{ticks}");
    }

    /// <summary>Beside a link of the navigation: what is overdue, else what is open.</summary>
    public static Badge? Of(NavNumber? number, Text text) => number switch
    {
        { Late: > 0 and var late } => new("count late", text["nav.overdue", late], $"{late}"),
        { Open: > 0 and var open } => new("count", text["nav.openCount", open], $"{open}"),
        _ => null,
    };

    public void WriteTo(TextWriter writer, HtmlEncoder encoder) =>
        writer.Write($"<span class=\"{Css}\"{(Title is null ? "" : $" title=\"{Svg.E(Title)}\"")}>{Inner}</span>");

    /// <summary>On the element of a tag helper, which may bear attributes of its own.</summary>
    public void PutOn(TagHelperOutput output) => Markup.Span(output, Css, Title, Inner);
}
