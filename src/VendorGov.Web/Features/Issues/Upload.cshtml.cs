using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using VendorGov.Data;
using VendorGov.Documents.Reading;
using VendorGov.Domain.Issues;
using VendorGov.Domain.Tenancy;
using VendorGov.Web.Hosting;
using VendorGov.Web.Shared;

namespace VendorGov.Web.Features.Issues;

/// <summary>
/// Takes one file at a time, as the body of the request, straight to the store. Answers with JSON: what was kept, or a sentence for
/// the user. The name comes in the header <c>X-File-Name</c>, percent-encoded.
/// </summary>
[Permission(Permission.ViewIssues)]
[RequestSizeLimit(EvidenceFile.MaxBytes + 1024)]
public sealed class UploadModel(AppDb db, EvidenceDesk desk, CurrentUser user, Text text) : PageModel
{
    private bool Writes => user.Can(Permission.FileIssue) || user.Can(Permission.AnswerIssue);

    public IActionResult OnGet() => NotFound();

    /// <param name="issue">The issue that the file is for; none for a new one.</param>
    public async Task<IActionResult> OnPostAsync(Guid? issue, CancellationToken cancel)
    {
        var key = issue is { } id ? IssueId.From(id) : (IssueId?)null;
        if (!Writes || (key is not null && !await db.Issues.AnyAsync(i => i.Id == key, cancel)))
        {
            return NotFound();
        }

        var name = Uri.UnescapeDataString(Request.Headers["X-File-Name"].ToString());
        if (name.Length == 0)
        {
            return Refuse(StatusCodes.Status400BadRequest, "issues.file.nameless");
        }

        try
        {
            return Kept(await desk.ReceiveAsync(Request.Body, name, key, cancel));
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

    public async Task<IActionResult> OnPostRemoveAsync(Guid id, CancellationToken cancel) =>
        await desk.RemoveAsync(id, cancel) ? new NoContentResult() : NotFound();

    private JsonResult Kept(DraftFile file) => new(new
    {
        file.Id, file.Name, file.Sha256, size = EvidenceView.Size(text, file.Bytes), icon = file.Kind.Icon(),
        image = file.Kind.IsImage(), url = Url.Page("Evidence", new { id = file.Id }),
    });

    private JsonResult Refuse(int status, string key, params object[] arguments) =>
        new(new { error = text[key, arguments] }) { StatusCode = status };
}
