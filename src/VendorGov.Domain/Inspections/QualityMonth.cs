using VendorGov.Domain.Scorecards;

namespace VendorGov.Domain.Inspections;

/// <summary>An evaluation with what a scorecard says of its contact.</summary>
public sealed record QualityFact(Evaluation Evaluation, QaFormBody Form, DateOnly Date, string OutletCode, string Channel);

/// <summary>Evaluations into the rows behind QAP, FATAL and BRD, as they were known at an instant.</summary>
public static class QualityMonth
{
    /// <summary>
    /// The month's rows; with fewer random evaluations than 30 those of the two months before as well (section 5). What was published or
    /// ruled after <paramref name="now"/> is not known yet.
    /// </summary>
    public static IReadOnlyList<ReportFact> Rows(YearMonth month, IEnumerable<QualityFact> facts, DateTimeOffset now)
    {
        var known = facts.Where(f => f.Evaluation.ShownAt <= now && f.Evaluation.Purpose != EvaluationPurpose.Calibration)
            .Select(f => (Fact: f, Result: QaScoring.Evaluate(f.Form, f.Evaluation.AnswersAt(now)))).Where(x => !x.Result.IsVoid).ToList();
        var random = known.Where(x => x.Fact.Evaluation.Purpose == EvaluationPurpose.Random).ToList();
        var enough = random.Count(x => x.Fact.Evaluation.Month == month) >= SamplePlan.LeastPerContract;
        var counted = random.Where(x => x.Fact.Evaluation.Month == month || !enough);
        var breaches = known.Where(x => x.Fact.Evaluation.Month == month && x.Fact.Evaluation.Purpose != EvaluationPurpose.Random && x.Result.CapsGrade);
        return [.. counted.Select(x => Row(x.Fact, Counted(x.Result)))
            .Concat(breaches.Select(x => Row(x.Fact, new Dictionary<string, decimal> { [QualityMetrics.Breach] = 1 })))
            .OrderBy(r => r.Date).ThenBy(r => r.OutletCode, StringComparer.Ordinal).ThenBy(r => r.Channel, StringComparer.Ordinal)
            .ThenBy(r => string.Join(';', r.Figures.OrderBy(f => f.Key, StringComparer.Ordinal).Select(f => f.Value)), StringComparer.Ordinal)];
    }

    private static ReportFact Row(QualityFact fact, IReadOnlyDictionary<string, decimal> figures) =>
        new(QualityMetrics.Sheet, fact.Date, fact.OutletCode, fact.Channel, figures);

    private static Dictionary<string, decimal> Counted(QaResult result)
    {
        var figures = new Dictionary<string, decimal>
        {
            [QualityMetrics.Sampled] = 1, ["qa_passed"] = result.Passed ? 1 : 0, ["qa_fatal"] = result.HasFatal ? 1 : 0,
            ["brand_full"] = result.BrandFull, ["brand_scored"] = result.BrandScored,
        };
        if (result.CapsGrade)
        {
            figures[QualityMetrics.Breach] = 1;
        }

        return figures;
    }
}
