namespace VendorGov.Domain.Scorecards;

/// <summary>What an upheld appeal does to the facts.</summary>
public enum CorrectionKind
{
    /// <summary>The obligation is no longer counted; it stays listed with its reason.</summary>
    ObligationExcluded,

    /// <summary>The obligation was met, whatever the portal recorded.</summary>
    ObligationMet,

    /// <summary>Numerator and denominator as headquarters found them; the other sources stay beside them.</summary>
    FigureEntered,
}

/// <summary>
/// A fact that headquarters put right. The number follows from it; nothing is typed over a result. <paramref name="Code"/> is the metric's,
/// numerator and denominator are plain counts as in <see cref="MetricReading"/>.
/// </summary>
public sealed record Correction(
    Guid AppealId,
    string Code,
    CorrectionKind Kind,
    Guid? ObligationId,
    decimal? Numerator,
    decimal? Denominator,
    DateTimeOffset RuledAt,
    [property: Unsealed] string Reason)
{
    /// <summary>The latest ruling on each obligation, and on each figure, in a stable order.</summary>
    public static IReadOnlyList<Correction> Standing(IEnumerable<Correction> all) =>
        [.. all.GroupBy(c => (c.ObligationId, Code: c.ObligationId is null ? c.Code : "")).Select(g => g.MaxBy(c => (c.RuledAt, c.AppealId))!)
            .OrderBy(c => c.Code, StringComparer.Ordinal).ThenBy(c => c.RuledAt).ThenBy(c => c.AppealId)];
}
