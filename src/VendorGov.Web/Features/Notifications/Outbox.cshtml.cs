using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using VendorGov.Data;
using VendorGov.Domain;
using VendorGov.Domain.Auditing;
using VendorGov.Web.Hosting;
using VendorGov.Web.Shared;
using VendorGov.Web.Shared.Tags;

namespace VendorGov.Web.Features.Notifications;

/// <summary>
/// What left for the outside and what did not: given up, waiting, delivered. Headquarters see their own network's, the platform
/// administrator what belongs to none.
/// </summary>
[Permission(Permission.ViewOutbox)]
public sealed class OutboxModel(AppDb db, TimeProvider clock, Text text) : PageModel
{
    private const int MostExported = 20_000;

    [BindProperty(SupportsGet = true)]
    public OutboxState State { get; set; } = OutboxState.Dead;

    [BindProperty(SupportsGet = true)]
    public string? Q { get; set; }

    public IReadOnlyList<OutboxMessage> Rows { get; private set; } = [];

    public IReadOnlyDictionary<OutboxState, int> Counts { get; private set; } = new Dictionary<OutboxState, int>();

    public Paging Paging { get; private set; } = new(1, 0);

    public DateTimeOffset Now { get; } = clock.GetUtcNow();

    public async Task OnGetAsync(int? p, CancellationToken cancel)
    {
        Counts = new Dictionary<OutboxState, int>
        {
            [OutboxState.Dead] = await Of(OutboxState.Dead).CountAsync(cancel),
            [OutboxState.Waiting] = await Of(OutboxState.Waiting).CountAsync(cancel),
        };
        var found = Found();
        Paging = Paging.Of(p, await found.CountAsync(cancel));
        Rows = await found.OrderByDescending(m => m.CreatedAt).ThenBy(m => m.Id).Skip(Paging.Skip).Take(Paging.Size).ToListAsync(cancel);
    }

    public async Task<IActionResult> OnGetExportAsync(string? format, CancellationToken cancel)
    {
        var rows = await Found().OrderByDescending(m => m.CreatedAt).Take(MostExported).ToListAsync(cancel);
        string[] head = ["created", "channel", "to", "title", "attempts", "lastTry", "delivered", "error"];
        return ListDownload.Of("outbox", head.Select(h => text[$"notices.out.{h}"]), rows.Select(m => (IReadOnlyList<object?>)
        [
            text.Instant(m.CreatedAt), text[m.RobotId is null ? "notices.out.mail" : "notices.out.robot"], m.Recipient, m.Title, m.Attempts,
            text.Instant(m.LastAttemptAt), text.Instant(m.DeliveredAt), m.LastError,
        ]), format);
    }

    public Task<IActionResult> OnPostRetryAsync(Guid? id, CancellationToken cancel) => ChangeAsync(id, (m, now) => m.Retry(now), "notices.out.retried", cancel);

    public Task<IActionResult> OnPostDiscardAsync(Guid? id, CancellationToken cancel) => ChangeAsync(id, (m, now) => m.Discard(now), "notices.out.discarded", cancel);

    /// <summary>One message, or everything that was given up.</summary>
    private async Task<IActionResult> ChangeAsync(Guid? id, Action<OutboxMessage, DateTimeOffset> change, string done, CancellationToken cancel)
    {
        var chosen = id is { } key
            ? await Own().Where(m => m.Id == key).ToListAsync(cancel)
            : await Of(OutboxState.Dead).AsTracking().Take(MostExported).ToListAsync(cancel);
        if (id is not null && chosen.Count == 0)
        {
            return NotFound();
        }

        try
        {
            chosen.ForEach(m => change(m, Now));
            if (db.Scope.Entered)
            {
                db.AddBatchEntry("changed", nameof(OutboxMessage), id?.ToString("D") ?? "dead", new { done, chosen.Count });
            }

            await db.SaveChangesAsync(cancel);
            TempData["Flash"] = text[done, chosen.Count];
        }
        catch (RuleViolationException violation)
        {
            TempData["Flash"] = text.Rule(violation);
        }

        return RedirectToPage(new { State, Q });
    }

    private IQueryable<OutboxMessage> Own()
    {
        // The table stands outside of the walls, because mails about accounts belong to no tenant.
        Domain.Tenancy.TenantId? tenant = db.Scope.Entered ? db.Scope.Tenant : null;
        return db.Outbox.Where(m => m.TenantId == tenant);
    }

    private IQueryable<OutboxMessage> Of(OutboxState state) => state switch
    {
        OutboxState.Dead => Own().Where(m => m.DeadAt != null && m.DeliveredAt == null && m.DiscardedAt == null),
        OutboxState.Waiting => Own().Waiting(),
        OutboxState.Delivered => Own().Where(m => m.DeliveredAt != null),
        _ => Own().Where(m => m.DiscardedAt != null),
    };

    private IQueryable<OutboxMessage> Found()
    {
        var rows = Of(State).AsNoTracking();
        return Q?.Trim() is { Length: > 0 } q ? rows.Where(m => m.Recipient.Contains(q) || m.Title.Contains(q)) : rows;
    }
}
