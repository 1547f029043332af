using Microsoft.EntityFrameworkCore;
using VendorGov.Data;
using VendorGov.Data.Saving;
using VendorGov.Domain;
using VendorGov.Domain.Calendars;
using VendorGov.Domain.Contracts;
using VendorGov.Domain.Obligations;
using VendorGov.Domain.Scorecards;
using VendorGov.Domain.Tenancy;
using VendorGov.IntegrationTests.Hosting;
using VendorGov.Web.Features.Scorecards;
using VendorGov.Web.Shared;
using VendorGov.Web.Shared.Months;
using Xunit;

namespace VendorGov.IntegrationTests.Scorecards;

public sealed class ScorecardRunTests : IAsyncLifetime
{
    private static readonly YearMonth March = new(2026, 3);
    private static readonly TenantId Tenant = TenantId.New();

    private readonly TestDatabase _database = TestDatabase.OfTheRun();
    private readonly WriteGate _gate = new();
    private readonly FakeClock _clock = new();

    [Fact]
    public async Task A_run_drafts_one_scorecard_per_contract_from_its_obligations()
    {
        var outcome = await RunAsync(March);

        var card = await CardAsync();
        Assert.Equal(new RunOutcome(1, 0), outcome);
        Assert.Equal(ScorecardState.Draft, card.State);
        // 38 of 40 acknowledged on time are 95 %, which is the target; one acknowledgement more was waived.
        var iak = card.Content.Metrics.Single(m => m.Code == "IAK");
        Assert.Equal((38m, 40m, 95m, 100m), (iak.Numerator, iak.Denominator, iak.Value, iak.Score));
        Assert.Equal(40, card.FactCount);
        Assert.Single(card.Content.Obligations, o => o.Excluded == ExclusionReason.Waived);
        Assert.Equal(("N1", 100m), card.Content.OutletScores!.Select(o => (o.OutletCode, o.Score)).Single());
    }

    [Fact]
    public async Task A_second_run_replaces_the_draft_and_a_published_one_is_never_touched()
    {
        await RunAsync(March);
        var first = await CardAsync();
        await RunAsync(March);
        Assert.Equal(first.Id, (await CardAsync()).Id);

        await using (var db = Open())
        {
            (await db.Scorecards.SingleAsync()).Publish("何青", _clock.Now);
            await db.SaveChangesAsync();
        }

        Assert.Equal(new RunOutcome(0, 1), await RunAsync(March));
        Assert.Equal(ScorecardState.Published, (await CardAsync()).State);
    }

    [Fact]
    public async Task The_nightly_run_waits_for_the_drafting_day()
    {
        // The 7th working day of April 2026 is Friday the 10th, as Monday the 6th is a holiday.
        _clock.Set(new DateTimeOffset(2026, 4, 9, 1, 0, 0, TimeSpan.Zero));
        Assert.Equal(new RunOutcome(0, 0), await RunAsync(March, new RunOptions(DueOnly: true)));

        _clock.Set(new DateTimeOffset(2026, 4, 10, 1, 0, 0, TimeSpan.Zero));
        Assert.Equal(new RunOutcome(1, 0), await RunAsync(March, new RunOptions(DueOnly: true)));
    }

    [Fact]
    public async Task An_obligation_that_a_published_month_counted_is_not_counted_again()
    {
        await RunAsync(March);
        await using (var db = Open())
        {
            (await db.Scorecards.SingleAsync()).Publish("何青", _clock.Now);
            await db.SaveChangesAsync();
            var moved = await db.Obligations.OrderBy(o => o.Id).FirstAsync(o => o.State == ClockState.Met);
            db.Entry(moved).Property(o => o.DueAt).CurrentValue = new DateTimeOffset(2026, 4, 15, 2, 0, 0, TimeSpan.Zero);
            await db.SaveChangesAsync();
        }

        _clock.Set(new DateTimeOffset(2026, 5, 20, 1, 0, 0, TimeSpan.Zero));
        await RunAsync(new YearMonth(2026, 4));

        await using var after = Open();
        var april = await after.Scorecards.AsNoTracking().SingleAsync(s => s.Month == new YearMonth(2026, 4));
        Assert.Equal(0, april.FactCount);
    }

