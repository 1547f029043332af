using System.Net;
using System.Text;
using VendorGov.Domain.Tenancy;
using VendorGov.IntegrationTests.Accounts;
using VendorGov.IntegrationTests.Feed;
using VendorGov.IntegrationTests.Hosting;
using VendorGov.Web.Hosting.Accounts;
using Xunit;

namespace VendorGov.IntegrationTests.Operations;

/// <summary>
/// What strangers send forges no line of the log, and no secret comes into it (ASVS 16.2.5, 16.4.1): in the form in which it is delivered, one text line
/// after the other.
/// </summary>
public sealed class LogForgeryTests(Portal portal) : IClassFixture<Portal>
{
    private const string Forged = "warn: Forged[99] all is well";

    [Fact]
    public async Task Line_breaks_in_whatever_is_sent_begin_no_line_and_secrets_stand_in_none()
    {
        await using var node = await Node.StartAsync([.. portal.Settings, new("Logging__LogLevel__Default", "Debug"), new("Proxy__Trusted__0", "127.0.0.1"), new("Accounts__AttemptsPerMinute", "1000")]);
        var secrets = new List<string> { Networks.Password, "planted-wrong-password-77", "plantedcode88", "plantedtoken99", "vgk_plantedkey66", "13912345678", "planted.person@portal.example" };
        using var visitor = new Visitor(node.Address);
        var person = portal.Networks.Own.At(Role.OutletManager, portal.Networks.Own.Outlets[0]);
        foreach (var breaks in new[] { "\r\n", "\n", "\r", "\u0085", "\u2028", "%0d%0a", "\\r\\n", "\u001b[2K\r" })
        {
            var text = $"x{breaks}{Forged}";
            await visitor.SubmitAsync(await visitor.GetAsync("/Account/SignIn"), "input[type=password]", ("Email", text), ("Password", "planted-wrong-password-77"));
            await visitor.SubmitAsync(await visitor.GetAsync("/Account/ForgotPassword"), "#Email", ("Email", text));
            foreach (var path in new[]
            {
                $"/Account/AcceptInvitation?token={Uri.EscapeDataString("plantedtoken99" + breaks + Forged)}", $"/Account/ResetPassword?user={Guid.NewGuid()}&code={Uri.EscapeDataString("plantedcode88" + breaks + Forged)}",
                $"/Account/OpenId?network={Uri.EscapeDataString(text)}", $"/Account/OpenIdReturn/{Uri.EscapeDataString(text)}?error={Uri.EscapeDataString(text)}&state=1", $"/no/such/{Uri.EscapeDataString(text)}",
                $"/Search?q={Uri.EscapeDataString("13912345678" + text)}", $"/Scorecards/Check?code={Uri.EscapeDataString(text)}",
            })
            {
                await SendAsync(visitor, HttpMethod.Get, path, text);
            }
        }

        await SignInAsync(visitor, person, secrets);
        await SendAsync(visitor, HttpMethod.Get, "/Search?q=13912345678", Forged);
        using var key = new HttpRequestMessage(HttpMethod.Post, "/api/v1/calls") { Content = new StringContent($"[{{\"id\":\"\\r\\n{Forged}\"}}]", Encoding.UTF8, "application/json") };
        key.Headers.Add("Authorization", "Bearer vgk_plantedkey66");
        using (await visitor.Http.SendAsync(key))
        {
            await RawAsync(node.Address);
        }

        using var feeder = await FeedCaller.OfVendorAsync(portal);
        secrets.Add(feeder.Key!);
        using var own = new HttpRequestMessage(HttpMethod.Post, new Uri(node.Address, "/api/v1/calls")) { Content = new StringContent($"[{{\"id\":\"a\\n{Forged}\",\"agent\":\"{Forged}\"}}]", Encoding.UTF8, "application/json") };
        own.Headers.Add("Authorization", $"Bearer {feeder.Key}");
        using (await visitor.Http.SendAsync(own))
        {
        }

        node.Terminate();
        await node.ExitAsync();
        Assert.True(node.Output.Count > 100);
        Assert.DoesNotContain(node.Output, line => line.TrimStart().StartsWith("warn: Forged", StringComparison.Ordinal) || line.Contains("Forged[99]", StringComparison.Ordinal));
        var all = string.Join('\n', node.Output);
        Assert.All(secrets, secret => Assert.DoesNotContain(secret, all, StringComparison.OrdinalIgnoreCase));
        Assert.DoesNotContain(node.Output, line => line.Any(c => c is '\u001b' or '\u2028' or '\u0085'));
        // Each line says when, in UTC.
        Assert.Contains(node.Output, line => System.Text.RegularExpressions.Regex.IsMatch(line, @"\A\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z (info|warn|fail)"));
    }

