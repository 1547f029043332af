using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using VendorGov.Web.Hosting;
using VendorGov.Web.Shared;

namespace VendorGov.Web.Features.Errors;

/// <summary>What a refused request shows: 404, a stale form, a conflict, too many tries.</summary>
[Permission(Permission.Anonymous), BeforeSecondStep]
[IgnoreAntiforgeryToken]
[ResponseCache(NoStore = true)]
public sealed class StatusModel(Text text) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public int Code { get; set; }

    /// <summary>The text keys' prefix; codes without words of their own read like 404 or, above, like a fault.</summary>
    public string Key => text.Has($"errors.{Code}.title") ? $"errors.{Code}" : Code < 500 ? "errors.404" : "errors.500";
}
