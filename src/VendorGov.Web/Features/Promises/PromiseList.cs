using Microsoft.EntityFrameworkCore;
using VendorGov.Data;
using VendorGov.Domain.Cases;
using VendorGov.Domain.Issues;
using VendorGov.Domain.Tenancy;
using VendorGov.Web.Shared;
using VendorGov.Web.Shared.Cases;

namespace VendorGov.Web.Features.Promises;

public enum PromiseView
{
    Open,
    Overdue,
    Kept,
    Broken,
    Withdrawn,
}

/// <summary>A promise with the issue it belongs to.</summary>
public sealed class PromiseRow
{
    public required Promise Promise { get; init; }

    public required string Number { get; init; }

    public required string Title { get; init; }
}

/// <summary>Reads the register; the walls cut it to what the caller may see.</summary>
public static class PromiseList
{
    public static readonly string[] Heads = ["number", "what", "by", "due", "state", "settled", "settledBy", "proof", "inTime", "outlet", "vendor", "recorded", "recordedBy"];

    /// <summary>Dates are days on which promises are due.</summary>
    public static IQueryable<Promise> Find(AppDb db, CaseFilter filter, PromiseView? view, Guid? issue, TimeZoneInfo zone, DateTimeOffset now)
    {
        var rows = OfView(filter.OfParties(db.Promises.AsNoTracking()), view, now);
        rows = issue is { } id ? rows.Where(p => p.IssueId == IssueId.From(id)) : rows;
        rows = filter.Begin(zone) is { } from ? rows.Where(p => p.DueAt >= from) : rows;
        rows = filter.End(zone) is { } end ? rows.Where(p => p.DueAt < end) : rows;
        return filter.Words is not { } words ? rows : rows.Where(p => p.What.ToLower().Contains(words) || p.PromisedByName.ToLower().Contains(words)
            || db.Issues.Any(i => i.Id == p.IssueId && i.Number.ToLower().Contains(words)));
    }

    public static IQueryable<Promise> OfView(IQueryable<Promise> rows, PromiseView? view, DateTimeOffset now) => view switch
    {
        PromiseView.Open => rows.Where(p => p.State == PromiseState.Open),
        PromiseView.Overdue => rows.Where(p => p.State == PromiseState.Open && p.DueAt < now),
        PromiseView.Kept => rows.Where(p => p.State == PromiseState.Kept),
        PromiseView.Broken => rows.Where(p => p.State == PromiseState.Broken),
        PromiseView.Withdrawn => rows.Where(p => p.State == PromiseState.Withdrawn),
        _ => rows,
    };

    /// <summary>Open ones first, by due time; then the rest, newest first.</summary>
    public static IQueryable<Promise> Sorted(IQueryable<Promise> rows) => rows
        .OrderBy(p => p.State == PromiseState.Open ? 0 : 1).ThenBy(p => p.State == PromiseState.Open ? p.DueAt : DateTimeOffset.MaxValue)
        .ThenByDescending(p => p.DueAt).ThenBy(p => p.Id);

    public static Task<List<PromiseRow>> ReadAsync(AppDb db, IQueryable<Promise> rows, CancellationToken cancel) => rows.Select(p => new PromiseRow
    {
        Promise = p,
        Number = db.Issues.Where(i => i.Id == p.IssueId).Select(i => i.Number).First(),
        Title = db.Issues.Where(i => i.Id == p.IssueId).Select(i => i.Title).First(),
    }).ToListAsync(cancel);

    /// <summary>Kept in time / due, of what is decided or overdue; withdrawn promises count nowhere.</summary>
    public static async Task<List<RateCount>> CountAsync(AppDb db, IReadOnlyList<Domain.YearMonth> months, DateTimeOffset now, CancellationToken cancel)
    {
        var counted = await db.Promises.AsNoTracking()
            .Where(p => months.Contains(p.DueMonth) && p.State != PromiseState.Withdrawn && (p.State != PromiseState.Open || p.DueAt < now))
            .GroupBy(p => new { p.VendorId, p.OutletId, p.DueMonth })
            .Select(g => new { g.Key, Done = g.Count(p => p.InTime), Due = g.Count() }).ToListAsync(cancel);
        return [.. counted.Select(c => new RateCount(c.Key.VendorId, c.Key.OutletId, c.Key.DueMonth, c.Done, c.Due))];
    }

    public static IReadOnlyList<object?> Cells(PromiseRow row, CaseParties parties, Text text, DateTimeOffset now)
    {
        var p = row.Promise;
        DateTime? Wall(DateTimeOffset? at) => at is { } x ? TimeZoneInfo.ConvertTime(x, text.Zone).DateTime : null;
        return
        [
            row.Number, p.What, p.PromisedByName, Wall(p.DueAt), p.IsOverdue(now) ? text["cases.overdue"] : text.Of(p.State), Wall(p.SettledAt), p.SettledByName,
            p.Proof, p.State == PromiseState.Kept ? text[p.InTime ? "shared.yes" : "shared.no"] : null, parties.Of(p.OutletId), parties.Of(p.VendorId),
            Wall(p.RecordedAt), p.RecordedByName,
        ];
    }
}
