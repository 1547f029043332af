using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using VendorGov.Data;
using VendorGov.Data.Identity;
using VendorGov.Domain;
using VendorGov.Domain.Contracts;
using VendorGov.Domain.Feed;
using VendorGov.Domain.Inspections;
using VendorGov.Domain.Issues;
using VendorGov.Domain.Reports;
using VendorGov.Domain.Scorecards;
using VendorGov.Domain.Staffing;
using VendorGov.Domain.Tenancy;
using VendorGov.Web.Features.Chasing;
using VendorGov.Web.Features.Feed;
using VendorGov.Web.Features.Inspections;
using VendorGov.Web.Features.Notifications;
using VendorGov.Web.Features.Reports;
using VendorGov.Web.Features.Scorecards;
using VendorGov.Web.Hosting;
using VendorGov.Web.Shared.Months;

namespace VendorGov.Web.Commands.Demo;

/// <summary>
/// Fills an empty database with the demo network: half a year of issues and reports, made by the domain and by the services
/// that the pages use, on a clock that is set; published scorecards and one month of drafts.
/// </summary>
internal sealed partial class DemoSeeder(IServiceProvider services, DemoClock clock, DateTimeOffset now)
{
    private readonly TimeZoneInfo _zone = TimeZoneInfo.FindSystemTimeZoneById(DemoPlan.TimeZone);
    private readonly YearMonth[] _months = DemoPlan.History(now);
    private readonly Dictionary<string, int> _numbers = [];
    private TenantId _tenant;

    public async Task FillAsync()
    {
        clock.Set(new DateTimeOffset(_months[0].FirstDay.AddDays(-20).ToDateTime(new TimeOnly(9, 0)), _zone.BaseUtcOffset));
        var vendors = await CreateNetworkAsync();
        foreach (var vendor in vendors)
        {
            await InScopeAsync(null, provider => FileIssuesAsync(provider, vendor));
        }

        foreach (var vendor in vendors.Where(v => DemoPlan.Rostered.Contains(v.Plan.Code)))
        {
            await InScopeAsync(null, provider => RosterAsync(provider, vendor));
        }

        foreach (var vendor in vendors)
        {
            await InScopeAsync(null, provider => InspectAsync(provider, vendor));
        }

        for (var i = 0; i < _months.Length; i++)
        {
            var (month, index) = (_months[i], i);
            foreach (var plan in DemoPlan.Vendors)
            {
                await DeliverAsync(plan, vendors.Single(v => v.Plan == plan), month, DemoPlan.QualityIn(plan, index));
            }

            if (i == _months.Length - 1)
            {
                await DeliverWeeksAsync(vendors.Single(v => v.Plan.Code == DemoPlan.WeeklyVendor));
                await FeedAsync(vendors.Single(v => v.Plan.Code == DemoPlan.FeedingVendor));
                await InScopeAsync(null, provider => provider.GetRequiredService<ReconciliationRun>().RunAllAsync(CancellationToken.None));
            }

            await InScopeAsync(null, provider => ScoreAsync(provider, index));
        }

        await InScopeAsync(null, provider => Cards(provider).SettleAsync());

        await InScopeAsync(null, provider =>
            new DemoAgreements(provider.GetRequiredService<AppDb>(), now).AddAsync([.. vendors.OrderByDescending(v => v.Plan.Code == "AY").Select(v => v.Contract.Id)]));
        await InScopeAsync(null, provider => provider.GetRequiredService<DocumentDesk>().StartAllAsync(CancellationToken.None));
        await InScopeAsync(null, provider => provider.GetRequiredService<ReportObligations>().StartAllAsync(CancellationToken.None));
        clock.Set(now);
        await InScopeAsync(null, provider => new DemoNews(
            provider.GetRequiredService<AppDb>(), provider.GetRequiredService<ChaseDesk>(), provider.GetRequiredService<NewsDesk>(), now)
            .TellAsync(CancellationToken.None));
    }

    private async Task<List<Seeded>> CreateNetworkAsync()
    {
        var tenant = new Tenant(
            TenantId.New(), DemoPlan.TenantCode, DemoPlan.TenantName, DemoPlan.TimeZone, "zh-CN", clock.GetUtcNow());
        _tenant = tenant.Id;
        List<Seeded> seeded = [];
        await InScopeAsync(null, async provider =>
        {
            var db = provider.GetRequiredService<AppDb>();
            db.Installations.Add(new Installation { CreatedAt = now, IsDemo = true });
            db.Tenants.Add(tenant);
            await db.SaveChangesAsync();
            var network = new DemoNetwork(db, provider.GetRequiredService<UserManager<AppUser>>(), clock.GetUtcNow());
            await network.CreateAsync(_tenant, _months[0]);
            seeded = [.. network.Contracts.Select(c => new Seeded(c.Key, c.Value.Contract, c.Value.Terms))];
        });
        return seeded;
    }

    private async Task FileIssuesAsync(IServiceProvider provider, Seeded vendor)
    {
        var db = provider.GetRequiredService<AppDb>();
        var faces = await provider.GetRequiredService<ClockFacesLoader>().OfAsync(vendor.Contract.Id, vendor.Terms.Id);
        var evidence = await DemoEvidence.KeepAsync(provider.GetRequiredService<FileStore>());
        var history = new DemoIssues(vendor.Plan, vendor.Contract, vendor.Terms, faces, now, evidence);
        using var audit = db.BulkAudit();
        foreach (var (month, index) in _months.Append(_months[^1].AddMonths(1)).Select((m, i) => (m, i)))
        {
            db.Issues.AddRange(history.Of(month, index, Number));
        }

        db.Issues.AddRange(history.Recent(Number));
        db.AddRange(history.Around);
        db.AddRange(DemoDuties.Of([.. db.Issues.Local.OrderBy(i => i.FiledAt)], vendor.Plan.Code, faces, now));
        db.AddBatchEntry("demo", "Issue", vendor.Plan.Contract, new { vendor.Plan.Name });
        await db.SaveChangesAsync();
    }

