using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;

namespace VendorGov.IntegrationTests.Hosting;

/// <summary>What a visitor sees after a request: the last answer, redirects followed.</summary>
public sealed record Screen(HttpStatusCode Status, Uri Url, IHtmlDocument Document, HttpResponseMessage Answer)
{
    public string Path => Url.AbsolutePath;

    /// <summary>The visible text, white space collapsed.</summary>
    public string Text => string.Join(' ', (Document.Body?.TextContent ?? "").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    public string? Find(string selector) => Document.QuerySelector(selector)?.TextContent.Trim();

    public IEnumerable<string> All(string selector) => Document.QuerySelectorAll(selector).Select(e => e.TextContent.Trim());

    /// <summary>Addresses within the portal that the page links to.</summary>
    public IEnumerable<string> Links => Document.QuerySelectorAll("a[href]").Select(a => a.GetAttribute("href")!)
        .Where(h => h.StartsWith('/') && !h.StartsWith("//", StringComparison.Ordinal));

    /// <summary>The form that <paramref name="selector"/> names or is inside of.</summary>
    public IHtmlFormElement Form(string selector = "main form[method=post]") =>
        Document.QuerySelector(selector)?.Closest("form") as IHtmlFormElement
        ?? throw new InvalidOperationException($"{Path} ({(int)Status}) has no form '{selector}'.");

    public static async Task<Screen> ReadAsync(HttpResponseMessage answer)
    {
        var html = answer.Content.Headers.ContentType?.MediaType == "text/html" ? await answer.Content.ReadAsStringAsync() : "";
        return new Screen(answer.StatusCode, answer.RequestMessage!.RequestUri!, new HtmlParser().ParseDocument(html), answer);
    }
}
