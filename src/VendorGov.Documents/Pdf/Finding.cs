using VendorGov.Domain.Scorecards;

namespace VendorGov.Documents.Pdf;

/// <summary>What the month comes to, in one or two sentences.</summary>
internal static class Finding
{
    public static string Of(Booklet booklet)
    {
        var (content, words) = (booklet.Content, booklet.Words);
        var scored = content.Metrics.Where(m => m.Score is not null).ToList();
        if (scored.Count == 0)
        {
            return words["finding.nothing"];
        }

        var capped = content.FatalIssues is { Count: > 0 } fatal && content.GradeCapped
            ? words["finding.capped-by", string.Join(words["pdf.list-comma"], fatal.Take(2).Select(f => f.Number))]
            : content.GradeCapped ? words["finding.capped"] : "";
        return (content.Score is null ? words["finding.not-graded"] : "") + capped + Metrics(booklet, scored);
    }

    private static string Metrics(Booklet booklet, List<MetricResult> scored)
    {
        var words = booklet.Words;
        var below = scored.Where(Figures.IsBelowMinimum).OrderByDescending(Figures.Lost).ToList();
        if (below.Count > 0)
        {
            var shown = words.IsChinese ? 2 : 1; // two lines hold no more of the longer English names
            var named = string.Join(words["finding.comma"], below.Take(shown).Select(m => Named(booklet, m)));
            return words[below.Count > shown ? "finding.below-many" : "finding.below", below.Count, Figures.Fixed(below.Sum(Figures.Lost), 1), named]
                + words["finding.rest", scored.Count(m => m.Points == 0), scored.Count];
        }

        var worst = scored.MaxBy(Figures.Lost)!;
        return worst.Points == 0
            ? words["finding.all-met", scored.Count]
            : words["finding.above-minimum", scored.Count, scored.Count(m => m.Points == 1), Named(booklet, worst)];
    }

    private static string Named(Booklet booklet, MetricResult metric) =>
        metric.Status == MetricStatus.NotDelivered
            ? booklet.Words["finding.metric-missing", booklet.Name(metric)]
            : booklet.Words["finding.metric", booklet.Name(metric), Figures.Value(metric), Figures.Limit(metric, metric.Target)];
}
