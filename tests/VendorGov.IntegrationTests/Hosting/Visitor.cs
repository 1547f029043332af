using System.Net;
using AngleSharp.Html.Dom;

namespace VendorGov.IntegrationTests.Hosting;

/// <summary>A person at a browser without scripts: keeps cookies, follows redirects, fills forms.</summary>
public sealed class Visitor : IDisposable
{
    private readonly SocketsHttpHandler _handler = new()
    {
        UseCookies = true, CookieContainer = new CookieContainer(),
        // Who leaves an answer unread leaves: the rest is not fetched to save the connection.
        MaxResponseDrainSize = 0,
    };

    public Visitor(Uri address, string? language = null)
    {
        Http = new HttpClient(_handler) { BaseAddress = address };
        Http.DefaultRequestHeaders.AcceptLanguage.ParseAdd(language ?? "en");
    }

    public HttpClient Http { get; }

    /// <summary>The cookies that go to an address, for a request made by hand.</summary>
    public string CookieHeader(Uri address) => _handler.CookieContainer.GetCookieHeader(address);

    public async Task<Screen> GetAsync(string path) => await Screen.ReadAsync(await Http.GetAsync(path));

    /// <summary>Sends a form with <paramref name="values"/> put over what it holds; names match in full or by their last part.</summary>
    public Task<Screen> SubmitAsync(Screen screen, string form, params (string Name, string Value)[] values) =>
        SubmitAsync(screen, screen.Form(form), values, []);

    /// <summary>The same with files; a form with files is sent as multipart.</summary>
    public async Task<Screen> SubmitAsync(
        Screen screen, IHtmlFormElement form, (string Name, string Value)[] values, (string Name, string FileName, byte[] Bytes)[] files)
    {
        var fields = FormFields.Of(form);
        foreach (var (name, value) in values)
        {
            Put(form, fields, name, value);
        }

        HttpContent content = files.Length == 0 ? new FormUrlEncodedContent(fields) : Multipart(fields, files);
        var action = new Uri(screen.Url, form.GetAttribute("action") is { Length: > 0 } a ? a : screen.Url.PathAndQuery);
        return await Screen.ReadAsync(await Http.PostAsync(action, content));
    }

    /// <summary>Signs in by the page. Throws where the page keeps the visitor.</summary>
    public async Task<Screen> SignInAsync(string email, string password)
    {
        var page = await GetAsync("/Account/SignIn");
        var after = await SubmitAsync(page, "input[type=password]", ("Email", email), ("Password", password));
        return after.Document.QuerySelector("input[type=password]") is null && after.Status == HttpStatusCode.OK
            ? after
            : throw new InvalidOperationException($"{email} could not sign in: {(int)after.Status} {after.Text}");
    }

    public void Dispose()
    {
        Http.Dispose();
        _handler.Dispose();
    }

    private static void Put(IHtmlFormElement form, List<KeyValuePair<string, string>> fields, string name, string value)
    {
        var full = form.Elements.Select(e => e.GetAttribute("name"))
            .FirstOrDefault(n => n == name || n?.EndsWith("." + name, StringComparison.Ordinal) == true)
            ?? throw new InvalidOperationException($"The form has no field {name}.");
        fields.RemoveAll(f => f.Key == full);
        fields.Add(new(full, value));
    }

    private static HttpContent Multipart(List<KeyValuePair<string, string>> fields, (string Name, string FileName, byte[] Bytes)[] files)
    {
        if (files.Any(f => f.FileName.Any(char.IsControl)))
        {
            return Raw(fields, files);
        }

        var content = new MultipartFormDataContent();
        foreach (var (name, value) in fields)
        {
            content.Add(new StringContent(value), name);
        }

        foreach (var (name, fileName, bytes) in files)
        {
            content.Add(new ByteArrayContent(bytes), name, fileName);
        }

        return content;
    }

    /// <summary>As a browser writes it, names with control characters too, which the library refuses to.</summary>
    private static ByteArrayContent Raw(List<KeyValuePair<string, string>> fields, (string Name, string FileName, byte[] Bytes)[] files)
    {
        var boundary = $"----{Guid.NewGuid():N}";
        using var body = new MemoryStream();
        void Write(string text) => body.Write(System.Text.Encoding.UTF8.GetBytes(text));
        foreach (var (name, value) in fields)
        {
            Write($"--{boundary}\r\nContent-Disposition: form-data; name=\"{name}\"\r\n\r\n{value}\r\n");
        }

        foreach (var (name, fileName, bytes) in files)
        {
            var escaped = fileName.Replace("\r", "%0D", StringComparison.Ordinal).Replace("\n", "%0A", StringComparison.Ordinal).Replace("\"", "%22", StringComparison.Ordinal);
            Write($"--{boundary}\r\nContent-Disposition: form-data; name=\"{name}\"; filename=\"{escaped}\"\r\nContent-Type: application/octet-stream\r\n\r\n");
            body.Write(bytes);
            Write("\r\n");
        }

        Write($"--{boundary}--\r\n");
        var content = new ByteArrayContent(body.ToArray());
        content.Headers.Add("Content-Type", $"multipart/form-data; boundary={boundary}");
        return content;
    }
}
