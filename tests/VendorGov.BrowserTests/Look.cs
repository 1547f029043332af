using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace VendorGov.BrowserTests;

/// <summary>How somebody looks at the portal: language and width.</summary>
public sealed record Look(string Language, bool Phone)
{
    public static readonly Look[] All = [new("zh", false), new("zh", true), new("en", false), new("en", true)];

    public string Name => $"{Language}-{(Phone ? "phone" : "desktop")}";

    public ViewportSize Size => Phone ? new ViewportSize { Width = 390, Height = 844 } : new ViewportSize { Width = 1440, Height = 900 };
}

/// <summary>A browser window of one person. Gathers what goes wrong on every page that it shows.</summary>
public sealed class Window : IAsyncDisposable
{
    private readonly IBrowserContext _context;
    private readonly List<string> _complaints = [];
    private readonly Look _look;

    private Window(IBrowserContext context, IPage page, Look look)
    {
        (_context, Page, _look) = (context, page, look);
        page.Console += (_, message) =>
        {
            if (message.Type is "error" or "warning")
            {
                _complaints.Add($"console {message.Type}: {message.Text}");
            }
        };
        page.PageError += (_, error) => _complaints.Add($"script error: {error}");
        page.RequestFailed += (_, request) =>
        {
            // The browser breaks off reading a recording or a film once it knows the beginning.
            if (request is not { ResourceType: "media", Failure: "net::ERR_ABORTED" })
            {
                _complaints.Add($"failed request: {request.ResourceType} {request.Url} {request.Failure}");
            }
        };
    }

    public IPage Page { get; }

    public static async Task<Window> OpenAsync(DemoPortal demo, Look look)
    {
        var context = await demo.Chromium.Browser.NewContextAsync(new()
        {
            BaseURL = demo.Address.ToString(),
            ViewportSize = look.Size,
            ReducedMotion = ReducedMotion.Reduce,
        });
        await context.AddCookiesAsync([new Cookie { Name = "vg-lang", Value = look.Language, Url = demo.Address.ToString() }]);
        return new Window(context, await context.NewPageAsync(), look);
    }

    public async Task SignInAsync(string email)
    {
        await Page.GotoAsync("/Account/SignIn");
        await Page.FillAsync("input[type=email]", email);
        await Page.FillAsync("input[type=password]", DemoPortal.Password);
        await Page.ClickAsync("main button.btn-primary, .sheet button.btn-primary");
        await Page.WaitForURLAsync(url => !url.Contains("/Account/SignIn", StringComparison.Ordinal));
    }

    /// <summary>Opens <paramref name="path"/>, keeps a picture of it under <paramref name="name"/> and tells what is wrong with it.</summary>
    public async Task<List<string>> ShowAsync(string path, string name)
    {
        _complaints.Clear();
        var answer = await Page.GotoAsync(path, new() { WaitUntil = WaitUntilState.Load });
        await KeepPictureAsync(name);
        var problems = new List<string>(_complaints);
        if (answer?.Status != 200)
        {
            problems.Add($"status {answer?.Status}");
        }

        var width = await Page.EvaluateAsync<int>("document.documentElement.scrollWidth");
        if (width > _look.Size.Width)
        {
            problems.Add($"wider than the window: {width} px");
        }

        var axe = await Page.RunAxe();
        problems.AddRange(axe.Violations.Where(v => v.Impact is "serious" or "critical").Select(Told));
        return [.. problems.Select(p => $"{_look.Name} {path}: {p}")];
    }

    /// <summary>Pictures for people, of the full run.</summary>
    private async Task KeepPictureAsync(string name)
    {
        if (Environment.GetEnvironmentVariable("VENDORGOV_FULL") == "1")
        {
            var folder = Path.Combine(DemoPortal.Root, "artifacts", "screenshots", _look.Name);
            Directory.CreateDirectory(folder);
            await Page.ScreenshotAsync(new() { Path = Path.Combine(folder, $"{name}.png"), FullPage = true });
        }
    }

    public async ValueTask DisposeAsync() => await _context.DisposeAsync();

    private static string Told(AxeResultItem violation) =>
        $"{violation.Id}: {violation.Help} at {string.Join(", ", violation.Nodes.Take(3).Select(n => n.Target))}";
}
