using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using VendorGov.Data;
using VendorGov.Domain;
using VendorGov.Domain.Tenancy;
using VendorGov.Web.Hosting;
using VendorGov.Web.Hosting.Accounts;
using VendorGov.Web.Shared;

namespace VendorGov.Web.Features.Users;

/// <summary>Invites a person into one role for one party. The link is shown once, and mailed where mail is configured.</summary>
[Permission(Permission.ManageUsers)]
public sealed class InviteModel(
    AppDb db, CurrentUser user, TimeProvider clock, AccountLinks links, AccountMail mail, Text text) : PageModel
{
    [BindProperty]
    public Guest Input { get; set; } = new();

    public IReadOnlyList<Choice> Regions { get; private set; } = [];

    public IReadOnlyList<Choice> Outlets { get; private set; } = [];

    public IReadOnlyList<Choice> Vendors { get; private set; } = [];

    public string? Link { get; private set; }

    public Task OnGetAsync(CancellationToken cancel) => LoadAsync(cancel);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        await LoadAsync(cancel);
        if (ModelState.IsValid && await db.Memberships.AnyAsync(m => m.Email == Input.Email.Trim(), cancel))
        {
            ModelState.AddModelError("Input.Email", text["users.member"]);
        }

        if (!ModelState.IsValid)
        {
            return Page();
        }

        try
        {
            Link = await InviteAsync(cancel);
        }
        catch (RuleViolationException violation)
        {
            ModelState.AddModelError("Input.Party", text.Rule(violation));
        }

        return Page();
    }

    private async Task<string> InviteAsync(CancellationToken cancel)
    {
        var (invitation, token) = Invitation.Create(
            user.TenantId, Input.Email.Trim(), Input.Name.Trim(), Input.Role!.Value, Party(), user.Name, clock.GetUtcNow());
        db.Invitations.Add(invitation);
        var link = links.Invitation(token);
        mail.Invitation(user.TenantId, user.Member.TenantName!, text.LanguageTag, invitation.Email, invitation.DisplayName, link);
        await db.SaveChangesAsync(cancel);
        return link;
    }

    /// <summary>Only keys that this page offered; anything else is no party, which the role then refuses.</summary>
    private PartyKey Party()
    {
        bool Offered(IReadOnlyList<Choice> choices) => choices.Any(c => c.Key == Input.Party);
        var id = Input.Party is { Length: > 2 } key && Guid.TryParse(key[2..], out var parsed) ? parsed : Guid.Empty;
        return new PartyKey(
            Offered(Regions) ? new RegionId(id) : null,
            Offered(Outlets) ? new OutletId(id) : null,
            Offered(Vendors) ? new VendorId(id) : null);
    }

    private async Task LoadAsync(CancellationToken cancel)
    {
        var regions = await db.Regions.AsNoTracking().OrderBy(r => r.Code).Select(r => new { r.Id, r.Name }).ToListAsync(cancel);
        var outlets = await db.Outlets.AsNoTracking().Where(o => o.Active).OrderBy(o => o.Code)
            .Select(o => new { o.Id, o.Name }).ToListAsync(cancel);
        var vendors = await db.Vendors.AsNoTracking().Where(v => v.Active && !v.Unassigned).OrderBy(v => v.Code)
            .Select(v => new { v.Id, v.Name }).ToListAsync(cancel);
        Regions = [.. regions.Select(r => new Choice($"r:{r.Id.Value:D}", r.Name))];
        Outlets = [.. outlets.Select(o => new Choice($"o:{o.Id.Value:D}", o.Name))];
        Vendors = [.. vendors.Select(v => new Choice($"v:{v.Id.Value:D}", v.Name))];
    }

    public sealed record Choice(string Key, string Name);

    public sealed class Guest
    {
        [Required, StringLength(60), Display(Name = "account.name")]
        public string Name { get; set; } = "";

        [Required, StringLength(256), EmailAddress, Display(Name = "account.email")]
        public string Email { get; set; } = "";

        [Required, Display(Name = "users.role")]
        public Role? Role { get; set; }

        [StringLength(60), Display(Name = "users.party")]
        public string? Party { get; set; }
    }
}
