using Microsoft.EntityFrameworkCore;
using VendorGov.Data;
using VendorGov.Documents.Reading;
using VendorGov.Domain;
using VendorGov.Domain.Contracts;
using VendorGov.Domain.Scorecards;
using VendorGov.Domain.Tenancy;
using VendorGov.Web.Hosting;
using VendorGov.Web.Hosting.Accounts;
using VendorGov.Web.Shared.Sheets;
using Text = VendorGov.Web.Shared.Text;

namespace VendorGov.Web.Features.Network;

/// <summary>
/// Takes a whole network from one workbook into the tracked context, without saving: a preview throws the context away, applying
/// saves it in one transaction. So the preview is what happens, and nothing is half accepted.
/// </summary>
public sealed partial class NetworkImport(AppDb db, CurrentUser user, TimeProvider clock, AccountLinks links, AccountMail mail, Text text)
{
    private readonly List<NetworkChange> changes = [];
    private readonly List<SheetProblem> problems = [];
    private readonly List<NetworkLink> made = [];
    private Dictionary<string, Region> regions = [];
    private Dictionary<string, Outlet> outlets = [];
    private Dictionary<string, Vendor> vendors = [];

    public async Task<NetworkOutcome> RunAsync(TabularFile file, CancellationToken cancel)
    {
        if (!file.Sheets.Any(s => NetworkSheets.All.Any(e => SheetReader.Same(s.Name, e.Zh) || SheetReader.Same(s.Name, e.En))))
        {
            throw new TabularRefusedException("network.noSheet");
        }

        regions = await db.Regions.ToDictionaryAsync(r => r.Code, StringComparer.OrdinalIgnoreCase, cancel);
        outlets = await db.Outlets.ToDictionaryAsync(o => o.Code, StringComparer.OrdinalIgnoreCase, cancel);
        vendors = await db.Vendors.ToDictionaryAsync(v => v.Code, StringComparer.OrdinalIgnoreCase, cancel);
        Each(file, "regions", "code", Region);
        Each(file, "outlets", "code", Outlet);
        Each(file, "vendors", "code", Vendor);
        await ContractsAsync(file, cancel);
        await UsersAsync(file, cancel);
        if (changes.Count == 0 && problems.Count == 0)
        {
            problems.Add(new SheetProblem("", 0, "", "", text["network.problem.nothing"]));
        }

        return new NetworkOutcome(changes, problems, mail.Mails ? [] : made);
    }

    /// <summary>Saves what <see cref="RunAsync"/> did, with a mail for each new link.</summary>
    public async Task ApplyAsync(CancellationToken cancel)
    {
        var tenant = await db.Tenants.Where(t => t.Id == user.TenantId).Select(t => new { t.Name, t.Language }).FirstAsync(cancel);
        foreach (var link in made)
        {
            mail.Invitation(user.TenantId, tenant.Name, tenant.Language, link.Email, link.Name, link.Url);
        }

        await db.SaveChangesAsync(cancel);
    }

    private void Each(TabularFile file, string sheet, string key, Func<SheetRow, (string Name, NetworkChangeKind Kind)?> take)
    {
        var seen = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        var expected = NetworkSheets.All.First(s => s.Key == sheet);
        var found = file.Sheets.FirstOrDefault(s => SheetReader.Same(s.Name, expected.Zh) || SheetReader.Same(s.Name, expected.En));
        foreach (var row in SheetReader.Rows(found, expected.Columns, problems, text))
        {
            var before = problems.Count;
            var code = row.Demand(key, sheet == "users" ? 256 : sheet == "contracts" ? 60 : 40);
            if (code.Length > 0 && !seen.Add(code))
            {
                row.Problem(key, "sheets.problem.twice");
            }

            if (problems.Count == before && take(row) is { } done && problems.Count == before)
            {
                changes.Add(new NetworkChange(expected.Name(text), row.Number, code, done.Name, done.Kind));
            }
        }
    }

    private (string, NetworkChangeKind)? Region(SheetRow row)
    {
        var (code, name) = (row.Of("code"), row.Demand("name", 120));
        if (!regions.TryGetValue(code, out var region))
        {
            regions[code] = region = new Region(user.TenantId, code, name);
            db.Regions.Add(region);
            return (name, NetworkChangeKind.New);
        }

        return Changed(name, region, () => region.Rename(name));
    }

    private (string, NetworkChangeKind)? Outlet(SheetRow row)
    {
        var (code, name, lead, active) = (row.Of("code"), row.Demand("name", 120), row.Optional("lead", 120), row.Flag("active"));
        var region = row.Of("region").Length == 0 ? null : regions.GetValueOrDefault(row.Of("region"));
        if (region is null && row.Of("region").Length > 0)
        {
            row.Problem("region", "network.problem.noRegion");
        }

        if (!outlets.TryGetValue(code, out var outlet))
        {
            outlets[code] = outlet = new Outlet(user.TenantId, code, name, region?.Id, lead);
            outlet.Change(name, region?.Id, lead, active);
            db.Outlets.Add(outlet);
            return (name, NetworkChangeKind.New);
        }

        return Changed(name, outlet, () => outlet.Change(name, region?.Id, lead, active));
    }

    private (string, NetworkChangeKind)? Vendor(SheetRow row)
    {
        var (code, name, contact, email) = (row.Of("code"), row.Demand("name", 120), row.Optional("contact", 120), row.Optional("email", 256));
        var active = row.Flag("active");
        if (!vendors.TryGetValue(code, out var vendor))
        {
            vendors[code] = vendor = new Vendor(user.TenantId, code, name);
            vendor.Change(name, contact, email, active);
            db.Vendors.Add(vendor);
            return (name, NetworkChangeKind.New);
        }

        return Changed(name, vendor, () => vendor.Change(name, contact, email, active));
    }

    private (string, NetworkChangeKind)? Changed(string name, object entity, Action change)
    {
        change();
        db.ChangeTracker.DetectChanges();
        return (name, db.Entry(entity).State == EntityState.Unchanged ? NetworkChangeKind.Unchanged : NetworkChangeKind.Changed);
    }
}
