using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using VendorGov.Data;
using VendorGov.Domain.Feed;
using VendorGov.Web.Hosting;
using VendorGov.Web.Shared;
using VendorGov.Web.Shared.Tags;

namespace VendorGov.Web.Features.Feed;

/// <summary>What has come in by the direct feed, the latest first.</summary>
[Permission(Permission.ViewFeed)]
public sealed class IndexModel(AppDb db, CurrentUser user, Text text) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public string? Q { get; set; }

    [BindProperty(SupportsGet = true)]
    public FeedKind? Kind { get; set; }

    /// <summary>Only batches with refused rows.</summary>
    [BindProperty(SupportsGet = true)]
    public bool Refused { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Sort { get; set; }

    public Paging Paging { get; private set; } = new(1, 0);

    public IReadOnlyList<FeedBatch> Rows { get; private set; } = [];

    public KeyParties Parties { get; private set; } = null!;

    public bool MaySend => user.Can(Permission.SendFeed);

    public bool Filtered => Kind is not null || Refused || !string.IsNullOrWhiteSpace(Q);

    public async Task OnGetAsync(int? p, CancellationToken cancel)
    {
        Parties = await KeyParties.ReadAsync(db, cancel);
        var found = Found();
        Paging = Paging.Of(p, await found.CountAsync(cancel));
        Rows = await found.Skip(Paging.Skip).Take(Paging.Size).ToListAsync(cancel);
    }

    public async Task<IActionResult> OnGetExportAsync(string? format, CancellationToken cancel)
    {
        Parties = await KeyParties.ReadAsync(db, cancel);
        string[] head = ["received", "kind", "source", "sentBy", "party", "rows", "added", "updated", "unchanged", "refused", "state"];
        var rows = await Found().ToListAsync(cancel);
        return ListDownload.Of("feed-batches", head.Select(h => text[$"feed.column.{h}"]), rows.Select(b => (IReadOnlyList<object?>)
        [
            text.Instant(b.ReceivedAt), text.Of(b.Kind), text.Of(b.Source), b.SentBy, Parties.Of(b.VendorId, b.OutletId), b.Received,
            b.Added, b.Updated, b.Unchanged, b.Refused, text.Of(b.State),
        ]), format);
    }

    private IQueryable<FeedBatch> Found()
    {
        var found = db.FeedBatches.AsNoTracking();
        if (Kind is { } kind)
        {
            found = found.Where(b => b.Kind == kind);
        }

        if (Refused)
        {
            found = found.Where(b => b.Refused > 0);
        }

        if (!string.IsNullOrWhiteSpace(Q))
        {
            var part = Q.Trim();
            found = found.Where(b => b.SentBy.Contains(part) || (b.FileName != null && b.FileName.Contains(part)));
        }

        return Sort switch
        {
            "received" => found.OrderBy(b => b.ReceivedAt),
            "rows" => found.OrderBy(b => b.Received).ThenByDescending(b => b.ReceivedAt),
            "-rows" => found.OrderByDescending(b => b.Received).ThenByDescending(b => b.ReceivedAt),
            "refused" => found.OrderBy(b => b.Refused).ThenByDescending(b => b.ReceivedAt),
            "-refused" => found.OrderByDescending(b => b.Refused).ThenByDescending(b => b.ReceivedAt),
            _ => found.OrderByDescending(b => b.ReceivedAt),
        };
    }
}
