using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using VendorGov.Data;
using VendorGov.Domain.Staffing;
using VendorGov.Domain.Training;
using VendorGov.Web.Hosting;
using VendorGov.Web.Shared;

namespace VendorGov.Web.Features.Training;

/// <summary>One briefing and who has read it; the team lead witnesses receipts at the start of a shift.</summary>
[Permission(Permission.ViewTraining)]
public sealed class BriefingModel(AppDb db, StaffContracts contracts, CurrentUser user, Text text) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    public StaffContract Desk { get; private set; } = null!;

    public Briefing Briefing { get; private set; } = null!;

    public IReadOnlyList<(Agent Agent, BriefingReceipt? Receipt)> Lines { get; private set; } = [];

    public bool MayWitness => user.Can(Permission.ManageTraining);

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel) => await ReadAsync(cancel) ? Page() : NotFound();

    [Permission(Permission.ManageTraining)]
    public async Task<IActionResult> OnPostAsync(List<string> numbers, CancellationToken cancel)
    {
        if (!await ReadAsync(cancel))
        {
            return NotFound();
        }

        var open = Lines.Where(l => l.Receipt is null && numbers.Contains(l.Agent.Number)).ToList();
        db.BriefingReceipts.AddRange(open.Select(l => new BriefingReceipt(Briefing, l.Agent, user.Name, Desk.Now)));
        try
        {
            await db.SaveChangesAsync(cancel);
            TempData["Flash"] = text["training.witnessed", open.Count];
        }
        catch (DbUpdateException)
        {
            TempData["Flash"] = text["shared.conflict"];
        }

        return RedirectToPage(new { id = Id });
    }

    private async Task<bool> ReadAsync(CancellationToken cancel)
    {
        var briefing = await db.Briefings.AsNoTracking().SingleOrDefaultAsync(b => b.Id == Id, cancel);
        if (briefing is null || await contracts.ChooseAsync(briefing.ContractId.Value, cancel) is not { } desk)
        {
            return false;
        }

        (Briefing, Desk) = (briefing, desk);
        var (contract, today) = (briefing.ContractId, desk.Today);
        var agents = await db.Agents.AsNoTracking().Where(a => a.ContractId == contract && a.JoinedOn <= today && (a.LeftOn == null || a.LeftOn >= today))
            .OrderBy(a => a.Number).ToListAsync(cancel);
        var receipts = await db.BriefingReceipts.AsNoTracking().Where(r => r.BriefingId == Id).ToDictionaryAsync(r => r.AgentId, cancel);
        Lines = [.. agents.Select(a => (a, receipts.GetValueOrDefault(a.Id))).OrderBy(l => l.Item2 is not null)];
        return true;
    }
}
