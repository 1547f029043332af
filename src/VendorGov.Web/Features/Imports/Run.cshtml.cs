using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using VendorGov.Data;
using VendorGov.Domain.Issues.History;
using VendorGov.Web.Hosting;
using VendorGov.Web.Shared;

namespace VendorGov.Web.Features.Imports;

/// <summary>Takes the file and hands it to the queue; the batch's page shows how far it is.</summary>
[Permission(Permission.ImportHistory)]
[RequestSizeLimit(MaxBytes)]
[RequestFormLimits(MultipartBodyLengthLimit = MaxBytes)]
public sealed class RunModel(
    AppDb db, TenantScope scope, ImportQueue queue, CurrentUser user, TimeProvider clock, Text text) : PageModel
{
    /// <summary>Largest upload, in bytes; what the reader takes at most plus the form around it.</summary>
    public const long MaxBytes = 65L * 1024 * 1024;

    [BindProperty]
    public Order Input { get; set; } = new();

    public IReadOnlyList<string> Profiles { get; private set; } = [];

    public sealed class Order
    {
        [Required]
        public string Profile { get; set; } = ImportProfile.ServiceNow;

        public bool CreateMissing { get; set; }

        public IFormFile? File { get; set; }
    }

    public async Task OnGetAsync(CancellationToken cancellation) =>
        Profiles = await ImportProfiles.NamesAsync(db, cancellation);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        Profiles = await ImportProfiles.NamesAsync(db, cancellation);
        if (Input.File is not { Length: > 0 })
            ModelState.AddModelError("Input.File", text["imports.file.missing"]);
        if (!Profiles.Contains(Input.Profile))
            ModelState.AddModelError("Input.Profile", text["imports.profile.unknown"]);
        if (!ModelState.IsValid) return Page();

        var name = Path.GetFileName(Input.File!.FileName);
        var batch = new ImportBatch(scope.Tenant, Input.Profile, name, Input.CreateMissing, user.Name, clock.GetUtcNow());
        await using (var upload = Input.File.OpenReadStream())
        {
            await queue.KeepAsync(batch.Id, upload, cancellation);
        }
        db.ImportBatches.Add(batch);
        await db.SaveChangesAsync(cancellation);
        queue.Enqueue(new(scope.Tenant, batch.Id, user.Id, user.Name));
        return RedirectToPage("Details", new { id = batch.Id });
    }
}
