using VendorGov.Documents.Reading;
using VendorGov.Documents.Reports;
using VendorGov.Domain.Reports;

namespace VendorGov.Web.Features.Reports;

/// <summary>Streams the sheets of an upload through the check: one workbook, or a csv file per sheet.</summary>
public static class ReportReading
{
    /// <summary>Bytes of one file; 50,000 full rows take about 15 MB as a workbook and 12 MB as csv.</summary>
    public const long MaxBytes = 32L * 1024 * 1024;

    /// <summary>As a workbook 50,000 full rows unpack to about 80 MB with 9 million tags.</summary>
    public static readonly TabularLimits Limits = new(
        MaxBytes: MaxBytes, MaxInflatedBytes: 160L * 1024 * 1024, MaxRows: ReportCheck.MaxRows + 100, MaxTags: 12_000_000);

    /// <summary>Throws <see cref="TabularRefusedException"/> for a file that is not read further.</summary>
    /// <param name="tell">Told of every <see cref="ReportProgress.Every"/>th row, headers included.</param>
    public static ReportOutcome Check(
        ReportContext context, IReadOnlyList<(UploadedFile File, Stream Content)> uploads, Action<ReportProgress>? tell = null)
    {
        var check = new ReportCheck(context);
        var read = 0;
        void Count()
        {
            if (++read % ReportProgress.Every == 0)
            {
                tell?.Invoke(new ReportProgress(ReportStage.Reading, read));
            }
        }

        foreach (var (file, content) in uploads)
        {
            using var table = TabularFile.Open(content, file.Name, Limits);
            var isWorkbook = file.Name.EndsWith(".xlsx", StringComparison.OrdinalIgnoreCase);
            foreach (var sheet in table.Sheets.Where(s => !isWorkbook || !ReportTemplate.SheetsForPeople.Contains(s.Name)))
            {
                Feed(check, sheet, isWorkbook, Count);
            }
        }

        tell?.Invoke(new ReportProgress(ReportStage.Judging, read));
        return check.Finish();
    }

    /// <summary>The sheet of the report that a table without a telling name is, by its header; null if it is none.</summary>
    public static string? SheetByHeader(TabularSheet sheet) => sheet.Rows().TakeWhile(r => r.Number <= ReportCheck.HeaderWithin)
        .Select(r => ReportCheck.SheetOfHeader([.. r.Cells.Select(c => c.Text)])).FirstOrDefault(s => s is not null);

    private static void Feed(ReportCheck check, TabularSheet sheet, bool isWorkbook, Action count)
    {
        var name = ReportCheck.SheetOf(sheet.Name);
        if (isWorkbook && name is null)
        {
            check.NotRead(sheet.Name);
            return;
        }

        check.Begin(isWorkbook ? name : null);
        foreach (var row in sheet.Rows())
        {
            count();
            check.Row(row.Number, [.. row.Cells.Select(c => c.IsFormula ? "=" + c.Formula : c.Text)]);
        }
    }
}
