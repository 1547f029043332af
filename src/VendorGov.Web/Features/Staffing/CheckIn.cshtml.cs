using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using VendorGov.Data;
using VendorGov.Domain;
using VendorGov.Domain.Staffing;
using VendorGov.Web.Hosting;
using VendorGov.Web.Shared;

namespace VendorGov.Web.Features.Staffing;

/// <summary>Today's shift: the team lead checks agents in and out and declares recovery breaks.</summary>
[Permission(Permission.ManageStaffing)]
public sealed class CheckInModel(AppDb db, StaffContracts contracts, RosterDesk roster, Text text) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public Guid? Contract { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Q { get; set; }

    [BindProperty(SupportsGet = true)]
    public bool All { get; set; }

    public StaffContract? Desk { get; private set; }

    public IReadOnlyList<StaffContract> Contracts => contracts.All;

    public IReadOnlyList<Line> Lines { get; private set; } = [];

    public IReadOnlySet<Guid> Uncertified { get; private set; } = new HashSet<Guid>();

    public int Here => Lines.Count(l => l.Day?.InSince is not null);

    public int Expected => Lines.Count(l => l.Day is { } d && d.Scheduled[Math.Min(47, Desk!.Minute / HalfHours.Minutes)]);

    public sealed record Line(Agent Agent, AgentDay? Day);

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

    public Task<IActionResult> OnPostInAsync(Guid agent, CancellationToken cancel) => ActAsync(agent, (day, minute) => day.CheckIn(minute), cancel);

    public Task<IActionResult> OnPostOutAsync(Guid agent, CancellationToken cancel) => ActAsync(agent, (day, minute) => day.CheckOut(minute), cancel);

    public Task<IActionResult> OnPostBreakAsync(Guid agent, CancellationToken cancel) => ActAsync(agent, (day, minute) => day.BeginBreak(minute), cancel);

    public Task<IActionResult> OnPostBackAsync(Guid agent, CancellationToken cancel) => ActAsync(agent, (day, minute) => day.EndBreak(minute), cancel);

    private async Task<IActionResult> ActAsync(Guid id, Action<AgentDay, int> act, CancellationToken cancel)
    {
        var agent = await db.Agents.SingleOrDefaultAsync(a => a.Id == id, cancel);
        Desk = agent is null ? null : await contracts.ChooseAsync(agent.ContractId.Value, cancel);
        if (agent is null || Desk is null || !agent.WorksOn(Desk.Today))
        {
            return NotFound();
        }

        try
        {
            act(await roster.TodayAsync(Desk, agent, cancel), Desk.Minute);
            await db.SaveChangesAsync(cancel);
            return RedirectToPage(new { contract = Contract, q = Q, all = All ? "true" : null });
        }
        catch (Exception e) when (Refusal.Is(e))
        {
            ModelState.AddModelError("", text.Refused(e));
        }

        db.ChangeTracker.Clear();
        await LoadAsync(cancel);
        return Page();
    }

    private async Task LoadAsync(CancellationToken cancel)
    {
        var (id, today, q) = (Desk!.Contract.Id, Desk.Today, Q?.Trim());
        var agents = await db.Agents.AsNoTracking().Where(a => a.ContractId == id && a.JoinedOn <= today && (a.LeftOn == null || a.LeftOn >= today))
            .Where(a => string.IsNullOrEmpty(q) || a.Number.Contains(q) || a.Name.Contains(q)).OrderBy(a => a.Number).ToListAsync(cancel);
        var days = (await StaffingFacts.DaysAsync(db, [id], today, today, Desk.Now, cancel)).ToDictionary(d => d.AgentId);
        var certified = await db.Certificates.AsNoTracking()
            .Where(c => c.ContractId == id && c.Kind == CertificateKind.Contacts && c.ValidFrom <= today && c.ValidUntil >= today
                && (c.WithdrawnFrom == null || c.WithdrawnFrom > today))
            .Select(c => c.AgentId).Distinct().ToListAsync(cancel);
        Lines = [.. agents.Select(a => new Line(a, days.GetValueOrDefault(a.Id)))
            .Where(l => All || !string.IsNullOrEmpty(q) || l.Day is { } d && (!d.Scheduled.IsEmpty || d.Present is not null))
            .OrderBy(l => l.Day?.InSince is null).ThenBy(l => l.Agent.Number, StringComparer.Ordinal)];
        Uncertified = agents.Select(a => a.Id).Except(certified).ToHashSet();
    }
}
