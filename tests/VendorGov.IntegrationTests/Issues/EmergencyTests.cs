using System.Globalization;
using Microsoft.EntityFrameworkCore;
using VendorGov.Domain.Issues;
using VendorGov.Domain.Obligations;
using VendorGov.Domain.Tenancy;
using VendorGov.IntegrationTests.Feed;
using VendorGov.IntegrationTests.Hosting;
using Xunit;

namespace VendorGov.IntegrationTests.Issues;

public sealed class EmergencyTests(Portal portal) : IClassFixture<Portal>
{
    [Theory]
    [InlineData(20, ClockState.Met)]
    [InlineData(40, ClockState.Missed)]
    public async Task A_vendor_reports_within_thirty_minutes_of_learning(int minutesAgo, ClockState expected)
    {
        using var vendor = await portal.VendorAsync();
        var issue = await ReportAsync(vendor, minutesAgo);

        var stored = await StoredAsync(issue);
        Assert.Equal(Severity.S1, stored.Severity);
        Assert.Equal(expected, stored.Obligations.Single(o => o.Kind == ObligationKind.EmergencyReport).State);
        Assert.Equal(ClockState.Met, stored.Obligations.Single(o => o.Kind == ObligationKind.Acknowledge).State);
    }

    [Fact]
    public async Task Reported_by_the_outlet_no_report_is_owed_and_the_clocks_of_the_severity_run()
    {
        using var outlet = await portal.OutletAsync();
        var stored = await StoredAsync(await ReportAsync(outlet, 5));

        Assert.DoesNotContain(stored.Obligations, o => o.Kind == ObligationKind.EmergencyReport);
        Assert.Equal(ClockState.Running, stored.Obligations.Single(o => o.Kind == ObligationKind.Acknowledge).State);
    }

    [Theory]
    [InlineData(10, ClockState.Met)]
    [InlineData(90, ClockState.Missed)]
    public async Task Reported_by_the_outlet_the_vendors_report_was_owed_since_its_first_contact_on_record(int minutesAgo, ClockState expected)
    {
        var waybill = $"YT55443322{minutesAgo}";
        var contacts = new[] { minutesAgo, minutesAgo - 5 };
        using var system = await FeedCaller.OfVendorAsync(portal);
        var sent = await system.SendAsync("calls", Lines.Json([.. contacts.Select(m => Lines.Call(
            $"{waybill}-{m}", ("waybill", waybill), ("started_at", portal.Clock.Now.AddMinutes(-m).ToString("O", CultureInfo.InvariantCulture))))]));
        Assert.Equal((200, 2), (sent.Status, sent["added"]));
        using var outlet = await portal.OutletAsync();

        var stored = await StoredAsync(await ReportAsync(outlet, 1, waybill: waybill));

        var owed = stored.Obligations.Single(o => o.Kind == ObligationKind.EmergencyReport);
        Assert.Equal((expected, minutesAgo), (owed.State, (int)Math.Round((portal.Clock.Now - owed.StartedAt).TotalMinutes)));
    }

    [Fact]
    public async Task The_whole_chain_is_told_and_reading_gives_the_receipt()
    {
        using var vendor = await portal.VendorAsync();
        var issue = await ReportAsync(vendor, 1);
        var told = await FollowersAsync(issue);
        Assert.Equal(["hq", "lead-V1", "manager-north-1", "regional-R1", "vendor-V1"], told.Select(f => f.Name).Order(StringComparer.Ordinal));
        Assert.Equal(["vendor-V1"], told.Where(f => f.FirstReadAt is not null).Select(f => f.Name));

        using var lead = await portal.OutletAsync();
        Assert.Contains("Read it to confirm", (await lead.GetAsync("/")).Text, StringComparison.Ordinal);
        await lead.SubmitAsync(await lead.GetAsync(issue.Path), "#seen");
        Assert.Contains((await FollowersAsync(issue)), f => f is { Name: "manager-north-1", FirstReadAt: not null });
    }

    [Fact]
    public async Task An_appeal_to_the_regulator_needs_its_number()
    {
        using var outlet = await portal.OutletAsync();
        var refused = await ReportAsync(outlet, 1, "RegulatorAppeal");
        Assert.Equal("/Issues/Emergency", refused.Path);
        Assert.Contains("regulator's number", refused.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_button_is_on_every_page_of_outlets_and_vendors()
    {
        foreach (var visitor in new[] { await portal.OutletAsync(), await portal.VendorAsync() })
        {
            using (visitor)
            {
                foreach (var path in new[] { "/", "/Issues", "/Reports", "/Scorecards", "/Account/Profile" })
                {
                    Assert.NotNull((await visitor.GetAsync(path)).Document.QuerySelector(".topbar a[href='/Issues/Emergency']"));
                }
            }
        }
    }

    [Fact]
    public async Task A_drill_is_recorded_for_its_contract()
    {
        using var vendor = await portal.VendorAsync();
        var page = await vendor.GetAsync("/Issues/Drills");
        var after = await vendor.SubmitAsync(
            page, "form.card", ("HeldOn", "2026-03-01"), ("Scenario", "模拟丢失手机"), ("Participants", "班长、店长"), ("Minutes", "34"));
        Assert.Contains("模拟丢失手机", after.Text, StringComparison.Ordinal);
        Assert.Contains("34", after.Text, StringComparison.Ordinal);
    }

    private async Task<Screen> ReportAsync(Visitor visitor, int minutesAgo, string kind = "LostOrDamaged", string waybill = "YT9988776655")
    {
        var page = await visitor.GetAsync("/Issues/Emergency");
        var place = page.Document.QuerySelectorAll("[name='Input.Place'] option").Select(o => o.GetAttribute("value")!).First(v => v.Length > 0);
        var learned = portal.Clock.Now.ToOffset(TimeSpan.FromHours(8)).AddMinutes(-minutesAgo).ToString("yyyy-MM-dd'T'HH:mm", CultureInfo.InvariantCulture);
        return await visitor.SubmitAsync(
            page, "form.emgf", ("Place", place), ("Kind", kind), ("Waybill", waybill), ("Note", "手机一部，价值 4,200 元"), ("LearnedAt", learned));
    }

    private Task<Issue> StoredAsync(Screen screen) => portal.InTenantAsync(portal.Networks.Own.Tenant, db =>
    {
        var id = IssueId.From(Guid.Parse(screen.IdOf()));
        return db.Issues.AsNoTracking().Include(i => i.Obligations).SingleAsync(i => i.Id == id);
    });

    private Task<List<IssueFollower>> FollowersAsync(Screen screen) => portal.InTenantAsync(portal.Networks.Own.Tenant, db =>
    {
        var id = IssueId.From(Guid.Parse(screen.IdOf()));
        return db.IssueFollowers.AsNoTracking().Where(f => f.IssueId == id && f.ToldAt != null).ToListAsync();
    });
}
