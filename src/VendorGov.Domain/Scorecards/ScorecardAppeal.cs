using VendorGov.Domain.Issues;
using VendorGov.Domain.Obligations;
using VendorGov.Domain.Tenancy;

namespace VendorGov.Domain.Scorecards;

/// <summary>Life of an appeal against one figure.</summary>
public enum CardAppealState
{
    Open,
    Upheld,
    Refused,
    Withdrawn,
}

/// <summary>
/// What a vendor appeals against: a metric, or one obligation behind it. Claimed numerator and denominator are plain counts; both or neither.
/// </summary>
public sealed record CardAppealAsk(
    string Code, Guid? ObligationId, string? Grounds, decimal? ClaimedNumerator = null, decimal? ClaimedDenominator = null, EvidenceFile? Evidence = null);

/// <summary>What headquarters rule. <paramref name="Kind"/> is null where the appeal is refused.</summary>
public sealed record CardRuling(CorrectionKind? Kind, decimal? Numerator, decimal? Denominator, string? Reason);

/// <summary>An appeal against one figure of a scorecard under review, and what became of it.</summary>
public sealed class ScorecardAppeal : IContractOwned, IAudited, IVersioned
{
    public const int LongestWords = 1000;

    private ScorecardAppeal()
    {
    }

    public Guid Id { get; private set; }
    public TenantId TenantId { get; private set; }
    public VendorId VendorId { get; private set; }
    public ContractId ContractId { get; private set; }
    public ScorecardId ScorecardId { get; private set; }
    public YearMonth Month { get; private set; }

    /// <summary>The metric's code.</summary>
    public string Code { get; private set; } = "";
    public Guid? ObligationId { get; private set; }
    public ObligationKind? ObligationKind { get; private set; }

    /// <summary>Number of the issue, or the report's month.</summary>
    public string? Reference { get; private set; }
    public string Grounds { get; private set; } = "";
    public decimal? ClaimedNumerator { get; private set; }
    public decimal? ClaimedDenominator { get; private set; }
    public EvidenceFile? Evidence { get; private set; }
    public CardAppealState State { get; private set; }
    public string FiledBy { get; private set; } = "";
    public DateTimeOffset FiledAt { get; private set; }

    /// <summary>Until when headquarters rule.</summary>
    public DateTimeOffset DueAt { get; private set; }
    public CorrectionKind? Outcome { get; private set; }
    public decimal? RuledNumerator { get; private set; }
    public decimal? RuledDenominator { get; private set; }
    public string? Ruling { get; private set; }
    public string? RuledBy { get; private set; }
    public DateTimeOffset? RuledAt { get; private set; }

    /// <summary>The metric's value, and the card's score, before and after the ruling; null where nothing was upheld.</summary>
    public CardAppealEffect? Effect { get; private set; }
    public int Version { get; private set; } = 1;

    /// <summary>Throws <see cref="RuleViolationException"/> outside the review, without grounds, or against what the card does not show.</summary>
    public static ScorecardAppeal File(Scorecard card, CardAppealAsk ask, Author by, DateTimeOffset now)
    {
        Demand(by.Side == Side.Vendor, "card-appeal-vendor");
        Demand(card.State == ScorecardState.Review && now <= card.ReviewDueAt, "card-appeal-closed");
        DemandWords(ask.Grounds, "card-appeal-grounds");
        var metric = card.Content.Metrics.FirstOrDefault(m => m.Code == ask.Code);
        Demand(metric is not null && metric.Status != MetricStatus.NotContracted, "card-appeal-metric");
        var fact = ask.ObligationId is { } id ? ObligationMetrics.FactsOf(ask.Code, card.Content.Obligations).FirstOrDefault(o => o.ObligationId == id) : null;
        Demand(ask.ObligationId is null || fact is { Counted: true, Met: false }, "card-appeal-obligation");
        DemandFigures(ask.Code, ask.ClaimedNumerator, ask.ClaimedDenominator);
        return new ScorecardAppeal
        {
            Id = Keys.Next(),
            TenantId = card.TenantId,
            VendorId = card.VendorId,
            ContractId = card.ContractId,
            ScorecardId = card.Id,
            Month = card.Month,
            Code = ask.Code,
            ObligationId = fact?.ObligationId,
            ObligationKind = fact?.Kind,
            Reference = fact?.Reference,
            Grounds = ask.Grounds!.Trim(),
            ClaimedNumerator = fact is null ? ask.ClaimedNumerator : null,
            ClaimedDenominator = fact is null ? ask.ClaimedDenominator : null,
            Evidence = ask.Evidence,
            FiledBy = by.Name,
            FiledAt = now,
            DueAt = card.RulingDueAt!.Value,
        };
    }

