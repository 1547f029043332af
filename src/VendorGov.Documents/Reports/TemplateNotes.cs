using ClosedXML.Excel;
using VendorGov.Domain.Reports;

namespace VendorGov.Documents.Reports;

/// <summary>How to fill the workbook in, and what each column means, in both languages.</summary>
internal static class TemplateNotes
{
    private static readonly (string Zh, string En)[] Rules =
    [
        ("daily：每个日期、网点、渠道一行；monthly：每个网点一行", "daily: one row per date, outlet and channel; monthly: one row per outlet"),
        ("数量按联络、工单或邀评开始的日期统计，后来的结果也计在那一天", "Counts belong to the date on which the contact, ticket or invitation began; later outcomes too"),
        ("cases：每件投诉或紧急事件一行（按运单号对账）；tickets：每张工单一行，用于抽查", "cases: one row per complaint or emergency, reconciled by waybill; tickets: one row per ticket, for tracing"),
        ("本渠道不适用的列留空；应填而留空的，按未交付计，不按 0 计", "Leave columns of other channels blank; a blank required cell is not delivered, never 0"),
        ("表头可用中文名、英文名或别名，列序不限；不要合并单元格", "Headers may be Chinese, English or an alias, in any order; do not merge cells"),
        ("整份接收或整份退回；可多次上传，最后一次被接收的版本计入指标", "Accepted whole or refused whole; upload as often as needed, the last accepted version counts"),
        ("接通量 + 放弃量少于呼入量时，上传后需说明原因", "Where answered + abandoned is less than offered, a reason is asked for after the upload"),
    ];

    public static void Write(IXLWorksheet sheet, ReportContext context)
    {
        sheet.Cell(1, 1).SetValue($"{context.ContractNumber} · {context.Period}");
        sheet.Cell(1, 1).Style.Font.Bold = true;
        sheet.Cell(1, 1).Style.Font.FontSize = 14;
        for (var i = 0; i < Rules.Length; i++)
        {
            sheet.Cell(i + 3, 1).SetValue($"{i + 1}. {Rules[i].Zh}");
            sheet.Cell(i + 3, 4).SetValue(Rules[i].En);
        }

        WriteFields(sheet, Rules.Length + 5);
        sheet.Column(1).Width = 22;
        sheet.Column(2).Width = 28;
        sheet.Columns(3, 7).Width = 26;
    }

    private static void WriteFields(IXLWorksheet sheet, int row)
    {
        string[] head = ["字段 Field", "中文名 Chinese", "英文名 English", "别名 Aliases", "类型 Type", "工作表 Sheet", "应填渠道 Channels"];
        for (var i = 0; i < head.Length; i++)
        {
            sheet.Cell(row, i + 1).SetValue(head[i]);
        }

        sheet.Range(row, 1, row, head.Length).Style.Font.Bold = true;
        sheet.Range(row, 1, row, head.Length).Style.Fill.BackgroundColor = XLColor.FromHtml("#eaf1fb");
        foreach (var (schema, field) in new[] { ReportSchema.Default.Daily, ReportSchema.Default.Monthly }.SelectMany(s => s.Fields.Select(f => (s, f))))
        {
            row++;
            string[] cells =
                [field.Name, field.NameZh, field.NameEn, string.Join(" / ", field.Aliases), Type(field), schema.Name, ReportTemplate.Owing(field)];
            for (var i = 0; i < cells.Length; i++)
            {
                sheet.Cell(row, i + 1).SetValue(cells[i]);
            }
        }
    }

    private static string Type(ReportField field) => field.Type switch
    {
        ReportFieldType.Date => "日期 date",
        ReportFieldType.Code => "编码 code",
        ReportFieldType.Channel => "voice / chat / email / social",
        ReportFieldType.Integer => "整数 integer ≥ 0",
        _ => "数字 number ≥ 0",
    };
}
