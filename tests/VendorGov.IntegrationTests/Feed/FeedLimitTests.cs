using System.Diagnostics;
using VendorGov.IntegrationTests.Hosting;
using Xunit;

namespace VendorGov.IntegrationTests.Feed;

/// <summary>Values made to keep a reader busy (ASVS 15.2.2): refused by their length, in the time of any other.</summary>
public sealed class FeedLimitTests(Portal portal) : IClassFixture<Portal>
{
    [Theory]
    [InlineData("12:34", "Z")]
    [InlineData("2026-03-01T09:15", "+08:0")]
    [InlineData("", "9")]
    [InlineData("x", " \u00a0x")]
    public async Task A_value_of_two_million_letters_is_refused_at_once(string head, string repeated)
    {
        using var vendor = await FeedCaller.OfVendorAsync(portal);
        var value = head + string.Concat(Enumerable.Repeat(repeated, 2_000_000 / repeated.Length)) + "!";
        foreach (var field in new[] { "started_at", "wait_s", "outcome", "agent", "id" })
        {
            var watch = Stopwatch.StartNew();
            var reply = await vendor.SendAsync("calls", Lines.Json(Lines.Call("L1", (field, value))));
            Assert.InRange(watch.Elapsed, TimeSpan.Zero, TimeSpan.FromSeconds(4));
            Assert.InRange(reply.Status, 200, 499);
            Assert.InRange(reply.Body.Length, 1, 10_000);
            Assert.DoesNotContain("\"added\":1", reply.Body.Replace(" ", "", StringComparison.Ordinal), StringComparison.Ordinal);
        }
    }
}
