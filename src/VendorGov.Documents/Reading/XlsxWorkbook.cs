using System.Xml;
using DocumentFormat.OpenXml.Packaging;

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
        var (listed, from1904) = SheetList(part);
        if (listed.Count > limits.MaxSheets)
        {
            throw new TabularRefusedException("file.sheets", listed.Count, limits.MaxSheets);
        }

        var context = new XlsxContext(SharedTexts(part, limits), XlsxStyles.Read(part), from1904, limits);
        Sheets = [.. listed
            .Select(x => (x.Name, x.IsHidden, Part: part.GetPartById(x.RelationId) as WorksheetPart))
            .Where(x => x.Part is not null)
            .Select(x => new TabularSheet(x.Name, x.IsHidden, () => XlsxRows.Guarded(x.Part!, x.Name, context)))];
    }

    /// <summary>The list of sheets as a stream: the library would build a tree of the whole part, however long it is.</summary>
    private static (List<(string Name, bool IsHidden, string RelationId)> Sheets, bool From1904) SheetList(WorkbookPart workbook)
    {
        var (sheets, from1904) = (new List<(string, bool, string)>(), false);
        using var reader = XlsxXml.Reader(workbook.GetStream(FileMode.Open, FileAccess.Read));
        while (reader.Read())
        {
            if (reader is { NodeType: XmlNodeType.Element, LocalName: "workbookPr" })
            {
                from1904 = reader.GetAttribute("date1904") is "1" or "true";
            }
            else if (reader is { NodeType: XmlNodeType.Element, LocalName: "sheet" })
            {
                var hidden = reader.GetAttribute("state") is { } state && state != "visible";
                sheets.Add((reader.GetAttribute("name") ?? "", hidden, RelationOf(reader)));
            }
        }

        return (sheets, from1904);
    }

    /// <summary>The attribute <c>r:id</c>; its namespace differs between the transitional and the strict form.</summary>
    private static string RelationOf(XmlReader reader)
    {
        var id = "";
        while (reader.MoveToNextAttribute())
        {
            id = reader is { LocalName: "id", Prefix.Length: > 0 } ? reader.Value : id;
        }

        reader.MoveToElement();
        return id;
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
            if (reader is not { NodeType: XmlNodeType.Element, LocalName: "si" })
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
                throw new TabularRefusedException("file.texts");
            }

            texts.Add(text);
        }

        return texts;
    }
}

/// <summary>What the cells of all sheets refer to.</summary>
internal sealed record XlsxContext(IReadOnlyList<string> Texts, XlsxStyles Styles, bool From1904, TabularLimits Limits);
