using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using VendorGov.Data;
using VendorGov.Domain.Issues;
using VendorGov.Domain.Notifications;
using VendorGov.Domain.Obligations;
using VendorGov.Domain.Tenancy;
using VendorGov.Web.Hosting;
using VendorGov.Web.Shared;
using VendorGov.Web.Shared.Tags;

namespace VendorGov.Web.Features.Notifications;

/// <summary>The inbox of the person who is signed in. A line whose issue is no longer the reader's to see is gone with it.</summary>
[Permission(Permission.ViewIssues)]
public sealed class IndexModel(AppDb db, NavCounts counts, CurrentUser user, TimeProvider clock, Text text) : PageModel
{
    private const int MostExported = 5_000;

    public sealed record Line
    {
        public Guid Id { get; init; }

        public NoticeSubject Subject { get; init; }

        public IssueId? Issue { get; init; }

        public Guid? SubjectId { get; init; }

        public Guid? Contract { get; init; }

        public string Number { get; init; } = "";

        public string Title { get; init; } = "";

        /// <summary>Of an issue.</summary>
        public Severity? Severity { get; init; }

        public NoticeKind Kind { get; init; }

        public string What { get; init; } = "";

        public ObligationKind? Clock { get; init; }

        public int Mark { get; init; }

        public string? ByName { get; init; }

        public int Count { get; init; }

        public DateTimeOffset At { get; init; }

        public DateTimeOffset? ReadAt { get; init; }
    }

    /// <summary>What was read already, too.</summary>
    [BindProperty(SupportsGet = true)]
    public bool All { get; set; }

    [BindProperty(SupportsGet = true)]
    public NoticeKind? Kind { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Q { get; set; }

    public IReadOnlyList<Line> Lines { get; private set; } = [];

    public Paging Paging { get; private set; } = new(1, 0);

    public int Unread { get; private set; }

    public DateTimeOffset Now { get; } = clock.GetUtcNow();

    public async Task OnGetAsync(int? p, CancellationToken cancel)
    {
        Unread = await Mine().CountAsync(l => l.ReadAt == null, cancel);
        var found = Found();
        Paging = Paging.Of(p, await found.CountAsync(cancel));
        Lines = await found.OrderByDescending(l => l.At).ThenBy(l => l.Id).Skip(Paging.Skip).Take(Paging.Size).ToListAsync(cancel);
    }

    public async Task<IActionResult> OnGetExportAsync(string? format, CancellationToken cancel)
    {
        var lines = await Found().OrderByDescending(l => l.At).Take(MostExported).ToListAsync(cancel);
        string[] head = ["at", "number", "issue", "what", "by", "count", "read"];
        return ListDownload.Of("notices", head.Select(h => text[$"notices.column.{h}"]), lines.Select(l => (IReadOnlyList<object?>)
            [text.Instant(l.At), l.Number, l.Issue is null ? text.Of(l.Subject) : l.Title, text.Happened(l.What, l.Clock, l.Mark), l.ByName, l.Count, text.Instant(l.ReadAt)]), format);
    }

    /// <summary>One line, or all of them.</summary>
    public async Task<IActionResult> OnPostReadAsync(Guid? id, CancellationToken cancel)
    {
        var unread = await db.Notices.Where(n => n.ReadAt == null && (id == null || n.Id == id)).OrderBy(n => n.At).Take(MostExported).ToListAsync(cancel);
        if (id is not null && unread.Count == 0)
        {
            return NotFound();
        }

        unread.ForEach(n => n.Read(Now));
        await db.SaveChangesAsync(cancel);
        counts.Ring();
        TempData["Flash"] = text["notices.marked", unread.Count];
        return RedirectToPage(new { All, Kind, Q });
    }

    private IQueryable<Line> Found()
    {
        var lines = All ? Mine() : Mine().Where(l => l.ReadAt == null);
        lines = Kind is { } kind ? lines.Where(l => l.Kind == kind) : lines;
        return Q?.Trim() is { Length: > 0 } q ? lines.Where(l => l.Number.Contains(q) || l.Title.Contains(q)) : lines;
    }

    private IQueryable<Line> Mine()
    {
        var me = user.Id;
        return from n in db.Notices.AsNoTracking()
               join issue in db.Issues on n.IssueId equals issue.Id into issues
               from i in issues.DefaultIfEmpty()
               where n.UserId == me && n.InPage && (n.IssueId == null ? db.Contracts.Any(c => c.Id == n.ContractId) : i != null)
               select new Line
               {
                   Id = n.Id, Subject = n.Subject, Issue = n.IssueId, SubjectId = n.SubjectId, Contract = n.ContractId!.Value.Value,
                   Number = n.Number ?? i!.Number, Title = n.Number ?? i!.Title, Severity = i == null ? null : i.Severity, Kind = n.Kind, What = n.What,
                   Clock = n.Clock, Mark = n.Mark, ByName = n.ByName, Count = n.Count, At = n.At, ReadAt = n.ReadAt,
               };
    }
}
