using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using VendorGov.Data;
using VendorGov.Domain.Issues;
using VendorGov.Web.Hosting;
using VendorGov.Web.Shared;
using VendorGov.Web.Shared.Uploads;

namespace VendorGov.Web.Features.Inspections;

/// <summary>
/// The proof of an appeal. Who may see the appeal may open it, and a file that is not sent yet its owner; nothing in it may run. The vendor sends
/// one ahead of the form, as the body of the request, with its name percent-encoded in the header <c>X-File-Name</c>.
/// </summary>
[Permission(Permission.ViewInspections)]
[RequestSizeLimit(EvidenceFile.MaxBytes + 1024)]
public sealed class ProofModel(AppDb db, ProofDesk desk, FileStore store, Text text) : PageModel
{
    /// <param name="id">The appeal, or an unsent file of one's own.</param>
    public async Task<IActionResult> OnGetAsync(Guid? id, CancellationToken cancel)
    {
        var file = await db.Appeals.AsNoTracking().Where(a => a.Id == id).Select(a => a.Evidence).FirstOrDefaultAsync(cancel)
            ?? (await db.DraftFiles.AsNoTracking().FirstOrDefaultAsync(d => d.Id == id && d.ForEvaluationId != null, cancel))?.File;
        return KeptFile.Answer(Response, store, InspectionDesk.Area, file);
    }

    [Permission(Permission.AnswerInspection)]
    public async Task<IActionResult> OnPostAsync(Guid evaluation, CancellationToken cancel)
    {
        if (!await db.Evaluations.AnyAsync(e => e.Id == evaluation, cancel))
        {
            return NotFound();
        }

        return await AheadOfForm.AnswerAsync(
            Request, text, (body, name) => desk.ReceiveAsync(body, name, evaluation, cancel), file => $"/Inspections/Proof/{file.Id}");
    }

    [Permission(Permission.AnswerInspection)]
    public async Task<IActionResult> OnPostRemoveAsync(Guid id, CancellationToken cancel) =>
        await desk.RemoveAsync(id, cancel) ? new NoContentResult() : NotFound();
}
