using System.Globalization;
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

/// <summary>A month's roster: agents by days, with planned hours, and presence for the days that have passed.</summary>
[Permission(Permission.ViewStaffing)]
public sealed class RosterModel(AppDb db, StaffContracts contracts, CurrentUser user, Text text) : PageModel
{
    private const int PageSize = 100;

    [BindProperty(SupportsGet = true)]
    public Guid? Contract { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Month { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Q { get; set; }

    [BindProperty(SupportsGet = true, Name = "p")]
    public int? PageNumber { get; set; }

    public IReadOnlyList<StaffContract> Contracts => contracts.All;

    public StaffContract? Desk { get; private set; }

    public YearMonth Shown { get; private set; }

    public IReadOnlyList<Row> Rows { get; private set; } = [];

    public Paging Paging { get; private set; } = new(1, 0, PageSize);

    public bool MayManage => user.Can(Permission.ManageStaffing);

    /// <summary>One agent: cells by day of the month.</summary>
    public sealed record Row(Guid Id, string Number, string Name, IReadOnlyList<Cell> Cells)
    {
        public decimal Hours => Cells.Sum(c => c.Planned.Hours);
    }

    /// <summary>One day of an agent. Hours of presence are null where nobody said.</summary>
    public readonly record struct Cell(DayMask Planned, decimal? PresentHours, bool Corrected);

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        if (!await ChooseAsync(cancel))
        {
            return Contract is null ? Page() : NotFound();
        }

        var agents = Found();
        Paging = Paging.Of(PageNumber, await agents.CountAsync(cancel), PageSize);
        Rows = await RowsAsync(agents.OrderBy(a => a.Number).Skip(Paging.Skip).Take(Paging.Size), cancel);
        return Page();
    }

    public async Task<IActionResult> OnGetExportAsync(string? format, CancellationToken cancel)
    {
        if (!await ChooseAsync(cancel))
        {
            return NotFound();
        }

        var days = Enumerable.Range(0, Shown.LastDay.Day).Select(Shown.FirstDay.AddDays).ToList();
        var rows = await RowsAsync(Found().OrderBy(a => a.Number), cancel);
        return ListDownload.Of(
            $"roster-{Shown}",
            [text["staffing.column.agent"], text["staffing.column.name"], .. days.Select(d => d.ToString("MM-dd", CultureInfo.InvariantCulture))],
            rows.Select(r => (IReadOnlyList<object?>)[r.Number, r.Name, .. r.Cells.Select(c => c.Planned.ToString())]), format);
    }

    private async Task<bool> ChooseAsync(CancellationToken cancel)
    {
        Desk = await contracts.ChooseAsync(Contract, cancel);
        Shown = YearMonth.TryParse(Month, out var month) ? month : Desk?.Month ?? default;
        return Desk is not null;
    }

    private IQueryable<Agent> Found()
    {
        var (id, first, last, q) = (Desk!.Contract.Id, Shown.FirstDay, Shown.LastDay, Q?.Trim());
        var agents = db.Agents.AsNoTracking().Where(a => a.ContractId == id && a.JoinedOn <= last && (a.LeftOn == null || a.LeftOn >= first));
        return string.IsNullOrEmpty(q) ? agents : agents.Where(a => a.Number.Contains(q) || a.Name.Contains(q));
    }

    private async Task<List<Row>> RowsAsync(IQueryable<Agent> agents, CancellationToken cancel)
    {
        var shown = await agents.Select(a => new { a.Id, a.Number, a.Name }).ToListAsync(cancel);
        var (contract, first, last, ids) = (Desk!.Contract.Id, Shown.FirstDay, Shown.LastDay, shown.Select(a => a.Id).ToList());
        var rows = db.AgentDays.AsNoTracking().Where(d => d.ContractId == contract && d.Date >= first && d.Date <= last && ids.Contains(d.AgentId));
        var days = await StaffingFacts.Standing(rows, Desk.Now).ToDictionaryAsync(d => (d.AgentId, d.Date), cancel);
        return [.. shown.Select(a => new Row(a.Id, a.Number, a.Name, [.. Enumerable.Range(0, Shown.LastDay.Day)
            .Select(i => CellOf(days.GetValueOrDefault((a.Id, Shown.FirstDay.AddDays(i)))))]))];
    }

    private Cell CellOf(AgentDay? day) => day is null
        ? default
        : new Cell(day.Scheduled, day.Fact(Desk!.Passed(day.Date)).Present is { } present ? present.TotalMinutes / 60m : null, day.Revision > 1);
}
