using System.Diagnostics;
using System.Globalization;
using System.Text;
using VendorGov.Data;
using VendorGov.IntegrationTests.Hosting;
using Xunit;
using Xunit.Abstractions;

namespace VendorGov.IntegrationTests.Feed;

/// <summary>
/// How fast the direct feed takes rows, over HTTP, and how fast a month of them is summed up. VENDORGOV_FULL=1 sends half a million and
/// holds the figures to their targets on the embedded engine.
/// </summary>
public sealed class FeedSpeedTests(Portal portal, ITestOutputHelper output) : IClassFixture<Portal>
{
    private const int RowsPerSecond = 5_000;
    private static readonly bool Full = Environment.GetEnvironmentVariable("VENDORGOV_FULL") == "1";
    private static readonly bool Embedded = (Environment.GetEnvironmentVariable("VENDORGOV_TEST_ENGINE") ?? "sqlite") == "sqlite";

    // A server that has not analysed its new tables yet sums repeats slowly: its plain run takes a small sample.
    private static readonly int BatchSize = Full || Embedded ? 25_000 : 2_000;

    [Fact]
    public async Task Rows_come_in_fast_and_a_month_of_them_is_summed_up_fast()
    {
        using var vendor = await FeedCaller.OfVendorAsync(portal);
        await vendor.SendAsync("calls", Lines.Calls(1, 200));
        var batches = Full ? 20 : 1;
        var watch = new Stopwatch();
        for (var batch = 0; batch < batches; batch++)
        {
            var body = batch % 2 == 0 ? Csv(batch) : Json(batch);
            watch.Start();
            var reply = await vendor.SendAsync("calls", body, batch % 2 == 0 ? "text/csv" : "application/json", $"batch-{batch}");
            watch.Stop();
            Assert.Equal((200, BatchSize), (reply.Status, reply["added"]));
        }

        var rate = batches * BatchSize / watch.Elapsed.TotalSeconds;
        var sum = Stopwatch.StartNew();
        var contract = portal.Networks.Own.Contracts[0].Id;
        var days = await portal.InTenantAsync(portal.Networks.Own.Tenant, db =>
            FeedDays.ReadAsync(db, [contract], new DateOnly(2026, 2, 1), new DateOnly(2026, 2, 28), CancellationToken.None));
        sum.Stop();
        output.WriteLine($"{batches * BatchSize} rows at {rate:F0} rows/s; the month summed up in {sum.Elapsed.TotalSeconds:F2} s");
        Assert.Equal(batches * BatchSize, days.Sum(d => d.Figures["offered"]));
        Assert.True(!Full || !Embedded || rate >= RowsPerSecond, $"{rate:F0} rows/s");
        Assert.True(!Full || !Embedded || sum.Elapsed < TimeSpan.FromSeconds(15), $"{sum.Elapsed}");
    }

    private static string Csv(int batch)
    {
        var text = new StringBuilder("id,outlet,started_at,outcome,wait_s,talk_s,hold_s,acw_s,agent,waybill,reason\n");
        for (var i = 0; i < BatchSize; i++)
        {
            var (at, waybill) = Of(batch, i);
            text.Append(CultureInfo.InvariantCulture, $"{batch}-{i},north-{1 + (i % 2)},{at},answered,{i % 40},{100 + (i % 300)},0,25,{1000 + (i % 50)},{waybill},催件\n");
        }

        return text.ToString();
    }

    private static string Json(int batch)
    {
        var text = new StringBuilder("[");
        for (var i = 0; i < BatchSize; i++)
        {
            var (at, waybill) = Of(batch, i);
            text.Append(i == 0 ? "" : ",").Append(CultureInfo.InvariantCulture,
                $"{{\"id\":\"{batch}-{i}\",\"outlet\":\"north-{1 + (i % 2)}\",\"started_at\":\"{at}\",\"outcome\":\"answered\",\"wait_s\":{i % 40},\"talk_s\":{100 + (i % 300)},\"hold_s\":0,\"acw_s\":25,\"agent\":\"{1000 + (i % 50)}\",\"waybill\":\"{waybill}\",\"reason\":\"催件\"}}");
        }

        return text.Append(']').ToString();
    }

    /// <summary>Spread over February; one contact of ten is about a waybill that has come before.</summary>
    private static (string At, string Waybill) Of(int batch, int i)
    {
        var at = new DateTime(2026, 2, 1).AddSeconds((batch * 120_000) + (i * 4));
        return (at.ToString("yyyy-MM-ddTHH:mm:ss", CultureInfo.InvariantCulture), $"YT{batch:00}{(i % 10 == 0 ? i / 20 : i):000000}");
    }
}
