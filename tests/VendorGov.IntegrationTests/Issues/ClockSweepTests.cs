using Microsoft.EntityFrameworkCore;
using VendorGov.Data;
using VendorGov.Data.Saving;
using VendorGov.Domain.Calendars;
using VendorGov.Domain.Contracts;
using VendorGov.Domain.Issues;
using VendorGov.Domain.Obligations;
using VendorGov.Domain.Scorecards;
using VendorGov.Domain.Tenancy;
using VendorGov.IntegrationTests.Hosting;
using VendorGov.Web.Features.Issues;
using Xunit;

namespace VendorGov.IntegrationTests.Issues;

public sealed class ClockSweepTests : IAsyncLifetime
{
    private static readonly TenantId Tenant = TenantId.New();

    // Monday 2026-03-02, 10:00 in Shanghai: one working day ends on Tuesday at 18:00.
    private static readonly DateTimeOffset Filed = new(2026, 3, 2, 2, 0, 0, TimeSpan.Zero);
    private static readonly DateTimeOffset TuesdayEvening = new(2026, 3, 3, 12, 0, 0, TimeSpan.Zero);
    private static readonly DateTimeOffset WednesdayMorning = new(2026, 3, 4, 0, 1, 0, TimeSpan.Zero);

    private readonly TestDatabase _database = TestDatabase.OfTheRun();
    private readonly WriteGate _gate = new();
    private readonly FakeClock _clock = new();

    [Fact(Timeout = 120_000)]
    public async Task A_clock_that_reached_its_target_at_closing_time_keeps_no_sweep_busy_and_is_late_in_the_morning()
    {
        await SweepAsync(TuesdayEvening);
        Assert.Equal((ClockState.Running, 1), await StandingAsync());

        await SweepAsync(WednesdayMorning);
        Assert.Equal((ClockState.Breached, 2), await StandingAsync());
    }

    [Fact(Timeout = 120_000)]
    public async Task A_missed_clock_climbs_once_however_often_the_sweep_runs()
    {
        await SweepAsync(WednesdayMorning);
        await SweepAsync(WednesdayMorning);
        await SweepAsync(WednesdayMorning.AddMinutes(1));

        Assert.Equal((ClockState.Breached, 2), await StandingAsync());
        await using var db = Open();
        var climbed = Assert.Single(await db.IssueEvents.Where(e => e.Kind == IssueEventKind.Escalated).ToListAsync());
        Assert.Equal((null, nameof(ObligationKind.Acknowledge)), (climbed.ByName, climbed.Detail));
    }

    [Fact(Timeout = 120_000)]
    public async Task What_lists_sort_by_follows_the_clocks_by_the_same_rule_in_memory_and_in_the_database()
    {
        Assert.Equal(IssueRank.Running, (await RankedAsync()).Rank);
        await SweepAsync(WednesdayMorning);
        var late = await RankedAsync();
        Assert.Equal((IssueRank.Late, true), (late.Rank, late.NearestDueAt < WednesdayMorning));
        await using (var db = Open())
        {
            await db.Issues.ExecuteUpdateAsync(set => set.SetProperty(i => i.Rank, IssueRank.Unknown).SetProperty(i => i.NearestDueAt, (DateTimeOffset?)null));
        }

        await SweepAsync(WednesdayMorning);
        var caughtUp = await RankedAsync();
        Assert.Equal((late.Rank, late.NearestDueAt), (caughtUp.Rank, caughtUp.NearestDueAt));
    }

    public async Task InitializeAsync()
    {
        await _database.PrepareAsync();
        await using var db = Open();
        await db.Database.EnsureCreatedAsync();
        Seed(db);
        await db.SaveChangesAsync();
    }

    public async Task DisposeAsync()
    {
        _gate.Dispose();
        await _database.DisposeAsync();
    }

    private async Task SweepAsync(DateTimeOffset now)
    {
        await using var db = Open();
        await new ClockSweep(db, new ClockFacesLoader(db, new CalendarCache())).RunAsync(now);
    }

    /// <summary>As stored, which must be what the issue with its clocks says of itself.</summary>
    private async Task<Issue> RankedAsync()
    {
        await using var db = Open();
        var issue = await db.Issues.AsNoTracking().Include(i => i.Obligations).SingleAsync();
        var stored = (issue.Rank, issue.NearestDueAt, issue.AwaitsAnswer);
        issue.Stand();
        Assert.Equal((issue.Rank, issue.NearestDueAt, issue.AwaitsAnswer), stored);
        return issue;
    }

    /// <summary>The acknowledgement's stored state and the issue's level.</summary>
    private async Task<(ClockState State, int Level)> StandingAsync()
    {
        await using var db = Open();
        var issue = await db.Issues.AsNoTracking().Include(i => i.Obligations).SingleAsync();
        return (issue.Obligations.Single(o => o.Kind == ObligationKind.Acknowledge).State, issue.EscalationLevel);
    }

    private AppDb Open()
    {
        var scope = new TenantScope();
        scope.EnterTenant(Tenant, actorName: "test");
        return new AppDb(_database.Options(), scope, _gate, _clock);
    }

    private static void Seed(AppDb db)
    {
        var weekdays = DefaultCalendars.WeekdaysOnly("Asia/Shanghai", "08:00", "18:00");
        var vendor = new Vendor(Tenant, "AY", "安语客服");
        var outlet = new Outlet(Tenant, "N1", "东湖", null);
        var calendar = new CalendarVersion(Tenant, "工作日", 1, weekdays, Filed);
        var contract = new Contract(Tenant, vendor.Id, "HT-1", "客服外包", new DateOnly(2026, 1, 1), "Asia/Shanghai");
        contract.Cover([outlet.Id]);
        var terms = new TermsVersion(
            contract, 1, contract.StartsOn, DefaultTerms.Create() with { UsePlaybookClocks = false }, calendar.Id, calendar.Id, Filed);
        var compiled = BusinessCalendar.Compile(weekdays);
        var report = new IssueReport(
            "WT-2603-0001", ProblemType.SlowOrPoorService, Severity.S4, "承诺回电未回", "三天内来电三次。", []);
        db.AddRange(
            new Tenant(Tenant, "luc", "鹭程速递", "Asia/Shanghai", "zh-CN", Filed), vendor, outlet, calendar, contract, terms,
            Issue.Open(report, contract, outlet.Id, terms, new ClockFaces(compiled, compiled, []), new Author(null, "周敏", Side.Buyer), Filed));
    }
}
