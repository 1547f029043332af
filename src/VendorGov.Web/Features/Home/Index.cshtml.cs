using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using VendorGov.Domain.Tenancy;
using VendorGov.Web.Hosting;
using VendorGov.Web.Shared;

namespace VendorGov.Web.Features.Home;

/// <summary>Late things first: what, whose, how late, next step. One page for all roles; the walls decide what is in it.</summary>
[Permission(Permission.SignedIn)]
public sealed class IndexModel(CurrentUser user, TimeProvider clock, Text text) : PageModel
{
    public DateTimeOffset Now { get; } = clock.GetUtcNow();

    public string Greeting { get; private set; } = "";

    public IActionResult OnGet()
    {
        if (user.Role == Role.PlatformAdministrator)
        {
            return Redirect("/Platform");
        }

        Greeting = text[GreetingKey(), user.Name];
        return Page();
    }

    private string GreetingKey() => TimeZoneInfo.ConvertTime(Now, user.Zone).Hour switch
    {
        < 5 => "home.evening",
        < 12 => "home.morning",
        < 18 => "home.afternoon",
        _ => "home.evening",
    };
}
