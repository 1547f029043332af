using ClosedXML.Excel;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace VendorGov.Documents.Excel;

/// <summary>
/// A workbook in the making. Keeps what each formula comes to, so that a reader without a calculator (a preview, a phone,
/// a script) sees the same numbers as one that recalculates.
/// </summary>
internal sealed class Book : IDisposable
{
    public static readonly XLColor Head = XLColor.FromHtml("#EAF1FB"), Input = XLColor.FromHtml("#0000C8"), Quiet = XLColor.FromHtml("#5F6B7C");

    private readonly XLWorkbook workbook = new();

    private readonly List<(string Sheet, string Address, object Value)> results = [];

    public IXLWorksheet Add(string name) => workbook.Worksheets.Add(name);

    /// <summary>A formula with the value that it comes to; text, number or nothing.</summary>
    public void Formula(IXLCell cell, string formula, object? result)
    {
        cell.FormulaA1 = formula;
        if (result is not null)
        {
            results.Add((cell.Worksheet.Name, cell.Address.ToString()!, result));
        }
    }

    /// <param name="storeResults">False leaves the formulas to whoever opens the file: a test then sees that they are right.</param>
    public byte[] Save(bool storeResults = true)
    {
        using var stream = new MemoryStream();
        workbook.SaveAs(stream, new SaveOptions { EvaluateFormulasBeforeSaving = false, ValidatePackage = false });
        if (storeResults)
        {
            StoreResults(stream);
        }

        return stream.ToArray();
    }

    public void Dispose() => workbook.Dispose();

    private void StoreResults(MemoryStream stream)
    {
        stream.Position = 0;
        using var document = SpreadsheetDocument.Open(stream, true);
        var part = document.WorkbookPart!;
        foreach (var sheet in results.GroupBy(x => x.Sheet))
        {
            var listed = part.Workbook.Sheets!.Elements<Sheet>().First(x => x.Name == sheet.Key);
            var worksheet = ((WorksheetPart)part.GetPartById(listed.Id!)).Worksheet;
            var cells = worksheet.Descendants<Cell>().Where(x => x.CellFormula is not null).ToDictionary(x => x.CellReference!.Value!);
            foreach (var (_, address, value) in sheet)
            {
                Store(cells[address], value);
            }

            worksheet.Save();
        }
    }

    private static void Store(Cell cell, object value)
    {
        var isText = value is string;
        cell.DataType = new EnumValue<CellValues>(isText ? CellValues.String : CellValues.Number);
        cell.CellValue = new CellValue(isText ? (string)value : Convert.ToString((double)(decimal)value, System.Globalization.CultureInfo.InvariantCulture)!);
    }
}
