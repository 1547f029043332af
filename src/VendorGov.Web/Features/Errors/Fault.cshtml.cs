using System.Diagnostics;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using VendorGov.Web.Hosting;

namespace VendorGov.Web.Features.Errors;

/// <summary>
/// Something failed. The page tells nothing but a number under which the log has the whole story; it touches no database,
/// since that may be what failed. A concurrency conflict that no page told itself is 409.
/// </summary>
[Permission(Permission.Anonymous), BeforeSecondStep]
[IgnoreAntiforgeryToken]
[ResponseCache(NoStore = true)]
public sealed class FaultModel : PageModel
{
    public string TraceId { get; private set; } = "";

    public bool IsConflict { get; private set; }

    // Any method may have failed; the handlers are the same.
    public void OnGet() => Tell();

    public void OnPost() => Tell();

    private void Tell()
    {
        TraceId = Activity.Current?.TraceId.ToString() ?? HttpContext.TraceIdentifier;
        IsConflict = HttpContext.Features.Get<IExceptionHandlerFeature>()?.Error is DbUpdateConcurrencyException;
        if (IsConflict)
        {
            Response.StatusCode = StatusCodes.Status409Conflict;
        }
    }
}
