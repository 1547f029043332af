using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using VendorGov.Data;
using VendorGov.Domain;
using VendorGov.Domain.Tenancy;
using VendorGov.Web.Hosting;
using VendorGov.Web.Shared;
using VendorGov.Web.Shared.Tags;

namespace VendorGov.Web.Features.Feed;

/// <summary>The API keys of the own party; headquarters see those of all parties.</summary>
[Permission(Permission.ManageKeys)]
public sealed class KeysModel(AppDb db, CurrentUser user, TimeProvider clock, Text text) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public string? Q { get; set; }

    /// <summary>Keys that still open, or all of them.</summary>
    [BindProperty(SupportsGet = true)]
    public bool All { get; set; }

    public DateTimeOffset Now { get; } = clock.GetUtcNow();

    public Paging Paging { get; private set; } = new(1, 0);

    public IReadOnlyList<ApiKey> Rows { get; private set; } = [];

    public KeyParties Parties { get; private set; } = null!;

    public async Task OnGetAsync(int? p, CancellationToken cancel)
    {
        Parties = await KeyParties.ReadAsync(db, cancel);
        var found = Found();
        Paging = Paging.Of(p, await found.CountAsync(cancel));
        Rows = await found.OrderByDescending(k => k.CreatedAt).Skip(Paging.Skip).Take(Paging.Size).ToListAsync(cancel);
    }

    public async Task<IActionResult> OnGetExportAsync(string? format, CancellationToken cancel)
    {
        Parties = await KeyParties.ReadAsync(db, cancel);
        string[] head = ["name", "prefix", "party", "scopes", "createdBy", "created", "expires", "lastUsed", "state"];
        var rows = await Found().OrderByDescending(k => k.CreatedAt).ToListAsync(cancel);
        return ListDownload.Of("api-keys", head.Select(h => text[$"feed.key.{h}"]), rows.Select(k => (IReadOnlyList<object?>)
        [
            k.Name, k.Prefix, Parties.Of(k.VendorId, k.OutletId), string.Join(", ", k.Scopes.Select(s => text.Of(s))), k.CreatedBy,
            text.Instant(k.CreatedAt), text.Instant(k.ExpiresAt), text.Instant(k.LastUsedAt), text.Of(k.StateAt(Now)),
        ]), format);
    }

    public async Task<IActionResult> OnPostRevokeAsync(Guid id, CancellationToken cancel)
    {
        if (await db.ApiKeys.SingleOrDefaultAsync(k => k.Id == id, cancel) is not { } key)
        {
            return NotFound();
        }

        try
        {
            key.Revoke(user.Name, clock.GetUtcNow());
            await db.SaveChangesAsync(cancel);
            TempData["Flash"] = text["feed.key.revoked", key.Name];
        }
        catch (RuleViolationException violation)
        {
            TempData["Flash"] = text.Rule(violation);
        }
        catch (DbUpdateConcurrencyException)
        {
            TempData["Flash"] = text["shared.conflict"];
        }

        return RedirectToPage();
    }

    private IQueryable<ApiKey> Found()
    {
        var (q, now) = (Q?.Trim(), Now);
        var keys = db.ApiKeys.AsNoTracking();
        keys = All ? keys : keys.Where(k => k.RevokedAt == null && k.ExpiresAt > now);
        return string.IsNullOrEmpty(q) ? keys : keys.Where(k => k.Name.Contains(q) || k.Prefix.Contains(q));
    }
}