    /// <summary>Two vendors keep their rosters in the portal; the third one reports hours with its monthly figures only.</summary>
    private async Task RosterAsync(IServiceProvider provider, Seeded vendor)
    {
        var db = provider.GetRequiredService<AppDb>();
        var faces = await provider.GetRequiredService<ClockFacesLoader>().OfAsync(vendor.Contract.Id, vendor.Terms.Id);
        var contract = await db.Contracts.Include(c => c.Outlets).SingleAsync(c => c.Id == vendor.Contract.Id);
        using var audit = db.BulkAudit();
        var code = vendor.Plan.Outlets.Contains("W0301") ? "W0301" : vendor.Plan.Outlets[0];
        var outlet = await db.Outlets.Where(o => o.Code == code).Select(o => o.Id).SingleAsync();
        var lesson = await db.Issues.Where(i => i.ContractId == contract.Id && i.State == IssueState.InProgress)
            .OrderByDescending(i => i.OutletId == outlet).ThenByDescending(i => i.FiledAt).FirstOrDefaultAsync();
        new DemoStaff(db, vendor.Plan, contract, faces, lesson, outlet, now).Fill();
        db.AddBatchEntry("demo", "AgentDay", vendor.Plan.Contract, new { vendor.Plan.Name });
        await db.SaveChangesAsync();
    }

    /// <summary>Inspections and corrective actions of half a year.</summary>
    private async Task InspectAsync(IServiceProvider provider, Seeded vendor)
    {
        var db = provider.GetRequiredService<AppDb>();
        var faces = await provider.GetRequiredService<ClockFacesLoader>().OfAsync(vendor.Contract.Id, vendor.Terms.Id);
        var contract = await db.Contracts.Include(c => c.Outlets).SingleAsync(c => c.Id == vendor.Contract.Id);
        var sound = (await DemoEvidence.KeepAsync(provider.GetRequiredService<FileStore>(), InspectionDesk.Area))[0];
        var form = await provider.GetRequiredService<InspectionDesk>().CurrentFormAsync(CancellationToken.None);
        var outlets = await db.Outlets.ToDictionaryAsync(o => o.Code, o => o.Id);
        var people = await db.Memberships.AsNoTracking().Where(m => m.VendorId == null || m.VendorId == vendor.Contract.VendorId).OrderBy(m => m.Email).ToListAsync();
        var team = await db.Agents.AsNoTracking().Where(a => a.ContractId == vendor.Contract.Id).OrderBy(a => a.Number).ToListAsync();
        using var audit = db.BulkAudit();
        var inspections = new DemoInspections(db, vendor.Plan, contract, outlets, form, faces, sound, people, team, now);
        inspections.Fill(_months);
        new DemoImprovement(db, vendor.Plan, contract, faces, now, inspections.Failed, () => ++_actions).Fill(_months);
        db.AddBatchEntry("demo", "Evaluation", vendor.Plan.Contract, new { vendor.Plan.Name });
        await db.SaveChangesAsync();
    }

    private int _actions;

    private string Number(DateTimeOffset at)
    {
        var month = TimeZoneInfo.ConvertTime(at, _zone).ToString("yyMM", System.Globalization.CultureInfo.InvariantCulture);
        _numbers[month] = _numbers.GetValueOrDefault(month) + 1;
        return $"WT-{month}-{_numbers[month]:0000}";
    }

    private async Task ScoreAsync(IServiceProvider provider, int index)
    {
        var month = _months[index];
        clock.Set(now);
        await provider.GetRequiredService<ScorecardRun>().RunAsync(month, new RunOptions(), CancellationToken.None);
        if (index == _months.Length - 1)
        {
            await Cards(provider).ReviewAsync(month);
            return;
        }

        var at = new DateTimeOffset(month.LastDay.AddDays(14).ToDateTime(new TimeOnly(9, 30)), _zone.BaseUtcOffset);
        await Cards(provider).PublishAsync(month, at < now ? at : now, appealed: index == _months.Length - 2);
    }

    private DemoScorecards Cards(IServiceProvider provider) => new(
        provider.GetRequiredService<AppDb>(), provider.GetRequiredService<ScorecardRun>(), provider.GetRequiredService<SealChain>(),
        provider.GetRequiredService<OfficeDays>(), clock, now);

    private async Task InScopeAsync(VendorId? vendor, Func<IServiceProvider, Task> work)
    {
        await using var scope = services.CreateAsyncScope();
        var tenancy = scope.ServiceProvider.GetRequiredService<TenantScope>();
        if (vendor is { } id)
        {
            tenancy.EnterVendor(_tenant, id, null, "陈屿");
        }
        else
        {
            tenancy.EnterTenant(_tenant, actorName: "何青");
        }

        await work(scope.ServiceProvider);
    }

    private sealed record Seeded(DemoPlan.VendorPlan Plan, Contract Contract, TermsVersion Terms);
}
