using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace VendorGov.Documents.Reading;

/// <summary>The parts of an xlsx that passed the gate: sheet list, shared texts, date styles. Rows come from <see cref="XlsxRows"/>.</summary>
internal sealed class XlsxWorkbook : IDisposable
{
    private readonly SpreadsheetDocument document;

    private XlsxWorkbook(SpreadsheetDocument document) => this.document = document;

    public IReadOnlyList<TabularSheet> Sheets { get; private set; } = [];

    public static XlsxWorkbook Open(Stream source, TabularLimits limits)
    {
        source.Position = 0;
        var workbook = new XlsxWorkbook(SpreadsheetDocument.Open(source, false));
        try
        {
            workbook.Read(limits);
            return workbook;
        }
        catch
        {
            workbook.Dispose();
            throw;
        }
    }

    public void Dispose() => document.Dispose();

    private void Read(TabularLimits limits)
    {
        var part = document.WorkbookPart ?? throw new TabularRefusedException("file.not-xlsx");
        var listed = part.Workbook.Sheets?.Elements<Sheet>().ToList() ?? [];
        if (listed.Count > limits.MaxSheets)
        {
            throw new TabularRefusedException("file.sheets", listed.Count, limits.MaxSheets);
        }

        var context = new XlsxContext(
            SharedTexts(part, limits), XlsxStyles.Read(part), part.Workbook.WorkbookProperties?.Date1904?.Value ?? false, limits);
        Sheets = listed
            .Where(x => part.GetPartById(x.Id?.Value ?? "") is WorksheetPart)
            .Select(x => Sheet(x, (WorksheetPart)part.GetPartById(x.Id!.Value!), context))
            .ToList();
    }

    private static TabularSheet Sheet(Sheet sheet, WorksheetPart part, XlsxContext context)
    {
        var name = sheet.Name?.Value ?? "";
        var hidden = sheet.State is { } state && state.Value != SheetStateValues.Visible;
        return new TabularSheet(name, hidden, () => XlsxRows.Guarded(part, name, context));
    }

    private static List<string> SharedTexts(WorkbookPart workbook, TabularLimits limits)
    {
        var texts = new List<string>();
        if (workbook.SharedStringTablePart is not { } part)
        {
            return texts;
        }

        var characters = 0L;
        using var reader = XlsxXml.Reader(part.GetStream(FileMode.Open, FileAccess.Read));
        reader.MoveToContent();
        reader.Read();
        while (!reader.EOF)
        {
            if (reader is not { NodeType: System.Xml.XmlNodeType.Element, LocalName: "si" })
            {
                reader.Read();
                continue;
            }

            // Which cell a shared text stands in is not known here.
            var text = XlsxXml.Text(reader, limits.MaxCellLength)
                ?? throw new TabularRefusedException("file.text-long", limits.MaxCellLength);
            characters += text.Length + 16;
            if (characters > limits.MaxSharedCharacters)
            {
                throw new TabularRefusedException("file.inflates", limits.MaxInflatedBytes / (1024 * 1024));
            }

            texts.Add(text);
        }

        return texts;
    }
}

/// <summary>What the cells of all sheets refer to.</summary>
internal sealed record XlsxContext(IReadOnlyList<string> Texts, XlsxStyles Styles, bool From1904, TabularLimits Limits);
