using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using VendorGov.Data;
using VendorGov.Domain;
using VendorGov.Domain.Notifications;
using VendorGov.Web.Hosting;
using VendorGov.Web.Hosting.Mail;
using VendorGov.Web.Shared;

namespace VendorGov.Web.Features.Notifications;

/// <summary>What the person who is signed in wants to be told of, where and when.</summary>
[Permission(Permission.ViewIssues)]
public sealed class SettingsModel(AppDb db, CurrentUser user, IOptions<MailOptions> mail, Text text) : PageModel
{
    public sealed class Choice
    {
        public List<NoticeKind> Page { get; set; } = [];

        public List<NoticeKind> Mail { get; set; } = [];

        [TimeZoneName]
        public string Zone { get; set; } = "";

        public bool Quiet { get; set; }

        public string? QuietFrom { get; set; }

        public string? QuietTo { get; set; }

        public bool Digest { get; set; }

        public string? DigestAt { get; set; }
    }

    [BindProperty]
    public Choice Input { get; set; } = new();

    public string Email { get; private set; } = "";

    public bool MailWorks => mail.Value.IsConfigured;

    public async Task OnGetAsync(CancellationToken cancel)
    {
        var own = await OwnAsync(cancel);
        Input = new Choice
        {
            Page = [.. Enum.GetValues<NoticeKind>().Where(own.InPage)], Mail = [.. Enum.GetValues<NoticeKind>().Where(own.ByMail)], Zone = own.TimeZone, Quiet = own.Quiet, Digest = own.Digest,
            QuietFrom = Wall(own.QuietFrom), QuietTo = Wall(own.QuietTo), DigestAt = Wall(own.DigestAt),
        };
        Email = await EmailAsync(cancel);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        Email = await EmailAsync(cancel);
        var (from, to, digest) = (Minute("QuietFrom", Input.QuietFrom), Minute("QuietTo", Input.QuietTo), Minute("DigestAt", Input.DigestAt));
        if (!ModelState.IsValid)
        {
            return Page();
        }

        var own = await OwnAsync(cancel);
        try
        {
            own.Choose(Input.Page, Input.Mail);
            own.When(Input.Zone, Input.Quiet, from, to, Input.Digest, digest);
            await db.SaveChangesAsync(cancel);
        }
        catch (RuleViolationException violation)
        {
            ModelState.AddModelError("Input.QuietTo", text.Rule(violation));
            return Page();
        }

        TempData["Flash"] = text["notices.settingsSaved"];
        return RedirectToPage();
    }

    /// <summary>The stored choice, or the defaults: those are stored with the first change.</summary>
    private async Task<NoticeSettings> OwnAsync(CancellationToken cancel)
    {
        var own = await db.NoticeSettings.SingleOrDefaultAsync(s => s.UserId == user.Id, cancel);
        if (own is null)
        {
            own = new NoticeSettings(user.TenantId, user.Id, user.Zone.Id);
            if (Request.Method == HttpMethods.Post)
            {
                db.NoticeSettings.Add(own);
            }
        }

        return own;
    }

    private Task<string> EmailAsync(CancellationToken cancel) =>
        db.Memberships.AsNoTracking().Where(m => m.UserId == user.Id).Select(m => m.Email).FirstAsync(cancel);

    private int Minute(string field, string? wall)
    {
        if (TimeOnly.TryParseExact(wall, "HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out var time))
        {
            return (time.Hour * 60) + time.Minute;
        }

        ModelState.AddModelError($"Input.{field}", text["notices.timeWrong"]);
        return 0;
    }

    private static string Wall(int minute) => new TimeOnly(minute / 60, minute % 60).ToString("HH:mm", CultureInfo.InvariantCulture);
}
