using Microsoft.EntityFrameworkCore;
using VendorGov.Data;
using VendorGov.Domain.Cases;
using VendorGov.Domain.Issues;
using VendorGov.Domain.Tenancy;
using VendorGov.Web.Shared;
using VendorGov.Web.Shared.Cases;

namespace VendorGov.Web.Features.Referrals;

public enum ReferralView
{
    Open,
    Overdue,
    Answered,
    Withdrawn,
}

/// <summary>A referral with the issue it belongs to.</summary>
public sealed class ReferralRow
{
    public required Referral Referral { get; init; }

    public required string Number { get; init; }

    public required string Title { get; init; }
}

public static class ReferralList
{
    public static readonly string[] Heads =
        ["number", "department", "person", "finding", "referred", "referredBy", "due", "state", "level", "answered", "answeredBy", "answer", "outlet", "vendor"];

    /// <summary>Dates are days on which answers are due.</summary>
    public static IQueryable<Referral> Find(
        AppDb db, CaseFilter filter, ReferralView? view, Department? department, Guid? issue, TimeZoneInfo zone, DateTimeOffset now)
    {
        var rows = OfView(filter.OfParties(db.Referrals.AsNoTracking()), view, now);
        rows = department is { } one ? rows.Where(r => r.Department == one) : rows;
        rows = issue is { } id ? rows.Where(r => r.IssueId == IssueId.From(id)) : rows;
        rows = filter.Begin(zone) is { } begin ? rows.Where(r => r.DueAt >= begin) : rows;
        rows = filter.End(zone) is { } end ? rows.Where(r => r.DueAt < end) : rows;
        return filter.Words is not { } words ? rows : rows.Where(r => r.Finding.ToLower().Contains(words)
            || (r.Person != null && r.Person.ToLower().Contains(words)) || db.Issues.Any(i => i.Id == r.IssueId && i.Number.ToLower().Contains(words)));
    }

    public static IQueryable<Referral> OfView(IQueryable<Referral> rows, ReferralView? view, DateTimeOffset now) => view switch
    {
        ReferralView.Open => rows.Where(r => r.State == ReferralState.Open),
        ReferralView.Overdue => rows.Where(r => r.State == ReferralState.Open && r.DueAt < now),
        ReferralView.Answered => rows.Where(r => r.State == ReferralState.Answered),
        ReferralView.Withdrawn => rows.Where(r => r.State == ReferralState.Withdrawn),
        _ => rows,
    };

    public static IQueryable<Referral> Sorted(IQueryable<Referral> rows) => rows
        .OrderBy(r => r.State == ReferralState.Open ? 0 : 1).ThenBy(r => r.State == ReferralState.Open ? r.DueAt : DateTimeOffset.MaxValue)
        .ThenByDescending(r => r.DueAt).ThenBy(r => r.Id);

    public static Task<List<ReferralRow>> ReadAsync(AppDb db, IQueryable<Referral> rows, CancellationToken cancel) => rows.Select(r => new ReferralRow
    {
        Referral = r,
        Number = db.Issues.Where(i => i.Id == r.IssueId).Select(i => i.Number).First(),
        Title = db.Issues.Where(i => i.Id == r.IssueId).Select(i => i.Title).First(),
    }).ToListAsync(cancel);

    public static IReadOnlyList<object?> Cells(ReferralRow row, CaseParties parties, Text text, DateTimeOffset now)
    {
        var r = row.Referral;
        DateTime? Wall(DateTimeOffset? at) => at is { } x ? TimeZoneInfo.ConvertTime(x, text.Zone).DateTime : null;
        return
        [
            row.Number, text.Of(r.Department), r.Person, r.Finding, Wall(r.ReferredAt), r.ReferredByName, Wall(r.DueAt),
            r.IsOverdue(now) ? text["cases.overdue"] : text.Of(r.State), $"L{r.Level}", Wall(r.AnsweredAt), r.AnsweredBy, r.Answer,
            parties.Of(r.OutletId), parties.Of(r.VendorId),
        ];
    }
}
