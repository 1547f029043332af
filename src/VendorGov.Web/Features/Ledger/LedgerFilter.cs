using System.Linq.Expressions;
using VendorGov.Data;
using VendorGov.Domain.Cases;
using VendorGov.Domain.Issues;
using VendorGov.Domain.Obligations;
using VendorGov.Web.Shared.Cases;

namespace VendorGov.Web.Features.Ledger;

/// <summary>Where a complaint stands with the legal 7 days.</summary>
public enum LegalView
{
    /// <summary>Not told, and the 7 days are over.</summary>
    Overdue,
    /// <summary>Not told, and two days are left or less.</summary>
    DueSoon,
    Untold,
    ToldInTime,
    ToldLate,
}

/// <summary>What the ledger is narrowed to; nulls do not narrow. Dates are days of the filing.</summary>
public sealed class LedgerFilter
{
    private const int LongestWaybill = 60;
    private static readonly TimeSpan Soon = TimeSpan.FromDays(2);

    public LegalView? Legal { get; set; }

    public IssueState? State { get; set; }

    public ComplaintCategory? Category { get; set; }

    public ComplaintChannel? Channel { get; set; }

    /// <summary>The escalation level, 1 to 4.</summary>
    public int? Level { get; set; }

    public CustomerTier? Tier { get; set; }

    public string? Waybill { get; set; }

    public string? Sort { get; set; }

    public bool Narrows => Legal is not null || State is not null || Category is not null || Channel is not null || Level is not null
        || Tier is not null || !string.IsNullOrWhiteSpace(Waybill);

    /// <summary>All complaints of the caller: P2 issues, and others that were entered in the ledger.</summary>
    public static IQueryable<LedgerLine> All(AppDb db) =>
        from i in db.Issues
        join c in db.Complaints on i.Id equals c.IssueId into entered
        from c in entered.DefaultIfEmpty()
        where i.ProblemType == ProblemType.ComplaintMishandled || c != null
        select new LedgerLine { Issue = i, Entry = c };

    /// <param name="side">Whose internal notes the search may look into.</param>
    public IQueryable<LedgerLine> Apply(AppDb db, TextSearch search, Side side, CaseFilter common, TimeZoneInfo zone, DateTimeOffset now)
    {
        var lines = OfLegal(All(db), Legal, now);
        lines = State is { } state ? lines.Where(l => l.Issue.State == state) : lines;
        lines = Category is { } category ? lines.Where(l => l.Entry != null && l.Entry.Category == category) : lines;
        lines = Channel is { } channel ? lines.Where(l => l.Entry != null && l.Entry.Channel == channel) : lines;
        lines = Level is { } level ? lines.Where(l => l.Issue.EscalationLevel == level) : lines;
        lines = Tier is { } tier ? lines.Where(l => l.Issue.CustomerTier == tier) : lines;
        lines = common.Vendor is { } vendor ? lines.Where(l => l.Issue.VendorId == Domain.Tenancy.VendorId.From(vendor)) : lines;
        lines = common.Outlet is { } outlet ? lines.Where(l => l.Issue.OutletId == Domain.Tenancy.OutletId.From(outlet)) : lines;
        lines = common.Begin(zone) is { } from ? lines.Where(l => l.Issue.FiledAt >= from) : lines;
        lines = common.End(zone) is { } end ? lines.Where(l => l.Issue.FiledAt < end) : lines;
        if (!string.IsNullOrWhiteSpace(Waybill))
        {
            var carried = TextSearch.OfWaybill(db, Waybill.Length > LongestWaybill ? Waybill[..LongestWaybill] : Waybill);
            lines = lines.Where(l => carried.Contains(l.Issue.Id));
        }

        if (common.Words is not { } words)
        {
            return lines;
        }

        var found = search.In(db.Issues, side, words).Select(i => i.Id);
        return lines.Where(l => found.Contains(l.Issue.Id)
            || (l.Issue.ExternalKey != null && l.Issue.ExternalKey.ToLower() == words));
    }

    public static IQueryable<LedgerLine> OfLegal(IQueryable<LedgerLine> lines, LegalView? view, DateTimeOffset now)
    {
        var soon = now + Soon;
        return view switch
        {
            LegalView.Overdue => lines.Where(l => l.Issue.State != IssueState.Withdrawn && l.Issue.Obligations.Any(o => o.Kind == ObligationKind.CustomerTold
                && (o.State == ClockState.Breached || (o.State == ClockState.Running && o.DueAt < now)))),
            LegalView.DueSoon => lines.Where(l => l.Issue.Obligations.Any(o => o.Kind == ObligationKind.CustomerTold
                && o.State == ClockState.Running && o.DueAt >= now && o.DueAt < soon)),
            LegalView.Untold => lines.Where(l => l.Issue.Obligations.Any(o => o.Kind == ObligationKind.CustomerTold
                && (o.State == ClockState.Breached || o.State == ClockState.Running))),
            LegalView.ToldInTime => lines.Where(l => l.Issue.Obligations.Any(o => o.Kind == ObligationKind.CustomerTold && o.State == ClockState.Met)),
            LegalView.ToldLate => lines.Where(l => l.Issue.Obligations.Any(o => o.Kind == ObligationKind.CustomerTold && o.State == ClockState.Missed)),
            _ => lines,
        };
    }

    /// <summary>Newest first, unless a column is asked for.</summary>
    public IOrderedQueryable<LedgerLine> Sorted(IQueryable<LedgerLine> lines)
    {
        var down = Sort?.StartsWith('-') == true;
        return (Sort?.TrimStart('-') switch
        {
            "number" => Along(lines, l => l.Issue.Number, down),
            "state" => Along(lines, l => l.Issue.State, down),
            "legal" => Along(lines, l => l.Issue.Obligations.Where(o => o.Kind == ObligationKind.CustomerTold).Select(o => o.DueAt).FirstOrDefault(), down),
            "filed" => Along(lines, l => l.Issue.FiledAt, down),
            _ => Along(lines, l => l.Issue.FiledAt, true),
        }).ThenBy(l => l.Issue.Id);
    }

    private static IOrderedQueryable<LedgerLine> Along<T>(IQueryable<LedgerLine> lines, Expression<Func<LedgerLine, T>> key, bool down) =>
        down ? lines.OrderByDescending(key) : lines.OrderBy(key);
}

/// <summary>A complaint before it is read: its issue, and the ledger's own line where there is one.</summary>
public sealed class LedgerLine
{
    public required Issue Issue { get; init; }

    public Complaint? Entry { get; init; }
}
