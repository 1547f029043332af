using VendorGov.Domain.Contracts;

namespace VendorGov.Domain.Scorecards;

/// <summary>Plain counts of one metric from one source.</summary>
internal readonly record struct Ratio(decimal Numerator, decimal Denominator);

/// <summary>What a report says about a metric: a ratio, or nothing because a required field or row is missing.</summary>
internal readonly record struct ReportReading(bool Delivered, Ratio Ratio)
{
    public static readonly ReportReading Missing = new(false, default);
}

/// <summary>Metrics that the vendor's monthly data report feeds (catalogue, vendor-report.json).</summary>
public static class ReportMetrics
{
    internal const string Handled = "handled";

    private static readonly Channel[] AnyChannel = Enum.GetValues<Channel>();

    private sealed record Formula(
        string Sheet, Channel[] Channels, string[] Fields, Func<IReadOnlyList<ReportFact>, ScorecardInputs, Ratio> Ratio);

    private static readonly Dictionary<string, Formula> Formulas = new()
    {
        ["SL20"] = Daily([Channel.Voice], ["answered_20s", "offered", "short_abandon"],
            r => new(Sum(r, "answered_20s"), Sum(r, "offered") - Sum(r, "short_abandon"))),
        ["ANS"] = Daily([Channel.Voice], ["answered", "offered", "short_abandon"],
            r => new(Sum(r, "answered"), Sum(r, "offered") - Sum(r, "short_abandon"))),
        ["FR30"] = Daily([Channel.Chat, Channel.Social], ["first_reply_30s", "sessions"],
            r => new(Sum(r, "first_reply_30s"), Sum(r, "sessions"))),
        ["RR3"] = Daily([Channel.Chat, Channel.Social], ["rounds_3m", "rounds"],
            r => new(Sum(r, "rounds_3m"), Sum(r, "rounds"))),
        ["FCR"] = Daily(AnyChannel, ["handled", "repeat_72h"],
            r => new(Sum(r, "handled") - Sum(r, "repeat_72h"), Sum(r, "handled"))),
        ["WO24"] = Daily(AnyChannel, ["closed_24h", "new"], r => new(Sum(r, "closed_24h"), Sum(r, "new"))),
        ["UPG"] = Daily(AnyChannel, ["escalated", "handled"], r => new(Sum(r, "escalated"), Sum(r, "handled"))),
        ["CSAT"] = Daily(AnyChannel, ["satisfied", "responses"], r => new(Sum(r, "satisfied"), Sum(r, "responses"))),
        ["STAFF"] = Daily(AnyChannel, ["staffed_h", "required_h"],
            r => new(r.Sum(x => Math.Min(x.Figures["staffed_h"], x.Figures["required_h"])), Sum(r, "required_h"))),
        ["ADH"] = Daily(AnyChannel, ["adherent_h", "scheduled_h"], r => new(Sum(r, "adherent_h"), Sum(r, "scheduled_h"))),
        ["ATR"] = Monthly(["hc_leave", "hc_start", "hc_end"],
            r => new(Sum(r, "hc_leave"), (Sum(r, "hc_start") + Sum(r, "hc_end")) / 2)),
        ["CERT"] = Monthly(["certified", "hc_end"], r => new(Sum(r, "certified"), Sum(r, "hc_end"))),
        ["AVL"] = new("daily", AnyChannel, ["outage_min"], Availability),
    };

    /// <summary>The fields that the metric is counted from; the columns that a figure opens.</summary>
    public static IReadOnlyList<string> FieldsOf(string code) => Formulas.TryGetValue(code, out var f) ? f.Fields : [];

    /// <summary>The report rows behind a metric: its sheet, and the contract's channels that it covers.</summary>
    public static IReadOnlyList<ReportFact> FactsOf(string code, IEnumerable<ReportFact> rows, IReadOnlySet<Channel>? contracted = null)
    {
        if (!Formulas.TryGetValue(code, out var formula))
        {
            return [];
        }

        return [.. rows.Where(r => r.Sheet == formula.Sheet && (formula.Sheet == "monthly" || Covers(formula, r, contracted)))];
    }

    /// <summary>A metric of voice calls or of chats is not contracted where the contract has no such channel.</summary>
    internal static bool Contracted(string code, IReadOnlySet<Channel> channels) =>
        !Formulas.TryGetValue(code, out var formula) || formula.Sheet == "monthly" || formula.Channels.Any(channels.Contains);

    /// <summary>A blank required field, or no row at all, is not delivered, never 0.</summary>
    internal static ReportReading Read(string code, ScorecardInputs inputs) => Read(code, inputs.ReportRows, inputs);

    /// <summary>The same formulas over the direct feed, which says what it knows and no more.</summary>
    internal static ReportReading ReadFeed(string code, ScorecardInputs inputs) => Read(code, inputs.FeedRows, inputs);

    /// <summary>Contacts that the feed says were handled; null where it says nothing of them.</summary>
    internal static decimal? HandledInFeed(ScorecardInputs inputs) =>
        TellsHandled(inputs.FeedRows) ? inputs.FeedRows!.Sum(r => r.Figures.GetValueOrDefault(Handled)) : null;

    /// <summary>Whether the feed says how many contacts were handled; else the report does (UPG by the portal).</summary>
    internal static bool TellsHandled(IReadOnlyList<ReportFact>? feed) => feed?.Any(r => r.Figures.ContainsKey(Handled)) == true;

    private static ReportReading Read(string code, IReadOnlyList<ReportFact>? source, ScorecardInputs inputs)
    {
        if (source is null || !Formulas.TryGetValue(code, out var formula))
        {
            return ReportReading.Missing;
        }

        var rows = FactsOf(code, source, inputs.Contract.Channels);
        return rows.Count == 0 || rows.Any(r => formula.Fields.Any(f => !r.Figures.ContainsKey(f)))
            ? ReportReading.Missing
            : new ReportReading(true, formula.Ratio(rows, inputs));
    }

    /// <summary>
    /// Open minutes once per channel; an outage that several outlets report on one date and channel counts once, at its longest.
    /// </summary>
    private static Ratio Availability(IReadOnlyList<ReportFact> rows, ScorecardInputs inputs)
    {
        var outage = rows.GroupBy(r => (r.Date, r.Channel?.ToLowerInvariant())).Sum(g => g.Max(r => r.Figures["outage_min"]));
        var open = inputs.OpenMinutes * inputs.Contract.Channels.Count;
        return new Ratio(Math.Max(0, open - outage), open);
    }

    private static bool Covers(Formula formula, ReportFact row, IReadOnlySet<Channel>? contracted) =>
        Enum.TryParse<Channel>(row.Channel, ignoreCase: true, out var channel)
        && formula.Channels.Contains(channel)
        && contracted?.Contains(channel) != false;

    private static decimal Sum(IReadOnlyList<ReportFact> rows, string field) => rows.Sum(r => r.Figures[field]);

    private static Formula Daily(Channel[] channels, string[] fields, Func<IReadOnlyList<ReportFact>, Ratio> ratio) =>
        new("daily", channels, fields, (rows, _) => ratio(rows));

    private static Formula Monthly(string[] fields, Func<IReadOnlyList<ReportFact>, Ratio> ratio) =>
        new("monthly", [], fields, (rows, _) => ratio(rows));
}
