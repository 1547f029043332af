using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Net.Http.Headers;
using VendorGov.Data;
using VendorGov.Documents.Reading;
using VendorGov.Domain.Issues;
using VendorGov.Web.Hosting;
using VendorGov.Web.Shared;

namespace VendorGov.Web.Features.Inspections;

/// <summary>
/// The proof of an appeal. Who may see the appeal may open it, and a file that is not sent yet its owner; nothing in it may run. The vendor sends
/// one ahead of the form, as the body of the request, with its name percent-encoded in the header <c>X-File-Name</c>.
/// </summary>
[Permission(Permission.ViewInspections)]
[RequestSizeLimit(EvidenceFile.MaxBytes + 1024)]
public sealed class ProofModel(AppDb db, ProofDesk desk, FileStore store, Text text) : PageModel
{
    private const string Sandbox = "default-src 'none'; media-src 'self'; img-src 'self'; frame-ancestors 'none'; sandbox";

    /// <param name="id">The appeal, or an unsent file of one's own.</param>
    public async Task<IActionResult> OnGetAsync(Guid? id, CancellationToken cancel)
    {
        var file = await db.Appeals.AsNoTracking().Where(a => a.Id == id).Select(a => a.Evidence).FirstOrDefaultAsync(cancel)
            ?? (await db.DraftFiles.AsNoTracking().FirstOrDefaultAsync(d => d.Id == id && d.ForEvaluationId != null, cancel))?.File;
        if (file is null || !store.Has(InspectionDesk.Area, file.Sha256))
        {
            return NotFound();
        }

        // A browser's own viewer of PDF does not start in a sandbox: such a file is a download.
        var shown = file.Kind.IsAudio() || file.Kind.IsImage();
        var disposition = new ContentDispositionHeaderValue(shown ? "inline" : "attachment");
        disposition.SetHttpFileName(file.Name);
        Response.Headers.ContentDisposition = disposition.ToString();
        Response.Headers.ContentSecurityPolicy = Sandbox;
        return new FileStreamResult(store.Open(InspectionDesk.Area, file.Sha256), file.Kind.ContentType())
        {
            EnableRangeProcessing = true,
            EntityTag = new EntityTagHeaderValue($"\"{file.Sha256}\""),
        };
    }

    [Permission(Permission.AnswerInspection)]
    public async Task<IActionResult> OnPostAsync(Guid evaluation, CancellationToken cancel)
    {
        var name = Uri.UnescapeDataString(Request.Headers["X-File-Name"].ToString());
        if (!await db.Evaluations.AnyAsync(e => e.Id == evaluation, cancel))
        {
            return NotFound();
        }

        try
        {
            return name.Length == 0 ? Refuse(StatusCodes.Status400BadRequest, "issues.file.nameless")
                : Kept(await desk.ReceiveAsync(Request.Body, name, evaluation, cancel));
        }
        catch (TabularRefusedException refused)
        {
            return Refuse(StatusCodes.Status422UnprocessableEntity, refused.TextKey, [.. refused.Arguments]);
        }
        catch (BadHttpRequestException e) when (e.StatusCode == StatusCodes.Status413PayloadTooLarge)
        {
            return Refuse(e.StatusCode, "file.too-big", EvidenceFile.MaxBytes / (1024 * 1024));
        }
        catch (IOException e) when (e is not (BadHttpRequestException or Microsoft.AspNetCore.Connections.ConnectionResetException))
        {
            return Refuse(StatusCodes.Status507InsufficientStorage, "issues.file.disk");
        }
    }

    [Permission(Permission.AnswerInspection)]
    public async Task<IActionResult> OnPostRemoveAsync(Guid id, CancellationToken cancel) =>
        await desk.RemoveAsync(id, cancel) ? new NoContentResult() : NotFound();

    private JsonResult Kept(DraftFile file) => new(new
    {
        file.Id, file.Name, file.Sha256, size = EvidenceView.Size(text, file.Bytes), icon = file.Kind.Icon(),
        image = file.Kind.IsImage(), url = $"/Inspections/Proof/{file.Id}",
    });

    private JsonResult Refuse(int status, string key, params object[] arguments) => new(new { error = text[key, arguments] }) { StatusCode = status };
}
