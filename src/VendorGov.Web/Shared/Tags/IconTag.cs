using Microsoft.AspNetCore.Razor.TagHelpers;

namespace VendorGov.Web.Shared.Tags;

/// <summary><c>&lt;icon name="clock" class="s"/&gt;</c>; with a <c>label</c> it speaks, otherwise it is decoration.</summary>
[HtmlTargetElement("icon", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class IconTag : TagHelper
{
    public string Name { get; set; } = "";

    public string? Class { get; set; }

    public string? Label { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = null;
        output.Content.SetHtmlContent(Svg.Icon(Name, Class) + (Label is null ? "" : $"<span class=\"sr\">{Svg.E(Label)}</span>"));
    }
}
