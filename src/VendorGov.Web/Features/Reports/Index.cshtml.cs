using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using VendorGov.Data;
using VendorGov.Domain;
using VendorGov.Domain.Reports;
using VendorGov.Domain.Tenancy;
using VendorGov.Web.Hosting;
using VendorGov.Web.Shared;
using VendorGov.Web.Shared.Tags;

namespace VendorGov.Web.Features.Reports;

/// <summary>What is owed with its clock, on top for the vendor; below it every contract and month or week; a month's filter takes in the weeks that end in it.</summary>
[Permission(Permission.ViewReports)]
public sealed class IndexModel(AppDb db, DutyList duties, CurrentUser user, TimeProvider clock, Text text) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public string? Q { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Month { get; set; }

    [BindProperty(SupportsGet = true)]
    public Guid? Vendor { get; set; }

    [BindProperty(SupportsGet = true)]
    public DutyState? State { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Sort { get; set; }

    [BindProperty(SupportsGet = true, Name = "p")]
    public int? PageNumber { get; set; }

    public DateTimeOffset Now { get; } = clock.GetUtcNow();

    public bool IsVendor => user.Side == Domain.Issues.Side.Vendor;

    public bool MayUpload => user.Can(Permission.UploadReport);

    public IReadOnlyList<DutyRow> Owed { get; private set; } = [];

    public IReadOnlyList<DutyRow> Rows { get; private set; } = [];

    public IReadOnlyList<YearMonth> Months { get; private set; } = [];

    public IReadOnlyList<(Guid Id, string Name)> Vendors { get; private set; } = [];

    public Paging Paging { get; private set; } = new(1, 0);

    public bool Filtered => State is not null || Vendor is not null || Month is not null || !string.IsNullOrWhiteSpace(Q);

    public async Task OnGetAsync(CancellationToken cancellation)
    {
        var found = duties.Find(Filter, Now);
        Paging = Paging.Of(PageNumber, await found.CountAsync(cancellation));
        Rows = await duties.ReadAsync(found.Skip(Paging.Skip).Take(Paging.Size), cancellation);
        if (IsVendor)
        {
            var open = duties.Find(new DutyFilter(null, null, DutyState.Open, null, "due"), Now);
            Owed = await duties.ReadAsync(open.Take(12), cancellation);
        }

        await LoadChoicesAsync(cancellation);
    }

    public async Task<IActionResult> OnGetExportAsync(CancellationToken cancellation)
    {
        string[] head = ["month", "vendor", "contract", "due", "state", "delivered", "version", "rows"];
        var rows = await duties.ReadAsync(duties.Find(Filter, Now), cancellation);
        return ListDownload.Of("reports", head.Select(h => text[$"reports.column.{h}"]), rows.Select(r => (IReadOnlyList<object?>)
        [
            r.Period.ToString(), r.VendorName, r.ContractNumber, text.Instant(r.DueAt), text.Of(r.ClockAt(Now)), text.Instant(r.StoppedAt),
            r.VersionNumber, r.RowCount,
        ]), "csv");
    }

    private DutyFilter Filter => new(
        YearMonth.TryParse(Month, out var month) ? ReportPeriod.EndingIn(month) : null, Vendor is { } id ? new VendorId(id) : null, State, Q, Sort);

    private async Task LoadChoicesAsync(CancellationToken cancellation)
    {
        var periods = await db.Obligations.AsNoTracking().Where(o => o.ReportPeriod != null)
            .Select(o => o.ReportPeriod).Distinct().ToListAsync(cancellation);
        Months = [.. periods.Select(p => p!.Value.Month).Distinct().OrderDescending()];
        if (!IsVendor)
        {
            var vendors = await db.Vendors.AsNoTracking().Where(v => !v.Unassigned).OrderBy(v => v.Name)
                .Select(v => new { v.Id, v.Name }).ToListAsync(cancellation);
            Vendors = [.. vendors.Select(v => (v.Id.Value, v.Name))];
        }
    }
}
