using System.Net;
using System.Text.RegularExpressions;

namespace VendorGov.Benchmarks.Load;

/// <summary>Somebody with a session of the demo network.</summary>
internal sealed partial class LoadVisitor : IDisposable
{
    private const string Password = "lucheng-demo-7281";

    private readonly HttpClient _http;
    private List<KeyValuePair<string, string>>? _form;

    private LoadVisitor(Uri address) =>
        _http = new HttpClient(new SocketsHttpHandler { CookieContainer = new CookieContainer(), AllowAutoRedirect = false }) { BaseAddress = address };

    public static async Task<LoadVisitor> SignInAsync(Uri address, string account)
    {
        var visitor = new LoadVisitor(address);
        var form = await visitor._http.GetStringAsync("/Account/SignIn");
        using var answer = await visitor._http.PostAsync("/Account/SignIn", new FormUrlEncodedContent(new Dictionary<string, string>
        {
            ["__RequestVerificationToken"] = Token(form), ["Input.Email"] = $"{account}@demo.example", ["Input.Password"] = Password,
        }));
        return answer.StatusCode == HttpStatusCode.Redirect ? visitor : throw new InvalidOperationException($"{account} cannot sign in: {answer.StatusCode}");
    }

    public async Task<bool> FetchAsync(string path)
    {
        using var answer = await _http.GetAsync(path);
        await answer.Content.ReadAsByteArrayAsync();
        return answer.StatusCode == HttpStatusCode.OK;
    }

    public async Task<IReadOnlyList<string>> IssuesAsync(string list, int most) =>
        [.. IssueLink().Matches(await _http.GetStringAsync(list)).Select(m => m.Value).Distinct().Take(most)];

    /// <summary>Sends the form of a new issue, which was fetched once; answered by a redirect to the issue.</summary>
    public async Task<bool> FileAsync()
    {
        _form ??= await FormAsync();
        var waybill = new KeyValuePair<string, string>("Input.Waybills", FormattableString.Invariant($"YT{Random.Shared.NextInt64(1_000_000_000_000, 9_999_999_999_999)}"));
        using var answer = await _http.PostAsync("/Issues/Open", new FormUrlEncodedContent(_form.Append(waybill)));
        await answer.Content.ReadAsByteArrayAsync();
        return answer.Headers.Location?.OriginalString.StartsWith("/Issues/Details/", StringComparison.Ordinal) == true;
    }

    public void Dispose() => _http.Dispose();

    private async Task<List<KeyValuePair<string, string>>> FormAsync()
    {
        var form = await _http.GetStringAsync("/Issues/Open");
        return
        [
            new("__RequestVerificationToken", Token(form)), new("Input.Place", PlaceOption().Match(form).Groups[1].Value), new("Input.Type", "TechnicalFault"),
            new("Input.Title", "物流轨迹接口超时，坐席手工查询"), new("Input.Description", "自上午起轨迹接口频繁超时，坐席只能手工查询，来电等待明显变长。"),
        ];
    }

    private static string Token(string form) => TokenField().Match(form).Groups[1].Value;

    [GeneratedRegex("/Issues/Details/[0-9a-f-]{36}")]
    private static partial Regex IssueLink();

    [GeneratedRegex("name=\"__RequestVerificationToken\"[^>]*value=\"([^\"]+)\"")]
    private static partial Regex TokenField();

    [GeneratedRegex("\"([0-9a-f]{32}\\.[0-9a-f]{32})\"")]
    private static partial Regex PlaceOption();
}
