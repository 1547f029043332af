using VendorGov.Domain.Contracts;

namespace VendorGov.Domain.Scorecards;

/// <summary>
/// STAFF, ADH, ATR and CERT by the portal's own rosters, presence, employment and certificates, or by the presence of the direct feed. Staffed
/// hours of these rows are counted half hour by half hour up to what was required.
/// </summary>
public static class StaffMetrics
{
    /// <summary>The sheet of rows that rest on the direct feed; the portal's own stand in <c>daily</c> and <c>monthly</c>.</summary>
    public const string FeedSheet = "feed";

    private static readonly Dictionary<string, (string Sheet, string[] Fields)> Fields = new()
    {
        ["STAFF"] = ("daily", ["staffed_h", "required_h"]),
        ["ADH"] = ("daily", ["adherent_h", "scheduled_h"]),
        ["ATR"] = ("monthly", ["hc_leave", "hc_start", "hc_end"]),
        ["CERT"] = ("monthly", ["certified", "on_contacts"]),
    };

    /// <summary>The fields that a metric is counted from by this source; empty where it is not.</summary>
    public static IReadOnlyList<string> FieldsOf(string code, Provenance? source) => SheetOf(code, source) is null ? [] : Fields[code].Fields;

    /// <summary>The rows behind a metric, of the contract's channels.</summary>
    public static IReadOnlyList<ReportFact> RowsOf(string code, Provenance? source, IEnumerable<ReportFact> rows, IReadOnlySet<Channel>? contracted = null)
    {
        var sheet = SheetOf(code, source);
        return sheet is null ? [] : [.. rows.Where(r => r.Sheet == sheet && Fields[code].Fields.All(r.Figures.ContainsKey) && Covers(r, contracted))];
    }

    /// <summary>Null where this source says nothing about the metric.</summary>
    internal static Ratio? Read(string code, Provenance source, ScorecardInputs inputs)
    {
        var rows = RowsOf(code, source, inputs.StaffRows ?? [], inputs.Contract.Channels);
        if (rows.Count == 0)
        {
            return null;
        }

        decimal Sum(string field) => rows.Sum(r => r.Figures[field]);
        return code switch
        {
            "ATR" => new Ratio(Sum("hc_leave"), (Sum("hc_start") + Sum("hc_end")) / 2),
            _ => new Ratio(Sum(Fields[code].Fields[0]), Sum(Fields[code].Fields[1])),
        };
    }

    private static string? SheetOf(string code, Provenance? source) => !Fields.TryGetValue(code, out var known) ? null : source switch
    {
        Provenance.Portal => known.Sheet,
        Provenance.Feed when known.Sheet == "daily" => FeedSheet,
        _ => null,
    };

    private static bool Covers(ReportFact row, IReadOnlySet<Channel>? contracted) =>
        contracted is null || row.Channel is null || (Enum.TryParse<Channel>(row.Channel, ignoreCase: true, out var channel) && contracted.Contains(channel));
}
