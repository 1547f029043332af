using Microsoft.EntityFrameworkCore;
using VendorGov.Domain;
using VendorGov.Domain.Contracts;
using VendorGov.Domain.Scorecards;
using VendorGov.Domain.Tenancy;
using VendorGov.Documents.Reading;
using VendorGov.Web.Shared;
using VendorGov.Web.Shared.Sheets;

namespace VendorGov.Web.Features.Network;

/// <summary>The sheets that join parties: contracts and members.</summary>
public sealed partial class NetworkImport
{
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
        SheetRow row, Dictionary<string, Contract> known, (CalendarVersionId Service, CalendarVersionId Office) calendars, DateTimeOffset now)
    {
        var (title, starts, ends, charge) = (row.Demand("title", 200), row.Date("starts"), row.Date("ends"), row.Amount("charge"));
        row.Demand("starts", 40);
        row.Demand("charge", 40);
        var vendor = vendors.GetValueOrDefault(row.Of("vendor"));
        var (covered, channels) = (Covered(row), Channels(row));
        if (vendor is null)
        {
            row.Problem("vendor", "network.problem.noVendor");
        }

        if (vendor is null || starts is not { } from || charge is not { } monthly || covered is null || channels is null)
        {
            return null;
        }

        var contract = known.GetValueOrDefault(row.Of("number"));
        var currency = row.Of("currency").Length == 3 ? row.Of("currency").ToUpperInvariant() : contract?.Currency ?? "CNY";
        if (contract is not null)
        {
            // Agreed between the sides: a file that one of them uploads cannot change it.
            var agreed = vendor.Id != contract.VendorId ? "vendor" : monthly != contract.MonthlyCharge ? "charge"
                : currency != contract.Currency ? "currency" : channels.SequenceEqual(contract.Channels.Order()) ? null : "channels";
            if (agreed is not null)
            {
                row.Problem(agreed, "network.problem.agreed");
                return null;
            }

            var before = contract.Outlets.Select(o => o.OutletId).ToHashSet();
            var (_, kind) = Changed(title, contract, () => contract.Change(title, from, ends, monthly, currency, channels))!.Value;
            contract.Cover(covered);
            return (title, before.SetEquals(covered) ? kind : NetworkChangeKind.Changed);
        }

        contract = new Contract(user.TenantId, vendor.Id, row.Of("number"), title, from, user.Zone.Id);
        contract.Change(title, from, ends, monthly, currency, channels);
        contract.Cover(covered);
        db.Contracts.Add(contract);
        db.TermsVersions.Add(new TermsVersion(contract, 1, from, DefaultTerms.Create(), calendars.Service, calendars.Office, now));
        return (title, NetworkChangeKind.New);
    }

    private List<OutletId>? Covered(SheetRow row)
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

    private List<Channel>? Channels(SheetRow row)
    {
        var found = row.List("channels").Select(c => SheetRow.Named<Channel>(c)).ToList();
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

    private (string, NetworkChangeKind)? User(SheetRow row, HashSet<string> known)
    {
        var (email, name) = (row.Of("email"), row.Demand("name", 120));
        if (known.Contains(email))
        {
            return (name, NetworkChangeKind.Unchanged);
        }

        var isAddress = email.Length <= 256 && OneAddressAttribute.IsOne(email);
        if (!isAddress || SheetRow.Named<Role>(row.Of("role")) is not { } role || role == Role.PlatformAdministrator)
        {
            row.Problem(isAddress ? "role" : "email", isAddress ? "network.problem.role" : "network.problem.email");
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

    private PartyKey? Party(SheetRow row, Role role)
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
}
