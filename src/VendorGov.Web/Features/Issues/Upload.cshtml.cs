using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using VendorGov.Data;
using VendorGov.Domain.Issues;
using VendorGov.Domain.Tenancy;
using VendorGov.Web.Hosting;
using VendorGov.Web.Shared;
using VendorGov.Web.Shared.Uploads;

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

        return await AheadOfForm.AnswerAsync(
            Request, text, (body, name) => desk.ReceiveAsync(body, name, key, cancel), file => Url.Page("Evidence", new { id = file.Id }));
    }

    public async Task<IActionResult> OnPostRemoveAsync(Guid id, CancellationToken cancel) =>
        await desk.RemoveAsync(id, cancel) ? new NoContentResult() : NotFound();
}
