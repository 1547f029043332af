using Microsoft.EntityFrameworkCore;
using VendorGov.Data;
using VendorGov.Domain;
using VendorGov.Domain.Cases;
using VendorGov.Domain.Issues;
using VendorGov.Domain.Tenancy;
using VendorGov.Web.Shared;
using VendorGov.Web.Shared.Cases;

namespace VendorGov.Web.Features.Callbacks;

public enum CallbackView
{
    Due,
    Overdue,
    Reached,
    Low,
    NotReached,
    Cancelled,
}

/// <summary>Reads the callback plan; the walls cut it to what the caller may see.</summary>
public static class CallbackList
{
    public static readonly string[] Heads =
        ["topic", "reason", "customer", "phone", "waybill", "due", "state", "attempts", "satisfaction", "result", "done", "doneBy", "onTime", "outlet", "vendor", "planned", "plannedBy"];

    /// <summary>Dates are days on which callbacks are due.</summary>
    public static IQueryable<Callback> Find(AppDb db, CaseFilter filter, CallbackView? view, Guid? issue, TimeZoneInfo zone, DateTimeOffset now)
    {
        var rows = OfView(filter.OfParties(db.Callbacks.AsNoTracking()), view, now);
        rows = issue is { } id ? rows.Where(c => c.IssueId == IssueId.From(id)) : rows;
        rows = filter.Begin(zone) is { } from ? rows.Where(c => c.DueAt >= from) : rows;
        rows = filter.End(zone) is { } end ? rows.Where(c => c.DueAt < end) : rows;
        return filter.Words is not { } words ? rows : rows.Where(c => c.Topic.ToLower().Contains(words)
            || (c.Waybill != null && c.Waybill.ToLower().Contains(words)) || (c.Result != null && c.Result.ToLower().Contains(words)));
    }

    public static IQueryable<Callback> OfView(IQueryable<Callback> rows, CallbackView? view, DateTimeOffset now) => view switch
    {
        CallbackView.Due => rows.Where(c => c.State == CallbackState.Due),
        CallbackView.Overdue => rows.Where(c => c.State == CallbackState.Due && c.DueAt < now),
        CallbackView.Reached => rows.Where(c => c.State == CallbackState.Reached),
        CallbackView.Low => rows.Where(c => c.Satisfaction <= Callback.LowUpTo),
        CallbackView.NotReached => rows.Where(c => c.State == CallbackState.NotReached),
        CallbackView.Cancelled => rows.Where(c => c.State == CallbackState.Cancelled),
        _ => rows,
    };

    public static IQueryable<Callback> Sorted(IQueryable<Callback> rows) => rows
        .OrderBy(c => c.State == CallbackState.Due ? 0 : 1).ThenBy(c => c.State == CallbackState.Due ? c.DueAt : DateTimeOffset.MaxValue)
        .ThenByDescending(c => c.DueAt).ThenBy(c => c.Id);

    /// <summary>How far ahead of its time a customer may be called.</summary>
    private static readonly TimeSpan Ahead = TimeSpan.FromHours(1);

    /// <summary>The next one that is due and that nobody else was handed out; null: nothing is.</summary>
    public static Task<Callback?> NextAsync(AppDb db, UserId caller, Guid? vendor, Guid? outlet, DateTimeOffset now, CancellationToken cancel)
    {
        var rows = new CaseFilter { Vendor = vendor, Outlet = outlet }.OfParties(db.Callbacks.Where(c => c.State == CallbackState.Due));
        var until = now + Ahead;
        return rows.Where(c => c.DueAt <= until).Where(c => c.ClaimedUntil == null || c.ClaimedUntil < now || c.ClaimedById == caller)
            .OrderBy(c => c.DueAt).ThenBy(c => c.Id).FirstOrDefaultAsync(cancel);
    }

    /// <summary>Done with no attempt late / due; what is cancelled counts nowhere, what is overdue counts as late.</summary>
    public static async Task<List<RateCount>> CountAsync(AppDb db, IReadOnlyList<YearMonth> months, DateTimeOffset now, CancellationToken cancel)
    {
        var counted = await db.Callbacks.AsNoTracking()
            .Where(c => months.Contains(c.DueMonth) && c.State != CallbackState.Cancelled && (c.State != CallbackState.Due || c.DueAt < now))
            .GroupBy(c => new { c.VendorId, c.OutletId, c.DueMonth })
            .Select(g => new { g.Key, Done = g.Count(c => c.State != CallbackState.Due && !c.WasLate), Due = g.Count() }).ToListAsync(cancel);
        return [.. counted.Select(c => new RateCount(c.Key.VendorId, c.Key.OutletId, c.Key.DueMonth, c.Done, c.Due))];
    }

    public static IReadOnlyList<object?> Cells(Callback c, CaseParties parties, Text text)
    {
        DateTime? Wall(DateTimeOffset? at) => at is { } x ? TimeZoneInfo.ConvertTime(x, text.Zone).DateTime : null;
        return
        [
            c.Topic, text.Of(c.Reason), PersonalData.MaskName(c.CustomerName), PersonalData.MaskPhone(c.CustomerPhone), c.Waybill, Wall(c.DueAt),
            text.Of(c.State), c.Attempts.Count, c.Satisfaction, c.Result, Wall(c.DoneAt), c.DoneByName,
            c.State is CallbackState.Reached or CallbackState.NotReached ? text[c.WasLate ? "shared.no" : "shared.yes"] : null,
            parties.Of(c.OutletId), parties.Of(c.VendorId), Wall(c.PlannedAt), c.PlannedByName ?? text["callbacks.system"],
        ];
    }
}
