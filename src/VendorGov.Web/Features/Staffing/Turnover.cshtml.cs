using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using VendorGov.Web.Hosting;
using VendorGov.Web.Shared;

namespace VendorGov.Web.Features.Staffing;

/// <summary>Joiners, leavers and attrition by month and tenure, with warnings about the stability of a team.</summary>
[Permission(Permission.ViewStaffing)]
public sealed class TurnoverModel(StaffContracts contracts, TurnoverReader reader, CurrentUser user, Text text) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public Guid? Contract { get; set; }

    public IReadOnlyList<StaffContract> Contracts => contracts.All;

    public StaffContract? Desk { get; private set; }

    public Turnover Figures { get; private set; } = null!;

    public bool MayPlan => user.Can(Permission.PlanStaffing);

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        Desk = await contracts.ChooseAsync(Contract, cancel);
        if (Desk is null)
        {
            return Contract is null ? Page() : NotFound();
        }

        Figures = await reader.ReadAsync(Desk, cancel);
        return Page();
    }

    public async Task<IActionResult> OnGetExportAsync(string? format, CancellationToken cancel)
    {
        Desk = await contracts.ChooseAsync(Contract, cancel);
        if (Desk is null)
        {
            return NotFound();
        }

        string[] head = ["month", "start", "joiners", "leavers", "end", "attrition"];
        var figures = await reader.ReadAsync(Desk, cancel);
        return ListDownload.Of("turnover", head.Select(h => text[$"staffing.column.{h}"]), figures.Months.Select(m => (IReadOnlyList<object?>)[
            m.Month.ToString(), m.Start, m.Joined, m.Left, m.End, m.Rate is { } r ? Math.Round(r, 2) : null]), format);
    }
}
