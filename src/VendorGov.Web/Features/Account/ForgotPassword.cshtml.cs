using System.ComponentModel.DataAnnotations;
using System.Diagnostics;
using System.Text;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.EntityFrameworkCore;
using VendorGov.Data;
using VendorGov.Data.Identity;
using VendorGov.Domain.Tenancy;
using VendorGov.Web.Hosting;
using VendorGov.Web.Hosting.Accounts;
using VendorGov.Web.Shared;

namespace VendorGov.Web.Features.Account;

/// <summary>
/// Asks for a reset link. The answer is the same, and takes the same time, whether the address has an account or not; an account is sent three links an
/// hour at most, whoever asks.
/// </summary>
[Permission(Permission.Anonymous)]
[EnableRateLimiting(AccountServices.GuessLimit)]
public sealed class ForgotPasswordModel(
    UserManager<AppUser> users, AccountLinks links, AccountMail mail, Sessions sessions, AppDb db, TimeProvider clock) : PageModel
{
    private const int MostPerHour = 3;

    /// <summary>Longer than the work takes, so that its length tells nothing.</summary>
    private static readonly TimeSpan Step = TimeSpan.FromMilliseconds(400);

    [BindProperty]
    [Required, StringLength(256), OneAddress, Display(Name = "account.email")]
    public string Email { get; set; } = "";

    public bool Sent { get; private set; }

    public void OnGet()
    {
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (!ModelState.IsValid)
        {
            return Page();
        }

        var started = Stopwatch.GetTimestamp();
        await WriteAsync(Email.Trim(), cancel);
        await EvenTime.UpToAsync(Step, started);
        Sent = true;
        return Page();
    }

    private async Task WriteAsync(string email, CancellationToken cancel)
    {
        using var turn = await AccountTurns.EnterAsync(email);
        var account = await users.FindByEmailAsync(email);
        if (account is not null && await MayAsync(account, cancel))
        {
            var token = await users.GeneratePasswordResetTokenAsync(account);
            mail.Reset(account, links.Reset(account.Id, WebEncoders.Base64UrlEncode(Encoding.UTF8.GetBytes(token))));
        }

        // Saves the mail along with the line of the history.
        await sessions.NoteAsync(account is null ? null : UserId.From(account.Id), SignInOutcome.ResetAsked);
    }

    private async Task<bool> MayAsync(AppUser account, CancellationToken cancel)
    {
        var (owner, hour) = (UserId.From(account.Id), clock.GetUtcNow() - TimeSpan.FromHours(1));
        return !account.IsClosed(clock.GetUtcNow())
            && await db.SignInEvents.CountAsync(e => e.UserId == owner && e.Outcome == SignInOutcome.ResetAsked && e.At > hour, cancel) < MostPerHour;
    }
}
