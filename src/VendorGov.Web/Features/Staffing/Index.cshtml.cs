using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using VendorGov.Domain;
using VendorGov.Domain.Contracts;
using VendorGov.Domain.Staffing;
using VendorGov.Web.Hosting;
using VendorGov.Web.Shared;

namespace VendorGov.Web.Features.Staffing;

/// <summary>Coverage of a month, day by half hour, with the figures of one day beside it.</summary>
[Permission(Permission.ViewStaffing)]
public sealed class IndexModel(StaffContracts contracts, CoverageReader coverage, CurrentUser user, Text text) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public Guid? Contract { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Month { get; set; }

    [BindProperty(SupportsGet = true)]
    public Channel? Channel { get; set; }

    [BindProperty(SupportsGet = true)]
    public DateOnly? Day { get; set; }

    public IReadOnlyList<StaffContract> Contracts => contracts.All;

    public StaffContract? Desk { get; private set; }

    public YearMonth Shown { get; private set; }

    public DeskView View { get; private set; } = new([], false, new Dictionary<DateOnly, DayMask>());

    public HeatMap? Heat { get; private set; }

    public CoverageDay? Chosen { get; private set; }

    public bool MayManage => user.Can(Permission.ManageStaffing);

    public bool MayPlan => user.Can(Permission.PlanStaffing);

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        if (!await ReadAsync(cancel))
        {
            return Contract is null ? Page() : NotFound();
        }

        var days = View.Days;
        Heat = HeatMap.Of(days, Desk!, Shown);
        var day = Day ?? (Shown == Desk!.Month ? Desk.Today : days.LastOrDefault()?.Date ?? Shown.FirstDay);
        Chosen = days.FirstOrDefault(d => d.Date == day) ?? new CoverageDay(day, Channel!.Value);
        return Page();
    }

    /// <summary>Every half hour of the month as a row.</summary>
    public async Task<IActionResult> OnGetExportAsync(string? format, CancellationToken cancel)
    {
        if (!await ReadAsync(cancel))
        {
            return NotFound();
        }

        string[] head = ["date", "interval", "required", "scheduled", "present", "shortfall"];
        var rows = View.Days.SelectMany(d => Enumerable.Range(0, HalfHours.PerDay).Where(i => d.Required[i] + d.Scheduled[i] + d.PresentMinutes[i] > 0)
            .Select(i => (IReadOnlyList<object?>)[
                d.Date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), HalfHours.Label(i), d.Required[i], d.Scheduled[i],
                Math.Round(d.Present(i), 2), Math.Round(d.Shortfall(i), 2)]));
        return ListDownload.Of($"coverage-{Shown}", head.Select(h => text[$"staffing.column.{h}"]), rows, format);
    }

    private async Task<bool> ReadAsync(CancellationToken cancel)
    {
        Desk = await contracts.ChooseAsync(Contract, cancel);
        if (Desk is null || Desk.Contract.Channels.Count == 0)
        {
            return false;
        }

        Shown = YearMonth.TryParse(Month, out var month) ? month : Day is { } day ? YearMonth.Of(day) : Desk.Month;
        Channel = Channel is { } asked && Desk.Contract.Channels.Contains(asked) ? asked : Desk.Contract.Channels[0];
        View = await coverage.ReadAsync(Desk, Shown.FirstDay, Shown.LastDay, Channel, cancel);
        return true;
    }
}
