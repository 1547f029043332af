using VendorGov.Domain.Calendars;

namespace VendorGov.Domain.Scorecards;

/// <summary>The way from draft to publication (SLA semantics 3.7).</summary>
public sealed partial class Scorecard
{
    public DateTimeOffset? ReviewOpenedAt { get; private set; }

    /// <summary>Until when the vendor may appeal: close of a working day of the contract's office calendar.</summary>
    public DateTimeOffset? ReviewDueAt { get; private set; }

    public DateTimeOffset? ReviewClosedAt { get; private set; }

    /// <summary>Until when headquarters rule; what is open by then counts as first decided.</summary>
    public DateTimeOffset? RulingDueAt { get; private set; }

    /// <summary>Up to when rulings are taken in, where one was since the draft.</summary>
    public DateTimeOffset? CorrectedAt { get; private set; }

    /// <summary>The instant up to which rulings count in it.</summary>
    public DateTimeOffset RulingsUntil => CorrectedAt ?? DraftedAt;

    public bool IsUnderReview => State is ScorecardState.Review or ScorecardState.Ruling;

    /// <summary>From here on nothing but a ruling changes a figure. The day of the opening does not count.</summary>
    public void OpenReview(BusinessCalendar office, RhythmDays days, DateTimeOffset now)
    {
        DemandDraft();
        if (Revision > 1)
        {
            throw new RuleViolationException("review-revision");
        }

        (State, ReviewOpenedAt) = (ScorecardState.Review, now);
        ReviewDueAt = After(office, now, days.Review);
        RulingDueAt = After(office, ReviewDueAt.Value, days.Ruling);
    }

    /// <summary>The vendor has said what it has to say, or its time is over: nobody else ends it sooner.</summary>
    public void CloseReview(DateTimeOffset now)
    {
        if (State != ScorecardState.Review)
        {
            throw new RuleViolationException("review-not-open");
        }

        (State, ReviewClosedAt) = (ScorecardState.Ruling, now);
    }

    /// <summary>Takes in what the same facts come to with the rulings made until <paramref name="now"/>.</summary>
    public void Correct(ScorecardContent content, DateTimeOffset now)
    {
        if (State == ScorecardState.Published)
        {
            throw new RuleViolationException("scorecard-published");
        }

        Take(content);
        CorrectedAt = now;
    }

    /// <summary>What is due by <paramref name="now"/>: true where the card is to be published.</summary>
    /// <param name="open">Appeals that nobody has ruled on.</param>
    public bool Advance(int open, DateTimeOffset now)
    {
        if (State == ScorecardState.Review && now >= ReviewDueAt)
        {
            CloseReview(now);
        }

        return State == ScorecardState.Ruling && (open == 0 || now >= RulingDueAt);
    }

    /// <summary>By hand, before it is due: the vendor has its days until it says that it has nothing to add, and each appeal is ruled on.</summary>
    /// <param name="open">Appeals that nobody has ruled on.</param>
    /// <param name="now">The present instant.</param>
    public void DemandPublishable(int open, DateTimeOffset now)
    {
        if (State == ScorecardState.Review && now < ReviewDueAt)
        {
            throw new RuleViolationException("review-runs", ReviewDueAt.Value);
        }

        if (open > 0 && now < RulingDueAt)
        {
            throw new RuleViolationException("appeals-open", open);
        }
    }

    private void DemandDraft()
    {
        if (State != ScorecardState.Draft)
        {
            throw new RuleViolationException(State == ScorecardState.Published ? "scorecard-published" : "scorecard-in-review");
        }
    }

    private static DateTimeOffset After(BusinessCalendar office, DateTimeOffset at, int days) =>
        office.CloseOf(office.WorkingDayAfter(office.LocalDate(at), days));
}
