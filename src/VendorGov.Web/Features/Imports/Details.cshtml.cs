using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using VendorGov.Data;
using VendorGov.Domain.Issues.History;
using VendorGov.Web.Hosting;
using VendorGov.Web.Shared;
using VendorGov.Web.Shared.Tags;

namespace VendorGov.Web.Features.Imports;

/// <summary>What one import did, and every row that it refused.</summary>
[Permission(Permission.ImportHistory)]
public sealed class DetailsModel(AppDb db, TimeProvider clock, Text text) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public string? Reason { get; set; }

    [BindProperty(SupportsGet = true, Name = "p")]
    public int? PageNumber { get; set; }

    public Batch Import { get; private set; } = null!;

    public IReadOnlyList<ReasonCount> Reasons { get; private set; } = [];

    public IReadOnlyList<Refused> Rows { get; private set; } = [];

    public Paging Paging { get; private set; } = new(1, 0);

    public object?[] ProblemArguments => [.. (Import.ProblemArgument ?? "").Split('|')];

    public bool Going => Import.State is ImportState.Waiting or ImportState.Running;

    /// <summary>How long it took, or has been running, in seconds.</summary>
    public long Seconds => (long)((Import.FinishedAt ?? clock.GetUtcNow()) - Import.StartedAt).TotalSeconds;

    public sealed record Batch(
        Guid Id, string FileName, string Profile, bool CreateMissing, string StartedBy, DateTimeOffset StartedAt,
        DateTimeOffset? FinishedAt, ImportState State, int Done, int Total, ImportCounts Counts, string? FileHash,
        string? ContentHash, string? Problem, string? ProblemArgument);

    public sealed record ReasonCount(string Reason, int Count);

    public sealed record Refused(int Row, string Column, string Value, string Reason);

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellation)
    {
        if (await FindAsync(id, cancellation) is not { } found) return NotFound();
        Import = found;
        var refused = db.ImportRefusedRows.AsNoTracking().Where(row => row.BatchId == id);
        Reasons = await refused.GroupBy(row => row.Reason).Select(group => new { group.Key, Count = group.Count() })
            .OrderByDescending(group => group.Count).Select(group => new ReasonCount(group.Key, group.Count)).ToListAsync(cancellation);
        var shown = Shown(id);
        Paging = Paging.Of(PageNumber, await shown.CountAsync(cancellation));
        Rows = await shown.Skip(Paging.Skip).Take(Paging.Size).ToListAsync(cancellation);
        return Page();
    }

    public async Task<IActionResult> OnGetExportAsync(Guid id, CancellationToken cancellation)
    {
        if (await FindAsync(id, cancellation) is null) return NotFound();
        string[] head = ["row", "column", "value", "reason"];
        var rows = await Shown(id).ToListAsync(cancellation);
        return ImportCsv.File("refused-rows.csv", head.Select(name => text[$"imports.refused.{name}"]), rows.Select(row =>
            new[] { ImportCsv.Number(row.Row), row.Column, row.Value, text[$"imports.reason.{row.Reason}"] }));
    }

    private Task<Batch?> FindAsync(Guid id, CancellationToken cancellation) => db.ImportBatches.AsNoTracking()
        .Where(batch => batch.Id == id)
        .Select(batch => new Batch(
            batch.Id, batch.FileName, batch.Profile, batch.CreateMissing, batch.StartedBy, batch.StartedAt, batch.FinishedAt,
            batch.State, batch.IncidentsDone, batch.IncidentsTotal, batch.Counts, batch.FileHash, batch.ContentHash,
            batch.Problem, batch.ProblemArgument))
        .FirstOrDefaultAsync(cancellation);

    private IQueryable<Refused> Shown(Guid id)
    {
        var rows = db.ImportRefusedRows.AsNoTracking().Where(row => row.BatchId == id);
        if (!string.IsNullOrEmpty(Reason)) rows = rows.Where(row => row.Reason == Reason);
        return rows.OrderBy(row => row.Row).ThenBy(row => row.Id)
            .Select(row => new Refused(row.Row, row.Column, row.Value, row.Reason));
    }
}
