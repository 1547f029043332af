using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using VendorGov.Data;
using VendorGov.Data.Identity;
using VendorGov.Web.Hosting;
using VendorGov.Web.Hosting.Accounts;
using VendorGov.Web.Shared;
using VendorGov.Web.Shared.Tags;

namespace VendorGov.Web.Features.Account;

/// <summary>Where the person is signed in, and what happened at signing in (ASVS 7.5.2).</summary>
[Permission(Permission.SignedIn), OwnSignIn]
public sealed class SessionsModel(Sessions sessions, AppDb db, CurrentUser user, TimeProvider clock, Text text) : PageModel
{
    private const int PageSize = 20;

    public IReadOnlyList<UserSession> Open { get; private set; } = [];

    public IReadOnlyList<SignInEvent> History { get; private set; } = [];

    public Paging Paging { get; private set; } = new(1, 0);

    public Guid Current => sessions.Current;

    public DateTimeOffset Now { get; } = clock.GetUtcNow();

    public async Task OnGetAsync(int? p, CancellationToken cancel)
    {
        var own = user.Id;
        Open = await sessions.OpenOnesAsync(own, cancel);
        var history = db.SignInEvents.AsNoTracking().Where(e => e.UserId == own);
        Paging = Paging.Of(p, await history.CountAsync(cancel), PageSize);
        History = await history.OrderByDescending(e => e.At).ThenByDescending(e => e.Id).Skip(Paging.Skip).Take(Paging.Size).ToListAsync(cancel);
    }

    public async Task<IActionResult> OnPostEndAsync(Guid id)
    {
        var own = user.Id;
        if (await sessions.EndAsync(s => s.Id == id && s.UserId == own) == 0)
        {
            return NotFound();
        }

        await sessions.NoteAsync(own, SignInOutcome.Ended);
        TempData["Flash"] = text["account.sessions.ended"];
        return RedirectToPage();
    }
}
