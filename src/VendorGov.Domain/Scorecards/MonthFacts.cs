using VendorGov.Domain.Obligations;

namespace VendorGov.Domain.Scorecards;

/// <summary>Which obligations a month counts, and how (SLA semantics 3.1).</summary>
public static class MonthFacts
{
    /// <summary>
    /// The month that an obligation belongs to: that of its due instant on the contract's wall clock; null while an open
    /// pause leaves the due instant undetermined. One that was waived or cancelled without a due instant is listed in the
    /// month in which it stopped.
    /// </summary>
    public static YearMonth? MonthOf(ObligationFact fact, TimeZoneInfo zone)
    {
        var decided = fact.State is ClockState.Waived or ClockState.Cancelled;
        var at = fact.State == ClockState.Paused ? null : fact.DueAt ?? (decided ? fact.StoppedAt : null);
        return at is { } instant ? YearMonth.Of(instant, zone) : null;
    }

    /// <summary>
    /// Those of <paramref name="read"/> that belong to <paramref name="month"/>, judged as of <paramref name="now"/> and in a
    /// stable order; what the buyer owes is nobody's merit or fault here. <c>Counted</c>, <c>Met</c> and <c>Excluded</c> of the input are ignored.
    /// </summary>
    /// <param name="corrections">Upheld appeals, one an obligation at most.</param>
    /// <param name="countedBefore">Obligations that an earlier revision of this month has counted: they belong to it wherever they are due by now.</param>
    /// <param name="countedElsewhere">Obligations that a published scorecard of another month has counted already.</param>
    public static IReadOnlyList<ObligationFact> Of(
        IEnumerable<ObligationFact> read,
        YearMonth month,
        TimeZoneInfo zone,
        DateTimeOffset now,
        IReadOnlySet<Guid>? countedElsewhere = null,
        IReadOnlyList<Correction>? corrections = null,
        IReadOnlySet<Guid>? countedBefore = null)
    {
        var ruled = (corrections ?? []).Where(c => c.ObligationId is not null).ToDictionary(c => c.ObligationId!.Value, c => c.Kind);
        return [.. read
            .Where(f => !f.Kind.IsOwedByBuyer() && countedElsewhere?.Contains(f.ObligationId) != true
                && (MonthOf(f, zone) == month || countedBefore?.Contains(f.ObligationId) == true))
            .Select(f => Ruled(Judge(f, now), ruled))
            .OrderBy(f => f.DueAt ?? f.StoppedAt)
            .ThenBy(f => f.Reference, StringComparer.Ordinal)
            .ThenBy(f => f.Kind)
            .ThenBy(f => f.ObligationId)];
    }

    private static ObligationFact Ruled(ObligationFact fact, Dictionary<Guid, CorrectionKind> ruled) =>
        !fact.Counted || !ruled.TryGetValue(fact.ObligationId, out var kind) ? fact
            : kind == CorrectionKind.ObligationMet ? fact with { Met = true }
            : fact with { Counted = false, Met = false, Excluded = ExclusionReason.Appealed };

    private static ObligationFact Judge(ObligationFact fact, DateTimeOffset now)
    {
        ExclusionReason? excluded = fact.State switch
        {
            ClockState.Waived => ExclusionReason.Waived,
            ClockState.Cancelled => ExclusionReason.Cancelled,
            _ when fact.DueAt > now => ExclusionReason.NotYetDue,
            _ => null,
        };
        return fact with { Counted = excluded is null, Met = excluded is null && fact.State == ClockState.Met, Excluded = excluded };
    }
}
