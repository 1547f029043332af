using ClosedXML.Excel;
using VendorGov.Domain.Contracts;
using VendorGov.Domain.Reports;

namespace VendorGov.Documents.Reports;

/// <summary>Two filled-in rows, voice and chat, that keep every rule.</summary>
internal static class TemplateExample
{
    private static readonly Dictionary<string, decimal> Common = new()
    {
        ["handled"] = 470, ["repeat_72h"] = 61, ["tickets_open_start"] = 120, ["new"] = 33, ["reopened"] = 2, ["closed"] = 41,
        ["closed_24h"] = 28, ["tickets_open_end"] = 114, ["complaints"] = 3, ["closed_7d"] = 3, ["escalated"] = 0, ["emergencies"] = 1,
        ["reported_30m"] = 1, ["csat_sent"] = 310, ["responses"] = 152, ["satisfied"] = 139, ["qa_reviewed"] = 12, ["qa_passed"] = 11,
        ["qa_fatal"] = 0, ["required_h"] = 36, ["scheduled_h"] = 36, ["staffed_h"] = 35.5m, ["adherent_h"] = 33.5m, ["outage_min"] = 0,
        ["outage_n"] = 0,
    };

    private static readonly Dictionary<string, decimal> Voice = new()
    {
        ["offered"] = 512, ["short_abandon"] = 4, ["abandoned"] = 37, ["answered"] = 475, ["answered_20s"] = 402, ["wait_s"] = 5230,
        ["talk_s"] = 61240, ["hold_s"] = 1830, ["acw_s"] = 9120,
    };

    private static readonly Dictionary<string, decimal> Chat = new()
    {
        ["sessions"] = 231, ["first_reply_30s"] = 214, ["first_reply_s"] = 4120, ["rounds"] = 936, ["rounds_3m"] = 871,
    };

    public static void Write(IXLWorksheet sheet, ReportContext context)
    {
        ReportTemplate.WriteHeader(sheet, ReportSchema.Default.Daily);
        WriteRow(sheet, 2, context, Channel.Voice, Voice);
        WriteRow(sheet, 3, context, Channel.Chat, Chat);
    }

    private static void WriteRow(IXLWorksheet sheet, int row, ReportContext context, Channel channel, Dictionary<string, decimal> own)
    {
        sheet.Cell(row, 1).SetValue(context.Period.FirstDay.ToDateTime(TimeOnly.MinValue));
        sheet.Cell(row, 1).Style.NumberFormat.Format = "yyyy-mm-dd";
        sheet.Cell(row, 2).SetValue(context.Outlets.Count > 0 ? context.Outlets[0].Code : "");
        sheet.Cell(row, 3).SetValue(channel.ToString().ToLowerInvariant());
        foreach (var (field, value) in Common.Concat(own))
        {
            sheet.Cell(row, ReportSchema.Default.Daily[field].Index + 1).SetValue(value);
        }
    }
}
