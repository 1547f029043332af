using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using VendorGov.Data;
using VendorGov.Data.Identity;
using VendorGov.Documents.Tables;
using VendorGov.Domain;
using VendorGov.Domain.Tenancy;
using VendorGov.Web.Hosting;
using VendorGov.Web.Hosting.Accounts;
using VendorGov.Web.Shared;
using VendorGov.Web.Shared.Tags;

namespace VendorGov.Web.Features.Network;

/// <summary>Who may sign in to this network: members, and invitations on their way.</summary>
[Permission(Permission.ManageUsers)]
public sealed class UsersModel(AppDb db, CurrentUser user, TimeProvider clock, AccountLinks links, AccountMail mail, Sessions sessions, Text text) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public string? Q { get; set; }

    [BindProperty(SupportsGet = true)]
    public Role? Role { get; set; }

    public IReadOnlyList<Person> Members { get; private set; } = [];

    public IReadOnlyList<Invited> Invitations { get; private set; } = [];

    public Paging Paging { get; private set; } = new(1, 0);

    /// <summary>The link of an invitation that was just made anew, where no mail takes it; shown this once.</summary>
    public string? Link { get; private set; }

    /// <summary>An invitation was just sent again, by mail.</summary>
    public bool Mailed { get; private set; }

    public bool Filtered => !string.IsNullOrWhiteSpace(Q) || Role is not null;

    public Task OnGetAsync(int? p, CancellationToken cancel) => ReadAsync(p, cancel);

    public async Task<IActionResult> OnGetCsvAsync(CancellationToken cancel)
    {
        var parties = await PartiesAsync(cancel);
        var members = await Found().OrderBy(m => m.DisplayName).ToListAsync(cancel);
        string[] heads = ["person", "email", "role", "party", "joined", "state"];
        var table = new TableContent("users", [.. heads.Select(h => new TableColumn(text[$"network.{h}"]))], members.Select(m =>
            (IReadOnlyList<object?>)[m.DisplayName, m.Email, text.Of(m.Role), parties.Of(m), text.Date(m.JoinedAt), text[StateKey(m.DeactivatedAt)]]));
        return File(TableCsv.Render(table), "text/csv; charset=utf-8", "users.csv");
    }

    public async Task<IActionResult> OnPostDeactivateAsync(Guid id, CancellationToken cancel)
    {
        if (await MemberAsync(id, cancel) is not { } member)
        {
            return NotFound();
        }

        if (member.UserId == user.Id)
        {
            TempData["Flash"] = text["network.notYourself"];
            return RedirectToPage();
        }

        member.Deactivate(clock.GetUtcNow());
        var answer = await SavedAsync(cancel);
        // Where a place is remembered for seconds, by whichever node, the sessions that act there end at once.
        var (account, tenant) = (member.UserId, user.TenantId);
        await sessions.EndAsync(s => s.UserId == account && s.ActsIn == tenant);
        return answer;
    }

    public async Task<IActionResult> OnPostReactivateAsync(Guid id, CancellationToken cancel)
    {
        if (await MemberAsync(id, cancel) is not { } member)
        {
            return NotFound();
        }

        member.Reactivate();
        return await SavedAsync(cancel);
    }

    /// <summary>Ends the sessions that a member has open in this network; what the person does elsewhere goes on.</summary>
    public async Task<IActionResult> OnPostEndAsync(Guid id, CancellationToken cancel)
    {
        if (await MemberAsync(id, cancel) is not { } member)
        {
            return NotFound();
        }

        var (account, tenant) = (member.UserId, user.TenantId);
        var ended = await sessions.EndAsync(s => s.UserId == account && s.ActsIn == tenant);
        if (ended > 0)
        {
            await sessions.NoteAsync(account, SignInOutcome.Ended);
            db.AddBatchEntry("ended", nameof(Membership), id.ToString("D"), new { count = ended });
            await db.SaveChangesAsync(cancel);
        }

        TempData["Flash"] = text["network.sessionsEnded", member.DisplayName, ended];
        return RedirectToPage();
    }

    public async Task<IActionResult> OnPostWithdrawAsync(Guid id, CancellationToken cancel)
    {
        if (await InvitationAsync(id, cancel) is not { } invitation)
        {
            return NotFound();
        }

        try
        {
            invitation.Withdraw(clock.GetUtcNow());
        }
        catch (RuleViolationException violation)
        {
            TempData["Flash"] = text.Rule(violation);
            return RedirectToPage();
        }

        return await SavedAsync(cancel);
    }

    /// <summary>The old link stops working; the new one is mailed and shown once.</summary>
    public async Task<IActionResult> OnPostResendAsync(Guid id, CancellationToken cancel)
    {
        if (await InvitationAsync(id, cancel) is not { } invitation)
        {
            return NotFound();
        }

        try
        {
            var link = links.Invitation(invitation.Send(clock.GetUtcNow()));
            var tenant = await db.Tenants.Where(t => t.Id == user.TenantId).Select(t => new { t.Name, t.Language }).FirstAsync(cancel);
            mail.Invitation(user.TenantId, tenant.Name, tenant.Language, invitation.Email, invitation.DisplayName, link);
            await db.SaveChangesAsync(cancel);
            (Link, Mailed) = (mail.Mails ? null : link, mail.Mails);
        }
        catch (RuleViolationException violation)
        {
            ModelState.AddModelError("", text.Rule(violation));
        }

        await ReadAsync(null, cancel);
        return Page();
    }

    private async Task<IActionResult> SavedAsync(CancellationToken cancel)
    {
        try
        {
            await db.SaveChangesAsync(cancel);
            TempData["Flash"] = text["shared.saved"];
        }
        catch (DbUpdateConcurrencyException)
        {
            TempData["Flash"] = text["shared.conflict"];
        }

        return RedirectToPage();
    }

    private Task<Membership?> MemberAsync(Guid id, CancellationToken cancel) => db.Memberships.FirstOrDefaultAsync(m => m.Id == id, cancel);

    private Task<Invitation?> InvitationAsync(Guid id, CancellationToken cancel) => db.Invitations.FirstOrDefaultAsync(i => i.Id == id, cancel);

    private IQueryable<Membership> Found()
    {
        var members = db.Memberships.AsNoTracking();
        if (Role is { } role)
        {
            members = members.Where(m => m.Role == role);
        }

        var q = Q?.Trim();
        return string.IsNullOrEmpty(q) ? members : members.Where(m => m.DisplayName.Contains(q) || m.Email.Contains(q));
    }

    private async Task ReadAsync(int? page, CancellationToken cancel)
    {
        var parties = await PartiesAsync(cancel);
        var found = Found();
        Paging = Paging.Of(page, await found.CountAsync(cancel));
        var members = await found.OrderBy(m => m.DisplayName).ThenBy(m => m.Id).Skip(Paging.Skip).Take(Paging.Size).ToListAsync(cancel);
        Members = [.. members.Select(m => new Person(
            m.Id, m.DisplayName, m.Email, m.Role, parties.Of(m), m.JoinedAt, m.DeactivatedAt is null, m.UserId == user.Id))];
        var open = await db.Invitations.AsNoTracking().Where(i => i.AcceptedAt == null && i.WithdrawnAt == null)
            .OrderByDescending(i => i.SentAt).Take(100).ToListAsync(cancel);
        var now = clock.GetUtcNow();
        Invitations = [.. open.Select(i => new Invited(
            i.Id, i.DisplayName, i.Email, i.Role, parties.Of(i.RegionId, i.OutletId, i.VendorId), i.SentAt, i.ExpiresAt, i.IsOpen(now)))];
    }

    private Task<PartyNames> PartiesAsync(CancellationToken cancel) => PartyNames.ReadAsync(db, cancel);

    private static string StateKey(DateTimeOffset? deactivated) => deactivated is null ? "network.active" : "network.inactive";

    public sealed record Person(
        Guid Id, string Name, string Email, Role Role, string? Party, DateTimeOffset JoinedAt, bool Active, bool IsSelf);

    public sealed record Invited(
        Guid Id, string Name, string Email, Role Role, string? Party, DateTimeOffset SentAt, DateTimeOffset ExpiresAt, bool IsOpen);
}
