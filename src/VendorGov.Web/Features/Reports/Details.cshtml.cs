using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using VendorGov.Data;
using VendorGov.Documents.Reading;
using VendorGov.Domain;
using VendorGov.Domain.Contracts;
using VendorGov.Domain.Reports;
using VendorGov.Domain.Tenancy;
using VendorGov.Web.Hosting;
using VendorGov.Web.Shared;
using VendorGov.Web.Shared.Tags;

namespace VendorGov.Web.Features.Reports;

/// <summary>
/// One version: what was found, the reasons that are owed, and once accepted its totals and rows. An outlet reads its own rows;
/// the findings and the file speak of all outlets and stay with the vendor and headquarters.
/// </summary>
[Permission(Permission.ViewReports)]
public sealed class DetailsModel(
    AppDb db, TenantScope scope, ReportPages pages, ReportDesk desk, ReportFiles files, ReportMarking marking, CurrentUser user, Text text) : PageModel
{
    private const string Workbook = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty(SupportsGet = true)]
    public FindingLevel? Level { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Sheet { get; set; }

    [BindProperty(SupportsGet = true, Name = "p")]
    public int? PageNumber { get; set; }

    [BindProperty]
    public Dictionary<string, string> Reasons { get; set; } = [];

    public VendorReport Report { get; private set; } = null!;

    public ReportHead Head { get; private set; } = null!;

    public IReadOnlyList<VersionLine> Versions { get; private set; } = [];

    public IReadOnlyList<FindingView> Findings { get; private set; } = [];

    public ReportRowsView? Rows { get; private set; }

    public IReadOnlyList<(string Label, decimal Value)> Totals { get; private set; } = [];

    public Paging Paging { get; private set; } = new(1, 0);

    /// <summary>Findings and file speak of all outlets of the contract.</summary>
    public bool SeesWhole => scope.WholeTenant || scope.IsVendor;

    /// <summary>How many reconciled fields lie within their tolerance; null before the version is accepted.</summary>
    public FieldCount? Verdict { get; private set; }

    public sealed record FieldCount(int Within, int Fields);

    public bool MayUpload => user.Can(Permission.UploadReport);

    public bool AsksReasons => MayUpload && Report.State == VendorReportState.AwaitingExplanation;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation) =>
        await LoadAsync(cancellation) is null ? NotFound() : Page();

    [Permission(Permission.UploadReport)]
    public async Task<IActionResult> OnPostExplainAsync(CancellationToken cancellation)
    {
        if (await LoadAsync(cancellation) is not { } contract)
        {
            return NotFound();
        }

        try
        {
            await desk.ExplainAsync(Report, contract, Reasons, cancellation);
            if (Report.State == VendorReportState.Accepted)
            {
                return RedirectToPage(new { id = Id });
            }

            ModelState.AddModelError("", text["reports.reasonsMissing"]);
        }
        catch (RuleViolationException e)
        {
            ModelState.AddModelError("", text.Rule(e));
        }
        catch (TabularRefusedException e)
        {
            ModelState.AddModelError("", text[e.TextKey, [.. e.Arguments]]);
        }
        catch (DbUpdateException)
        {
            ModelState.AddModelError("", text["shared.conflict"]);
        }

        return Page();
    }

    /// <summary>The file as it was uploaded, byte for byte.</summary>
    public async Task<IActionResult> OnGetFileAsync(bool second, CancellationToken cancellation)
    {
        var report = await FindAsync(cancellation);
        var file = report is null ? null : second ? ReportDesk.SecondFileOf(report) : ReportDesk.FileOf(report);
        return file is null || !SeesWhole || !files.Has(file.Sha256)
            ? NotFound()
            : File(files.Open(file.Sha256), "application/octet-stream", file.Name);
    }

    /// <summary>The upload again, with every finding as a coloured cell and a comment.</summary>
    public async Task<IActionResult> OnGetMarkedAsync(CancellationToken cancellation)
    {
        if (await FindAsync(cancellation) is not { } report || !SeesWhole || !files.Has(report.FileSha256))
        {
            return NotFound();
        }

        var name = $"{Path.GetFileNameWithoutExtension(report.FileName)}-{text["reports.markedName"]}.xlsx";
        return File(marking.Copy(report), Workbook, name);
    }

    public async Task<IActionResult> OnGetFindingsAsync(CancellationToken cancellation)
    {
        if (await FindAsync(cancellation) is not { } report || !SeesWhole)
        {
            return NotFound();
        }

        string[] head = ["level", "sheet", "row", "column", "value", "problem", "fix", "reason"];
        var words = new FindingText(text);
        var rows = ReportOutcome.ParseFindings(report.FindingsJson).Select(words.View).Select(f => (IReadOnlyList<object?>)
            [text.Of(f.Level), f.Sheet, f.Row, f.Column, f.Value, f.Problem, f.Fix, f.Explanation]);
        return ListDownload.Of($"{Path.GetFileNameWithoutExtension(report.FileName)}-findings", head.Select(h => text[$"reports.finding.{h}"]), rows, "csv");
    }

    private Task<VendorReport?> FindAsync(CancellationToken cancellation)
    {
        var id = new VendorReportId(Id);
        return db.VendorReports.SingleOrDefaultAsync(r => r.Id == id, cancellation);
    }

    private async Task<Contract?> LoadAsync(CancellationToken cancellation)
    {
        if (await FindAsync(cancellation) is not { } report
            || await pages.ContractAsync(report.ContractId.Value, cancellation) is not { } contract)
        {
            return null;
        }

        Report = report;
        Head = await pages.HeadAsync(contract, report.Period, text["reports.versionTitle", report.Period, report.VersionNumber], cancellation);
        Versions = await pages.VersionsAsync(contract, report.Period, Id, cancellation);
        if (SeesWhole)
        {
            LoadFindings();
        }

        if (report.Accepted)
        {
            await LoadRowsAsync(cancellation);
            Verdict = await db.Reconciliations.AsNoTracking().Where(r => r.ReportId == report.Id)
                .Select(r => new FieldCount(r.Within, r.Fields)).SingleOrDefaultAsync(cancellation);
        }

        return contract;
    }

    private void LoadFindings()
    {
        var words = new FindingText(text);
        var all = ReportOutcome.ParseFindings(Report.FindingsJson).Where(f => Level is null || f.Level == Level).ToList();
        Paging = Paging.Of(Report.Accepted ? 1 : PageNumber, all.Count, Report.Accepted ? 200 : 100);

        // All reasons are given in one form, so that list is not cut.
        Findings = [.. (AsksReasons ? all : all.Skip(Paging.Skip).Take(Paging.Size)).Select(words.View)];
        Totals = [.. ReportSchema.Default.Daily.Fields.Concat(ReportSchema.Default.Monthly.Fields)
            .Where(f => Report.Totals.ContainsKey(f.Name)).DistinctBy(f => f.Name)
            .Select(f => (words.Label(f.Name), Report.Totals[f.Name]))];
    }

    private async Task LoadRowsAsync(CancellationToken cancellation)
    {
        var sheet = Sheet == ReportSheet.Monthly ? ReportSheet.Monthly : ReportSheet.Daily;
        var found = db.VendorReportRows.AsNoTracking().Where(r => r.ReportId == Report.Id && r.Sheet == sheet);
        Paging = Paging.Of(PageNumber, await found.CountAsync(cancellation));
        var rows = await found.OrderBy(r => r.Number).Skip(Paging.Skip).Take(Paging.Size)
            .Join(db.Outlets.AsNoTracking(), r => r.OutletId, o => o.Id, (r, o) => new { Row = r, o.Code, o.Name })
            .ToListAsync(cancellation);
        Rows = ReportRowsView.Of(sheet, [.. rows.OrderBy(r => r.Row.Number).Select(r => (r.Row, r.Code, r.Name))], text);
    }
}
