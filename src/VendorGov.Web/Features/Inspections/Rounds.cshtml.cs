using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using VendorGov.Data;
using VendorGov.Domain;
using VendorGov.Domain.Inspections;
using VendorGov.Domain.Issues;
using VendorGov.Domain.Tenancy;
using VendorGov.Web.Hosting;
using VendorGov.Web.Shared;

namespace VendorGov.Web.Features.Inspections;

/// <summary>Calibration rounds, and a new one: contacts, and reviewers of both sides.</summary>
[Permission(Permission.ViewInspections)]
public sealed class RoundsModel(AppDb db, InspectionDesk desk, StaffContracts contracts, CurrentUser user, Text text) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public Guid? Contract { get; set; }

    [BindProperty]
    public Form Input { get; set; } = new();

    public IReadOnlyList<StaffContract> Contracts => contracts.All;

    public StaffContract? Desk { get; private set; }

    public IReadOnlyList<Line> Rounds { get; private set; } = [];

    public IReadOnlyList<Membership> People { get; private set; } = [];

    public IReadOnlyList<QaContact> Choices { get; private set; } = [];

    public bool MayOpen => user.Can(Permission.ManageInspections);

    public sealed class Line
    {
        public required CalibrationRound Round { get; init; }
        public required int Tasks { get; init; }
        public required int Done { get; init; }
    }

    public sealed class Form
    {
        [Required, StringLength(120), Display(Name = "inspections.roundTitle")]
        public string? Title { get; set; }

        public List<Guid> Contacts { get; set; } = [];

        public List<Guid> Reviewers { get; set; } = [];
    }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        Desk = await contracts.ChooseAsync(Contract, cancel);
        if (Desk is null)
        {
            return Contract is null ? Page() : NotFound();
        }

        await LoadAsync(cancel);
        return Page();
    }

    [Permission(Permission.ManageInspections)]
    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        Desk = await contracts.ChooseAsync(Contract, cancel);
        if (Desk is null)
        {
            return NotFound();
        }

        await LoadAsync(cancel);
        try
        {
            if (ModelState.IsValid)
            {
                return RedirectToPage("Round", new { id = await OpenAsync(cancel) });
            }
        }
        catch (RuleViolationException e)
        {
            ModelState.AddModelError("", text.Rule(e));
            db.ChangeTracker.Clear();
        }

        return Page();
    }

    private async Task<Guid> OpenAsync(CancellationToken cancel)
    {
        var (ids, contract) = (Input.Contacts.Distinct().ToList(), Desk!.Contract.Id);
        var picked = await db.QaContacts.Where(c => ids.Contains(c.Id) && c.ContractId == contract && c.Kind != InspectionKind.Mystery).ToListAsync(cancel);
        var reviewers = People.Where(p => Input.Reviewers.Contains(p.UserId.Value))
            .Select(p => new RoundReviewer(p.UserId.Value, p.DisplayName, p.VendorId is null ? Side.Buyer : Side.Vendor)).ToList();
        if (People.FirstOrDefault(p => Input.Reviewers.Contains(p.UserId.Value) && p.OutletId is { } own && picked.Any(c => c.OutletId != own)) is { } stranger)
        {
            throw new RuleViolationException("round-outlet", stranger.DisplayName);
        }

        var form = await desk.CurrentFormAsync(cancel);
        var round = new CalibrationRound(Desk.Contract, Input.Title!, form, picked, reviewers, user.Name, Desk.Now);
        db.CalibrationRounds.Add(round);
        db.Evaluations.AddRange(round.Tasks(form, picked, Desk.Now));
        foreach (var contact in picked)
        {
            contact.Show(Desk.Now);
        }

        await db.SaveChangesAsync(cancel);
        return round.Id;
    }

    private async Task LoadAsync(CancellationToken cancel)
    {
        var (id, vendor) = (Desk!.Contract.Id, Desk.Contract.VendorId);
        Rounds = await db.CalibrationRounds.AsNoTracking().Where(r => r.ContractId == id).OrderByDescending(r => r.OpenedAt).Take(60).Select(r => new Line
        {
            Round = r, Tasks = db.Evaluations.Count(e => e.RoundId == r.Id), Done = db.Evaluations.Count(e => e.RoundId == r.Id && e.State == EvaluationState.Submitted),
        }).ToListAsync(cancel);
        if (!MayOpen)
        {
            return;
        }

        // Who may score; the vendor's people are named by their own membership, which the buyer sees through the contract.
        var outlets = Desk.Contract.Outlets.Select(o => o.OutletId).ToList();
        People = await db.Memberships.AsNoTracking().Where(m => m.DeactivatedAt == null && m.Role != Role.Auditor
            && (m.VendorId == vendor || m.Role == Role.Headquarters || m.UserId == user.Id || (m.OutletId != null && outlets.Contains(m.OutletId.Value)))).OrderBy(m => m.DisplayName).ToListAsync(cancel);
        Choices = await db.QaContacts.AsNoTracking().Where(c => c.ContractId == id && c.Kind != InspectionKind.Mystery)
            .OrderByDescending(c => c.Recording != null).ThenByDescending(c => c.StartedAt).Take(40).ToListAsync(cancel);
    }
}
