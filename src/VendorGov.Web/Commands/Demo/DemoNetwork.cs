using Microsoft.AspNetCore.Identity;
using VendorGov.Data;
using VendorGov.Data.Identity;
using VendorGov.Domain;
using VendorGov.Domain.Calendars;
using VendorGov.Domain.Contracts;
using VendorGov.Domain.Scorecards;
using VendorGov.Domain.Tenancy;

namespace VendorGov.Web.Commands.Demo;

/// <summary>Tenant, regions, outlets, vendors, contracts and accounts of the demo.</summary>
internal sealed class DemoNetwork(AppDb db, UserManager<AppUser> users, DateTimeOffset at)
{
    private readonly Dictionary<string, RegionId> _regions = [];
    private readonly Dictionary<string, Outlet> _outlets = [];
    private readonly Dictionary<string, Vendor> _vendors = [];

    public Dictionary<DemoPlan.VendorPlan, (Contract Contract, TermsVersion Terms)> Contracts { get; } = [];

    public IReadOnlyDictionary<string, Outlet> Outlets => _outlets;

    public async Task CreateAsync(TenantId tenant, YearMonth first)
    {
        foreach (var (code, name, outlets) in DemoPlan.Regions)
        {
            AddRegion(tenant, code, name, outlets);
        }

        var hotline = new CalendarVersion(tenant, "客服热线 08:00-22:00", 1, DefaultCalendars.ChinaHotline, at);
        var office = new CalendarVersion(tenant, "办公日历（含法定节假日）", 1, DefaultCalendars.ChinaOffice, at);
        db.CalendarVersions.AddRange(hotline, office);
        foreach (var plan in DemoPlan.Vendors)
        {
            AddVendor(tenant, plan, first, hotline.Id, office.Id);
        }

        await db.SaveChangesAsync();
        foreach (var account in DemoPlan.Accounts)
        {
            await AddAccountAsync(tenant, account);
        }

        await db.SaveChangesAsync();
        await AddAccountAsync(new DemoPlan.AccountPlan("platform@demo.example", "平台管理员", Role.PlatformAdministrator, null));
    }

    private void AddRegion(TenantId tenant, string code, string name, string[] outlets)
    {
        var region = new Region(tenant, code, name);
        db.Regions.Add(region);
        _regions[code] = region.Id;
        for (var i = 0; i < outlets.Length; i++)
        {
            var number = $"W{_regions.Count:00}{i + 1:00}";
            _outlets[number] = new Outlet(tenant, number, outlets[i] + "网点", region.Id);
            db.Outlets.Add(_outlets[number]);
        }
    }

    private void AddVendor(
        TenantId tenant, DemoPlan.VendorPlan plan, YearMonth first, CalendarVersionId hotline, CalendarVersionId office)
    {
        var vendor = _vendors[plan.Code] = new Vendor(tenant, plan.Code, plan.Name);
        db.Vendors.Add(vendor);
        var contract = new Contract(tenant, vendor.Id, plan.Contract, plan.Title, first.FirstDay, DemoPlan.TimeZone);
        contract.Change(plan.Title, first.FirstDay, null, plan.Charge, "CNY", plan.Channels);
        contract.Cover([.. plan.Outlets.Select(o => _outlets[o].Id)]);
        db.Contracts.Add(contract);
        var terms = new TermsVersion(contract, 1, first.FirstDay, DefaultTerms.Create(), hotline, office, at);
        db.TermsVersions.Add(terms);
        if (plan.Code == DemoPlan.WeeklyVendor)
        {
            db.TermsVersions.Add(new TermsVersion(
                contract, 2, first.AddMonths(DemoPlan.Months).FirstDay, terms.Terms with { WeeklyReport = new ReportSchedule() }, hotline, office, at));
        }

        Contracts[plan] = (contract, terms);
    }

    private async Task AddAccountAsync(TenantId tenant, DemoPlan.AccountPlan plan)
    {
        var user = await AddAccountAsync(plan);
        var party = plan.Role switch
        {
            Role.RegionalManager => new PartyKey(Region: _regions[plan.Party!]),
            Role.OutletManager or Role.OutletReviewer => new PartyKey(Outlet: _outlets[plan.Party!].Id),
            Role.VendorManager or Role.VendorAgentLead => new PartyKey(Vendor: _vendors[plan.Party!].Id),
            _ => new PartyKey(),
        };
        db.Memberships.Add(new Membership(tenant, new UserId(user.Id), plan.Name, plan.Email, plan.Role, party, at));
    }

    private async Task<AppUser> AddAccountAsync(DemoPlan.AccountPlan plan)
    {
        var user = new AppUser
        {
            UserName = plan.Email,
            Email = plan.Email,
            EmailConfirmed = true,
            DisplayName = plan.Name,
            CreatedAt = at,
            IsPlatformAdministrator = plan.Role == Role.PlatformAdministrator,
        };
        var result = await users.CreateAsync(user, DemoPlan.Password);
        return result.Succeeded
            ? user
            : throw new InvalidOperationException(string.Join("; ", result.Errors.Select(e => e.Description)));
    }
}
