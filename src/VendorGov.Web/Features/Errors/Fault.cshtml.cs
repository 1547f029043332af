using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using VendorGov.Data.Engines;
using VendorGov.Web.Hosting;
using VendorGov.Web.Hosting.Operations;

namespace VendorGov.Web.Features.Errors;

/// <summary>
/// Something failed. The page tells nothing but a number under which the log has the whole story; it touches no database,
/// since that may be what failed. A concurrency conflict that no page told itself is 409.
/// </summary>
[Permission(Permission.Anonymous), BeforeSecondStep]
[IgnoreAntiforgeryToken]
[ResponseCache(NoStore = true)]
public sealed class FaultModel(IDatabaseEngine engine) : PageModel
{
    public string TraceId { get; private set; } = "";

    public bool IsConflict { get; private set; }

    /// <summary>Passes by itself.</summary>
    public bool IsOutage { get; private set; }

    // Any method may have failed; the handlers are the same.
    public void OnGet() => Tell();

    public void OnPost() => Tell();

    private void Tell()
    {
        TraceId = HttpContext.TraceIdentifier;
        var error = HttpContext.Features.Get<IExceptionHandlerFeature>()?.Error;
        IsConflict = error is DbUpdateConcurrencyException;
        IsOutage = !IsConflict && Outage.Is(error, engine);
        if (IsConflict)
        {
            Response.StatusCode = StatusCodes.Status409Conflict;
        }
        else if (IsOutage)
        {
            Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
            Response.Headers.RetryAfter = Outage.RetryAfterSeconds;
        }
    }
}
