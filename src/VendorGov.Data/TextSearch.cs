using Microsoft.EntityFrameworkCore;
using VendorGov.Data.Engines;
using VendorGov.Domain.Issues;
using VendorGov.Domain.Search;
using VendorGov.Domain.Tenancy;

namespace VendorGov.Data;

/// <summary>
/// The search over number, title, description, thread, waybill and parties. Words apart by a space must all be there, in whatever place of
/// the issue. The walls hold as everywhere; an internal note is found by its own side alone.
/// </summary>
public sealed class TextSearch(AppDb db, IDatabaseEngine engine)
{
    private const int MostTerms = 6;
    private const int LongestTerm = 60;

    public static IReadOnlyList<string> Terms(string? words) =>
        [.. (words ?? "").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Select(t => t.Length > LongestTerm ? t[..LongestTerm] : t).Distinct(StringComparer.OrdinalIgnoreCase).Take(MostTerms)];

    /// <summary>All of them where there are no words.</summary>
    public IQueryable<Issue> In(IQueryable<Issue> issues, Side side, string? words) =>
        Terms(words).Aggregate(issues, (found, term) => Holding(found, side, term));

    /// <summary>The places where a term stands.</summary>
    public IQueryable<SearchEntry> Entries(Side side, string term) =>
        engine.Search.Holding(db, term).Where(e => e.OnlySide == null || e.OnlySide == side);

    /// <summary>
    /// Issues with a waybill that holds these characters; by <see cref="WaybillPart"/>, so that an index answers. Numbers begin alike and end apart: the
    /// last piece names the few that are asked for the others.
    /// </summary>
    public static IQueryable<IssueId> OfWaybill(AppDb db, string words)
    {
        var pieces = WaybillPart.Asked(words);
        var last = pieces.LastOrDefault();
        var others = pieces.SkipLast(1).ToList();
        var count = others.Count;
        var found = db.WaybillParts.Where(p => p.Part == last);
        return (count == 0 ? found : found.Where(p => db.WaybillParts.Count(o => o.IssueId == p.IssueId && others.Contains(o.Part)) == count)).Select(p => p.IssueId);
    }

    /// <summary>
    /// A union of four short lists, each by its index, and not four questions to every issue. A name is asked among the few parties first.
    /// </summary>
    private IQueryable<Issue> Holding(IQueryable<Issue> issues, Side side, string term)
    {
        var lower = term.ToLowerInvariant();
        var outlets = db.Outlets.Where(o => o.Name.ToLower().Contains(lower)).Select(o => o.Id);
        var vendors = db.Vendors.Where(v => v.Name.ToLower().Contains(lower)).Select(v => v.Id);
        var found = Entries(side, term).Select(e => e.IssueId).Concat(OfWaybill(db, term))
            .Concat(db.Issues.Where(i => outlets.Contains(i.OutletId)).Select(i => i.Id))
            .Concat(db.Issues.Where(i => vendors.Contains(i.VendorId)).Select(i => i.Id));
        return issues.Where(i => found.Contains(i.Id));
    }
}
