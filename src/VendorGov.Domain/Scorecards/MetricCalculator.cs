using VendorGov.Domain.Contracts;

namespace VendorGov.Domain.Scorecards;

/// <summary>One metric of one month, before the weights of what is left out are spread.</summary>
internal static class MetricCalculator
{
    /// <summary>Fewer chat rounds than this are no data.</summary>
    private const decimal MinimumRounds = 100;

    /// <summary>Metrics that are counts per base: their interval is Poisson, not Wilson (SLA semantics 3.8).</summary>
    private static readonly string[] CountsPerBase = ["ATR", "UPG"];

    internal static bool IsCountPerBase(string code) => CountsPerBase.Contains(code);

    internal static MetricResult Calculate(MetricTerms terms, ScorecardInputs inputs)
    {
        var metric = MetricCatalogue.Find(terms.Code);
        if (!ReportMetrics.Contracted(metric.Code, inputs.Contract.Channels))
        {
            return Blank(metric, terms, MetricStatus.NotContracted);
        }

        var readings = Readings(metric, inputs);
        // What was ruled stands, even where it is no data.
        var scoring = readings.FirstOrDefault(r => r.Value is not null || IsRuled(r)) is { Value: not null } first ? first : null;
        bool IsRuled(MetricReading reading) => reading.Source == Provenance.Headquarters && Ruled(metric.Code, inputs) is not null;

        return scoring is null
            ? WithoutData(metric, terms, inputs, readings)
            : Scored(metric, terms, inputs, scoring, [.. readings.Where(r => r != scoring)]);
    }

    /// <summary>What the sources say, in their order of precedence; a source that says nothing is absent.</summary>
    private static List<MetricReading> Readings(MetricDefinition metric, ScorecardInputs inputs)
    {
        var readings = new List<MetricReading>();
        foreach (var source in SourcesOf(metric, inputs))
        {
            if (Read(metric, source, inputs) is { } ratio)
            {
                var enough = ratio.Denominator > 0 && (metric.Code != "RR3" || ratio.Denominator >= MinimumRounds);
                decimal? value = enough ? metric.Factor * ratio.Numerator / ratio.Denominator : null;
                readings.Add(new MetricReading(source, ratio.Numerator, ratio.Denominator, value));
            }
        }

        return readings;
    }

    // What headquarters found in a ruling goes before all; the sources that it corrects stay beside it.
    private static IEnumerable<Provenance> SourcesOf(MetricDefinition metric, ScorecardInputs inputs) =>
        Ruled(metric.Code, inputs) is null ? metric.Sources : metric.Sources.Where(s => s != Provenance.Headquarters).Prepend(Provenance.Headquarters);

    private static Correction? Ruled(string code, ScorecardInputs inputs) =>
        inputs.Corrections?.LastOrDefault(c => c.Kind == CorrectionKind.FigureEntered && c.Code == code);

    private static Ratio? Read(MetricDefinition metric, Provenance source, ScorecardInputs inputs)
    {
        if (source == Provenance.Headquarters && Ruled(metric.Code, inputs) is { } ruled)
        {
            return new Ratio(ruled.Numerator!.Value, ruled.Denominator!.Value);
        }

        if (metric.Code == AccuracyMetrics.Code && source == Provenance.Portal)
        {
            return AccuracyMetrics.Read(inputs.AccuracyRows);
        }

        if (StaffMetrics.Read(metric.Code, source, inputs) is { } staff)
        {
            return staff;
        }

        if (source == Provenance.Portal && QualityMetrics.FieldsOf(metric.Code).Count > 0)
        {
            return QualityMetrics.Read(metric.Code, inputs.QualityRows);
        }

        var report = ReportMetrics.Read(metric.Code, inputs);
        return source switch
        {
            Provenance.Report => report.Delivered ? report.Ratio : null,
            Provenance.Feed => ReportMetrics.ReadFeed(metric.Code, inputs) is { Delivered: true } feed ? feed.Ratio : null,
            Provenance.Portal when metric.Code == "UPG" => PortalEscalations(report, inputs),
            Provenance.Portal => ObligationMetrics.Read(metric.Code, inputs.Obligations),
            _ => null,
        };
    }

