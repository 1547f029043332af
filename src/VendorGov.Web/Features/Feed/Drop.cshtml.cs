using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using VendorGov.Domain.Feed;
using VendorGov.Web.Hosting;
using VendorGov.Web.Shared;

namespace VendorGov.Web.Features.Feed;

/// <summary>A file of the direct feed, given in by a person: the same rules and the same intake as over HTTP.</summary>
[Permission(Permission.SendFeed)]
[RequestSizeLimit(FeedBody.MaxBytes + FormAround)]
[RequestFormLimits(MultipartBodyLengthLimit = FeedBody.MaxBytes + FormAround)]
public sealed class DropModel(FeedIntake intake, CurrentUser user, Text text) : PageModel
{
    private const long FormAround = 64 * 1024;

    [BindProperty]
    public Form Input { get; set; } = new();

    public void OnGet(FeedKind? kind) => Input.Kind = kind ?? FeedKind.Calls;

    public async Task<IActionResult> OnPostAsync()
    {
        if (Input.File is not { Length: > 0 })
        {
            ModelState.AddModelError("Input.File", text["feed.fileMissing"]);
        }

        if (!ModelState.IsValid)
        {
            return Page();
        }

        try
        {
            return RedirectToPage("Details", new { id = await TakeAsync(Input.File!) });
        }
        catch (FeedBodyException refused)
        {
            ModelState.AddModelError("Input.File", text[refused.TextKey, [.. refused.Arguments]]);
            return Page();
        }
    }

    private async Task<Guid> TakeAsync(IFormFile file)
    {
        var sender = new FeedSender(user.TenantId, user.Member.VendorId, user.Member.OutletId, FeedSource.Page, null, user.Name);
        await using var content = file.OpenReadStream();
        var name = Path.GetFileName(file.FileName);
        // What has arrived whole is finished, though the browser may have gone.
        var body = await FeedBody.OfAsync(content, FeedFormat.Table, name.Length <= 200 ? name : name[^200..], CancellationToken.None);
        return (await intake.TakeAsync(Input.Kind, sender, body, CancellationToken.None)).Batch.Id;
    }

    public sealed class Form
    {
        [EnumDataType(typeof(FeedKind)), Display(Name = "feed.column.kind")]
        public FeedKind Kind { get; set; }

        [Display(Name = "feed.file")]
        public IFormFile? File { get; set; }
    }
}
