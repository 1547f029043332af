using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using VendorGov.Data;
using VendorGov.Web.Hosting;
using VendorGov.Web.Shared.Uploads;

namespace VendorGov.Web.Features.Inspections;

/// <summary>The recording of a contact, by ranges; whoever may see the contact may hear it.</summary>
[Permission(Permission.ViewInspections)]
public sealed class RecordingModel(AppDb db, FileStore store) : PageModel
{
    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancel) => KeptFile.Answer(
        Response, store, InspectionDesk.Area,
        await db.QaContacts.AsNoTracking().Where(c => c.Id == id).Select(c => c.Recording).FirstOrDefaultAsync(cancel));
}
