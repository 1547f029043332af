using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Microsoft.AspNetCore.WebUtilities;

namespace VendorGov.Web.Shared.Tags;

/// <summary>Where a list stands. <paramref name="Number"/> counts from 1.</summary>
public sealed record Paging(int Number, int Total, int Size = Paging.DefaultSize)
{
    public const int DefaultSize = 50;

    /// <summary>Rows that <see cref="UpTo"/> pages through.</summary>
    public const int Most = 1_000;

    public int Pages => Math.Max(1, (Total + Size - 1) / Size);

    public int First => Total == 0 ? 0 : (Number - 1) * Size + 1;

    public int Last => Math.Min(Total, Number * Size);

    public int Skip => (Number - 1) * Size;

    /// <summary>There are more rows than <see cref="Total"/>, which a list cannot page to: it is narrowed by its filters.</summary>
    public bool More { get; init; }

    /// <summary>For lists that grow without end: counted to <see cref="Most"/>, so that neither count nor page costs more with every year.</summary>
    public static Paging UpTo(int? asked, int counted) => Of(asked, Math.Min(counted, Most)) with { More = counted > Most };

    /// <summary>The page asked for, pulled into the range that exists.</summary>
    public static Paging Of(int? asked, int total, int size = DefaultSize) =>
        new(Math.Clamp(asked ?? 1, 1, Math.Max(1, (total + size - 1) / size)), total, size);
}

/// <summary>Counts and previous/next links; keeps every other part of the query. The page number is <c>?p=</c>.</summary>
[HtmlTargetElement("pager", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class PagerTag(Text text) : TagHelper
{
    public Paging For { get; set; } = new(1, 0);

    [ViewContext]
    [HtmlAttributeNotBound]
    public ViewContext View { get; set; } = null!;

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        if (For.Total == 0)
        {
            // The empty state says so already.
            output.SuppressOutput();
            return;
        }

        output.TagName = "nav";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "pager row-f sm t2 mt12");
        output.Attributes.SetAttribute("aria-label", text["shared.pages"]);
        output.Content.AppendHtml($"<span>{Svg.E(text["shared.pageOf", For.First, For.Last, For.More ? $"{For.Total}+" : For.Total])}</span><span class=\"ml\"></span>");
        Step(output, For.Number - 1, For.Number > 1, "chevron-left", "shared.previous", "prev");
        Step(output, For.Number + 1, For.Number < For.Pages, "chevron-right", "shared.next", "next");
    }

    private void Step(TagHelperOutput output, int page, bool exists, string icon, string key, string rel)
    {
        if (exists)
        {
            var url = ListUrl.With(View, "p", page.ToString(System.Globalization.CultureInfo.InvariantCulture));
            output.Content.AppendHtml(
                $"<a class=\"btn btn-plain btn-sm\" rel=\"{rel}\" href=\"{Svg.E(url)}\">{Svg.Icon(icon)}{Svg.E(text[key])}</a>");
        }
    }
}

/// <summary>
/// A sortable column head: <c>&lt;th sort-column="due" sort="@Model.Sort"&gt;到期&lt;/th&gt;</c>. The query holds
/// <c>sort=due</c> or <c>sort=-due</c>.
/// </summary>
[HtmlTargetElement("th", Attributes = "sort-column")]
public sealed class SortHeaderTag : TagHelper
{
    public string SortColumn { get; set; } = "";

    public string? Sort { get; set; }

    [ViewContext]
    [HtmlAttributeNotBound]
    public ViewContext View { get; set; } = null!;

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var label = (await output.GetChildContentAsync()).GetContent();
        var ascending = Sort == SortColumn;
        var descending = Sort == "-" + SortColumn;
        if (ascending || descending)
        {
            output.Attributes.SetAttribute("aria-sort", ascending ? "ascending" : "descending");
        }

        var url = ListUrl.With(View, "sort", ascending ? "-" + SortColumn : SortColumn);
        var arrow = ascending ? Svg.Icon("arrow-up") : descending ? Svg.Icon("arrow-down") : "";
        output.Content.SetHtmlContent($"<a class=\"srt\" href=\"{Svg.E(url)}\">{label}{arrow}</a>");
    }
}

/// <summary>One sentence and, as content, at most one action.</summary>
[HtmlTargetElement("empty-state")]
public sealed class EmptyStateTag : TagHelper
{
    public string Icon { get; set; } = "circle-check";

    public string Message { get; set; } = "";

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var action = (await output.GetChildContentAsync()).GetContent();
        output.TagName = "div";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "empty");
        output.Content.SetHtmlContent($"{Svg.Icon(Icon, "l")}<p>{Svg.E(Message)}</p>{action}");
    }
}

/// <summary>The present address with one part of its query changed; a new sorting starts again at page 1.</summary>
public static class ListUrl
{
    public static string With(ViewContext view, string name, string? value)
    {
        var query = view.HttpContext.Request.Query
            .Where(pair => pair.Key != name && pair.Key != "p")
            .SelectMany(pair => pair.Value.Select(v => new KeyValuePair<string, string?>(pair.Key, v)))
            .ToList();
        if (!string.IsNullOrEmpty(value))
        {
            query.Add(new(name, value));
        }

        return QueryHelpers.AddQueryString(view.HttpContext.Request.Path, query);
    }
}
