using Microsoft.EntityFrameworkCore;
using VendorGov.Data;
using VendorGov.Domain.Auditing;
using VendorGov.Domain.Contracts;
using VendorGov.Domain.Issues;
using VendorGov.Domain.Scorecards;
using VendorGov.Domain.Tenancy;
using VendorGov.Web.Shared;

namespace VendorGov.Web.Features.Audit;

/// <summary>What an entry's object is called and where it is shown.</summary>
public sealed record ObjectName(string Name, string? Link);

/// <summary>Names of the objects of one page of entries: one query for each kind that is on it.</summary>
public sealed class AuditNames(AppDb db, Text text)
{
    public async Task<IReadOnlyDictionary<string, ObjectName>> OfAsync(IReadOnlyCollection<AuditEntry> entries, CancellationToken cancel)
    {
        var names = new Dictionary<string, ObjectName>();
        foreach (var kind in entries.GroupBy(e => e.Subject))
        {
            var keys = kind.Select(e => Guid.TryParse(e.SubjectId, out var id) ? id : default).Where(id => id != default).ToHashSet();
            foreach (var (id, name) in keys.Count == 0 ? [] : await NamedAsync(kind.Key, keys, cancel))
            {
                names[Key(kind.Key, id)] = name;
            }
        }

        return names;
    }

    public static string Key(string subject, Guid id) => $"{subject}/{id:D}";

    private async Task<IEnumerable<(Guid, ObjectName)>> NamedAsync(string subject, HashSet<Guid> keys, CancellationToken cancel)
    {
        switch (subject)
        {
            case nameof(Issue):
                var issues = keys.Select(IssueId.From).ToList();
                return (await db.Issues.Where(i => issues.Contains(i.Id)).Select(i => new { i.Id, i.Number }).ToListAsync(cancel))
                    .Select(i => (i.Id.Value, new ObjectName(i.Number, $"/Issues/Details/{i.Id.Value}")));
            case nameof(Contract):
                var contracts = keys.Select(ContractId.From).ToList();
                return (await db.Contracts.Where(c => contracts.Contains(c.Id)).Select(c => new { c.Id, c.Number }).ToListAsync(cancel))
                    .Select(c => (c.Id.Value, new ObjectName(c.Number, $"/Contracts/Details/{c.Id.Value}")));
            case nameof(Vendor):
                var vendors = keys.Select(VendorId.From).ToList();
                return (await db.Vendors.Where(v => vendors.Contains(v.Id)).Select(v => new { v.Id, v.Name }).ToListAsync(cancel))
                    .Select(v => (v.Id.Value, new ObjectName(v.Name, null)));
            case nameof(Outlet):
                var outlets = keys.Select(OutletId.From).ToList();
                return (await db.Outlets.Where(o => outlets.Contains(o.Id)).Select(o => new { o.Id, o.Name }).ToListAsync(cancel))
                    .Select(o => (o.Id.Value, new ObjectName(o.Name, null)));
            case nameof(Membership):
                return (await db.Memberships.Where(m => keys.Contains(m.Id)).Select(m => new { m.Id, m.DisplayName }).ToListAsync(cancel))
                    .Select(m => (m.Id, new ObjectName(m.DisplayName, null)));
            case nameof(Scorecard):
                var cards = keys.Select(ScorecardId.From).ToList();
                return (await db.Scorecards.Where(s => cards.Contains(s.Id)).Select(s => new { s.Id, s.Month }).ToListAsync(cancel))
                    .Select(s => (s.Id.Value, new ObjectName(text.Month(s.Month), $"/Scorecards/Details/{s.Id.Value}")));
            default:
                return [];
        }
    }
}
