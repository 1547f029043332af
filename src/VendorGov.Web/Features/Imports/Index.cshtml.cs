using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using VendorGov.Data;
using VendorGov.Domain.Issues.History;
using VendorGov.Web.Hosting;
using VendorGov.Web.Shared;
using VendorGov.Web.Shared.Tags;

namespace VendorGov.Web.Features.Imports;

/// <summary>All imports of the tenant, the latest first.</summary>
[Permission(Permission.ImportHistory)]
public sealed class IndexModel(AppDb db, Text text) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public string? Q { get; set; }

    [BindProperty(SupportsGet = true)]
    public ImportState? State { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Sort { get; set; }

    [BindProperty(SupportsGet = true, Name = "p")]
    public int? PageNumber { get; set; }

    public Paging Paging { get; private set; } = new(1, 0);

    public IReadOnlyList<Row> Rows { get; private set; } = [];

    public bool Filtered => State is not null || !string.IsNullOrWhiteSpace(Q);

    public sealed record Row(
        Guid Id, string FileName, string Profile, string StartedBy, DateTimeOffset StartedAt, DateTimeOffset? FinishedAt,
        ImportState State, ImportCounts Counts);

    public async Task OnGetAsync(CancellationToken cancellation)
    {
        var found = Found();
        Paging = Paging.Of(PageNumber, await found.CountAsync(cancellation));
        Rows = await Read(found).Skip(Paging.Skip).Take(Paging.Size).ToListAsync(cancellation);
    }

    public async Task<IActionResult> OnGetExportAsync(CancellationToken cancellation)
    {
        string[] head = ["file", "profile", "startedBy", "started", "state", "added", "updated", "unchanged", "rows", "refused"];
        var rows = await Read(Found()).ToListAsync(cancellation);
        return ImportCsv.File(
            "imports.csv", head.Select(name => text[$"imports.column.{name}"]), rows.Select(row => new[]
            {
                row.FileName, row.Profile, row.StartedBy, text.Instant(row.StartedAt), text.Of(row.State),
                ImportCsv.Number(row.Counts.IncidentsAdded), ImportCsv.Number(row.Counts.IncidentsUpdated),
                ImportCsv.Number(row.Counts.IncidentsUnchanged), ImportCsv.Number(row.Counts.RowsRead),
                ImportCsv.Number(row.Counts.RowsRefused),
            }));
    }

    private IQueryable<ImportBatch> Found()
    {
        var found = db.ImportBatches.AsNoTracking();
        if (State is { } state) found = found.Where(batch => batch.State == state);
        if (!string.IsNullOrWhiteSpace(Q))
        {
            var part = Q.Trim();
            found = found.Where(batch => batch.FileName.Contains(part) || batch.Profile.Contains(part));
        }
        return Sort switch
        {
            "file" => found.OrderBy(batch => batch.FileName).ThenByDescending(batch => batch.StartedAt),
            "-file" => found.OrderByDescending(batch => batch.FileName).ThenByDescending(batch => batch.StartedAt),
            "started" => found.OrderBy(batch => batch.StartedAt),
            _ => found.OrderByDescending(batch => batch.StartedAt),
        };
    }

    private static IQueryable<Row> Read(IQueryable<ImportBatch> found) => found.Select(batch => new Row(
        batch.Id, batch.FileName, batch.Profile, batch.StartedBy, batch.StartedAt, batch.FinishedAt, batch.State, batch.Counts));
}
