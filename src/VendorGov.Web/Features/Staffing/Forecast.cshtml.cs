using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using VendorGov.Data;
using VendorGov.Domain;
using VendorGov.Domain.Contracts;
using VendorGov.Domain.Staffing;
using VendorGov.Domain.Tenancy;
using VendorGov.Web.Hosting;
using VendorGov.Web.Shared;

namespace VendorGov.Web.Features.Staffing;

/// <summary>What outlets expect and ask for in a month, by what assumption, and how far it was off.</summary>
[Permission(Permission.ViewStaffing)]
public sealed class ForecastModel(AppDb db, StaffContracts contracts, ClockFacesLoader clocks, CurrentUser user, Text text) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public Guid? Contract { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Month { get; set; }

    [BindProperty(SupportsGet = true)]
    public Channel? Channel { get; set; }

    public IReadOnlyList<StaffContract> Contracts => contracts.All;

    public StaffContract? Desk { get; private set; }

    public YearMonth Shown { get; private set; }

    public IReadOnlyList<Row> Rows { get; private set; } = [];

    public ForecastError Error { get; private set; } = new(0, 0, 0);

    public bool MayPlan => user.Can(Permission.PlanStaffing);

    /// <summary>All outlets of one date and channel.</summary>
    public sealed record Row(
        DateOnly Date, Channel Channel, int Outlets, int? Volume, int? Came, decimal RequiredHours, int Peak, ForecastError Error, int Late, string Assumption);

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        if (!await ReadAsync(cancel))
        {
            return Contract is null ? Page() : NotFound();
        }

        return Page();
    }

    public async Task<IActionResult> OnGetExportAsync(string? format, CancellationToken cancel)
    {
        if (!await ReadAsync(cancel))
        {
            return NotFound();
        }

        string[] head = ["date", "channel", "outlets", "volume", "came", "requiredHours", "peak", "error", "late"];
        return ListDownload.Of($"forecast-{Shown}", head.Select(h => text[$"staffing.column.{h}"]), Rows.Select(r => (IReadOnlyList<object?>)[
            r.Date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), text.Of(r.Channel), r.Outlets, r.Volume, r.Came, r.RequiredHours, r.Peak,
            r.Error.Percent is { } p ? Math.Round(p, 1) : null, r.Late]), format);
    }

    private async Task<bool> ReadAsync(CancellationToken cancel)
    {
        Desk = await contracts.ChooseAsync(Contract, cancel);
        if (Desk is null)
        {
            return false;
        }

        Shown = YearMonth.TryParse(Month, out var month) ? month : Desk.Month;
        var rows = await StaffingFacts.RequirementsAsync(db, [Desk.Contract.Id], Shown.FirstDay, Shown.LastDay, Desk.Now, cancel);
        rows = Channel is { } channel ? [.. rows.Where(r => r.Channel == channel)] : rows;
        var terms = await clocks.TermsOnAsync(Desk.Contract.Id, Desk.Today, cancel);
        var office = await clocks.CalendarAsync(terms.OfficeCalendarId, cancel);
        Rows = [.. rows.GroupBy(r => (r.Date, r.Channel)).OrderBy(g => g.Key).Select(g => RowOf(g.Key.Date, g.Key.Channel, [.. g], office))];
        Error = ForecastError.Of(rows);
        return true;
    }

    private Row RowOf(DateOnly date, Channel channel, List<RequirementDay> days, Domain.Calendars.BusinessCalendar office)
    {
        var heads = Enumerable.Range(0, HalfHours.PerDay).Select(i => days.Sum(d => d.Required[i])).ToList();
        var assumptions = days.Select(d => d.Assumption).Distinct().ToList();
        return new Row(
            date, channel, days.Count,
            days.Any(d => d.Volumes is not null) ? days.Sum(d => d.Volumes?.Sum() ?? 0) : null,
            days.Any(d => d.Actual is not null) ? days.Sum(d => d.Actual?.Sum() ?? 0) : null,
            heads.Sum() / 2m, heads.Max(), ForecastError.Of(days), days.Count(d => d.IsLate(office)),
            assumptions is [{ } one] ? Words(one) : text[assumptions.Contains(null) ? "staffing.entered" : "staffing.mixed"]);
    }

    private string Words(StaffAssumption a) =>
        text["staffing.assumption", a.HandlingSeconds, a.TargetPercent, a.WithinSeconds, a.ShrinkagePercent, a.Concurrency];
}