    // The portal counts escalations itself; what was handled says the feed, else the report.
    private static Ratio? PortalEscalations(ReportReading report, ScorecardInputs inputs)
    {
        decimal? handled = ReportMetrics.HandledInFeed(inputs) ?? (report.Delivered ? report.Ratio.Denominator : null);
        return inputs.Escalations is { } escalations && handled is { } all ? new Ratio(escalations.Count, all) : null;
    }

    private static MetricResult WithoutData(
        MetricDefinition metric, MetricTerms terms, ScorecardInputs inputs, List<MetricReading> readings)
    {
        var first = readings.FirstOrDefault();
        if (first is not null || !metric.Sources.Contains(Provenance.Report))
        {
            return Blank(metric, terms, MetricStatus.NoData) with
            {
                Numerator = first?.Numerator,
                Denominator = first?.Denominator,
                Source = first?.Source,
            };
        }

        // A blank field or row in an accepted report is as undelivered as the whole report.
        var owed = inputs.ReportDemanded || inputs.ReportRows is not null;
        return owed
            ? Blank(metric, terms, MetricStatus.NotDelivered) with
            {
                Score = 0, Points = 4, ChargedPoints = Charged(4, terms, inputs), HalfWidth = 0, Source = Provenance.Report,
            }
            : Blank(metric, terms, MetricStatus.NotContracted);
    }

    private static MetricResult Scored(
        MetricDefinition metric, MetricTerms terms, ScorecardInputs inputs, MetricReading reading, IReadOnlyList<MetricReading> others)
    {
        var value = reading.Value!.Value;
        var points = MetricScore.Points(value, terms, metric.Direction);
        return Blank(metric, terms, MetricStatus.Scored) with
        {
            Numerator = reading.Numerator,
            Denominator = reading.Denominator,
            Value = value,
            Score = MetricScore.Score(value, terms, metric.Direction, inputs.Terms.Scoring),
            Points = points,
            ChargedPoints = Charged(points, terms, inputs),
            HalfWidth = HalfWidth(metric, terms, inputs.Terms.Scoring, reading),
            Source = reading.Source,
            Others = others,
        };
    }

    /// <summary>
    /// Points count twice where the same metric had points in the calendar month before; a month without data or an amended
    /// target ends the run. They never count four times, as only undoubled points are looked at.
    /// </summary>
    private static int Charged(int points, MetricTerms terms, ScorecardInputs inputs)
    {
        var before = inputs.Previous is { } previous && previous.Month == inputs.Month.AddMonths(-1).ToString()
            ? previous.Metrics.FirstOrDefault(m => m.Code == terms.Code)
            : null;
        return before is { Points: > 0 } && before.Target == terms.Target ? 2 * points : points;
    }

    /// <summary>h: half the difference of the scores of the value's 95 % bounds.</summary>
    private static decimal HalfWidth(MetricDefinition metric, MetricTerms terms, ScoringMethod method, MetricReading reading)
    {
        var (low, high) = Bounds(metric, reading);
        var scores = (Low: MetricScore.Score(low, terms, metric.Direction, method), High: MetricScore.Score(high, terms, metric.Direction, method));
        return Math.Abs(scores.High - scores.Low) / 2;
    }

    private static (decimal Low, decimal High) Bounds(MetricDefinition metric, MetricReading reading)
    {
        var (low, high) = IsCountPerBase(metric.Code)
            ? PerBase(Intervals.Poisson(reading.Numerator), reading.Denominator)
            : Intervals.Wilson(reading.Numerator, reading.Denominator);
        return (metric.Factor * low, metric.Factor * high);
    }

    private static (decimal Low, decimal High) PerBase((decimal Low, decimal High) count, decimal denominator) =>
        (count.Low / denominator, count.High / denominator);

    private static MetricResult Blank(MetricDefinition metric, MetricTerms terms, MetricStatus status) => new(
        metric.Code, metric.Zh, metric.En, metric.Group, metric.Unit, metric.Direction,
        terms.Target, terms.Minimum, terms.Weight, 0, status, null, null, null, null, null, null, null, null, []);
}
