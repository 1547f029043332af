using System.Diagnostics;
using System.Text;
using System.Text.Json;
using VendorGov.Domain.Tenancy;
using VendorGov.IntegrationTests.Hosting;
using Xunit;

namespace VendorGov.IntegrationTests.Feed;

/// <summary>The portal as a process of its own, and the curl of the machine.</summary>
public sealed class CurlTests(Portal portal) : IClassFixture<Portal>
{
    [Fact]
    public async Task What_the_guide_says_works_with_curl_against_a_running_portal()
    {
        var key = await portal.InTenantAsync(portal.Networks.Own.Tenant, async db =>
        {
            // The process has the machine's clock.
            var (made, text) = ApiKey.Create(
                portal.Networks.Own.Tenant, new PartyKey(Vendor: portal.Networks.Own.Vendors[0].Id), "curl", [ApiScope.Calls], portal.Clock.Now.AddDays(700), "test", portal.Clock.Now);
            db.Add(made);
            await db.SaveChangesAsync();
            return text;
        });
        await using var node = await Node.StartAsync(portal.Settings);
        var address = $"{node.Address}api/v1/calls";
        string[] authorised = ["-H", $"Authorization: Bearer {key}", "-H", "Accept-Language: en"];
        string[] json = [.. authorised, "-H", "Content-Type: application/json", "-H", "Idempotency-Key: curl-1"];

        var refused = await CurlAsync(address);
        Assert.Equal(("401", "key"), (refused.Status, Code(refused.Body)));

        var first = await CurlAsync([.. json, "-d", Lines.Json(Lines.Call("curl-1"), Lines.Call("curl-2", ("outlet", "nowhere"))), address]);
        Assert.Equal("200", first.Status);
        Assert.Contains("\"line\":2,\"field\":\"outlet\",\"code\":\"unknown-outlet\"", first.Body, StringComparison.Ordinal);
        Assert.Equal(first, await CurlAsync([.. json, "-d", Lines.Json(Lines.Call("curl-1"), Lines.Call("curl-2", ("outlet", "nowhere"))), address]));
        var changed = await CurlAsync([.. json, "-d", Lines.Calls(1, 1), address]);
        Assert.Equal(("422", "body-changed"), (changed.Status, Code(changed.Body)));

        var table = Path.Combine(portal.Settings["VendorGov__DataDirectory"], "calls.csv");
        await File.WriteAllTextAsync(table, "id,outlet,started_at,outcome,wait_s\ncurl-3,north-1,2026-03-01 09:00:00,abandoned,4\n", Encoding.UTF8);
        var csv = await CurlAsync([.. authorised, "-H", "Content-Type: text/csv", "--data-binary", "@" + table, address]);
        Assert.Equal(("200", 1), (csv.Status, JsonDocument.Parse(csv.Body).RootElement.GetProperty("added").GetInt32()));

        var read = await CurlAsync([.. authorised, address + "?from=2026-03-01&to=2026-03-01"]);
        Assert.Equal(["curl-1", "curl-3"], JsonDocument.Parse(read.Body).RootElement.GetProperty("rows").EnumerateArray().Select(r => r.GetProperty("id").GetString()!));
        Assert.Equal("200", (await CurlAsync($"{node.Address}openapi/v1.json")).Status);
    }

    private static string Code(string body) => JsonDocument.Parse(body).RootElement.GetProperty("code").GetString()!;

    private static async Task<(string Status, string Body)> CurlAsync(params string[] words)
    {
        var start = new ProcessStartInfo("curl") { RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var word in new[] { "-sS", "--max-time", "60", "-w", "\n%{http_code}" }.Concat(words))
        {
            start.ArgumentList.Add(word);
        }

        using var curl = Process.Start(start)!;
        var output = await curl.StandardOutput.ReadToEndAsync();
        var error = await curl.StandardError.ReadToEndAsync();
        await curl.WaitForExitAsync();
        Assert.True(curl.ExitCode == 0, error);
        var end = output.LastIndexOf('\n');
        return (output[(end + 1)..], output[..end]);
    }
}
