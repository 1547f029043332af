using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using VendorGov.Data;
using VendorGov.Domain;
using VendorGov.Domain.Auditing;
using VendorGov.Domain.Notifications;
using VendorGov.Domain.Tenancy;
using VendorGov.Web.Hosting;
using VendorGov.Web.Hosting.Robots;
using VendorGov.Web.Shared;

namespace VendorGov.Web.Features.Notifications;

/// <summary>One robot of a group chat. Address and secret are typed, never shown: left empty, they stay as they are.</summary>
[Permission(Permission.ManageRobots)]
public sealed class RobotModel(
    AppDb db, RobotVault vault, RobotClient client, IOptions<RobotOptions> options, CurrentUser user, TimeProvider clock, Text text) : PageModel
{
    public sealed class Form
    {
        [Required, StringLength(80), Display(Name = "notices.robot.name")]
        public string? Name { get; set; }

        [Required, Display(Name = "notices.robot.platform")]
        public RobotPlatform? Platform { get; set; }

        [StringLength(500), Display(Name = "notices.robot.address")]
        public string? Address { get; set; }

        [StringLength(200), Display(Name = "notices.robot.secret")]
        public string? Secret { get; set; }

        public RobotLanguage Language { get; set; }

        public List<NoticeKind> Kinds { get; set; } = [];

        public bool Active { get; set; } = true;

        public int Version { get; set; }
    }

    [BindProperty]
    public Form Input { get; set; } = new();

    /// <summary>Null: a new one.</summary>
    public Robot? Robot { get; private set; }

    public async Task<IActionResult> OnGetAsync(Guid? id, CancellationToken cancel)
    {
        if (!await FindAsync(id, cancel))
        {
            return NotFound();
        }

        Input = Robot is null
            ? new Form { Kinds = [NoticeKind.NewIssue, NoticeKind.Clock, NoticeKind.Escalation, NoticeKind.Chase, NoticeKind.Emergency] }
            : new Form
            {
                Name = Robot.Name, Platform = Robot.Platform, Language = Robot.Language, Kinds = [.. Robot.Kinds], Active = Robot.Active,
                Version = Robot.Version,
            };
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid? id, CancellationToken cancel)
    {
        if (!await FindAsync(id, cancel))
        {
            return NotFound();
        }

        CheckAddress();
        if (!ModelState.IsValid)
        {
            return Page();
        }

        var robot = Robot ?? new Robot(user.TenantId, OwnParty(), user.Name, clock.GetUtcNow());
        try
        {
            robot.Change(Input.Name!, Input.Language, Input.Kinds, Input.Active);
            Reach(robot);
            _ = Robot is null ? db.Robots.Add(robot) : null;
            if (Robot is not null)
            {
                db.Entry(robot).Property(r => r.Version).OriginalValue = Input.Version;
            }

            await db.SaveChangesAsync(cancel);
        }
        catch (RuleViolationException violation)
        {
            ModelState.AddModelError("Input.Kinds", text.Rule(violation));
            return Page();
        }
        catch (DbUpdateConcurrencyException)
        {
            ModelState.AddModelError("", text["shared.conflict"]);
            return Page();
        }

        TempData["Flash"] = text["notices.robot.saved", robot.Name];
        return RedirectToPage("Robot", new { id = robot.Id });
    }

    /// <summary>Says so at once whether the group hears; nothing is queued.</summary>
    public async Task<IActionResult> OnPostTestAsync(Guid id, CancellationToken cancel)
    {
        if (!await FindAsync(id, cancel))
        {
            return NotFound();
        }

        try
        {
            var address = vault.Open(Robot!.SealedAddress) ?? throw new RobotRefusedException(text["notices.robot.sealLost"]);
            var texts = Robot.Language.Texts(user.Zone);
            var words = new RobotWords(
                string.Join(" / ", texts.Select(t => t["notices.robot.testTitle"])),
                string.Join('\n', texts.Select(t => t["notices.robot.testBody", user.Name, t.Instant(clock.GetUtcNow())])), null, "");
            await client.SendAsync(Robot.Platform, address, vault.Open(Robot.SealedSecret), words, clock.GetUtcNow(), cancel);
            TempData["Flash"] = text["notices.robot.tested", Robot.Name];
            return RedirectToPage("Robot", new { id });
        }
        catch (RobotRefusedException refused)
        {
            // The button sends no fields: what they lack is nobody's mistake.
            ModelState.Clear();
            ModelState.AddModelError("", text["notices.robot.testFailed", refused.Message]);
            return await OnGetAsync(id, cancel);
        }
    }

    /// <summary>What still waits for it goes with it.</summary>
    public async Task<IActionResult> OnPostRemoveAsync(Guid id, CancellationToken cancel)
    {
        if (!await FindAsync(id, cancel))
        {
            return NotFound();
        }

        var waiting = await db.Outbox.Where(m => m.RobotId == id && m.DeliveredAt == null && m.DiscardedAt == null).ToListAsync(cancel);
        waiting.ForEach(m => m.Discard(clock.GetUtcNow()));
        db.Robots.Remove(Robot!);
        await db.SaveChangesAsync(cancel);
        TempData["Flash"] = text["notices.robot.removed", Robot!.Name];
        return RedirectToPage("Robots");
    }

    private async Task<bool> FindAsync(Guid? id, CancellationToken cancel)
    {
        Robot = id is null ? null : await db.Robots.SingleOrDefaultAsync(r => r.Id == id, cancel);
        return id is null || Robot is not null;
    }

    /// <summary>A new robot needs an address; so does one that changes its platform.</summary>
    private void CheckAddress()
    {
        var typed = !string.IsNullOrWhiteSpace(Input.Address);
        if (!typed && (Robot is null || Robot.Platform != Input.Platform))
        {
            ModelState.AddModelError("Input.Address", text["shared.required", text["notices.robot.address"]]);
        }
        else if (typed && Input.Platform is { } platform && RobotAddress.Problem(Input.Address, platform, options.Value) is { } problem)
        {
            ModelState.AddModelError("Input.Address", text[problem, RobotAddress.Example(platform)]);
        }
    }

    private void Reach(Robot robot)
    {
        var address = Input.Address?.Trim();
        var secret = string.IsNullOrWhiteSpace(Input.Secret) ? robot.SealedSecret : vault.Seal(Input.Secret.Trim());
        var fresh = !string.IsNullOrEmpty(address);
        // A new address without a secret is a robot without a signature: the old secret is not carried to another group.
        robot.Reach(
            Input.Platform!.Value, fresh ? new Uri(address!).IdnHost : robot.Host, fresh ? vault.Seal(address!) : robot.SealedAddress,
            fresh && string.IsNullOrWhiteSpace(Input.Secret) ? null : secret);
    }

    private PartyKey OwnParty() => new(Vendor: user.Member.VendorId, Outlet: user.Member.OutletId);
}
