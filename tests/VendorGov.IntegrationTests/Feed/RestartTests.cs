using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using VendorGov.Domain.Feed;
using VendorGov.IntegrationTests.Hosting;
using Xunit;
using Xunit.Abstractions;

namespace VendorGov.IntegrationTests.Feed;

/// <summary>
/// Idempotency keys outlive the process: what was sent before a kill -9, in the midst of it and after the restart stands once, and the answers stay the
/// same. VENDORGOV_FULL=1: 1,000 keys, eight requests at once under each, before and after.
/// </summary>
public sealed class RestartTests(Portal portal, ITestOutputHelper output) : IClassFixture<Portal>
{
    private static readonly bool Full = Environment.GetEnvironmentVariable("VENDORGOV_FULL") == "1";
    private static readonly int Keys = Full ? 1_000 : 24;

    [Fact]
    public async Task A_key_that_was_used_before_the_node_was_killed_is_known_after_it()
    {
        // The nodes live by the clock on the wall, and so must the key.
        portal.Clock.Set(TimeProvider.System.GetUtcNow());
        using var vendor = await FeedCaller.OfVendorAsync(portal);
        KeyValuePair<string, string>[] settings = [.. portal.Settings, new("Api__RequestsPerMinute", "1000000")];
        var before = new string?[Keys];
        var cut = 0;
        await using (var first = await Node.StartAsync(settings))
        {
            for (var key = 0; key < Keys; key++)
            {
                // The last quarter is under way when the process dies.
                if (key == Keys * 3 / 4)
                {
                    _ = Task.Delay(Keys / 4).ContinueWith(_ => first.Kill(), TaskScheduler.Default);
                }

                var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => SendAsync(vendor, first.Address, key)));
                cut += answers.Any(a => a is null) ? 1 : 0;
                before[key] = answers.FirstOrDefault(a => a?.Status == 200)?.Body;
            }
        }

        var watch = Stopwatch.StartNew();
        await using var second = await Node.StartAsync(settings);
        var recovered = watch.Elapsed;
        // What was cut off in the midst is taken up again once patience is over.
        await portal.InTenantAsync(portal.Networks.Own.Tenant, db => db.IdempotentAnswers.Where(a => a.Status == null)
            .ExecuteUpdateAsync(s => s.SetProperty(a => a.StartedAt, portal.Clock.Now - IdempotentAnswer.Patience - IdempotentAnswer.Patience)));
        for (var key = 0; key < Keys; key++)
        {
            var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => SendAsync(vendor, second.Address, key)));
            if (before[key] is { } told)
            {
                Assert.All(answers.Where(a => a!.Status == 200), a => Assert.Equal(told, a!.Body));
            }

            Assert.All(answers, a => Assert.Contains(a!.Status, new[] { 200, 409 }));
        }

        var changed = await SendAsync(vendor, second.Address, 0, "another");
        Assert.Equal(422, changed!.Status);
        var rows = await portal.InTenantAsync(portal.Networks.Own.Tenant, db => db.FeedContacts.Where(c => c.ExternalId.StartsWith("R")).Select(c => c.ExternalId).ToListAsync());
        output.WriteLine($"{Keys} keys, {cut} cut off by the kill, answering again after {recovered.TotalSeconds:0.0} s: {rows.Count} rows.");
        Assert.Equal(rows.Count, rows.Distinct().Count());
        Assert.Equal(Enumerable.Range(0, Keys).Select(k => $"R{k}").Order(StringComparer.Ordinal), rows.Order(StringComparer.Ordinal));
        Assert.InRange(recovered, TimeSpan.Zero, TimeSpan.FromMinutes(1));
        Assert.True(cut > 0, "The kill hit nothing.");
    }

    private static async Task<FeedCaller.Reply?> SendAsync(FeedCaller vendor, Uri address, int key, string? other = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(address, "/api/v1/calls")) { Content = new StringContent(Lines.Json(Lines.Call(other ?? $"R{key}"))) };
        request.Content.Headers.ContentType = new("application/json");
        request.Headers.Add("Idempotency-Key", $"restart-{key}");
        try
        {
            return await FeedCaller.Reply.ReadAsync(await vendor.Http.SendAsync(request));
        }
        catch (HttpRequestException)
        {
            return null;
        }
    }
}
