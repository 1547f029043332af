using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Net.Http.Headers;
using VendorGov.Data;
using VendorGov.Domain.Issues;
using VendorGov.Web.Hosting;
using VendorGov.Web.Shared;

namespace VendorGov.Web.Features.Issues;

/// <summary>
/// One file, by ranges. Who may read the issue may read it, but for what came with an internal note of the other side; a file that
/// is not sent yet is its owner's. Nothing in it may run: its own policy is a sandbox.
/// </summary>
[Permission(Permission.ViewIssues)]
public sealed class EvidenceModel(AppDb db, FileStore store, CurrentUser user) : PageModel
{
    private const string Sandbox = "default-src 'none'; media-src 'self'; img-src 'self'; frame-ancestors 'none'; sandbox";

    /// <summary>A browser's own viewer of PDF does not start in a sandbox; it runs no script of the portal's origin.</summary>
    private const string ForPdf = "default-src 'none'; object-src 'self'; frame-ancestors 'none'";

    private sealed record Found(string Name, string Sha256, EvidenceKind Kind);

    /// <param name="save">Download what the browser would show.</param>
    public async Task<IActionResult> OnGetAsync(Guid id, bool save, CancellationToken cancel)
    {
        if (await FindAsync(id, cancel) is not { } file || !store.Has(EvidenceDesk.Area, file.Sha256))
        {
            return NotFound();
        }

        var shown = file.Kind.IsShown() && !save;
        var disposition = new ContentDispositionHeaderValue(shown ? "inline" : "attachment");
        disposition.SetHttpFileName(file.Name);
        Response.Headers.ContentDisposition = disposition.ToString();
        Response.Headers.ContentSecurityPolicy = shown && file.Kind == EvidenceKind.Pdf ? ForPdf : Sandbox;
        return new FileStreamResult(store.Open(EvidenceDesk.Area, file.Sha256), file.Kind.ContentType())
        {
            EnableRangeProcessing = true,
            EntityTag = new EntityTagHeaderValue($"\"{file.Sha256}\""),
        };
    }

    private async Task<Found?> FindAsync(Guid id, CancellationToken cancel)
    {
        var side = user.Side;
        return await db.Attachments.AsNoTracking().Where(a => a.Id == id && a.RemovedAt == null && (!a.IsInternal || a.Side == side))
                .Select(a => new Found(a.Name, a.Sha256, a.Kind)).FirstOrDefaultAsync(cancel)
            ?? await db.DraftFiles.AsNoTracking().Where(d => d.Id == id)
                .Select(d => new Found(d.Name, d.Sha256, d.Kind)).FirstOrDefaultAsync(cancel);
    }
}