    public void Withdraw(Author by)
    {
        Demand(State == CardAppealState.Open, "card-appeal-ruled");
        Demand(by.Side == Side.Vendor, "card-appeal-vendor");
        State = CardAppealState.Withdrawn;
    }

    /// <summary>What the ruling would put right, were it made now; null for a refusal.</summary>
    public Correction? CorrectionOf(CardRuling ruling, DateTimeOffset now)
    {
        if (ruling.Kind is not { } kind)
        {
            return null;
        }

        Demand(kind == CorrectionKind.FigureEntered ? ObligationId is null : ObligationId is not null, "card-ruling-kind");
        DemandFigures(Code, ruling.Numerator, ruling.Denominator);
        Demand(kind != CorrectionKind.FigureEntered || ruling.Numerator is not null, "card-ruling-figures");
        return new Correction(Id, Code, kind, ObligationId, kind == CorrectionKind.FigureEntered ? ruling.Numerator : null,
            kind == CorrectionKind.FigureEntered ? ruling.Denominator : null, now, ruling.Reason?.Trim() ?? "");
    }

    /// <summary>Headquarters' word, once. <paramref name="effect"/> is what the correction does, null for a refusal.</summary>
    public void Rule(CardRuling ruling, CardAppealEffect? effect, Author by, DateTimeOffset now)
    {
        Demand(State == CardAppealState.Open, "card-appeal-ruled");
        Demand(by.Side == Side.Buyer, "card-ruling-buyer");
        DemandWords(ruling.Reason, "card-ruling-reason");
        var correction = CorrectionOf(ruling, now);
        State = correction is null ? CardAppealState.Refused : CardAppealState.Upheld;
        (Outcome, RuledNumerator, RuledDenominator) = (correction?.Kind, correction?.Numerator, correction?.Denominator);
        (Ruling, RuledBy, RuledAt) = (ruling.Reason!.Trim(), by.Name, now);
        Effect = correction is null ? null : effect;
    }

    /// <summary>The fact that was put right; null unless upheld.</summary>
    public Correction? Correction => State == CardAppealState.Upheld
        ? new Correction(Id, Code, Outcome!.Value, ObligationId, RuledNumerator, RuledDenominator, RuledAt!.Value, Ruling!) : null;

    // A rate over nothing is no figure, and no share is above the whole: what counts per base (leavers, escalations) may exceed it.
    private static void DemandFigures(string code, decimal? numerator, decimal? denominator)
    {
        Demand(numerator is null || numerator <= denominator || MetricCalculator.IsCountPerBase(code), "card-appeal-figures");
        Demand(numerator is null == denominator is null, "card-appeal-figures");
        Demand(numerator is null or >= 0 and < 1_000_000_000, "card-appeal-figures");
        Demand(denominator is null or > 0 and < 1_000_000_000, "card-appeal-figures");
    }

    private static void DemandWords(string? words, string rule) =>
        Demand(!string.IsNullOrWhiteSpace(words) && words.Trim().Length <= LongestWords, rule);

    private static void Demand(bool fits, string rule)
    {
        if (!fits)
        {
            throw new RuleViolationException(rule);
        }
    }
}

/// <summary>The metric's value in its unit and the card's score, before and after.</summary>
public sealed record CardAppealEffect(decimal? ValueBefore, decimal? ValueAfter, decimal? ScoreBefore, decimal? ScoreAfter)
{
    public static CardAppealEffect Of(string code, ScorecardContent before, ScorecardContent after) =>
        new(ValueOf(code, before), ValueOf(code, after), before.Score, after.Score);

    private static decimal? ValueOf(string code, ScorecardContent content) => content.Metrics.FirstOrDefault(m => m.Code == code)?.Value;
}
