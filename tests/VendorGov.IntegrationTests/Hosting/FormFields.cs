using AngleSharp.Dom;
using AngleSharp.Html.Dom;

namespace VendorGov.IntegrationTests.Hosting;

/// <summary>What a browser would send for a form: its successful controls, hidden ones and the antiforgery token included.</summary>
public static class FormFields
{
    public static List<KeyValuePair<string, string>> Of(IHtmlFormElement form, IElement? submitter = null)
    {
        var fields = form.Elements
            .Where(e => !e.HasAttribute("disabled") && !string.IsNullOrEmpty(e.GetAttribute("name")))
            .SelectMany(Values)
            .ToList();
        if (submitter?.GetAttribute("name") is { Length: > 0 } name)
        {
            fields.Add(new(name, submitter.GetAttribute("value") ?? ""));
        }

        return fields;
    }

    private static IEnumerable<KeyValuePair<string, string>> Values(IElement element)
    {
        var name = element.GetAttribute("name")!;
        return element switch
        {
            IHtmlInputElement { Type: "submit" or "button" or "image" or "reset" or "file" } or IHtmlButtonElement => [],
            IHtmlInputElement { Type: "checkbox" or "radio" } box => box.IsChecked ? [new(name, box.Value)] : [],
            IHtmlInputElement input => [new(name, input.Value)],
            IHtmlTextAreaElement area => [new(name, area.Value)],
            IHtmlSelectElement select => select.Options.Where(o => o.IsSelected).Select(o => new KeyValuePair<string, string>(name, o.Value)),
            _ => [],
        };
    }
}
