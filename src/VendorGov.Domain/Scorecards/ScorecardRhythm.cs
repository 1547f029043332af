using VendorGov.Domain.Contracts;
using VendorGov.Domain.Tenancy;

namespace VendorGov.Domain.Scorecards;

/// <summary>
/// Working days of a scorecard's life. <paramref name="Drafting"/>: of the month after; <paramref name="Hold"/>: between the draft and the opening
/// of the review; <paramref name="Review"/>: the vendor's; <paramref name="Ruling"/>: headquarters'.
/// </summary>
public sealed record RhythmDays(int Drafting, int Hold, int Review, int Ruling)
{
    /// <summary>A report that was refused may be sent again for so long.</summary>
    private const int ResubmissionDays = 2;

    public static readonly RhythmDays Default = new(7, 1, 3, 3);

    /// <summary>The working day of the month after on which a contract's scorecard is drafted: never before its last report may have come.</summary>
    public int DraftingUnder(Terms terms) => Math.Max(Drafting, EarliestUnder(terms));

    /// <summary>The working day of the month after by which its reports are due and may have been sent once more.</summary>
    public static int EarliestUnder(Terms terms) =>
        Math.Max(terms.MonthlyReport?.WorkingDay ?? 0, terms.WeeklyReport?.WorkingDay ?? 0) + ResubmissionDays;
}

/// <summary>When a network drafts, reviews and publishes its scorecards. Without a row the defaults hold.</summary>
public sealed class ScorecardRhythm : IHeadquartersOwned, IAudited, IVersioned
{
    public const int MostDays = 15;

    private ScorecardRhythm()
    {
    }

    public ScorecardRhythm(TenantId tenant, RhythmDays days)
    {
        (Id, TenantId) = (Keys.Next(), tenant);
        Set(days);
    }

    public Guid Id { get; private set; }

    public TenantId TenantId { get; private set; }

    public int DraftingDay { get; private set; }

    public int HoldDays { get; private set; }

    public int ReviewDays { get; private set; }

    public int RulingDays { get; private set; }

    public int Version { get; private set; } = 1;

    public RhythmDays Days => new(DraftingDay, HoldDays, ReviewDays, RulingDays);

    /// <summary>Holds for what opens from now on; deadlines that run stay.</summary>
    public void Set(RhythmDays days)
    {
        if (days.Drafting is < 1 or > MostDays || days.Hold is < 0 or > MostDays || days.Review is < 1 or > MostDays || days.Ruling is < 1 or > MostDays)
        {
            throw new RuleViolationException("rhythm-days", MostDays);
        }

        (DraftingDay, HoldDays, ReviewDays, RulingDays) = (days.Drafting, days.Hold, days.Review, days.Ruling);
    }
}