    /// <summary>With two steps, so that the secret, a code, recovery codes and the cookie could be written down.</summary>
    private async Task SignInAsync(Visitor visitor, Person person, List<string> secrets)
    {
        using var here = portal.Anonymous();
        await visitor.SignInAsync(person.Email, Networks.Password);
        var (offered, secret) = await Authenticator.BeginAsync(visitor);
        var code = Totp.CodeAt(secret, TimeProvider.System.GetUtcNow());
        var done = await visitor.SubmitAsync(offered, "form[action*='handler=Confirm']", ("code", code));
        secrets.Add(Totp.Base32(secret));
        secrets.AddRange(done.Document.QuerySelectorAll(".codes li").Select(c => c.TextContent));
        secrets.AddRange(visitor.CookieHeader(visitor.Http.BaseAddress!).Split("; ").Select(c => c[(c.IndexOf('=', StringComparison.Ordinal) + 1)..]).Where(v => v.Length > 20));
        secrets.Add(person.Email);
        await visitor.SubmitAsync(await visitor.GetAsync("/Account/Profile"), "form[action*='handler=Password']", ("Current", Networks.Password), ("Next", "planted-new-password-55"));
        secrets.Add("planted-new-password-55");
    }

    private static async Task SendAsync(Visitor visitor, HttpMethod method, string path, string text)
    {
        using var request = new HttpRequestMessage(method, path);
        foreach (var header in new[] { "User-Agent", "Referer", "X-Request-Id", "X-Forwarded-For", "Accept-Language", "traceparent", "Origin" })
        {
            request.Headers.TryAddWithoutValidation(header, new string([.. text.Where(c => c is not '\r' and not '\n' && c < 128)]));
        }

        using var answer = await visitor.Http.SendAsync(request);
        Assert.NotEqual(HttpStatusCode.InternalServerError, answer.StatusCode);
    }

    /// <summary>Requests that no decent client sends: a bare carriage return within a header, a method and a path of one's own.</summary>
    private static async Task RawAsync(Uri address)
    {
        foreach (var text in new[]
        {
            $"GET / HTTP/1.1\r\nHost: x\r\nX-Request-Id: abc\r{Forged}\r\n\r\n", $"GET /\n{Forged} HTTP/1.1\r\nHost: x\r\n\r\n", $"{Forged.Replace(' ', '_')} / HTTP/1.1\r\nHost: x\r\n\r\n",
            $"GET / HTTP/1.1\r\nHost: x\n{Forged}\r\n\r\n", $"GET http://{Forged.Replace(' ', '_')}/ HTTP/1.1\r\nHost: x\r\n\r\n",
        })
        {
            using var client = new System.Net.Sockets.TcpClient();
            await client.ConnectAsync(address.Host, address.Port);
            var stream = client.GetStream();
            await stream.WriteAsync(Encoding.ASCII.GetBytes(text));
            client.Client.Shutdown(System.Net.Sockets.SocketShutdown.Send);
            try
            {
                await stream.CopyToAsync(Stream.Null);
            }
            catch (IOException)
            {
                // Cut off without a word.
            }
        }
    }
}
