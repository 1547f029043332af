using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using VendorGov.Data;
using VendorGov.Domain;
using VendorGov.Domain.Staffing;
using VendorGov.Domain.Training;
using VendorGov.Web.Hosting;
using VendorGov.Web.Shared;

namespace VendorGov.Web.Features.Training;

/// <summary>One session: who was there and how the test went. A pass makes a certificate in the same save.</summary>
[Permission(Permission.ViewTraining)]
[RequestFormLimits(ValueCountLimit = 4000)]
public sealed class SessionModel(AppDb db, StaffContracts contracts, TrainingDuties duties, CurrentUser user, Text text) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty]
    public List<Entry> Entries { get; set; } = [];

    public StaffContract Desk { get; private set; } = null!;

    public TrainingSession Session { get; private set; } = null!;

    public Course Course { get; private set; } = null!;

    /// <summary>Agents who could sit in it, with the result where there is one.</summary>
    public IReadOnlyList<(Agent Agent, TrainingResult? Result)> Lines { get; private set; } = [];

    public bool MayRecord => user.Can(Permission.ManageTraining) && Session.Date <= Desk.Today;

    public sealed class Entry
    {
        public string Number { get; set => field = value ?? ""; } = "";

        public bool Attended { get; set; }

        public int? Score { get; set; }
    }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        if (!await ReadAsync(cancel))
        {
            return NotFound();
        }

        Entries = [.. Lines.Where(l => l.Result is null).Select(l => new Entry { Number = l.Agent.Number })];
        return Page();
    }

    [Permission(Permission.ManageTraining)]
    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (!await ReadAsync(cancel))
        {
            return NotFound();
        }

        var open = Lines.Where(l => l.Result is null).ToDictionary(l => l.Agent.Number, l => l.Agent, StringComparer.OrdinalIgnoreCase);
        var (certificates, recorded) = (0, 0);
        for (var i = 0; i < Entries.Count; i++)
        {
            if ((Entries[i].Attended || Entries[i].Score is not null) && open.TryGetValue(Entries[i].Number, out var agent))
            {
                certificates += Record(i, agent);
                recorded++;
            }
        }

        if (!ModelState.IsValid)
        {
            return Page();
        }

        try
        {
            await db.SaveChangesAsync(cancel);
            await duties.SettleAsync(Desk.Contract, cancel);
            TempData["Flash"] = text["training.recorded", recorded, certificates];
            return RedirectToPage(new { id = Id });
        }
        catch (DbUpdateException)
        {
            ModelState.AddModelError("", text["shared.conflict"]);
            return Page();
        }
    }

    private int Record(int place, Agent agent)
    {
        try
        {
            var (result, certificate) = TrainingResult.Record(
                Session, Course, agent, Entries[place].Attended, Entries[place].Score, Desk.Today, user.Name, Desk.Now);
            db.TrainingResults.Add(result);
            if (certificate is not null)
            {
                db.Certificates.Add(certificate);
            }

            return certificate is null ? 0 : 1;
        }
        catch (RuleViolationException e)
        {
            ModelState.AddModelError($"Entries[{place}].Score", text.Rule(e));
            return 0;
        }
    }

    private async Task<bool> ReadAsync(CancellationToken cancel)
    {
        var session = await db.TrainingSessions.AsNoTracking().SingleOrDefaultAsync(s => s.Id == Id, cancel);
        if (session is null || await contracts.ChooseAsync(session.ContractId.Value, cancel) is not { } desk)
        {
            return false;
        }

        (Session, Desk) = (session, desk);
        Course = await db.Courses.AsNoTracking().SingleAsync(c => c.Id == session.CourseId, cancel);
        var (contract, date) = (session.ContractId, session.Date);
        var agents = await db.Agents.AsNoTracking().Where(a => a.ContractId == contract && a.JoinedOn <= date && (a.LeftOn == null || a.LeftOn >= date))
            .OrderBy(a => a.Number).ToListAsync(cancel);
        var results = await db.TrainingResults.AsNoTracking().Where(r => r.SessionId == Id).ToDictionaryAsync(r => r.AgentId, cancel);
        Lines = [.. agents.Select(a => (a, results.GetValueOrDefault(a.Id)))];
        return true;
    }
}
