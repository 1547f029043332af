using VendorGov.Data;
using VendorGov.Domain.Contracts;
using VendorGov.Domain.Scorecards;
using VendorGov.Domain.Tenancy;
using VendorGov.IntegrationTests.Hosting;
using VendorGov.Web.Features.Scorecards;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace VendorGov.IntegrationTests.Feed;

public sealed class FeedFiguresTests(Portal portal) : IClassFixture<Portal>
{
    private Network Own => portal.Networks.Own;

    [Fact]
    public async Task A_month_of_the_feed_scores_before_the_report_and_the_report_stands_beside_it()
    {
        using var vendor = await FeedCaller.OfVendorAsync(portal);
        var calls = Enumerable.Range(0, 100).Select(i => i switch
        {
            < 80 => At($"F{i}", 2, ("wait_s", 20), ("waybill", $"YT{i}")),
            < 90 => At($"F{i}", 2, ("wait_s", 21), ("waybill", $"YT{i}")),
            < 95 => At($"F{i}", 3, ("outcome", "abandoned"), ("wait_s", 5), ("talk_s", null), ("acw_s", null)),
            _ => At($"F{i}", 3, ("outcome", "abandoned"), ("wait_s", 6), ("talk_s", null), ("acw_s", null)),
        });
        // Two of them came back about the same thing, one of these after more than 72 hours.
        var again = new[] { At("again-1", 4, ("waybill", "YT1"), ("wait_s", 25)), At("again-2", 9, ("waybill", "YT2"), ("wait_s", 25)) };
        Assert.Equal(102, (await vendor.SendAsync("calls", Lines.Json([.. calls, .. again])))["added"]);

        var days = await DaysAsync(2);
        decimal Sum(string field) => days.Sum(d => d.Figures.GetValueOrDefault(field));
        Assert.Equal((102, 5, 10, 92, 80), (Sum("offered"), Sum("short_abandon"), Sum("abandoned"), Sum("answered"), Sum("answered_20s")));
        Assert.Equal((92, 1), (Sum("handled"), Sum("repeat_72h")));
        Assert.DoesNotContain("csat_sent", days.SelectMany(d => d.Figures.Keys));

        var card = await ScoreAsync();
        var sl20 = card.Metrics.Single(m => m.Code == "SL20");
        Assert.Equal((Provenance.Feed, 80m, 97m), (sl20.Source, sl20.Numerator, sl20.Denominator));
        var fcr = card.Metrics.Single(m => m.Code == "FCR");
        Assert.Equal((Provenance.Feed, 91m, 92m), (fcr.Source, fcr.Numerator, fcr.Denominator));
        Assert.NotEqual(Provenance.Feed, card.Metrics.Single(m => m.Code == "CSAT").Source);
        Assert.NotEmpty(card.RowsOf(sl20));
    }

    [Fact]
    public async Task Where_an_outlet_sends_too_its_rows_stand_and_nothing_counts_twice()
    {
        using var vendor = await FeedCaller.OfVendorAsync(portal, 1);
        using var outlet = await FeedCaller.OfAsync(portal, Own.Tenant, new PartyKey(Outlet: Own.Outlets[2].Id));
        var rows = new[] { Lines.Call("B1", ("outlet", "north-3")), Lines.Call("B2", ("outlet", "north-3")), Lines.Call("B3", ("outlet", "north-4")) };
        await vendor.SendAsync("calls", Lines.Json(rows));
        await outlet.SendAsync("calls", Lines.Json(rows));
        var days = await portal.InTenantAsync(Own.Tenant, db => FeedDays.ReadAsync(
            db, [Own.Contracts[1].Id], new DateOnly(2026, 3, 1), new DateOnly(2026, 3, 31), CancellationToken.None));
        Assert.Equal(3, days.Sum(d => d.Figures["offered"]));
    }

    [Fact]
    public async Task A_feed_that_seldom_names_the_waybill_cannot_tell_repeats()
    {
        using var vendor = await FeedCaller.OfVendorAsync(portal, 1);
        await vendor.SendAsync("calls", Lines.Json([.. Enumerable.Range(0, 5).Select(i => Lines.Call(
            $"T{i}", ("outlet", "north-4"), ("started_at", "2026-02-10T10:00:00+08:00"), ("waybill", i < 2 ? "YT9" : null)))]));
        var days = await portal.InTenantAsync(Own.Tenant, db => FeedDays.ReadAsync(
            db, [Own.Contracts[1].Id], new DateOnly(2026, 2, 10), new DateOnly(2026, 2, 10), CancellationToken.None));
        Assert.Equal((5, false), (days.Single().Figures["handled"], days.Single().Figures.ContainsKey("repeat_72h")));
    }

    [Fact]
    public async Task Conversations_of_robots_and_outside_the_hours_stay_out_of_the_reply_times()
    {
        using var vendor = await FeedCaller.OfVendorAsync(portal);
        Dictionary<string, object?> Chat(string id, string at, string by, int? reply) => new()
        {
            ["id"] = id, ["outlet"] = "north-2", ["channel"] = "chat", ["started_at"] = at, ["handled_by"] = by, ["first_reply_s"] = reply,
            ["rounds"] = 3, ["rounds_3m"] = 2,
        };
        await vendor.SendAsync("contacts", Lines.Json(
            Chat("D1", "2026-01-06T10:00:00+08:00", "agent", 30), Chat("D2", "2026-01-06T10:00:00+08:00", "agent", 31),
            Chat("D3", "2026-01-06T10:00:00+08:00", "bot", 1), Chat("D4", "2026-01-06T03:00:00+08:00", "agent", 500),
            Chat("D5", "2026-01-06T11:00:00+08:00", "agent", null)));
        var day = (await DaysAsync(1)).Single(d => d.Channel == Channel.Chat);
        Assert.Equal((3, 1, 61), (day.Figures["sessions"], day.Figures["first_reply_30s"], day.Figures["first_reply_s"]));
        Assert.Equal((3, 12, 8), (day.Figures["handled"], day.Figures["rounds"], day.Figures["rounds_3m"]));
    }

    private static Dictionary<string, object?> At(string id, int day, params (string Field, object? Value)[] changes) =>
        Lines.Call(id, [("started_at", $"2026-02-{day:00}T10:00:00+08:00"), .. changes]);

    private Task<List<FeedDay>> DaysAsync(int month) => portal.InTenantAsync(Own.Tenant, db => FeedDays.ReadAsync(
        db, [Own.Contracts[0].Id], new DateOnly(2026, month, 1), new DateOnly(2026, month, 28), CancellationToken.None));

    private Task<ScorecardContent> ScoreAsync() => portal.InTenantAsync(Own.Tenant, async (db, services) =>
    {
        var contract = Own.Contracts[0].Id;
        await services.GetRequiredService<ScorecardRun>().RunAsync(new(2026, 2), new RunOptions(contract), CancellationToken.None);
        return await db.Scorecards.AsNoTracking().Where(s => s.ContractId == contract && s.Month == new VendorGov.Domain.YearMonth(2026, 2)).Select(s => s.Content).SingleAsync();
    });
}