    [Fact]
    public async Task The_ranking_reads_what_the_run_has_drafted()
    {
        await RunAsync(March);
        await using var db = Open();

        var standing = await new MonthStandings(db).OfAsync(March, publishedOnly: false, null, CancellationToken.None);

        var vendor = Assert.Single(standing.Vendors);
        Assert.Equal(("AY", 1, 100m), (vendor.VendorCode, vendor.Rank, vendor.Score));
        Assert.Empty((await new MonthStandings(db).OfAsync(March, publishedOnly: true, null, CancellationToken.None)).Vendors);
    }

    public async Task InitializeAsync()
    {
        _clock.Set(new DateTimeOffset(2026, 4, 20, 2, 0, 0, TimeSpan.Zero));
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

    private async Task<RunOutcome> RunAsync(YearMonth month, RunOptions? options = null)
    {
        await using var db = Open();
        return await new ScorecardRun(db, _clock, new MonthReader(db)).RunAsync(month, options ?? new RunOptions(), CancellationToken.None);
    }

    private async Task<Scorecard> CardAsync()
    {
        await using var db = Open();
        return await db.Scorecards.AsNoTracking().SingleAsync();
    }

    private AppDb Open()
    {
        var scope = new TenantScope();
        scope.EnterTenant(Tenant, actorName: "test");
        return new AppDb(_database.Options(), scope, _gate, _clock);
    }

    // One contract with 38 acknowledgements on time, 2 late and 1 waived, all due in March.
    private void Seed(AppDb db)
    {
        var now = new DateTimeOffset(2026, 3, 1, 0, 0, 0, TimeSpan.Zero);
        var vendor = new Vendor(Tenant, "AY", "安语客服");
        var outlet = new Outlet(Tenant, "N1", "东湖", null);
        var service = new CalendarVersion(Tenant, "热线", 1, DefaultCalendars.ChinaHotline, now);
        var office = new CalendarVersion(Tenant, "工作日", 1, DefaultCalendars.ChinaOffice, now);
        var contract = new Contract(Tenant, vendor.Id, "HT-1", "客服外包", new DateOnly(2026, 1, 1), "Asia/Shanghai");
        contract.Change("客服外包", new DateOnly(2026, 1, 1), null, 92_000m, "CNY", [Channel.Voice]);
        contract.Cover([outlet.Id]);
        var terms = DefaultTerms.Create() with { Metrics = [new("IAK", 95, 90, 100)], MonthlyReport = null };
        db.AddRange(
            new Tenant(Tenant, "luc", "鹭程速递", "Asia/Shanghai", "zh-CN", now), vendor, outlet, service, office, contract,
            new TermsVersion(contract, 1, new DateOnly(2026, 1, 1), terms, service.Id, office.Id, now));
        var faces = new ClockFaces(BusinessCalendar.Compile(service.Definition), BusinessCalendar.Compile(office.Definition), []);
        var owner = new ObligationOwner(Tenant, vendor.Id, contract.Id, outlet.Id);
        for (var i = 0; i < 41; i++)
        {
            db.Add(Acknowledgement(owner, i, faces));
        }
    }

    private static Obligation Acknowledgement(ObligationOwner owner, int i, ClockFaces faces)
    {
        var start = new DateTimeOffset(2026, 3, 3, 1, 0, 0, TimeSpan.Zero).AddHours(i * 12);
        var obligation = Obligation.Start(owner, ObligationKind.Acknowledge, Target.Hours(2), start, faces, start);
        if (i == 40)
        {
            obligation.Waive("网点原因", start.AddHours(1), faces, start.AddHours(1));
        }
        else
        {
            obligation.Stop(start.AddHours(i < 38 ? 1 : 3), faces, start.AddHours(4));
        }

        return obligation;
    }
}
