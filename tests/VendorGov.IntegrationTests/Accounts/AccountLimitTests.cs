using System.Diagnostics;
using System.Globalization;
using System.Net;
using VendorGov.Domain.Tenancy;
using VendorGov.IntegrationTests.Hosting;
using VendorGov.IntegrationTests.Reports;
using Xunit;
using Xunit.Abstractions;

namespace VendorGov.IntegrationTests.Accounts;

/// <summary>One account asks for as much as it can: it is told to wait, and nobody else is (ASVS 2.4.1, 15.2.2).</summary>
[Collection(nameof(Measured))]
public sealed class AccountLimitTests(StrictPortal portal, ITestOutputHelper output) : IClassFixture<StrictPortal>
{
    private static readonly bool Full = Environment.GetEnvironmentVariable("VENDORGOV_FULL") == "1";

    private Network Own => portal.Networks.Own;

    [Fact]
    public async Task Who_takes_lists_away_without_end_is_told_to_wait_and_others_stay_fast()
    {
        using var eager = await portal.SignedInAsync(Own.Headquarters);
        using var bystander = await portal.SignedInAsync(Own.At(Role.OutletManager, Own.Outlets[0]));
        await PaceAsync(bystander, 20);
        var before = await PaceAsync(bystander, 40);
        using var over = new CancellationTokenSource();
        var (served, refused, waits) = (0, 0, new List<string>());
        var abuse = Task.WhenAll(Enumerable.Range(0, 32).Select(_ => Task.Run(async () =>
        {
            while (!over.IsCancellationRequested)
            {
                using var answer = await eager.Http.GetAsync("/Issues?handler=Export");
                if (answer.StatusCode == HttpStatusCode.TooManyRequests)
                {
                    Interlocked.Increment(ref refused);
                    lock (waits)
                    {
                        waits.Add(answer.Headers.GetValues("Retry-After").Single());
                    }

                    await Task.Delay(200);
                }
                else
                {
                    Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
                    Interlocked.Increment(ref served);
                }
            }
        })));
        List<double> during = [];
        for (var i = 0; i < (Full ? 120 : 20); i++)
        {
            during.Add(await TimeAsync(bystander));
            await Task.Delay(50);
        }

        await over.CancelAsync();
        await abuse;
        var slow = during.Order().ElementAt((int)(during.Count * 0.95));
        output.WriteLine($"{served} lists taken, {refused} refused; p95 of somebody else {before:0.0} ms before, {slow:0.0} ms during.");
        Assert.True(served > 0 && refused > 0, $"{served} {refused}");
        Assert.All(waits, w => Assert.InRange(int.Parse(w, CultureInfo.InvariantCulture), 1, 60));
        Assert.True(slow <= Math.Max(before * 1.5, Full ? 60 : 400), $"{before} ms before, {slow} ms during");
    }

    [Fact]
    public async Task Six_hundred_requests_a_minute_are_enough_for_one_account()
    {
        using var eager = await portal.SignedInAsync(Own.At(Role.VendorManager, Own.Vendors[0]));
        var statuses = new List<HttpStatusCode>();
        foreach (var chunk in Enumerable.Range(0, 640).Chunk(6))
        {
            statuses.AddRange(await Task.WhenAll(chunk.Select(async _ => (await eager.Http.GetAsync("/Account/Sessions")).StatusCode)));
        }

        Assert.Contains(HttpStatusCode.TooManyRequests, statuses);
        Assert.InRange(statuses.Count(s => s == HttpStatusCode.OK), 500, 1_200);
        using var other = await portal.SignedInAsync(Own.At(Role.VendorManager, Own.Vendors[1]));
        Assert.Equal(HttpStatusCode.OK, (await other.GetAsync("/Issues")).Status);
    }

    [Fact]
    public async Task All_addresses_of_one_network_of_IPv6_count_as_one()
    {
        using var http = new HttpClient { BaseAddress = portal.Address };
        var guesses = new List<HttpStatusCode>();
        for (var i = 0; i < 34; i++)
        {
            guesses.Add(await FromAsync(http, HttpMethod.Post, "/Account/SignIn", $"2001:db8:7:9:{i:x}:{i * 7:x}::{i + 1:x}"));
        }

        Assert.Equal(30, guesses.Count(s => s != HttpStatusCode.TooManyRequests));
        Assert.NotEqual(HttpStatusCode.TooManyRequests, await FromAsync(http, HttpMethod.Post, "/Account/SignIn", "2001:db8:7:a::1"));
        var keys = new List<HttpStatusCode>();
        for (var i = 0; i < 7; i++)
        {
            keys.Add(await FromAsync(http, HttpMethod.Get, "/api/v1/calls", $"2001:db8:1:2::{i + 1:x}"));
        }

        Assert.Equal((5, 2), (keys.Count(s => s == HttpStatusCode.Unauthorized), keys.Count(s => s == HttpStatusCode.TooManyRequests)));
    }

    private static async Task<HttpStatusCode> FromAsync(HttpClient http, HttpMethod method, string path, string address)
    {
        using var request = new HttpRequestMessage(method, path);
        request.Headers.Add("X-Forwarded-For", address);
        if (method == HttpMethod.Post)
        {
            request.Content = new FormUrlEncodedContent([]);
        }

        using var answer = await http.SendAsync(request);
        return answer.StatusCode;
    }

    private static async Task<double> PaceAsync(Visitor visitor, int count)
    {
        List<double> times = [];
        for (var i = 0; i < count; i++)
        {
            times.Add(await TimeAsync(visitor));
        }

        return times.Order().ElementAt((int)(count * 0.95));
    }

    private static async Task<double> TimeAsync(Visitor visitor)
    {
        var watch = Stopwatch.StartNew();
        using var answer = await visitor.Http.GetAsync("/Account/Sessions");
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return watch.Elapsed.TotalMilliseconds;
    }
}
