using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using VendorGov.Data;
using VendorGov.Domain;
using VendorGov.Domain.Staffing;
using VendorGov.Web.Hosting;
using VendorGov.Web.Shared;
using VendorGov.Web.Shared.Tags;

namespace VendorGov.Web.Features.Staffing;

/// <summary>A week's roster as a grid of shifts to type in. Days that have begun stand still.</summary>
[Permission(Permission.ManageStaffing)]
[RequestFormLimits(ValueCountLimit = 4000)]
public sealed class PlanModel(AppDb db, StaffContracts contracts, RosterDesk roster, Text text) : PageModel
{
    private const int Days = 7;
    private const int PageSize = 30;

    [BindProperty(SupportsGet = true)]
    public Guid? Contract { get; set; }

    /// <summary>Any day of the week that is edited.</summary>
    [BindProperty(SupportsGet = true)]
    public DateOnly? Week { get; set; }

    [BindProperty(SupportsGet = true, Name = "p")]
    public int? PageNumber { get; set; }

    [BindProperty]
    public List<Line> Lines { get; set; } = [];

    public StaffContract? Desk { get; private set; }

    public IReadOnlyList<StaffContract> Contracts => contracts.All;

    public DateOnly Monday { get; private set; }

    public Paging Paging { get; private set; } = new(1, 0, PageSize);

    public IReadOnlyDictionary<string, Agent> Agents { get; private set; } = new Dictionary<string, Agent>();

    /// <summary>An agent's week as it was typed.</summary>
    public sealed class Line
    {
        public string Number { get; set => field = value ?? ""; } = "";

        /// <summary>One for each day of the week, however many were sent.</summary>
        public List<string?> Shifts { get; set => field = [.. (value ?? []).Concat(new string?[Days]).Take(Days)]; } = [.. new string?[Days]];
    }

    public DateOnly DayOf(int place) => Monday.AddDays(place);

    public bool Fixed(int place) => DayOf(place) < Desk!.Today;

    public async Task<IActionResult> OnGetAsync(bool? before, CancellationToken cancel)
    {
        if (!await ReadAsync(cancel))
        {
            return Contract is null ? Page() : NotFound();
        }

        var copy = before == true ? -Days : 0;
        var (id, from, to) = (Desk!.Contract.Id, Monday.AddDays(copy), Monday.AddDays(copy + Days - 1));
        var known = (await StaffingFacts.DaysAsync(db, [id], from, to, Desk.Now, cancel)).ToDictionary(d => (d.AgentId, d.Date), d => d.Scheduled.ToString());
        Lines = [.. Shown().Select(a => new Line
        {
            Number = a.Number,
            Shifts = [.. Enumerable.Range(0, Days).Select(i => known.GetValueOrDefault((a.Id, DayOf(i).AddDays(copy))))],
        })];
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (!await ReadAsync(cancel))
        {
            return NotFound();
        }

        var entries = Entries();
        if (ModelState.IsValid)
        {
            try
            {
                var changed = await roster.PlanAsync(Desk!, entries, "grid", cancel);
                TempData["Flash"] = text["staffing.planned", changed];
                return RedirectToPage(new { contract = Contract, week = Monday.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture), p = PageNumber });
            }
            catch (Exception e) when (Refusal.Is(e))
            {
                ModelState.AddModelError("", text.Refused(e));
            }
        }

        return Page();
    }

    private List<ShiftEntry> Entries()
    {
        var entries = new List<ShiftEntry>();
        for (var i = 0; i < Lines.Count; i++)
        {
            if (!Agents.TryGetValue(Lines[i].Number, out var agent))
            {
                ModelState.AddModelError("", text["staffing.upload.noAgent"]);
                continue;
            }

            for (var day = 0; day < Days; day++)
            {
                if (Fixed(day) || !agent.WorksOn(DayOf(day)))
                {
                    continue;
                }

                if (!ShiftText.TryParse(Lines[i].Shifts[day], out DayMask mask, out DayMask next) || !next.IsEmpty)
                {
                    ModelState.AddModelError($"Lines[{i}].Shifts[{day}]", text[next.IsEmpty ? "staffing.upload.shift" : "staffing.splitAtMidnight"]);
                    continue;
                }

                entries.Add(new ShiftEntry(agent, DayOf(day), mask, agent.Channels[0]));
            }
        }

        return entries;
    }

    private IEnumerable<Agent> Shown() => Agents.Values.OrderBy(a => a.Number, StringComparer.Ordinal).Skip(Paging.Skip).Take(Paging.Size);

    private async Task<bool> ReadAsync(CancellationToken cancel)
    {
        Desk = await contracts.ChooseAsync(Contract, cancel);
        if (Desk is null)
        {
            return false;
        }

        var day = Week ?? Desk.Today;
        Monday = day.AddDays(-(((int)day.DayOfWeek + 6) % 7));
        Agents = await roster.AgentsAsync(Desk, Monday, cancel);
        Paging = Paging.Of(PageNumber, Agents.Count, PageSize);
        return true;
    }
}
