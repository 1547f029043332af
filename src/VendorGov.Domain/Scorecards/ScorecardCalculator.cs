namespace VendorGov.Domain.Scorecards;

/// <summary>A month's facts and terms into its scorecard (SLA semantics 3). Pure: the same inputs give the same content.</summary>
public static class ScorecardCalculator
{
    public static ScorecardContent Calculate(ScorecardInputs inputs)
    {
        var metrics = Metrics(inputs);
        var score = Score(metrics);
        Grade? exact = score is { } s ? MetricScore.GradeOf(s) : null;
        var fatal = inputs.FatalIssues is { Count: > 0 } marked ? marked : null;
        var grade = (inputs.FatalBreach || fatal is not null) && exact is { } g ? MetricScore.Cap(g) : exact;
        var points = metrics.Sum(m => m.ChargedPoints ?? 0);
        var c = inputs.Contract;
        return new ScorecardContent(
            c.TenantName, c.VendorCode, c.VendorName, c.Number, c.Title, c.Outlets,
            inputs.Month.ToString(), c.TimeZone, inputs.Revision, c.TermsVersion, c.ServiceCalendar, c.OfficeCalendar, c.Currency,
            score, grade, grade != exact,
            inputs.Obligations.Count(o => o.Counted) + inputs.RandomEvaluations,
            inputs.Terms.MinimumFacts,
            score is { } centre ? Interval(centre, CompositeHalfWidth(metrics)) : null,
            inputs.Previous?.Score,
            metrics, inputs.Obligations, inputs.ReportRows ?? [], inputs.Exemptions,
            [.. inputs.Trend, new TrendPoint(inputs.Month.ToString(), score, grade)],
            ServiceCredit.Of(points, inputs.Charge, inputs.Terms.Credits, inputs.Rolling),
            OutletScores(inputs),
            inputs.FeedRows,
            inputs.StaffRows,
            inputs.QualityRows,
            inputs.Corrections is { Count: > 0 } ? inputs.Corrections : null,
            inputs.EarlierMetrics is { Count: > 0 } earlier ? Trends(earlier, metrics) : null,
            fatal,
            inputs.Escalations is { Count: > 0 } ? inputs.Escalations : null,
            c.ServiceCalendarVersion, c.OfficeCalendarVersion, inputs.AccuracyRows);
    }

    private static List<MetricTrend> Trends(IReadOnlyList<IReadOnlyList<MetricResult>> earlier, List<MetricResult> metrics) =>
        [.. metrics.Select(m => new MetricTrend(
            m.Code, [.. earlier.Select(month => month.FirstOrDefault(e => e.Code == m.Code)?.Value), m.Value]))];

    /// <summary>sqrt(sum (weight share x h)^2): half the width of the composite score's interval, before clipping.</summary>
    public static decimal CompositeHalfWidth(IEnumerable<MetricResult> metrics) =>
        Intervals.Sqrt(metrics.Sum(m => Square(m.WeightShare * (m.HalfWidth ?? 0))));

    /// <summary>score +- half width, clipped to 0..100.</summary>
    public static ScoreInterval Interval(decimal score, decimal halfWidth) =>
        new(Math.Max(0, score - halfWidth), Math.Min(100, score + halfWidth));

    /// <summary>The outlets whose own facts carry at least half of the weight, in the order of the contract.</summary>
    private static List<OutletScore> OutletScores(ScorecardInputs inputs)
    {
        var obligations = inputs.Obligations.ToLookup(o => o.OutletCode);
        var rows = (inputs.ReportRows ?? []).ToLookup(r => r.OutletCode);
        var fed = (inputs.FeedRows ?? []).ToLookup(r => r.OutletCode);
        var scores = new List<OutletScore>();
        foreach (var outlet in inputs.Contract.Outlets)
        {
            var own = OfOutlet(inputs, [.. obligations[outlet.Code]], [.. rows[outlet.Code]], [.. fed[outlet.Code]]) with
            {
                StaffRows = inputs.StaffRows?.Where(r => r.OutletCode == outlet.Code).ToList(),
                QualityRows = inputs.QualityRows?.Where(r => r.OutletCode == outlet.Code).ToList(),
            };
            if ((own.Obligations.Count > 0 || own.ReportRows is not null || own.FeedRows is not null) && Score(Metrics(own)) is { } score)
            {
                scores.Add(new OutletScore(outlet.Code, outlet.Name, score, own.Obligations.Count(o => o.Counted)));
            }
        }

        return scores;
    }

    // What one outlet did not deliver is the contract's matter: at an outlet it is left out.
    private static ScorecardInputs OfOutlet(
        ScorecardInputs inputs, IReadOnlyList<ObligationFact> obligations, IReadOnlyList<ReportFact> rows, IReadOnlyList<ReportFact> fed) =>
        inputs with
        {
            FeedRows = fed.Count == 0 ? null : fed,
            Obligations = obligations,
            ReportRows = rows.Count == 0 ? null : rows,
            ReportDemanded = false,
            Previous = null,
            AccuracyRows = null,
            Escalations = null,
            Corrections = null,
        };

    private static List<MetricResult> Metrics(ScorecardInputs inputs) =>
        Spread([.. Ordered(inputs).Select(terms => MetricCalculator.Calculate(terms, inputs))]);

    private static IEnumerable<Contracts.MetricTerms> Ordered(ScorecardInputs inputs) =>
        inputs.Terms.Metrics.OrderBy(m => MetricCatalogue.OrderOf(m.Code));

    /// <summary>What is not delivered has a score, 0; what has none is left out and its weight spread in proportion.</summary>
    private static List<MetricResult> Spread(List<MetricResult> metrics)
    {
        var scored = metrics.Where(m => m.Score is not null).Sum(m => m.Weight);
        return [.. metrics.Select(m => m.Score is null || scored == 0 ? m : m with { WeightShare = m.Weight / scored })];
    }

    /// <summary>The weighted mean, unrounded; null (not graded) where under half of the weight is scored.</summary>
    private static decimal? Score(List<MetricResult> metrics)
    {
        var weight = metrics.Sum(m => m.Weight);
        var scored = metrics.Where(m => m.Score is not null).ToList();
        var scoredWeight = scored.Sum(m => m.Weight);
        return scoredWeight == 0 || 2 * scoredWeight < weight ? null : scored.Sum(m => m.Weight * m.Score!.Value) / scoredWeight;
    }

    private static decimal Square(decimal value) => value * value;
}
