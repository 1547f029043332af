using VendorGov.Documents.Marking;
using VendorGov.Documents.Reading;
using VendorGov.Documents.Reports;
using VendorGov.Domain.Reports;
using VendorGov.Web.Shared;

namespace VendorGov.Web.Features.Reports;

/// <summary>Makes the marked-up copy of an upload: the kept original, cell by cell, with what was found in it.</summary>
public sealed class ReportMarking(ReportFiles files, Text text)
{
    private static readonly string[] Heads = ["level", "sheet", "row", "column", "value", "problem", "fix"];

    /// <summary>A stream at its beginning that removes its file when it is closed. Throws where the store lost the original.</summary>
    public FileStream Copy(VendorReport report)
    {
        var path = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());
        var copy = new FileStream(path, new FileStreamOptions
        {
            Mode = FileMode.CreateNew,
            Access = FileAccess.ReadWrite,
            Options = FileOptions.DeleteOnClose,
        });
        try
        {
            Write(report, copy);
            copy.Position = 0;
            return copy;
        }
        catch
        {
            copy.Dispose();
            throw;
        }
    }

    private void Write(VendorReport report, Stream output)
    {
        List<IDisposable> open = [];
        try
        {
            var sources = Uploads(report).SelectMany(upload => Sources(upload, open)).ToList();
            var words = new FindingText(text);
            var marks = ReportOutcome.ParseFindings(report.FindingsJson).Select(f => Mark(f, words)).ToList();
            MarkedCopy.Write(output, sources, marks, [.. Heads.Select(h => text[$"reports.finding.{h}"])]);
        }
        finally
        {
            open.ForEach(o => o.Dispose());
        }
    }

    private static IEnumerable<UploadedFile> Uploads(VendorReport report) =>
        ReportDesk.SecondFileOf(report) is { } second ? [ReportDesk.FileOf(report), second] : [ReportDesk.FileOf(report)];

    private List<MarkedSource> Sources(UploadedFile upload, List<IDisposable> open)
    {
        var content = files.Open(upload.Sha256);
        open.Add(content);
        var table = TabularFile.Open(content, upload.Name, ReportReading.Limits);
        open.Add(table);

        // The template's example sheet has the header of the daily one.
        return [.. table.Sheets.Where(s => !ReportTemplate.SheetsForPeople.Contains(s.Name))
            .Select(s => (Name: ReportCheck.SheetOf(s.Name) ?? ReportReading.SheetByHeader(s), Sheet: s))
            .Where(s => s.Name is not null)
            .Select(s => new MarkedSource(s.Name!, s.Sheet.Rows))];
    }

    private CellMark Mark(ReportFinding finding, FindingText words)
    {
        var view = words.View(finding);
        var kind = finding.Level switch
        {
            FindingLevel.Reject => MarkKind.Reject,
            FindingLevel.Explain => MarkKind.Explain,
            _ => MarkKind.Warn,
        };
        return new CellMark(kind, finding.Sheet, finding.Row, finding.At, text.Of(finding.Level), view.Column, view.Value, view.Problem, view.Fix);
    }
}
