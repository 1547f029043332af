using Microsoft.Extensions.DependencyInjection;
using VendorGov.Data;
using VendorGov.Domain.Auditing;
using VendorGov.Domain.Calendars;
using VendorGov.Domain.Contracts;
using VendorGov.Domain.Scorecards;
using VendorGov.Domain.Tenancy;
using VendorGov.Web.Hosting;

namespace VendorGov.IntegrationTests.Hosting;

/// <summary>Founds a <see cref="Network"/> through the domain, in one tenant's scope.</summary>
internal sealed class NetworkFounder(AppDb db, IServiceProvider services, TenantId tenant, string code, DateTimeOffset now)
{
    private readonly List<Person> _people = [];

    public static async Task<Network> FoundAsync(Portal portal, string code, string name)
    {
        var tenant = TenantId.New();
        return await portal.InTenantAsync(tenant, async (db, services) =>
        {
            db.Tenants.Add(new Tenant(tenant, code, name, "Asia/Shanghai", "zh-CN", portal.Clock.Now));
            var network = new NetworkFounder(db, services, tenant, code, portal.Clock.Now).Found();
            await db.SaveChangesAsync();
            await NetworkHistory.KeepRecordingAsync(services.GetRequiredService<FileStore>());
            return network;
        });
    }

    private Network Found()
    {
        Region[] regions = [new(tenant, "R1", "东区"), new(tenant, "R2", "西区")];
        Outlet[] outlets = [.. Enumerable.Range(1, 4).Select(i => new Outlet(tenant, $"{code}-{i}", $"{code}网点{i}", regions[(i - 1) / 2].Id))];
        Vendor[] vendors = [new(tenant, "V1", $"{code}供应商一"), new(tenant, "V2", $"{code}供应商二")];
        db.AddRange([.. regions, .. outlets, .. vendors]);
        var calendars = AddCalendars();
        var history = new NetworkHistory(db, tenant, code, now);
        history.KeepProfile();
        Contract[] contracts =
            [Sign(vendors[0], "C-1", outlets[..2], calendars, history), Sign(vendors[1], "C-2", outlets[2..], calendars, history)];
        history.Keep();
        db.Add(OutboxMessage.Mail(tenant, $"hq@{code}.example", "月报提醒", "二月月报待提交。", now));
        AddPeople(regions, outlets, vendors);
        return new Network(tenant, code, regions, outlets, vendors, contracts, _people);
    }

    private CalendarVersion[] AddCalendars()
    {
        CalendarVersion[] calendars =
        [
            new(tenant, "客服热线", 1, DefaultCalendars.ChinaHotline, now),
            new(tenant, "办公", 1, DefaultCalendars.ChinaOffice, now),
        ];
        db.AddRange(calendars.AsEnumerable<object>());
        return calendars;
    }

    private Contract Sign(Vendor vendor, string number, Outlet[] outlets, CalendarVersion[] calendars, NetworkHistory history)
    {
        var contract = new Contract(tenant, vendor.Id, number, $"{code} {number}", new DateOnly(2025, 1, 1), "Asia/Shanghai");
        contract.Change(contract.Title, contract.StartsOn, null, 50_000m, "CNY", [Channel.Voice, Channel.Chat]);
        contract.Cover([.. outlets.Select(o => o.Id)]);
        var terms = new TermsVersion(contract, 1, contract.StartsOn, DefaultTerms.Create(), calendars[0].Id, calendars[1].Id, now);
        db.AddRange(contract, terms);
        db.Add(new ExemptWindow(contract, now.AddDays(-20), now.AddDays(-19), "暴雪停运", "总部", now));
        history.Tell(contract, terms, outlets[0], vendor);
        return contract;
    }

    private void AddPeople(Region[] regions, Outlet[] outlets, Vendor[] vendors)
    {
        Join("hq", Role.Headquarters, new PartyKey());
        Join("auditor", Role.Auditor, new PartyKey());
        foreach (var region in regions)
        {
            Join($"regional-{region.Code}", Role.RegionalManager, new PartyKey(Region: region.Id));
        }

        foreach (var outlet in outlets)
        {
            Join($"manager-{outlet.Code}", Role.OutletManager, new PartyKey(Outlet: outlet.Id));
            Join($"reviewer-{outlet.Code}", Role.OutletReviewer, new PartyKey(Outlet: outlet.Id));
        }

        foreach (var vendor in vendors)
        {
            Join($"vendor-{vendor.Code}", Role.VendorManager, new PartyKey(Vendor: vendor.Id));
            Join($"lead-{vendor.Code}", Role.VendorAgentLead, new PartyKey(Vendor: vendor.Id));
            db.Add(Invitation.Create(
                tenant, $"new-{vendor.Code}@{code}.example", "新同事", Role.VendorAgentLead, new PartyKey(Vendor: vendor.Id), "hq", now).Invitation);
        }
    }

    private void Join(string name, Role role, PartyKey party)
    {
        var email = $"{name}@{code}.example".ToLowerInvariant();
        var user = Networks.Account(services, email, name, now);
        db.Add(user);
        db.Add(new Membership(tenant, UserId.From(user.Id), name, email, role, party, now));
        _people.Add(new Person(email, UserId.From(user.Id), role, tenant, party));
    }
}
