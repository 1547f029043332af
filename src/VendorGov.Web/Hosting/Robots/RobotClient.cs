using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Text.Json;
using Microsoft.Extensions.Options;
using VendorGov.Domain.Notifications;

namespace VendorGov.Web.Hosting.Robots;

/// <summary>A robot did not take a message. The text is for the administrator and holds no part of the address.</summary>
public sealed class RobotRefusedException(string message, Exception? inner = null) : Exception(message, inner);

/// <summary>
/// Speaks to robots. It follows no redirect, uses no proxy and connects to public addresses only, so that an address typed into a form
/// cannot make the portal ask around inside the operator's network.
/// </summary>
public sealed class RobotClient : IDisposable
{
    private const int MostAnswered = 16 * 1024;

    private readonly RobotOptions _options;
    private readonly HttpClient _http;

    public RobotClient(IOptions<RobotOptions> options)
    {
        _options = options.Value;
        _http = new HttpClient(OutsideOnly.Handler(_options.AllowInsecure)) { Timeout = TimeSpan.FromSeconds(10), MaxResponseContentBufferSize = MostAnswered };
    }

    /// <exception cref="RobotRefusedException">It was not reached, or did not take the message.</exception>
    public async Task SendAsync(RobotPlatform platform, string address, string? secret, RobotWords words, DateTimeOffset now, CancellationToken cancel)
    {
        if (RobotAddress.Problem(address, platform, _options) is not null)
        {
            throw new RobotRefusedException("The address is not one of the platform.");
        }

        var call = RobotCall.Of(platform, address, secret, words, now);
        try
        {
            using var content = new StringContent(call.Json, Encoding.UTF8, "application/json");
            using var answer = await _http.PostAsync(call.Address, content, cancel);
            Judge(answer.StatusCode, await answer.Content.ReadAsStringAsync(cancel));
        }
        catch (Exception e) when (e is HttpRequestException or IOException or SocketException)
        {
            throw new RobotRefusedException(e.InnerException is InsideAddressException inside ? inside.Message : "Not reached: " + Short(e), e);
        }
        catch (TaskCanceledException e) when (!cancel.IsCancellationRequested)
        {
            throw new RobotRefusedException("No answer within 10 s.", e);
        }
    }

    public void Dispose() => _http.Dispose();

    /// <summary>All three answer 200 to what they refuse too: the number in the body decides.</summary>
    private static void Judge(HttpStatusCode status, string body)
    {
        if (status != HttpStatusCode.OK)
        {
            throw new RobotRefusedException($"HTTP {(int)status}");
        }

        try
        {
            using var json = JsonDocument.Parse(body);
            var root = json.RootElement;
            var code = root.TryGetProperty("errcode", out var e) || root.TryGetProperty("code", out e) || root.TryGetProperty("StatusCode", out e)
                ? e.GetInt64() : -1;
            if (code != 0)
            {
                var said = root.TryGetProperty("errmsg", out var m) || root.TryGetProperty("msg", out m) ? m.ToString() : "";
                throw new RobotRefusedException($"{code}: {(said.Length > 200 ? said[..200] : said)}");
            }
        }
        catch (Exception broken) when (broken is JsonException or InvalidOperationException or FormatException)
        {
            throw new RobotRefusedException("The answer is not one of a robot.", broken);
        }
    }

    private static string Short(Exception e) => e is HttpRequestException { HttpRequestError: var kind } ? kind.ToString() : e.GetType().Name;
}
