using VendorGov.Domain;
using VendorGov.Domain.Contracts;
using VendorGov.Domain.Reports;
using VendorGov.Domain.Tenancy;
using Xunit;

namespace VendorGov.UnitTests.Reports;

/// <summary>A correct report for March 2026 of two outlets and two channels; tests spoil one thing of it.</summary>
internal sealed class ReportSample
{
    public static readonly DateOnly Today = new(2026, 4, 3);

    public static readonly ReportOutlet East = new(OutletId.New(), "W0312", "东门网点");
    public static readonly ReportOutlet River = new(OutletId.New(), "W0339", "望江网点");

    private static readonly ReportSchema Schema = ReportSchema.Default;

    private readonly List<Dictionary<string, string>> _daily = [];
    private readonly List<Dictionary<string, string>> _monthly = [];

    public ReportSample(int days = 31)
    {
        for (var day = 1; day <= days; day++)
        {
            foreach (var outlet in new[] { East, River })
            {
                _daily.Add(Voice(day, outlet.Code));
                _daily.Add(Chat(day, outlet.Code));
            }
        }

        foreach (var outlet in new[] { East, River })
        {
            _monthly.Add(new()
            {
                ["outlet"] = outlet.Code, ["hc_start"] = "28", ["hc_join"] = "3", ["hc_leave"] = "2", ["hc_end"] = "29", ["certified"] = "29",
            });
        }
    }

    public ReportContext Context { get; set; } = new(
        "HT-2025-031", new YearMonth(2026, 3), Today, [Channel.Voice, Channel.Chat], [East, River], ReportHistory.None);

    public List<string> DailyHeader { get; } = [.. Schema.Daily.Fields.Select(f => f.NameZh)];

    public List<string> MonthlyHeader { get; } = [.. Schema.Monthly.Fields.Select(f => f.NameZh)];

    /// <summary>The first data row, row 2 of the sheet: voice of W0312 on 1 March.</summary>
    public Dictionary<string, string> First => _daily[0];

    /// <summary>Row 3: chat of W0312 on 1 March.</summary>
    public Dictionary<string, string> Second => _daily[1];

    public List<Dictionary<string, string>> Daily => _daily;

    public List<Dictionary<string, string>> Monthly => _monthly;

    public ReportOutcome Check()
    {
        var check = new ReportCheck(Context);
        Feed(check, ReportSheet.Daily, Schema.Daily, DailyHeader, _daily);
        Feed(check, ReportSheet.Monthly, Schema.Monthly, MonthlyHeader, _monthly);
        return check.Finish();
    }

    public ReportFinding TheOnly(FindingLevel level)
    {
        var outcome = Check();
        return Assert.Single(outcome.Findings, f => f.Level == level);
    }

    /// <summary>The one thing that must be corrected.</summary>
    public ReportFinding Refusal() => TheOnly(FindingLevel.Reject);

    public ReportSample With(string field, string value)
    {
        First[field] = value;
        return this;
    }

    private static void Feed(
        ReportCheck check, string name, ReportSheet sheet, List<string> header, List<Dictionary<string, string>> rows)
    {
        check.Begin(name);
        check.Row(1, header);
        var fields = header.Select(h => sheet.Match(h)?.Name ?? h).ToList();
        for (var i = 0; i < rows.Count; i++)
        {
            check.Row(i + 2, [.. fields.Select(f => rows[i].GetValueOrDefault(f, ""))]);
        }
    }

    private static Dictionary<string, string> Voice(int day, string outlet) => Common(day, outlet, "voice", new()
    {
        ["offered"] = $"{500 + day}", ["short_abandon"] = $"{3 + (day % 2)}", ["abandoned"] = $"{30 + day}", ["answered"] = "470",
        ["answered_20s"] = $"{400 + day}", ["wait_s"] = $"{5000 + day}", ["talk_s"] = $"{60000 + day}", ["hold_s"] = $"{900 + day}",
        ["acw_s"] = $"{7000 + day}",
    });

    private static Dictionary<string, string> Chat(int day, string outlet) => Common(day, outlet, "chat", new()
    {
        ["sessions"] = $"{200 + day}", ["first_reply_30s"] = $"{180 + day}", ["first_reply_s"] = $"{4000 + day}",
        ["rounds"] = $"{900 + day}", ["rounds_3m"] = $"{850 + day}",
    });

    private static Dictionary<string, string> Common(int day, string outlet, string channel, Dictionary<string, string> own)
    {
        var row = new Dictionary<string, string>(own)
        {
            ["date"] = $"2026-03-{day:00}", ["outlet"] = outlet, ["channel"] = channel,
            ["handled"] = $"{470 + (day % 3)}", ["repeat_72h"] = $"{60 + (day % 2)}",
            ["tickets_open_start"] = "120", ["new"] = "33", ["reopened"] = "0", ["closed"] = "33", ["closed_24h"] = $"{28 + (day % 2)}",
            ["tickets_open_end"] = "120", ["complaints"] = $"{2 + (day % 2)}", ["closed_7d"] = "2", ["escalated"] = "0", ["emergencies"] = "0",
            ["reported_30m"] = "0", ["csat_sent"] = $"{300 + day}", ["responses"] = $"{150 + day}", ["satisfied"] = $"{140 + day}",
            ["qa_reviewed"] = $"{12 + (day % 2)}", ["qa_passed"] = $"{11 + (day % 2)}", ["qa_fatal"] = "0", ["required_h"] = "36",
            ["scheduled_h"] = "36", ["staffed_h"] = $"{35 + (day % 2)}", ["adherent_h"] = $"{33 + (day % 2)}", ["outage_min"] = "0", ["outage_n"] = "0",
        };

        // Values that may not stand still for five days.
        (row["new"], row["closed"]) = ($"{33 + (day % 2)}", $"{33 + (day % 2)}");
        (row["tickets_open_start"], row["tickets_open_end"]) = ($"{120 + ((day - 1) % 2)}", $"{120 + (day % 2)}");
        row["closed"] = $"{33 + (day % 2) + ((day - 1) % 2) - (day % 2)}";
        row["closed_7d"] = $"{1 + (day % 2)}";
        if (channel == "voice")
        {
            (row["answered"], row["abandoned"], row["offered"]) = ($"{470 + (day % 2)}", $"{30 + (day % 2)}", $"{500 + (2 * (day % 2))}");
        }

        return row;
    }
}
