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

namespace VendorGov.Web.Features.Network;

/// <summary>Invites a person by link: a role, and the region, outlet or vendor that it is for. The link is shown once.</summary>
[Permission(Permission.ManageUsers)]
public sealed class InviteModel(AppDb db, CurrentUser user, TimeProvider clock, AccountLinks links, AccountMail mail, Text text) : PageModel
{
    [BindProperty]
    public Form Input { get; set; } = new();

    /// <summary>Null where a mail takes it: who only invites must not hold what opens the account, for the person may be in other networks tomorrow.</summary>
    public string? Link { get; private set; }

    public bool Sent { get; private set; }

    /// <summary>Value <c>region:key</c>, <c>outlet:key</c> or <c>vendor:key</c>.</summary>
    public IReadOnlyList<(string Group, string Value, string Name)> Parties { get; private set; } = [];

    public Task OnGetAsync(CancellationToken cancel) => ReadAsync(cancel);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        await ReadAsync(cancel);
        var email = (Input.Email ?? "").Trim();
        if (ModelState.IsValid && await db.Memberships.AnyAsync(m => m.Email == email, cancel))
        {
            ModelState.AddModelError("Input.Email", text["network.memberAlready"]);
        }

        if (!string.IsNullOrEmpty(Input.Party) && Parties.All(p => p.Value != Input.Party))
        {
            ModelState.AddModelError("Input.Party", text["rule.party-does-not-fit-role"]);
        }

        if (!ModelState.IsValid)
        {
            return Page();
        }

        try
        {
            var link = await SendAsync(email, cancel);
            (Link, Sent) = (mail.Mails ? null : link, true);
        }
        catch (RuleViolationException violation)
        {
            ModelState.AddModelError("Input.Party", text.Rule(violation));
        }

        return Page();
    }

    private async Task<string> SendAsync(string email, CancellationToken cancel)
    {
        var (invitation, token) = Invitation.Create(
            user.TenantId, email, Input.Name.Trim(), Input.Role!.Value, Party(), user.Name, clock.GetUtcNow());
        db.Invitations.Add(invitation);
        var link = links.Invitation(token);
        var tenant = await db.Tenants.Where(t => t.Id == user.TenantId).Select(t => new { t.Name, t.Language }).FirstAsync(cancel);
        mail.Invitation(user.TenantId, tenant.Name, tenant.Language, email, invitation.DisplayName, link);
        await db.SaveChangesAsync(cancel);
        return link;
    }

    /// <summary>Headquarters and auditors act for the whole network: what was chosen beside them is left out.</summary>
    private PartyKey Party()
    {
        if (Input.Role is Role.Headquarters or Role.Auditor || Input.Party?.Split(':') is not [var kind, var key])
        {
            return new PartyKey();
        }

        var id = Guid.Parse(key);
        return kind switch
        {
            "region" => new PartyKey(Region: RegionId.From(id)),
            "outlet" => new PartyKey(Outlet: OutletId.From(id)),
            _ => new PartyKey(Vendor: VendorId.From(id)),
        };
    }

    private async Task ReadAsync(CancellationToken cancel)
    {
        var names = await PartyNames.ReadAsync(db, cancel);
        Parties =
        [
            .. names.Regions.OrderBy(r => r.Value).Select(r => (text["network.regions"], $"region:{r.Key.Value}", r.Value)),
            .. names.Outlets.OrderBy(o => o.Value).Select(o => (text["network.outlets"], $"outlet:{o.Key.Value}", o.Value)),
            .. names.Vendors.OrderBy(v => v.Value).Select(v => (text["network.vendors"], $"vendor:{v.Key.Value}", v.Value)),
        ];
    }

    public sealed class Form
    {
        [Required, StringLength(120), Display(Name = "network.person")]
        public string Name { get; set; } = "";

        [Required, StringLength(256), OneAddress, Display(Name = "network.email")]
        public string Email { get; set; } = "";

        [Required, Display(Name = "network.role")]
        public Role? Role { get; set; }

        public string? Party { get; set; }
    }
}
