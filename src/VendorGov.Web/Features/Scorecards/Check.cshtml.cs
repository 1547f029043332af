using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;
using VendorGov.Data.Identity;
using VendorGov.Web.Hosting;
using VendorGov.Web.Hosting.Accounts;

namespace VendorGov.Web.Features.Scorecards;

/// <summary>
/// For whoever holds a printed scorecard: is it the one that was published? Says nothing of its content. An unknown code and a mistyped one
/// are answered alike.
/// </summary>
[Permission(Permission.Anonymous)]
[EnableRateLimiting(AccountServices.CheckLimit)]
public sealed class CheckModel(SealDirectory seals) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public string? Code { get; set; }

    public bool Asked => !string.IsNullOrWhiteSpace(Code);

    public SealDirectory.Found? Found { get; private set; }

    public async Task OnGetAsync(CancellationToken cancel)
    {
        var code = string.Concat((Code ?? "").ToLowerInvariant().Where(char.IsAsciiHexDigit));
        Found = code.Length == 32 ? await seals.FindAsync(code, cancel) : null;
    }
}
