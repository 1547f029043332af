using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using VendorGov.Domain.Tenancy;
using VendorGov.IntegrationTests.Hosting;

namespace VendorGov.IntegrationTests.Walls;

/// <summary>
/// Sends each form of a network once: by the first person who is shown it, with what it holds and something plausible where it is empty.
/// <paramref name="more"/> adds fields that the form does not have.
/// </summary>
internal sealed partial class FormWalk(Portal portal, Func<string, IHtmlFormElement, IEnumerable<KeyValuePair<string, string>>> more)
{
    /// <summary>They end or move the session that walks.</summary>
    private static readonly string[] Endings = ["/Account/SignOut", "/Account/SwitchTenant", "/Account/Language"];

    // Who may close the accounts of others comes last.
    private static readonly Role[] Order =
    [
        Role.VendorAgentLead, Role.VendorManager, Role.OutletReviewer, Role.OutletManager, Role.RegionalManager, Role.Auditor, Role.Headquarters,
    ];

    private readonly Dictionary<string, int> _pages = [];
    private readonly HashSet<string> _forms = [];
    private int _texts;

    /// <summary>Address without ids, handler and button of each form that was sent, with how it was answered.</summary>
    public List<(string Form, HttpStatusCode Status, bool Taken)> Sent { get; } = [];

    /// <summary>How often a page that differs in its ids alone is looked at.</summary>
    public int Repeats { get; init; } = 2;

    /// <summary>What is sent instead of what the form holds; each makes one more request of it, before the plain one.</summary>
    public IReadOnlyList<Func<KeyValuePair<string, string>, KeyValuePair<string, string>>> Scrambled { get; init; } = [];

    /// <summary>Called with each page that is looked at for the first time.</summary>
    public Func<Visitor, Screen, Task> Looked { get; init; } = (_, _) => Task.CompletedTask;

    public async Task WalkAsync(IEnumerable<Person> people)
    {
        foreach (var person in people.OrderBy(p => Array.IndexOf(Order, p.Role)))
        {
            _pages.Clear();
            using var visitor = await portal.SignedInAsync(person);
            await CrawlAsync(visitor);
        }
    }

    public static string ShapeOf(string address)
    {
        var parts = Ids().Replace(address, "*").Split('#')[0].Split('?', 2);
        return parts.Length == 1 ? parts[0] : parts[0] + "?" + string.Join('&', parts[1].Split('&')
            .Select(p => p.StartsWith("handler=", StringComparison.Ordinal) ? p : p.Split('=')[0]).Order(StringComparer.Ordinal));
    }

    private async Task CrawlAsync(Visitor visitor)
    {
        var queue = new Queue<string>(["/"]);
        var seen = new HashSet<string>();
        while (queue.TryDequeue(out var path))
        {
            var screen = await visitor.GetAsync(path);
            await Looked(visitor, screen);
            while (screen.Status == HttpStatusCode.OK && Next(screen) is var (form, button, name))
            {
                await SendAsync(visitor, screen, form, button, name);
                screen = await visitor.GetAsync(path);
            }

            foreach (var link in screen.Links.Where(l => IsNew(l) && seen.Add(l)))
            {
                queue.Enqueue(link);
            }
        }
    }

    private bool IsNew(string link)
    {
        var shape = ShapeOf(link);
        if (shape.Contains("format=", StringComparison.OrdinalIgnoreCase) || shape.Contains("handler=", StringComparison.Ordinal))
        {
            return false;
        }

        _pages[shape] = _pages.GetValueOrDefault(shape) + 1;
        return _pages[shape] <= Repeats;
    }

    private (IHtmlFormElement Form, IElement? Button, string Name)? Next(Screen screen)
    {
        foreach (var form in screen.Document.QuerySelectorAll<IHtmlFormElement>("form[method=post]"))
        {
            var buttons = form.Elements.Where(e => e is IHtmlButtonElement { Type: "submit" } or IHtmlInputElement { Type: "submit" }).Cast<IElement?>().ToList();
            foreach (var button in buttons.Count > 0 ? buttons : [null])
            {
                var action = button?.GetAttribute("formaction") ?? form.GetAttribute("action");
                var address = string.IsNullOrEmpty(action) ? screen.Url.PathAndQuery : action;
                var name = ShapeOf(address) + (button?.GetAttribute("name") is { Length: > 0 } own ? $" {own}={Ids().Replace(button.GetAttribute("value") ?? "", "*")}" : "");
                if (!Endings.Any(e => address.StartsWith(e, StringComparison.Ordinal)) && _forms.Add(name))
                {
                    form.SetAttribute("action", address);
                    return (form, button, name);
                }
            }
        }

        return null;
    }

    private async Task SendAsync(Visitor visitor, Screen screen, IHtmlFormElement form, IElement? button, string name)
    {
        foreach (var element in form.Elements.Where(e => !e.HasAttribute("disabled") && e.HasAttribute("name")))
        {
            Fill(form, element);
        }

        var address = form.GetAttribute("action")!;
        var fields = FormFields.Of(form, button);
        fields.AddRange(more(new Uri(screen.Url, address).AbsolutePath, form));
        var target = new Uri(screen.Url, address);
        foreach (var scramble in Scrambled)
        {
            await PostAsync(visitor, form, target, [.. fields.Select(scramble)], name);
        }

        await PostAsync(visitor, form, target, fields, name);
    }

    private async Task PostAsync(Visitor visitor, IHtmlFormElement form, Uri target, List<KeyValuePair<string, string>> fields, string name)
    {
        HttpContent content = new FormUrlEncodedContent(fields);
        if (form.Enctype == "multipart/form-data")
        {
            var parts = new MultipartFormDataContent();
            fields.ForEach(f => parts.Add(new StringContent(f.Value), f.Key));
            content = parts;
        }

        using var answer = await visitor.Http.PostAsync(target, content);
        Sent.Add((name, answer.StatusCode, answer.RequestMessage!.Method == HttpMethod.Get));
    }

    private void Fill(IHtmlFormElement form, IElement element)
    {
        switch (element)
        {
            case IHtmlInputElement { Type: "radio" } radio when form.Elements.OfType<IHtmlInputElement>().All(r => r.Name != radio.Name || !r.IsChecked):
                radio.IsChecked = true;
                break;
            case IHtmlInputElement { Type: "hidden" or "checkbox" or "radio" or "file" or "password" or "submit" }:
                break;
            case IHtmlInputElement { Value: "" } input:
                input.Value = Plausible(input);
                break;
            case IHtmlTextAreaElement { Value: "" } area:
                area.Value = $"某某说明{++_texts}";
                break;
            case IHtmlSelectElement { Value: null or "" } select when select.Options.FirstOrDefault(o => o.Value.Length > 0) is { } option:
                select.Value = option.Value;
                break;
        }
    }

    private string Plausible(IHtmlInputElement input) => input.GetAttribute("type") switch
    {
        "number" => input.Minimum is { Length: > 0 } least ? least : "1",
        "email" => $"probe{++_texts}.{Guid.NewGuid().ToString("N")[..6]}@portal.example",
        "date" => portal.Clock.Now.AddDays(1).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        "datetime-local" => portal.Clock.Now.AddHours(9).ToString("yyyy-MM-ddTHH:mm", CultureInfo.InvariantCulture),
        "month" => "2026-02",
        "time" => "09:00",
        "tel" => "13800000000",
        "url" => "https://portal.example/",
        _ => $"某某{++_texts}",
    };

    [GeneratedRegex("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}")]
    private static partial Regex Ids();
}
