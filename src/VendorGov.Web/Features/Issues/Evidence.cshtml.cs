using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using VendorGov.Data;
using VendorGov.Domain.Issues;
using VendorGov.Web.Hosting;
using VendorGov.Web.Shared.Uploads;

namespace VendorGov.Web.Features.Issues;

/// <summary>
/// One file, by ranges. Who may read the issue may read it, but for what came with an internal note of the other side; a file that
/// is not sent yet is its owner's. Nothing in it may run: its own policy is a sandbox.
/// </summary>
[Permission(Permission.ViewIssues)]
public sealed class EvidenceModel(AppDb db, FileStore store, CurrentUser user) : PageModel
{
    /// <param name="save">Download what the browser would show.</param>
    public async Task<IActionResult> OnGetAsync(Guid id, bool save, CancellationToken cancel) =>
        KeptFile.Answer(Response, store, EvidenceDesk.Area, await FindAsync(id, cancel), save);

    private async Task<EvidenceFile?> FindAsync(Guid id, CancellationToken cancel)
    {
        var side = user.Side;
        return await db.Attachments.AsNoTracking().Where(a => a.Id == id && a.RemovedAt == null && (!a.IsInternal || a.Side == side))
                .Select(a => new EvidenceFile(a.Name, a.Sha256, a.Bytes, a.Kind)).FirstOrDefaultAsync(cancel)
            ?? await db.DraftFiles.AsNoTracking().Where(d => d.Id == id)
                .Select(d => new EvidenceFile(d.Name, d.Sha256, d.Bytes, d.Kind)).FirstOrDefaultAsync(cancel);
    }
}
