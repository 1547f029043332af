using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using VendorGov.Data;
using VendorGov.Domain;
using VendorGov.Domain.Contracts;
using VendorGov.Domain.Staffing;
using VendorGov.Web.Hosting;
using VendorGov.Web.Shared;

namespace VendorGov.Web.Features.Staffing;

/// <summary>One agent: details, employment, certificates. The vendor edits, headquarters and auditors look.</summary>
[Permission(Permission.ViewStaffing)]
public sealed class AgentModel(AppDb db, StaffContracts contracts, CurrentUser user, TimeProvider clock, Text text) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public Guid? Id { get; set; }

    [BindProperty(SupportsGet = true)]
    public Guid? Contract { get; set; }

    [BindProperty]
    public Form Input { get; set; } = new();

    public Agent? Agent { get; private set; }

    public StaffContract? Desk { get; private set; }

    public IReadOnlyList<StaffContract> Contracts => contracts.All;

    public IReadOnlyList<Certificate> Certificates { get; private set; } = [];

    public bool MayManage => user.Can(Permission.ManageStaffing);

    public AgentSight Sight => AgentSight.Of(user);

    public sealed class Form
    {
        [Required, StringLength(Agent.LongestNumber), Display(Name = "staffing.column.agent")]
        public string Number { get; set; } = "";

        [Required, StringLength(Agent.LongestName), Display(Name = "staffing.column.name")]
        public string Name { get; set; } = "";

        [StringLength(30), Display(Name = "staffing.column.phone")]
        public string? Phone { get; set; }

        public List<Channel> Channels { get; set; } = [];

        [StringLength(400), Display(Name = "staffing.column.skills")]
        public string? Skills { get; set; }

        [Required, Display(Name = "staffing.column.joined")]
        public DateOnly? JoinedOn { get; set; }

        public AgentDetails Details(string? phone) => new(
            Number.Trim(), Name.Trim(), phone, Channels,
            [.. (Skills ?? "").Split([',', '，', ';', '；', '、'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Distinct()]);
    }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        if (!await ReadAsync(cancel))
        {
            return NotFound();
        }

        if (Agent is { } a)
        {
            Input = new Form
            {
                Number = a.Number, Name = a.Name, Phone = Sight.Phone(a.Phone), Channels = [.. a.Channels], Skills = string.Join(", ", a.Skills), JoinedOn = a.JoinedOn,
            };
        }
        else
        {
            Input = new Form { JoinedOn = Desk!.Today, Channels = [.. Desk.Contract.Channels.Take(1)] };
        }

        return Page();
    }

    [Permission(Permission.ManageStaffing)]
    public Task<IActionResult> OnPostAsync(CancellationToken cancel) => ActAsync(
        async now =>
        {
            var (vendor, number) = (Desk!.Contract.VendorId, Input.Number.Trim());
            if (await db.Agents.AnyAsync(a => a.VendorId == vendor && a.Number.ToUpper() == number.ToUpper() && a.Id != Id, cancel))
            {
                ModelState.AddModelError("Input.Number", text["staffing.numberTaken"]);
                return;
            }

            // Who sees the number masked sends the mask back: it changes nothing.
            var phone = Agent is not null && !Sight.FullPhone ? Agent.Phone : Input.Phone?.Trim();
            if (Agent is null)
            {
                Agent = new Agent(Desk.Contract, Input.Details(phone), Input.JoinedOn!.Value, now);
                db.Agents.Add(Agent);
                return;
            }

            Agent.Change(Input.Details(phone));
            Agent.Join(Input.JoinedOn!.Value, now);
        },
        validate: true, cancel);

    [Permission(Permission.ManageStaffing)]
    public Task<IActionResult> OnPostLeaveAsync(DateOnly? lastDay, LeaveReason? reason, CancellationToken cancel) => ActAsync(
        now =>
        {
            if (lastDay is not { } day || reason is not { } why)
            {
                ModelState.AddModelError("lastDay", text["staffing.leaveMissing"]);
            }
            else
            {
                Agent!.Leave(day, why, now);
            }

            return Task.CompletedTask;
        },
        validate: false, cancel, existing: true);

    [Permission(Permission.ManageStaffing)]
    public Task<IActionResult> OnPostStayAsync(CancellationToken cancel) => ActAsync(
        now =>
        {
            Agent!.Stay(now);
            return Task.CompletedTask;
        },
        validate: false, cancel, existing: true);

    [Permission(Permission.ManageStaffing)]
    public Task<IActionResult> OnPostMoveAsync(Guid to, DateOnly? from, CancellationToken cancel) => ActAsync(
        now =>
        {
            if (contracts.All.FirstOrDefault(c => c.Id == to) is { } target && from is { } day)
            {
                Agent!.Move(target.Contract, day, now);
            }
            else
            {
                ModelState.AddModelError("from", text["staffing.moveMissing"]);
            }

            return Task.CompletedTask;
        },
        validate: false, cancel, existing: true);

    [Permission(Permission.ManageStaffing)]
    public Task<IActionResult> OnPostCertifyAsync(CertificateKind kind, string? title, DateOnly? validFrom, DateOnly? validUntil, CancellationToken cancel) => ActAsync(
        now =>
        {
            if (string.IsNullOrWhiteSpace(title) || title.Length > 120 || validFrom is not { } from || validUntil is not { } until)
            {
                ModelState.AddModelError("title", text["staffing.certificateMissing"]);
            }
            else
            {
                db.Certificates.Add(new Certificate(Agent!, kind, title.Trim(), from, until, user.Name, now));
            }

            return Task.CompletedTask;
        },
        validate: false, cancel, existing: true);

    [Permission(Permission.ManageStaffing)]
    public Task<IActionResult> OnPostWithdrawAsync(Guid certificate, string? reason, CancellationToken cancel) => ActAsync(
        async now =>
        {
            if (await db.Certificates.SingleOrDefaultAsync(c => c.Id == certificate && c.AgentId == Id, cancel) is { } found)
            {
                found.Withdraw(Desk!.Today, Refusal.Within(reason, 400), user.Name, now);
            }
        },
        validate: false, cancel, existing: true);

    private async Task<IActionResult> ActAsync(Func<DateTimeOffset, Task> act, bool validate, CancellationToken cancel, bool existing = false)
    {
        if (!await ReadAsync(cancel) || (existing && Agent is null))
        {
            return NotFound();
        }

        if (!validate)
        {
            ModelState.Clear();
        }

        try
        {
            if (ModelState.IsValid)
            {
                await act(clock.GetUtcNow());
            }

            if (ModelState.IsValid)
            {
                await db.SaveChangesAsync(cancel);
                TempData["Flash"] = text["shared.saved"];
                return RedirectToPage(new { id = Agent!.Id, contract = (Guid?)null });
            }
        }
        catch (Exception e) when (Refusal.Is(e))
        {
            ModelState.AddModelError("", text.Refused(e));
        }

        db.ChangeTracker.Clear();
        if (Id is null)
        {
            Agent = null;
        }
        else if (!validate)
        {
            await OnGetAsync(cancel);
        }

        return Page();
    }

    private async Task<bool> ReadAsync(CancellationToken cancel)
    {
        if (!Sight.Employment)
        {
            return false;
        }

        if (Id is not { } id)
        {
            Desk = MayManage ? await contracts.ChooseAsync(Contract, cancel) : null;
            return Desk is not null;
        }

        Agent = await db.Agents.SingleOrDefaultAsync(a => a.Id == id, cancel);
        Desk = Agent is null ? null : await contracts.ChooseAsync(Agent.ContractId.Value, cancel);
        Certificates = await db.Certificates.AsNoTracking().Where(c => c.AgentId == id).OrderByDescending(c => c.ValidUntil).ToListAsync(cancel);
        return Agent is not null && Desk is not null;
    }
}
