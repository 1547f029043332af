using System.Diagnostics;
using System.Net;
using System.Text.Json;
using VendorGov.IntegrationTests.Hosting;
using Xunit;

namespace VendorGov.IntegrationTests.Operations;

/// <summary>What those who run the portal see of it: health, metrics, logs, an orderly end.</summary>
public sealed class OperationsTests(Portal portal) : IClassFixture<Portal>
{
    [Fact]
    public async Task A_node_tells_how_it_is_without_telling_on_anybody_and_ends_in_order()
    {
        var metrics = LoopbackPort.Next();
        await using var node = await Node.StartAsync([.. portal.Settings,
            new("Metrics__Port", $"{metrics}"), new("VendorGov__DrainSeconds", "3"), new("Proxy__Trusted__0", "127.0.0.1"),
            new("Logging__Console__FormatterName", "json"), new("Logging__Console__FormatterOptions__IncludeScopes", "true")]);
        using var visitor = new Visitor(node.Address);
        var headquarters = portal.Networks.Own.Headquarters;
        await visitor.SignInAsync(headquarters.Email, Networks.Password);
        await visitor.GetAsync("/Search?q=13800138000");
        Assert.Equal("0123456789abcdef", await IdAsync(visitor, "0123456789abcdef"));
        Assert.NotEqual("short of \"sense\"", await IdAsync(visitor, "short of \"sense\""));

        await TellsMetricsAsync(visitor, metrics);

        node.Terminate();
        await Task.Delay(1000);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, await node.StatusAsync("/health/ready"));
        Assert.Equal(HttpStatusCode.OK, await node.StatusAsync("/health/live"));
        Assert.Equal(HttpStatusCode.OK, (await visitor.GetAsync("/Account/Profile")).Status);
        var watch = Stopwatch.StartNew();
        Assert.Equal(0, await node.ExitAsync());
        Assert.InRange(watch.Elapsed, TimeSpan.Zero, TimeSpan.FromSeconds(30));

        TellsNobody(node, headquarters);
    }

    [Fact]
    public async Task A_callers_own_word_on_its_address_counts_for_nothing_without_a_trusted_proxy()
    {
        await using var node = await Node.StartAsync([.. portal.Settings, new("Accounts__AttemptsPerMinute", "3")]);
        using var http = new HttpClient { BaseAddress = node.Address };
        var answers = new List<HttpStatusCode>();
        for (var i = 0; i < 5; i++)
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, "/Account/SignIn") { Content = new FormUrlEncodedContent([]) };
            request.Headers.Add("X-Forwarded-For", $"203.0.113.{i}");
            using var answer = await http.SendAsync(request);
            answers.Add(answer.StatusCode);
        }

        Assert.Equal(HttpStatusCode.TooManyRequests, answers[^1]);
    }

    private static async Task<string> IdAsync(Visitor visitor, string id)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/Account/Profile");
        request.Headers.TryAddWithoutValidation("X-Request-Id", id);
        using var answer = await visitor.Http.SendAsync(request);
        return answer.Headers.GetValues("X-Request-Id").Single();
    }

    private async Task TellsMetricsAsync(Visitor visitor, int port)
    {
        using var collector = new HttpClient { BaseAddress = new Uri($"http://127.0.0.1:{port}") };
        var text = await collector.GetStringAsync("/metrics");
        Assert.Contains("http_server_request_duration_bucket", text, StringComparison.Ordinal);
        Assert.Contains("http_route=\"Account/SignIn\"", text, StringComparison.Ordinal);
        Assert.Contains("vendorgov_outbox_waiting", text, StringComparison.Ordinal);
        var own = portal.Networks.Own;
        Assert.All(
            [own.Code, own.Tenant.Value.ToString(), "北方网络", own.Headquarters.Email, "13800138000"],
            secret => Assert.DoesNotContain(secret, text, StringComparison.OrdinalIgnoreCase));
        Assert.Equal(HttpStatusCode.NotFound, (await visitor.GetAsync("/metrics")).Status);
    }

    /// <summary>Each line is JSON; the correlation id stands in it; what was typed and who typed it do not.</summary>
    private static void TellsNobody(Node node, Person person)
    {
        var lines = node.Output.Where(l => l.StartsWith('{')).ToList();
        var requests = lines.Select(l => JsonDocument.Parse(l).RootElement)
            .Where(l => l.GetProperty("Category").GetString()!.EndsWith("RequestLog", StringComparison.Ordinal)).ToList();
        Assert.Contains(requests, r => r.GetProperty("State").GetProperty("CorrelationId").GetString() == "0123456789abcdef");
        Assert.Contains(requests, r => r.GetProperty("State").GetProperty("Route").GetString() == "Search");
        var all = string.Join('\n', node.Output);
        Assert.All(
            ["13800138000", person.Email, Networks.Password],
            secret => Assert.DoesNotContain(secret, all, StringComparison.OrdinalIgnoreCase));
    }
}
