using VendorGov.Domain.Contracts;
using VendorGov.Domain.Obligations;

namespace VendorGov.Domain.Scorecards;

/// <summary>
/// One figure beside the metrics, without weight. <paramref name="Unit"/> is <c>s</c> or <c>%</c>; <paramref name="Value"/> is unrounded and null
/// where nothing was counted.
/// </summary>
public sealed record Diagnostic(string Code, Provenance Source, string Unit, decimal Numerator, decimal Denominator)
{
    public decimal? Value => Denominator == 0 ? null : Numerator / Denominator * (Unit == "%" ? 100 : 1);
}

/// <summary>
/// The fields of daily rows that a figure is counted from: the sum of <paramref name="Plus"/> less <paramref name="Minus"/>, over
/// <paramref name="Over"/> less the same.
/// </summary>
public sealed record DiagnosticFormula(string Code, string Unit, IReadOnlyList<string> Plus, string Over, string? Minus = null)
{
    public IReadOnlyList<string> Fields => [.. Plus, Over, .. Minus is null ? Array.Empty<string>() : [Minus]];

    internal decimal Numerator(IReadOnlyDictionary<string, decimal> row) => Plus.Sum(f => row[f]) - (Minus is null ? 0 : row[Minus]);

    internal decimal Denominator(IReadOnlyDictionary<string, decimal> row) => row[Over] - (Minus is null ? 0 : row[Minus]);
}

/// <summary>
/// How long one kind of obligation took, in seconds of its own clock: median and 90th percentile by nearest rank. <paramref name="Parts"/> counts
/// those that took up to 25, 50, 75 and 100 % of their target, and longer.
/// </summary>
public sealed record ResponseTimes(ObligationKind Kind, int Count, long Median, long P90, IReadOnlyList<int> Parts);

/// <summary>
/// What says why, while the metrics say how well (requirements, section 7). Computed from what a scorecard holds, so a sealed month has them too.
/// </summary>
public static class Diagnostics
{
    public static IReadOnlyList<DiagnosticFormula> Formulas { get; } =
    [
        new("ASA", "s", ["wait_s"], "answered"), new("AFR", "s", ["first_reply_s"], "sessions"), new("AHT", "s", ["talk_s", "hold_s", "acw_s"], "answered"),
        new("ABN", "%", ["abandoned"], "offered", "short_abandon"),
    ];

    private static readonly ObligationKind[] Kinds = [ObligationKind.Acknowledge, ObligationKind.FirstResponse, ObligationKind.Resolve];

    /// <summary>
    /// Average speed of answer, average first reply, average handling time, abandonment after five seconds: from the direct feed where it says enough,
    /// else from the vendor's report. What neither says is left out.
    /// </summary>
    public static IReadOnlyList<Diagnostic> OfContacts(ScorecardContent content) =>
        [.. Formulas.Select(f => Average(content, f)).OfType<Diagnostic>()];

    /// <summary>Of obligations of the month that were done; what is left out of the metrics is left out here.</summary>
    public static IReadOnlyList<ResponseTimes> OfObligations(ScorecardContent content) =>
    [
        .. Kinds.Select(kind => (kind, Done: content.Obligations.Where(o => o.Kind == kind && o is { Counted: true, StoppedAt: not null }).ToList()))
            .Where(k => k.Done.Count > 0).Select(k => Of(k.kind, k.Done)),
    ];

    private static ResponseTimes Of(ObligationKind kind, List<ObligationFact> done)
    {
        var sorted = done.Select(o => o.ElapsedSeconds).Order().ToList();
        var parts = new int[5];
        foreach (var fact in done)
        {
            parts[fact.TargetSeconds <= 0 || fact.ElapsedSeconds > fact.TargetSeconds ? 4
                : (int)Math.Min(3, Math.Max(0, (fact.ElapsedSeconds * 4 - 1) / fact.TargetSeconds))]++;
        }

        return new ResponseTimes(kind, done.Count, Rank(sorted, 50), Rank(sorted, 90), parts);
    }

    /// <summary>The smallest value that so many percent do not exceed.</summary>
    private static long Rank(List<long> sorted, int percent) => sorted[((sorted.Count * percent) + 99) / 100 - 1];

    private static Diagnostic? Average(ScorecardContent content, DiagnosticFormula formula)
    {
        foreach (var (source, rows) in new[] { (Provenance.Feed, content.FeedRows ?? []), (Provenance.Report, content.ReportRows) })
        {
            var told = rows.Where(r => r.Sheet == "daily" && formula.Fields.All(r.Figures.ContainsKey)).Select(r => r.Figures).ToList();
            if (told.Sum(formula.Denominator) > 0)
            {
                return new Diagnostic(formula.Code, source, formula.Unit, told.Sum(formula.Numerator), told.Sum(formula.Denominator));
            }
        }

        return null;
    }
}
