using ClosedXML.Excel;
using VendorGov.Domain.Contracts;
using VendorGov.Domain.Reports;

namespace VendorGov.Documents.Reports;

/// <summary>
/// The workbook that a vendor fills in: one row per date, outlet and channel of the contract is laid out already, with lists to
/// choose from; a week has no monthly sheet. Headers carry both languages. Uploaded as it is it would be refused, as it holds no figure.
/// </summary>
public static class ReportTemplate
{
    /// <summary>Sheets for people; the reader of uploads passes over them.</summary>
    public static readonly IReadOnlyList<string> SheetsForPeople = [NotesSheet, ExampleSheet, ListsSheet, Marking.MarkedCopy.FindingsSheet];

    internal const string NotesSheet = "填写说明 Notes";
    internal const string ExampleSheet = "示例 Example";
    internal const string ListsSheet = "选项 Lists";

    /// <summary>Beyond this many rows the keys are not laid out; the vendor's own system fills them in.</summary>
    private const int MostKeys = 20_000;

    public static byte[] Render(ReportContext context)
    {
        using var book = new XLWorkbook();
        var daily = book.Worksheets.Add(ReportSheet.Daily);
        var monthly = context.Period.IsWeek ? null : book.Worksheets.Add(ReportSheet.Monthly);
        WriteCases(book.Worksheets.Add(CaseSheet.Cases), CaseSheet.OfCases);
        WriteCases(book.Worksheets.Add(CaseSheet.Tickets), CaseSheet.OfTickets);
        TemplateNotes.Write(book.Worksheets.Add(NotesSheet), context);
        TemplateExample.Write(book.Worksheets.Add(ExampleSheet), context);
        var lists = WriteLists(book.Worksheets.Add(ListsSheet), context);
        WriteDaily(daily, context, lists);
        if (monthly is not null)
        {
            WriteMonthly(monthly, context, lists);
        }

        using var bytes = new MemoryStream();
        book.SaveAs(bytes);
        return bytes.ToArray();
    }

    /// <summary>Header of two lines in both languages, frozen; the colour tells which channel a column belongs to.</summary>
    internal static void WriteHeader(IXLWorksheet sheet, ReportSheet schema)
    {
        foreach (var field in schema.Fields)
        {
            var cell = sheet.Cell(1, field.Index + 1);
            cell.SetValue($"{field.NameZh}\n{field.NameEn}");
            cell.Style.Fill.BackgroundColor = XLColor.FromHtml(Colour(field));
            sheet.Column(field.Index + 1).Width = field.IsFigure ? 13 : 14;
        }

        var row = sheet.Range(1, 1, 1, schema.Fields.Count);
        row.Style.Font.Bold = true;
        row.Style.Alignment.WrapText = true;
        row.Style.Alignment.Vertical = XLAlignmentVerticalValues.Center;
        sheet.Row(1).Height = 44;
        sheet.SheetView.FreezeRows(1);
    }

    internal static string Colour(ReportField field) => !field.IsFigure ? "#dfe4ea"
        : field.RequiredIn.Count == 1 ? "#eaf1fb"
        : field.RequiredIn.Count == 2 ? "#e3f3ec"
        : "#f4f1e6";

    private static void WriteDaily(IXLWorksheet sheet, ReportContext context, (IXLRange Outlets, IXLRange Channels) lists)
    {
        var schema = ReportSchema.Default.Daily;
        WriteHeader(sheet, schema);
        sheet.SheetView.FreezeColumns(3);
        var days = Enumerable.Range(0, context.Period.Days).Select(d => context.Period.FirstDay.AddDays(d)).ToList();
        var keys = days.SelectMany(d => context.Outlets.SelectMany(o => context.Contracted.Select(c => (d, o, c)))).ToList();
        var row = 1;
        foreach (var (date, outlet, channel) in keys.Count <= MostKeys ? keys : [])
        {
            row++;
            sheet.Cell(row, 1).SetValue(date.ToDateTime(TimeOnly.MinValue));
            sheet.Cell(row, 2).SetValue(outlet.Code);
            sheet.Cell(row, 3).SetValue(Name(channel));
        }

        var last = Math.Max(row, 2000);
        sheet.Range(2, 1, last, 1).Style.NumberFormat.Format = "yyyy-mm-dd";
        var dates = sheet.Range(2, 1, last, 1).SetDataValidation();
        dates.Date.Between(context.Period.FirstDay.ToDateTime(TimeOnly.MinValue), context.Period.LastDay.ToDateTime(TimeOnly.MinValue));
        sheet.Range(2, 2, last, 2).SetDataValidation().List(lists.Outlets, true);
        sheet.Range(2, 3, last, 3).SetDataValidation().List(lists.Channels, true);
        LimitFigures(sheet, schema, last);
    }

