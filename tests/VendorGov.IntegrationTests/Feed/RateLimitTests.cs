using System.Net;
using Microsoft.AspNetCore.Hosting;
using VendorGov.IntegrationTests.Hosting;
using Xunit;

namespace VendorGov.IntegrationTests.Feed;

public sealed class RateLimitTests(RateLimitTests.Strict portal) : IClassFixture<RateLimitTests.Strict>
{
    /// <summary>Three requests a minute.</summary>
    public sealed class Strict : Portal
    {
        protected override void ConfigureWebHost(IWebHostBuilder builder)
        {
            base.ConfigureWebHost(builder);
            builder.UseSetting("Api:RequestsPerMinute", "3");
        }
    }

    [Fact]
    public async Task Who_asks_too_often_is_told_how_long_to_wait_and_nobody_else_waits()
    {
        using var eager = await FeedCaller.OfVendorAsync(portal);
        using var patient = await FeedCaller.OfVendorAsync(portal, 1);
        for (var i = 0; i < 3; i++)
        {
            Assert.Equal(200, (await eager.GetAsync("/api/v1/calls")).Status);
        }

        var refused = await eager.GetAsync("/api/v1/calls");
        Assert.Equal((429, "too-many"), (refused.Status, refused.Code));
        Assert.InRange(int.Parse(refused.Answer.Headers.GetValues("Retry-After").Single(), System.Globalization.CultureInfo.InvariantCulture), 1, 60);
        Assert.Equal(200, (await patient.GetAsync("/api/v1/calls")).Status);
        using var stranger = FeedCaller.With(portal, "guess");
        var statuses = new List<int>();
        for (var i = 0; i < 5; i++)
        {
            statuses.Add((await stranger.GetAsync("/api/v1/calls")).Status);
        }

        Assert.Equal([401, 401, 401, 429, 429], statuses);
        Assert.Equal(HttpStatusCode.OK, (await patient.Http.GetAsync("/Account/SignIn")).StatusCode);
    }
}
