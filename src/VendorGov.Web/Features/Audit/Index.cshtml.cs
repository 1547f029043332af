using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using VendorGov.Data;
using VendorGov.Domain.Auditing;
using VendorGov.Web.Hosting;
using VendorGov.Web.Shared;
using VendorGov.Web.Shared.Tags;

namespace VendorGov.Web.Features.Audit;

/// <summary>Who changed what, when: the tenant's trail, newest first, and whether its chain is whole.</summary>
[Permission(Permission.ViewAudit)]
public sealed class IndexModel(AppDb db, AuditWords words, AuditNames names, AuditKeeper keeper, TimeProvider clock, Text text) : PageModel
{
    private const int MostExported = 20_000;

    /// <summary>A name of a person, or the whole key or number of an object.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Q { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Subject { get; set; }

    /// <summary>Key of one object: its own history.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Of { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Action { get; set; }

    [BindProperty(SupportsGet = true)]
    public DateOnly? From { get; set; }

    [BindProperty(SupportsGet = true)]
    public DateOnly? To { get; set; }

    public IReadOnlyList<Row> Rows { get; private set; } = [];

    public IReadOnlyList<string> Subjects { get; private set; } = [];

    public Paging Paging { get; private set; } = new(1, 0);

    /// <summary>Set after the chain was read on demand.</summary>
    public AuditFinding? Finding { get; private set; }

    public DateTimeOffset Now { get; } = clock.GetUtcNow();

    public bool Filtered => !string.IsNullOrWhiteSpace(Q) || Subject is not null || Of is not null || Action is not null || From is not null || To is not null;

    public static IReadOnlyList<string> Actions { get; } = ["added", "changed", "removed", "revealed", "imported", "feed"];

    public Task OnGetAsync(int? p, CancellationToken cancel) => ReadAsync(p, cancel);

    /// <summary>Reads the whole chain.</summary>
    public async Task<IActionResult> OnPostCheckAsync(CancellationToken cancel)
    {
        await keeper.ChainAsync(cancel);
        Finding = await keeper.CheckAsync(cancel);
        await ReadAsync(null, cancel);
        return Page();
    }

    public async Task<IActionResult> OnGetExportAsync(string? format, CancellationToken cancel)
    {
        var entries = await Found().OrderByDescending(a => a.At).ThenByDescending(a => a.Id).Take(MostExported).ToListAsync(cancel);
        var rows = await NamedAsync(entries, cancel);
        string[] head = ["at", "actor", "action", "subject", "object", "changes", "number"];
        return ListDownload.Of("audit", head.Select(h => text[$"audit.column.{h}"]), rows.Select(r => (IReadOnlyList<object?>)
        [
            text.Instant(r.Entry.At), r.Entry.ActorName, r.Action, r.Subject, r.Object?.Name,
            string.Join("; ", r.Changes.Select(c => $"{c.Field}: {c.Before ?? "–"} → {c.After ?? "–"}")), r.Entry.Sequence,
        ]), format);
    }

    private async Task ReadAsync(int? page, CancellationToken cancel)
    {
        // Every kind that there is a name for: which of them occur, only a look at the whole trail would tell.
        Subjects = [.. text.Under("audit.subject.").OrderBy(s => text[$"audit.subject.{s}"], StringComparer.CurrentCulture)];
        var found = Found();
        Paging = Paging.Of(page, await found.CountAsync(cancel));
        var entries = await found.OrderByDescending(a => a.At).ThenByDescending(a => a.Id).Skip(Paging.Skip).Take(Paging.Size).ToListAsync(cancel);
        Rows = await NamedAsync(entries, cancel);
    }

    private async Task<IReadOnlyList<Row>> NamedAsync(List<AuditEntry> entries, CancellationToken cancel)
    {
        var objects = await names.OfAsync(entries, cancel);
        return [.. entries.Select(e => new Row(e, words.Action(e), words.Subject(e),
            Guid.TryParse(e.SubjectId, out var id) && objects.TryGetValue(AuditNames.Key(e.Subject, id), out var name) ? name : null, words.Changes(e)))];
    }

    private IQueryable<AuditEntry> Found()
    {
        var rows = db.AuditEntries.AsNoTracking();
        rows = Subject is { } subject ? rows.Where(a => a.Subject == subject) : rows;
        rows = Of is { } key ? rows.Where(a => a.SubjectId == key) : rows;
        rows = Action is { } action ? rows.Where(a => a.Action == action) : rows;
        rows = From is { } from ? rows.Where(a => a.At >= Start(from)) : rows;
        rows = To is { } to ? rows.Where(a => a.At < Start(to.AddDays(1))) : rows;
        return Q?.Trim() is { Length: > 0 } q ? rows.Where(a => a.ActorName.Contains(q) || a.SubjectId == q) : rows;
    }

    private DateTimeOffset Start(DateOnly day)
    {
        var local = day.ToDateTime(TimeOnly.MinValue);
        return new DateTimeOffset(local, text.Zone.GetUtcOffset(local)).ToUniversalTime();
    }

    public sealed record Row(AuditEntry Entry, string Action, string Subject, ObjectName? Object, IReadOnlyList<FieldChange> Changes);
}
