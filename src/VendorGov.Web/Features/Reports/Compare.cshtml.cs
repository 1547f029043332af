using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using VendorGov.Data;
using VendorGov.Documents.Reading;
using VendorGov.Domain.Contracts;
using VendorGov.Domain.Reports;
using VendorGov.Domain.Tenancy;
using VendorGov.Web.Hosting;
using VendorGov.Web.Shared;
using VendorGov.Web.Shared.Tags;

namespace VendorGov.Web.Features.Reports;

/// <summary>A version against the one before it, or any other of the same contract and period.</summary>
[Permission(Permission.ViewReports)]
public sealed class CompareModel(AppDb db, TenantScope scope, ReportPages pages, ReportDesk desk, Text text) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty(SupportsGet = true)]
    public Guid? With { get; set; }

    [BindProperty(SupportsGet = true, Name = "p")]
    public int? PageNumber { get; set; }

    public ReportHead Head { get; private set; } = null!;

    public VendorReport Newer { get; private set; } = null!;

    public VendorReport Older { get; private set; } = null!;

    public VersionDifference Difference { get; private set; } = null!;

    public IReadOnlyList<ChangedFigure> Changed { get; private set; } = [];

    public Paging Paging { get; private set; } = new(1, 0);

    public string Label(string field) => new FindingText(text).Label(field);

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation)
    {
        var id = new VendorReportId(Id);
        var report = await db.VendorReports.AsNoTracking().SingleOrDefaultAsync(r => r.Id == id, cancellation);
        if (report is null || !(scope.WholeTenant || scope.IsVendor) || await OtherAsync(report, cancellation) is not { } other
            || await pages.ContractAsync(report.ContractId.Value, cancellation) is not { } contract)
        {
            return NotFound();
        }

        (Older, Newer) = other.VersionNumber < report.VersionNumber ? (other, report) : (report, other);
        Head = await pages.HeadAsync(
            contract, report.Period, text["reports.compareTitle", report.Period, Newer.VersionNumber, Older.VersionNumber], cancellation);
        return await CompareAsync(contract, cancellation) ? Page() : NotFound();
    }

    private async Task<bool> CompareAsync(Contract contract, CancellationToken cancellation)
    {
        try
        {
            Difference = VersionDifference.Between(
                await RowsAsync(Older, contract, cancellation), await RowsAsync(Newer, contract, cancellation),
                ReportOutcome.ParseFindings(Older.FindingsJson), ReportOutcome.ParseFindings(Newer.FindingsJson));
        }
        catch (Exception e) when (e is TabularRefusedException or FileNotFoundException or DirectoryNotFoundException)
        {
            return false;
        }

        Paging = Paging.Of(PageNumber, Difference.Changed.Count, 100);
        Changed = [.. Difference.Changed.Skip(Paging.Skip).Take(Paging.Size)];
        return true;
    }

    /// <summary>The version asked for, else the one before; null where there is none.</summary>
    private Task<VendorReport?> OtherAsync(VendorReport report, CancellationToken cancellation)
    {
        var others = db.VendorReports.AsNoTracking()
            .Where(r => r.ContractId == report.ContractId && r.Period == report.Period && r.Id != report.Id);
        if (With is { } with && with != Id)
        {
            var id = new VendorReportId(with);
            return others.SingleOrDefaultAsync(r => r.Id == id, cancellation);
        }

        return others.Where(r => r.VersionNumber < report.VersionNumber).OrderByDescending(r => r.VersionNumber).FirstOrDefaultAsync(cancellation);
    }

    /// <summary>Stored rows of an accepted version; of a refused one those that could be read, from the kept file.</summary>
    private async Task<Dictionary<ReportRowKey, IReadOnlyDictionary<string, decimal>>> RowsAsync(
        VendorReport report, Contract contract, CancellationToken cancellation)
    {
        if (!report.Accepted)
        {
            var outcome = await desk.CheckAsync(contract, report, cancellation);
            return outcome.Rows.ToDictionary(r => new ReportRowKey(r.Sheet.Name, r.Outlet.Code, r.Date, r.Channel), r => r.ByName());
        }

        var rows = await (
            from row in db.VendorReportRows.AsNoTracking()
            join outlet in db.Outlets on row.OutletId equals outlet.Id
            where row.ReportId == report.Id
            select new { row.Sheet, outlet.Code, row.Date, row.Channel, row.Figures }).ToListAsync(cancellation);
        return rows.ToDictionary(r => new ReportRowKey(r.Sheet, r.Code, r.Date, r.Channel), r => r.Figures);
    }
}
