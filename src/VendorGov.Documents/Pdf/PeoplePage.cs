using VendorGov.Domain;
using VendorGov.Domain.Contracts;
using VendorGov.Domain.Obligations;
using VendorGov.Domain.Scorecards;

namespace VendorGov.Documents.Pdf;

/// <summary>Page 4: coverage day by day, what inspections found, which reports came, what is being mended, and where sources differ.</summary>
internal static class PeoplePage
{
    private const double Left = Paper.Margin;

    private static readonly string[] QualityCodes = ["QAP", "FATAL", "BRD", "CSAT"];

    private static readonly ObligationKind[] Mending =
        [ObligationKind.CorrectivePlan, ObligationKind.CorrectiveAction, ObligationKind.Training, ObligationKind.RootCause];

    /// <summary>False where the diagnostics found no room.</summary>
    public static bool Draw(Booklet booklet)
    {
        var (paper, y) = booklet.Following(booklet.Words["pdf.people"]);
        y = CoverageMap.Draw(booklet, paper, y) + 5;
        y = Quality(booklet, paper, y) + 5;
        y = Owed(booklet, paper, y, "reports", [ObligationKind.DeliverReport, ObligationKind.ResubmitReport], 5) + 5;
        y = Owed(booklet, paper, y, "mending", Mending, 6) + 5;
        var height = DiagnosticsPart.HeightOf(booklet.Content);
        var fits = height > 0 && y + height <= Paper.Bottom;
        Differences(booklet, paper, fits ? DiagnosticsPart.Draw(booklet, paper, y) + 5 : y);
        return fits || height == 0;
    }

    private static double Quality(Booklet booklet, Paper paper, double y)
    {
        var (content, words) = (booklet.Content, booklet.Words);
        var rows = content.QualityRows ?? [];
        var month = YearMonth.TryParse(content.Month, out var parsed) ? parsed : default;
        var note = rows.Count == 0 ? "" : words[QualityMetrics.Borrowed("QAP", content.Month, rows) ? "pdf.quality-borrowed" : "pdf.quality-note", QualityMetrics.SampledIn(month, rows)];
        y = paper.Section(words["pdf.quality"], y, note) + 1;
        var metrics = content.Metrics.Where(m => QualityCodes.Contains(m.Code) && m.Status is MetricStatus.Scored or MetricStatus.NotDelivered).ToList();
        if (metrics.Count == 0)
        {
            return None(booklet, paper, y, "pdf.quality-none");
        }

        y = paper.Heads(
            y, (words["col.metric"], Left + 1.5, 60, Side.Left), (words["col.target"], Left + 64, 16, Side.Right), (words["col.value"], Left + 82, 18, Side.Right),
            (words["pdf.ratio"], Left + 102, 26, Side.Right), (words["pdf.six-months"], Left + 131, 21, Side.Left), (words["col.source"], Left + 153, 20, Side.Left));
        foreach (var metric in metrics)
        {
            using var row = paper.Tags.Row();
            var line = y + 4.1;
            paper.Text(booklet.Name(metric), Left + 1.5, line, 8.5, Ink.Text, 62);
            paper.Text(Figures.Target(metric), Left + 64, line, 8.5, Ink.Second, 16, side: Side.Right);
            paper.Text(MetricsPages.Reading(booklet, metric), Left + 82, line, 8.5, Ink.Points(metric.Points).Text, 18, true, Side.Right);
            paper.Text($"{Figures.Count(metric.Numerator)} / {Figures.Count(metric.Denominator)}", Left + 102, line, 8.5, Ink.Second, 26, side: Side.Right);
            Marks.Sparkline(paper, content.MetricTrends?.FirstOrDefault(t => t.Code == metric.Code)?.Values ?? [], Left + 131.5, y + 1.2, 19, 3.6);
            paper.Text(metric.Source is { } source ? words.Of(source) : Figures.None, Left + 153, line, 8, Ink.Third, 21);
            paper.Rule(Left, y + 6, Paper.Inner, Ink.Line, 0.4);
            y += 6;
        }

        return y;
    }