    private static void WriteMonthly(IXLWorksheet sheet, ReportContext context, (IXLRange Outlets, IXLRange Channels) lists)
    {
        var schema = ReportSchema.Default.Monthly;
        WriteHeader(sheet, schema);
        for (var i = 0; i < context.Outlets.Count; i++)
        {
            sheet.Cell(i + 2, 1).SetValue(context.Outlets[i].Code);
        }

        var last = Math.Max(context.Outlets.Count + 1, 100);
        sheet.Range(2, 1, last, 1).SetDataValidation().List(lists.Outlets, true);
        LimitFigures(sheet, schema, last);
    }

    /// <summary>The header alone: what stands below is one row per case or ticket, as many as there were.</summary>
    private static void WriteCases(IXLWorksheet sheet, CaseSheet schema)
    {
        for (var i = 0; i < schema.Fields.Count; i++)
        {
            var cell = sheet.Cell(1, i + 1);
            cell.SetValue($"{schema.Fields[i].NameZh}\n{schema.Fields[i].NameEn}");
            cell.Style.Fill.BackgroundColor = XLColor.FromHtml(schema.Fields[i].Required ? "#dfe4ea" : "#f4f1e6");
            cell.Style.Font.Bold = true;
            cell.Style.Alignment.WrapText = true;
            sheet.Column(i + 1).Width = 18;
        }

        sheet.Row(1).Height = 44;
        sheet.SheetView.FreezeRows(1);
        if (schema == CaseSheet.OfCases)
        {
            sheet.Range(2, 4, 2000, 4).SetDataValidation().List("\"complaint,emergency\"", true);
            sheet.Range(2, 9, 2000, 9).SetDataValidation().List("\"y,n\"", true);
        }
    }

    private static void LimitFigures(IXLWorksheet sheet, ReportSheet schema, int last)
    {
        foreach (var field in schema.Fields.Where(f => f.IsFigure))
        {
            var validation = sheet.Range(2, field.Index + 1, last, field.Index + 1).SetDataValidation();
            if (field.Type == ReportFieldType.Integer)
            {
                validation.WholeNumber.EqualOrGreaterThan(0);
            }
            else
            {
                validation.Decimal.EqualOrGreaterThan(0);
            }

            validation.InputTitle = field.NameZh;
            validation.InputMessage = $"{field.NameEn}\n{Owing(field)}";
        }
    }

    internal static string Owing(ReportField field) =>
        field.RequiredIn.Count == Enum.GetValues<Channel>().Length ? "全部渠道 · all channels" : string.Join(", ", field.RequiredIn.Select(Name));

    private static (IXLRange Outlets, IXLRange Channels) WriteLists(IXLWorksheet sheet, ReportContext context)
    {
        sheet.Cell(1, 1).SetValue("网点编码 Outlet code");
        sheet.Cell(1, 2).SetValue("网点 Outlet");
        sheet.Cell(1, 4).SetValue("渠道 Channel");
        sheet.Row(1).Style.Font.Bold = true;
        for (var i = 0; i < context.Outlets.Count; i++)
        {
            sheet.Cell(i + 2, 1).SetValue(context.Outlets[i].Code);
            sheet.Cell(i + 2, 2).SetValue(context.Outlets[i].Name);
        }

        for (var i = 0; i < context.Contracted.Count; i++)
        {
            sheet.Cell(i + 2, 4).SetValue(Name(context.Contracted[i]));
        }

        sheet.Columns(1, 4).Width = 20;
        return (sheet.Range(2, 1, Math.Max(2, context.Outlets.Count + 1), 1), sheet.Range(2, 4, context.Contracted.Count + 1, 4));
    }

    private static string Name(Channel channel) => channel.ToString().ToLowerInvariant();
}
