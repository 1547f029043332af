using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using VendorGov.Data;
using VendorGov.Documents.Reading;
using VendorGov.Domain;
using VendorGov.Domain.Contracts;
using VendorGov.Domain.Scorecards;
using VendorGov.Domain.Tenancy;
using VendorGov.Web.Hosting;
using VendorGov.Web.Hosting.Accounts;
using Text = VendorGov.Web.Shared.Text;

namespace VendorGov.Web.Features.Network;

public enum NetworkChangeKind
{
    New,
    Changed,
    Unchanged,
}

/// <summary>What one row of the file does.</summary>
public sealed record NetworkChange(string Sheet, int Row, string Key, string Name, NetworkChangeKind Kind);

/// <summary>A link that a new member gets; known only in the run that made it.</summary>
public sealed record NetworkLink(string Name, string Email, string Url);

public sealed record NetworkOutcome(IReadOnlyList<NetworkChange> Changes, IReadOnlyList<NetworkProblem> Problems, IReadOnlyList<NetworkLink> Links)
{
    public int Count(NetworkChangeKind kind) => Changes.Count(c => c.Kind == kind);

    /// <summary>Names this very set of changes: what was previewed is what is applied.</summary>
    public string Fingerprint => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', Changes))));
}

/// <summary>
/// Takes a whole network from one workbook into the tracked context, without saving: a preview throws the context away, applying
/// saves it in one transaction. So the preview is what happens, and nothing is half accepted.
/// </summary>
public sealed class NetworkImport(AppDb db, CurrentUser user, TimeProvider clock, AccountLinks links, AccountMail mail, Text text)
{
    private readonly List<NetworkChange> changes = [];
    private readonly List<NetworkProblem> problems = [];
    private readonly List<NetworkLink> made = [];
    private Dictionary<string, Region> regions = [];
    private Dictionary<string, Outlet> outlets = [];
    private Dictionary<string, Vendor> vendors = [];

    public async Task<NetworkOutcome> RunAsync(TabularFile file, CancellationToken cancel)
    {
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
            problems.Add(new NetworkProblem("", 0, "", "", text["network.problem.nothing"]));
        }

        return new NetworkOutcome(changes, problems, made);
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

