using System.Net;
using VendorGov.Domain.Tenancy;
using VendorGov.IntegrationTests.Hosting;
using Xunit;

namespace VendorGov.IntegrationTests.Contracts;

/// <summary>A past quarter replayed by other terms. Now is 2026-03-02: the last quarter that is over is the fourth of 2025.</summary>
public sealed class WhatIfPagesTests(Portal portal) : IClassFixture<Portal>
{
    private Network Own => portal.Networks.Own;

    [Fact]
    public async Task A_replay_shows_both_sides_and_changes_nothing_in_the_database()
    {
        using var hq = await portal.SignedInAsync(Own.Headquarters);
        var page = await hq.GetAsync($"/Contracts/Terms/{Own.Contracts[0].Id.Value}");
        var before = DatabaseContent.Hash(await portal.ContentAsync());

        var form = page.Form("main form[method=post]");
        form.SetAttribute("action", page.Path + "?handler=Replay");
        var replayed = await hq.SubmitAsync(page, form, [("Quarter", "2025-10"), ("MonthlyCap", "20"), ("Scoring", "Stepped")], []);

        Assert.Equal(3, replayed.Document.QuerySelectorAll(".whatif tbody tr:not(.grp)").Length);
        Assert.Equal(3, replayed.Document.QuerySelectorAll("#replay details").Length);
        Assert.Contains("Q4 2025", replayed.Text, StringComparison.Ordinal);
        Assert.Equal("20", replayed.Document.QuerySelector("[name='Input.MonthlyCap']")!.GetAttribute("value"));
        Assert.Equal(before, DatabaseContent.Hash(await portal.ContentAsync()));
    }

    [Fact]
    public async Task A_vendor_replays_only_months_that_it_has_seen_published_and_an_outlet_none()
    {
        using var vendor = await portal.SignedInAsync(Own.At(Role.VendorManager, Own.Vendors[0]));
        using var outlet = await portal.SignedInAsync(Own.At(Role.OutletManager, Own.Outlets[0]));
        var details = await vendor.GetAsync($"/Contracts/Details/{Own.Contracts[0].Id.Value}");
        var amendment = details.Links.First(l => l.StartsWith("/Contracts/Amendment/", StringComparison.Ordinal));

        var none = await vendor.GetAsync(amendment + "?quarter=2025-10");

        Assert.Contains("No months of that quarter", none.Text, StringComparison.Ordinal);
        Assert.Null((await outlet.GetAsync(amendment + "?quarter=2025-10")).Document.QuerySelector("#replay"));
        Assert.Equal(HttpStatusCode.OK, (await vendor.GetAsync(amendment + "?quarter=nonsense")).Status);
    }
}
