using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using VendorGov.Domain;
using VendorGov.Domain.Contracts;
using VendorGov.Domain.Staffing;
using VendorGov.Domain.Tenancy;
using VendorGov.Web.Hosting;
using VendorGov.Web.Shared;

namespace VendorGov.Web.Features.Staffing;

/// <summary>
/// A pattern of half hours for a span of dates: contacts from which heads are computed by Erlang C, or the heads themselves. What it comes to
/// is shown before it is written.
/// </summary>
[Permission(Permission.PlanStaffing)]
public sealed class DemandModel(StaffContracts contracts, RequirementDesk requirements, Text text) : PageModel
{
    private const int MostDays = 92;

    [BindProperty(SupportsGet = true)]
    public Guid? Contract { get; set; }

    [BindProperty]
    public Form Input { get; set; } = new();

    public StaffContract? Desk { get; private set; }

    public IReadOnlyList<StaffContract> Contracts => contracts.All;

    public IReadOnlyList<Outlet> Outlets { get; private set; } = [];

    /// <summary>Heads per half hour that the form comes to; null before it was asked.</summary>
    public IReadOnlyList<int>? Heads { get; private set; }

    public sealed class Form
    {
        [Required, Display(Name = "staffing.outlet")]
        public Guid? Outlet { get; set; }

        [Required, Display(Name = "staffing.column.channel")]
        public Channel? Channel { get; set; }

        [Required, Display(Name = "staffing.from")]
        public DateOnly? From { get; set; }

        [Required, Display(Name = "staffing.to")]
        public DateOnly? To { get; set; }

        public List<DayOfWeek> Weekdays { get; set; } = [.. Enum.GetValues<DayOfWeek>()];

        /// <summary>Heads are typed in; else contacts are, and heads follow.</summary>
        public bool Entered { get; set; }

        [Range(1, 7200), Display(Name = "staffing.handling")]
        public int Handling { get; set; } = 240;

        [Range(1, 99), Display(Name = "staffing.target")]
        public decimal Target { get; set; } = 80;

        [Range(0, 3600), Display(Name = "staffing.within")]
        public int Within { get; set; } = 20;

        [Range(0, 60), Display(Name = "staffing.shrinkage")]
        public decimal Shrinkage { get; set; }

        [Range(1, 10), Display(Name = "staffing.concurrency")]
        public int Concurrency { get; set; } = 1;

        public List<int?> Figures { get; set; } = [.. Enumerable.Repeat<int?>(null, HalfHours.PerDay)];

        public StaffAssumption Assumption => new(Handling, Target, Within, Shrinkage, Concurrency);
    }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        if (!await ReadAsync(cancel))
        {
            return Contract is null ? Page() : NotFound();
        }

        var first = Desk!.Today.AddDays(15);
        (Input.From, Input.To) = (first, first.AddDays(6));
        (Input.Outlet, Input.Channel) = (Outlets.FirstOrDefault()?.Id.Value, Desk.Contract.Channels.FirstOrDefault());
        return Page();
    }

    /// <summary>Only computes: nothing is written.</summary>
    public async Task<IActionResult> OnPostPreviewAsync(CancellationToken cancel)
    {
        if (!await ReadAsync(cancel))
        {
            return NotFound();
        }

        Check();
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (!await ReadAsync(cancel) || (Input.Outlet is { } id && Outlets.All(o => o.Id.Value != id)))
        {
            return NotFound();
        }

        if (!Check())
        {
            return Page();
        }

        try
        {
            var changed = await requirements.WriteAsync(Desk!, [.. Entries()], "pattern", cancel);
            TempData["Flash"] = text["staffing.demanded", changed];
            return RedirectToPage("Forecast", new { contract = Contract, month = YearMonth.Of(Input.From!.Value).ToString() });
        }
        catch (Exception e) when (Refusal.Is(e))
        {
            ModelState.AddModelError("", text.Refused(e));
        }

        return Page();
    }

    private bool Check()
    {
        if (Input.From > Input.To || (Input.To is { } to && Input.From is { } from && to.DayNumber - from.DayNumber > MostDays))
        {
            ModelState.AddModelError("Input.To", text["staffing.spanWrong", MostDays]);
        }

        // A figure that is no number is missing from the list; its message stands at its field.
        while (Input.Figures.Count < HalfHours.PerDay)
        {
            Input.Figures.Add(null);
        }

        if (Input.Figures.Count != HalfHours.PerDay || Input.Figures.All(f => f is null))
        {
            ModelState.AddModelError("Input.Figures[18]", text["staffing.figuresMissing"]);
        }
        else if (Input.Figures.FindIndex(f => f is < 0 or > 10_000) is >= 0 and var wrong)
        {
            ModelState.AddModelError($"Input.Figures[{wrong}]", text["sheets.problem.whole", 0, 10_000]);
        }

        if (!ModelState.IsValid)
        {
            return false;
        }

        Heads = [.. Input.Figures.Select(f => Input.Entered ? f ?? 0 : ErlangC.Required(f ?? 0, Input.Assumption))];
        return true;
    }

    private IEnumerable<RequirementEntry> Entries()
    {
        int[] figures = [.. Input.Figures.Select(f => f ?? 0)];
        for (var date = Input.From!.Value; date <= Input.To!.Value; date = date.AddDays(1))
        {
            if (Input.Weekdays.Contains(date.DayOfWeek))
            {
                var (volumes, heads) = Input.Entered ? (new int[HalfHours.PerDay], [.. figures.Select(f => (int?)f)]) : (figures, new int?[HalfHours.PerDay]);
                yield return new RequirementEntry(new OutletId(Input.Outlet!.Value), Input.Channel!.Value, date)
                {
                    Volumes = volumes, Heads = heads, HasVolumes = !Input.Entered, Assumption = Input.Entered ? null : Input.Assumption,
                };
            }
        }
    }

    private async Task<bool> ReadAsync(CancellationToken cancel)
    {
        Desk = await contracts.ChooseAsync(Contract, cancel);
        if (Desk is null)
        {
            return false;
        }

        Outlets = await contracts.OutletsAsync(Desk.Contract, cancel);
        return true;
    }
}