    private void Each(TabularFile file, string sheet, string key, Func<NetworkRow, (string Name, NetworkChangeKind Kind)?> take)
    {
        var seen = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var row in NetworkReader.Rows(file, NetworkSheets.All.First(s => s.Key == sheet), problems, text))
        {
            var before = problems.Count;
            var code = row.Demand(key, sheet == "users" ? 256 : sheet == "contracts" ? 60 : 40);
            if (code.Length > 0 && !seen.Add(code))
            {
                row.Problem(key, "network.problem.twice");
            }

            if (problems.Count == before && take(row) is { } done && problems.Count == before)
            {
                changes.Add(new NetworkChange(row.Sheet.Name(text), row.Number, code, done.Name, done.Kind));
            }
        }
    }

    private (string, NetworkChangeKind)? Region(NetworkRow row)
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

    private (string, NetworkChangeKind)? Outlet(NetworkRow row)
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

    private (string, NetworkChangeKind)? Vendor(NetworkRow row)
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

    private async Task ContractsAsync(TabularFile file, CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        var known = await db.Contracts.Include(c => c.Outlets).ToDictionaryAsync(c => c.Number, StringComparer.OrdinalIgnoreCase, cancel);
        var (service, office) = await FirstCalendars.OfAsync(db, user.TenantId, now, cancel);
        Each(file, "contracts", "number", row =>
        {
            try
            {
                return Contract(row, known, (service, office), now);
            }
            catch (RuleViolationException violation)
            {
                row.Problem("number", $"rule.{violation.Rule}", [.. violation.Arguments]);
                return null;
            }
        });
    }

    private (string, NetworkChangeKind)? Contract(
        NetworkRow row, Dictionary<string, Contract> known, (CalendarVersionId Service, CalendarVersionId Office) calendars, DateTimeOffset now)
    {
        var (title, starts, ends, charge) = (row.Demand("title", 200), row.Date("starts"), row.Date("ends"), row.Amount("charge"));
        var vendor = vendors.GetValueOrDefault(row.Of("vendor"));
        var (covered, channels) = (Covered(row), Channels(row));
        if (vendor is null)
        {
            row.Problem("vendor", "network.problem.noVendor");
        }

        if (vendor is null || starts is not { } from || covered is null || channels is null)
        {
            if (starts is null && row.Of("starts").Length == 0)
            {
                row.Problem("starts", "network.problem.missing");
            }

            return null;
        }

        var currency = row.Of("currency").Length == 3 ? row.Of("currency").ToUpperInvariant() : "CNY";
        if (known.TryGetValue(row.Of("number"), out var contract))
        {
            if (charge != contract.MonthlyCharge || !channels.SequenceEqual(contract.Channels.Order()))
            {
                // Agreed with the terms: a file that one side uploads cannot change them.
                row.Problem(charge != contract.MonthlyCharge ? "charge" : "channels", "network.problem.agreed");
                return null;
            }

            var before = contract.Outlets.Select(o => o.OutletId).ToHashSet();
            var (_, kind) = Changed(title, contract, () => contract.Change(title, from, ends, charge, currency, channels))!.Value;
            contract.Cover(covered);
            return (title, before.SetEquals(covered) ? kind : NetworkChangeKind.Changed);
        }

        contract = new Contract(user.TenantId, vendor.Id, row.Of("number"), title, from, user.Zone.Id);
        contract.Change(title, from, ends, charge, currency, channels);
        contract.Cover(covered);
        db.Contracts.Add(contract);
        db.TermsVersions.Add(new TermsVersion(contract, 1, from, DefaultTerms.Create(), calendars.Service, calendars.Office, now));
        return (title, NetworkChangeKind.New);
    }

    private List<OutletId>? Covered(NetworkRow row)
    {
        var codes = row.List("outlets");
        if (codes is ["全部"] or ["all"] or ["All"])
        {
            return [.. outlets.Values.Where(o => o.Active).Select(o => o.Id)];
        }

        var unknown = codes.Where(c => !outlets.ContainsKey(c)).ToList();
        if (codes.Length == 0 || unknown.Count > 0)
        {
            row.Problem("outlets", "network.problem.noOutlet", string.Join(" ", unknown.Take(5)));
            return null;
        }

        return [.. codes.Select(c => outlets[c].Id).Distinct()];
    }

    private List<Channel>? Channels(NetworkRow row)
    {
        var found = row.List("channels").Select(c => Named<Channel>(c)).ToList();
        if (found.Count > 0 && found.All(c => c is not null))
        {
            return [.. found.Select(c => c!.Value).Distinct().Order()];
        }

        row.Problem("channels", "network.problem.channel", string.Join(" / ", Enum.GetValues<Channel>().Select(c => text.Of(c))));
        return null;
    }

    private async Task UsersAsync(TabularFile file, CancellationToken cancel)
    {
        var members = await db.Memberships.Select(m => m.Email).ToListAsync(cancel);
        var invited = await db.Invitations.Where(i => i.AcceptedAt == null && i.WithdrawnAt == null).Select(i => i.Email).ToListAsync(cancel);
        var known = members.Concat(invited).ToHashSet(StringComparer.OrdinalIgnoreCase);
        Each(file, "users", "email", row => User(row, known));
    }

    private (string, NetworkChangeKind)? User(NetworkRow row, HashSet<string> known)
    {
        var (email, name) = (row.Of("email"), row.Demand("name", 120));
        if (known.Contains(email))
        {
            return (name, NetworkChangeKind.Unchanged);
        }

        if (!email.Contains('@') || Named<Role>(row.Of("role")) is not { } role || role == Role.PlatformAdministrator)
        {
            row.Problem(email.Contains('@') ? "role" : "email", email.Contains('@') ? "network.problem.role" : "network.problem.email");
            return null;
        }

        if (Party(row, role) is not { } party)
        {
            row.Problem("party", "network.problem.party", text.Of(role));
            return null;
        }

        var (invitation, token) = Invitation.Create(user.TenantId, email, name, role, party, user.Name, clock.GetUtcNow());
        db.Invitations.Add(invitation);
        made.Add(new NetworkLink(name, email, links.Invitation(token)));
        return (name, NetworkChangeKind.New);
    }

    private PartyKey? Party(NetworkRow row, Role role)
    {
        var code = row.Of("party");
        return role switch
        {
            Role.Headquarters or Role.Auditor => new PartyKey(),
            Role.RegionalManager => regions.TryGetValue(code, out var region) ? new PartyKey(Region: region.Id) : null,
            Role.OutletManager or Role.OutletReviewer => outlets.TryGetValue(code, out var outlet) ? new PartyKey(Outlet: outlet.Id) : null,
            _ => vendors.TryGetValue(code, out var vendor) ? new PartyKey(Vendor: vendor.Id) : null,
        };
    }

    /// <summary>An enum value by its name in either language or in code.</summary>
    private T? Named<T>(string name) where T : struct, Enum
    {
        Text[] readers = [Text.For(Text.Chinese, user.Zone), Text.For(Text.English, user.Zone)];
        foreach (var value in Enum.GetValues<T>())
        {
            if (readers.Select(r => r.Of(value)).Append(value.ToString()).Contains(name, StringComparer.OrdinalIgnoreCase))
            {
                return value;
            }
        }

        return null;
    }

    private (string, NetworkChangeKind)? Changed(string name, object entity, Action change)
    {
        change();
        db.ChangeTracker.DetectChanges();
        return (name, db.Entry(entity).State == EntityState.Unchanged ? NetworkChangeKind.Unchanged : NetworkChangeKind.Changed);
    }
}
