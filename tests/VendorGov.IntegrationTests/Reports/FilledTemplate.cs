using ClosedXML.Excel;
using VendorGov.Domain.Reports;

namespace VendorGov.IntegrationTests.Reports;

/// <summary>Fills in the template as it was downloaded: every voice and chat row, and the headcount of every outlet; a week has none.</summary>
internal static class FilledTemplate
{
    private static readonly Dictionary<string, int> Common = new()
    {
        ["handled"] = 470, ["repeat_72h"] = 60, ["tickets_open_start"] = 120, ["new"] = 33, ["reopened"] = 0, ["closed"] = 33,
        ["closed_24h"] = 28, ["tickets_open_end"] = 120, ["complaints"] = 2, ["closed_7d"] = 2, ["escalated"] = 0, ["emergencies"] = 0,
        ["reported_30m"] = 0, ["csat_sent"] = 300, ["responses"] = 150, ["satisfied"] = 140, ["qa_reviewed"] = 12, ["qa_passed"] = 11,
        ["qa_fatal"] = 0, ["required_h"] = 36, ["scheduled_h"] = 36, ["staffed_h"] = 35, ["adherent_h"] = 33, ["outage_min"] = 0, ["outage_n"] = 0,
    };

    private static readonly Dictionary<string, int> Voice = new()
    {
        ["offered"] = 500, ["short_abandon"] = 3, ["abandoned"] = 30, ["answered"] = 470, ["answered_20s"] = 400, ["wait_s"] = 5000,
        ["talk_s"] = 60000, ["hold_s"] = 900, ["acw_s"] = 7000,
    };

    private static readonly Dictionary<string, int> Chat = new()
    {
        ["sessions"] = 200, ["first_reply_30s"] = 180, ["first_reply_s"] = 4000, ["rounds"] = 900, ["rounds_3m"] = 850,
    };

    private static readonly Dictionary<string, int> Headcount = new()
    {
        ["hc_start"] = 28, ["hc_join"] = 3, ["hc_leave"] = 2, ["hc_end"] = 29, ["certified"] = 29,
    };

    /// <summary><paramref name="spoil"/> changes the first data row after it was filled in.</summary>
    public static byte[] Of(byte[] template, params (string Field, string Value)[] spoil)
    {
        using var book = new XLWorkbook(new MemoryStream(template));
        var daily = book.Worksheet("daily");
        for (var row = 2; row <= daily.LastRowUsed().RowNumber(); row++)
        {
            Fill(daily, row, ReportSchema.Default.Daily, Common);
            Fill(daily, row, ReportSchema.Default.Daily, daily.Cell(row, 3).GetString() == "voice" ? Voice : Chat);
        }

        var monthly = book.TryGetWorksheet("monthly", out var found) ? found : null;
        for (var row = 2; row <= (monthly?.LastRowUsed().RowNumber() ?? 0); row++)
        {
            Fill(monthly!, row, ReportSchema.Default.Monthly, Headcount);
        }

        foreach (var (field, value) in spoil)
        {
            daily.Cell(2, ReportSchema.Default.Daily[field].Index + 1).SetValue(value);
        }

        using var bytes = new MemoryStream();
        book.SaveAs(bytes);
        return bytes.ToArray();
    }

    /// <summary>Adds rows to the sheets cases (waybill, outlet, channel, kind, received) and tickets (ticket, waybill, outlet, opened).</summary>
    public static byte[] WithCases(byte[] file, string[][] cases, string[][] tickets)
    {
        using var book = new XLWorkbook(new MemoryStream(file));
        foreach (var (sheet, rows) in new[] { (book.Worksheet(CaseSheet.Cases), cases), (book.Worksheet(CaseSheet.Tickets), tickets) })
        {
            for (var row = 0; row < rows.Length; row++)
            {
                for (var column = 0; column < rows[row].Length; column++)
                {
                    sheet.Cell(row + 2, column + 1).SetValue(rows[row][column]);
                }
            }
        }

        using var bytes = new MemoryStream();
        book.SaveAs(bytes);
        return bytes.ToArray();
    }

    private static void Fill(IXLWorksheet sheet, int row, ReportSheet schema, Dictionary<string, int> figures)
    {
        foreach (var (field, value) in figures)
        {
            sheet.Cell(row, schema[field].Index + 1).SetValue(value);
        }
    }
}
