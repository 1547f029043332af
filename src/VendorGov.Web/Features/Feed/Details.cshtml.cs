using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using VendorGov.Data;
using VendorGov.Domain.Feed;
using VendorGov.Web.Hosting;
using VendorGov.Web.Shared;
using VendorGov.Web.Shared.Tags;

namespace VendorGov.Web.Features.Feed;

/// <summary>One batch: what became of its rows, where it came from, and what was wrong in which line.</summary>
[Permission(Permission.ViewFeed)]
public sealed class DetailsModel(AppDb db, Text text) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    /// <summary>Only refusals with this code.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Code { get; set; }

    public FeedBatch Batch { get; private set; } = null!;

    public string Party { get; private set; } = "";

    public IReadOnlyList<(string Code, int Count)> Codes { get; private set; } = [];

    public IReadOnlyList<FeedRefusal> Rows { get; private set; } = [];

    public Paging Paging { get; private set; } = new(1, 0);

    public string Sentence(string code, string field, string argument) => text[$"feed.error.{code}", field, argument];

    public async Task<IActionResult> OnGetAsync(int? p, CancellationToken cancel)
    {
        if (!await ReadAsync(cancel))
        {
            return NotFound();
        }

        Paging = Paging.Of(p, await Found().CountAsync(cancel));
        Rows = await Found().Skip(Paging.Skip).Take(Paging.Size).ToListAsync(cancel);
        return Page();
    }

    public async Task<IActionResult> OnGetExportAsync(string? format, CancellationToken cancel)
    {
        if (!await ReadAsync(cancel))
        {
            return NotFound();
        }

        string[] head = ["line", "field", "value", "what"];
        var rows = await Found().ToListAsync(cancel);
        return ListDownload.Of(
            "feed-refused", head.Select(h => text[$"feed.refused.{h}"]),
            rows.Select(r => (IReadOnlyList<object?>)[r.Line, r.Field, r.Value, Sentence(r.Code, r.Field, r.Argument)]), format);
    }

    private async Task<bool> ReadAsync(CancellationToken cancel)
    {
        if (await db.FeedBatches.AsNoTracking().SingleOrDefaultAsync(b => b.Id == Id, cancel) is not { } batch)
        {
            return false;
        }

        Batch = batch;
        Party = (await KeyParties.ReadAsync(db, cancel)).Of(batch.VendorId, batch.OutletId);
        var codes = await db.FeedRefusals.AsNoTracking().Where(r => r.BatchId == Id).GroupBy(r => r.Code)
            .Select(g => new { Code = g.Key, Count = g.Count() }).ToListAsync(cancel);
        Codes = [.. codes.OrderByDescending(c => c.Count).Select(c => (c.Code, c.Count))];
        return true;
    }

    private IQueryable<FeedRefusal> Found()
    {
        var refused = db.FeedRefusals.AsNoTracking().Where(r => r.BatchId == Id);
        return (string.IsNullOrEmpty(Code) ? refused : refused.Where(r => r.Code == Code)).OrderBy(r => r.Line);
    }
}
