using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.TagHelpers;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace VendorGov.Web.Shared.Tags;

/// <summary>What is wrong with one field, under it: icon and what to do.</summary>
[HtmlTargetElement("field-error", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class FieldErrorTag : TagHelper
{
    public ModelExpression For { get; set; } = null!;

    [ViewContext]
    [HtmlAttributeNotBound]
    public ViewContext View { get; set; } = null!;

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var name = View.ViewData.TemplateInfo.GetFullHtmlFieldName(For.Name);
        if (View.ModelState.TryGetValue(name, out var entry) && entry.Errors.Count > 0)
        {
            Markup.Span(output, "ferr", null, Svg.Icon("alert-circle", "s") + Svg.E(entry.Errors[0].ErrorMessage));
            output.Attributes.SetAttribute("id", FieldIds.Error(name));
        }
        else
        {
            output.SuppressOutput();
        }
    }
}

/// <summary>Marks a field in error for assistive technology and ties it to its <c>field-error</c>.</summary>
[HtmlTargetElement("input", Attributes = "asp-for")]
[HtmlTargetElement("select", Attributes = "asp-for")]
[HtmlTargetElement("textarea", Attributes = "asp-for")]
public sealed class InvalidFieldTag : TagHelper
{
    [HtmlAttributeName("asp-for")]
    public ModelExpression For { get; set; } = null!;

    [ViewContext]
    [HtmlAttributeNotBound]
    public ViewContext View { get; set; } = null!;

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var name = View.ViewData.TemplateInfo.GetFullHtmlFieldName(For.Name);
        if (View.ModelState.TryGetValue(name, out var entry) && entry.ValidationState == ModelValidationState.Invalid)
        {
            output.Attributes.SetAttribute("aria-invalid", "true");
            output.Attributes.SetAttribute("aria-describedby", FieldIds.Error(name));
        }
    }
}

/// <summary>All that is wrong, above the form; gets the focus and links to the fields.</summary>
[HtmlTargetElement("error-summary", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class ErrorSummaryTag(Text text) : TagHelper
{
    [ViewContext]
    [HtmlAttributeNotBound]
    public ViewContext View { get; set; } = null!;

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var errors = View.ModelState.SelectMany(entry => entry.Value!.Errors.Select(e => (entry.Key, e.ErrorMessage))).ToList();
        if (errors.Count == 0)
        {
            output.SuppressOutput();
            return;
        }

        output.TagName = "div";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "errsum");
        output.Attributes.SetAttribute("role", "alert");
        output.Attributes.SetAttribute("tabindex", "-1");
        output.Attributes.SetAttribute("data-focus", "");
        output.Content.SetHtmlContent(Body(errors));
    }

    private string Body(List<(string Field, string Message)> errors)
    {
        var items = errors.Select(e => e.Field.Length == 0
            ? $"<li>{Svg.E(e.Message)}</li>"
            : $"<li><a href=\"#{Svg.E(FieldIds.Input(e.Field))}\">{Svg.E(e.Message)}</a></li>");
        var head = errors is [{ Field: "" }] ? "" : $"<b>{Svg.E(text["shared.errorSummary", errors.Count])}</b>";
        return $"{Svg.Icon("alert-circle")}<div>{head}<ul>{string.Concat(items)}</ul></div>";
    }
}

internal static class FieldIds
{
    public static string Input(string name) => TagBuilder.CreateSanitizedId(name, "_");

    public static string Error(string name) => Input(name) + "-error";
}