    /// <summary>Obligations of some kinds one by one, those not met first.</summary>
    private static double Owed(Booklet booklet, Paper paper, double y, string key, ObligationKind[] kinds, int most)
    {
        var words = booklet.Words;
        var owed = booklet.Content.Obligations.Where(o => kinds.Contains(o.Kind)).OrderBy(o => o.Met).ThenBy(o => o.DueAt).ToList();
        y = paper.Section(words[$"pdf.{key}"], y, words["pdf.owed-note", owed.Count(o => o.Met), owed.Count(o => o.Counted)]) + 1;
        if (owed.Count == 0)
        {
            return None(booklet, paper, y, $"pdf.{key}-none");
        }

        y = paper.Heads(
            y, (words["col.obligation"], Left + 1.5, 40, Side.Left), (words["col.reference"], Left + 44, 30, Side.Left), (words["col.due"], Left + 78, 28, Side.Right),
            (words["pdf.done-at"], Left + 110, 28, Side.Right), (words["col.state"], Left + 146, 27, Side.Right));
        foreach (var fact in owed.Take(most))
        {
            using var row = paper.Tags.Row();
            var line = y + 4;
            paper.Text(words.Of(fact.Kind), Left + 1.5, line, 8.5, Ink.Text, 41);
            paper.Text(fact.Reference, Left + 44, line, 8.5, Ink.Second, 32);
            paper.Text(fact.DueAt is { } due ? booklet.Instant(due) : Figures.None, Left + 78, line, 8.5, Ink.Text, 28, side: Side.Right);
            paper.Text(fact.StoppedAt is { } done ? booklet.Instant(done) : Figures.None, Left + 110, line, 8.5, Ink.Second, 28, side: Side.Right);
            var (told, ink) = fact.Excluded is { } reason ? (words.Of(reason), Ink.Third) : fact.Met ? (words["pdf.in-time"], Ink.Good) : (words["pdf.late"], Ink.Bad);
            paper.Text(told, Left + 140, line, 8.5, ink, 33, true, Side.Right);
            paper.Rule(Left, y + 5.8, Paper.Inner, Ink.Line, 0.4);
            y += 5.8;
        }

        if (owed.Count > most)
        {
            paper.Text(words["pdf.missed-rest", Figures.Count(owed.Count - most)], Left + 1.5, y + 4.4, 8.5, Ink.Third);
            y += 5.4;
        }

        return y;
    }

    /// <summary>Metrics of which two sources say different things, as far as the page has room.</summary>
    private static void Differences(Booklet booklet, Paper paper, double y)
    {
        var words = booklet.Words;
        var differing = booklet.Content.Metrics
            .SelectMany(m => m.Others.Where(o => o.Value is not null && m.Value is not null && o.Value != m.Value).Select(o => (Metric: m, Other: o)))
            .OrderByDescending(d => Math.Abs(d.Other.Value!.Value - d.Metric.Value!.Value)).ToList();
        if (differing.Count == 0 || y + 20 > Paper.Bottom)
        {
            return;
        }

        y = paper.Section(words["pdf.differences"], y, words["pdf.differences-note"]) + 1;
        foreach (var (metric, other) in differing.TakeWhile((_, i) => y + ((i + 1) * 5.8) < Paper.Bottom))
        {
            using var row = paper.Tags.Row();
            var (line, change) = (y + 4, other.Value!.Value - metric.Value!.Value);
            paper.Text(booklet.Name(metric), Left + 1.5, line, 8.5, Ink.Text, 60);
            paper.Text($"{words.Of(metric.Source!.Value)} {Figures.Value(metric)}", Left + 64, line, 8.5, Ink.Text, 46, true, Side.Right);
            paper.Text($"{words.Of(other.Source)} {Figures.Value(metric with { Value = other.Value })}", Left + 112, line, 8.5, Ink.Second, 42, side: Side.Right);
            paper.Text(Figures.Signed(change, 2), Left + 156, line, 8.5, Ink.Second, 17, true, Side.Right);
            paper.Rule(Left, y + 5.8, Paper.Inner, Ink.Line, 0.4);
            y += 5.8;
        }
    }

    private static double None(Booklet booklet, Paper paper, double y, string key)
    {
        paper.Text(booklet.Words[key], Left + 1.5, y + 4.6, 9, Ink.Third);
        return y + 6;
    }
}
