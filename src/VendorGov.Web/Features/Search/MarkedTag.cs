using Microsoft.AspNetCore.Razor.TagHelpers;

namespace VendorGov.Web.Features.Search;

/// <summary>A text with its hits marked, and no space that is not in the text.</summary>
[HtmlTargetElement("marked", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class MarkedTag : TagHelper
{
    public IReadOnlyList<Piece> Of { get; set; } = [];

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = null;
        foreach (var piece in Of)
        {
            _ = piece.Hit ? output.Content.AppendHtml("<mark>").Append(piece.Text).AppendHtml("</mark>") : output.Content.Append(piece.Text);
        }
    }
}
