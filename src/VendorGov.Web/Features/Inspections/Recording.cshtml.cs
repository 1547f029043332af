using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Net.Http.Headers;
using VendorGov.Data;
using VendorGov.Domain.Issues;
using VendorGov.Web.Hosting;

namespace VendorGov.Web.Features.Inspections;

/// <summary>The recording of a contact, by ranges; whoever may see the contact may hear it.</summary>
[Permission(Permission.ViewInspections)]
public sealed class RecordingModel(AppDb db, FileStore store) : PageModel
{
    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancel)
    {
        var file = await db.QaContacts.AsNoTracking().Where(c => c.Id == id).Select(c => c.Recording).FirstOrDefaultAsync(cancel);
        if (file is null || !store.Has(InspectionDesk.Area, file.Sha256))
        {
            return NotFound();
        }

        Response.Headers.ContentSecurityPolicy = "default-src 'none'; media-src 'self'; frame-ancestors 'none'; sandbox";
        return new FileStreamResult(store.Open(InspectionDesk.Area, file.Sha256), ContentType(file.Kind))
        {
            EnableRangeProcessing = true,
            EntityTag = new EntityTagHeaderValue($"\"{file.Sha256}\""),
        };
    }

    private static string ContentType(EvidenceKind kind) => kind switch
    {
        EvidenceKind.Mp3 => "audio/mpeg",
        EvidenceKind.Wav => "audio/wav",
        EvidenceKind.M4a => "audio/mp4",
        _ => "audio/ogg",
    };
}
