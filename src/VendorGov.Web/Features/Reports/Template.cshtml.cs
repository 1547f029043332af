using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using VendorGov.Documents.Reports;
using VendorGov.Domain.Reports;
using VendorGov.Web.Hosting;
using VendorGov.Web.Shared;

namespace VendorGov.Web.Features.Reports;

/// <summary>The workbook to fill in for one contract and month or week.</summary>
[Permission(Permission.ViewReports)]
public sealed class TemplateModel(ReportPages pages, ReportContexts contexts, TimeProvider clock, Text text) : PageModel
{
    private const string Workbook = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    public async Task<IActionResult> OnGetAsync(Guid contract, string period, CancellationToken cancellation)
    {
        if (!ReportPeriod.TryParse(period, out var wanted) || await pages.ContractAsync(contract, cancellation) is not { } found)
        {
            return NotFound();
        }

        var context = await contexts.OfAsync(found, wanted, clock.GetUtcNow(), cancellation);
        return File(ReportTemplate.Render(context), Workbook, $"{text["reports.templateFile", found.Number, wanted.ToString()]}.xlsx");
    }
}
