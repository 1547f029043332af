using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using VendorGov.Data;
using VendorGov.Domain.Calendars;
using VendorGov.Domain.Issues;
using VendorGov.Domain.Scorecards;
using VendorGov.Domain.Tenancy;
using VendorGov.Web.Hosting;
using VendorGov.Web.Shared;

namespace VendorGov.Web.Features.Scorecards;

/// <summary>The page's part about the way from draft to publication.</summary>
public sealed partial class DetailsModel
{
    /// <summary>A step of the strip. <paramref name="Until"/> is set for the step that runs.</summary>
    public sealed record Step(string Key, DateTimeOffset? At, DateTimeOffset? Until, bool Done, bool Current);

    public IReadOnlyList<Step> Steps { get; private set; } = [];

    /// <summary>Working time until the present step is due, in seconds; negative once it is late; null where nothing is due.</summary>
    public long? Left { get; private set; }

    public IReadOnlyList<ScorecardAppeal> Appeals { get; private set; } = [];

    public IReadOnlyList<ScorecardEvent> History { get; private set; } = [];

    public int OpenAppeals => Appeals.Count(a => a.State == CardAppealState.Open);

    public bool MayOpenReview => MayManage && Head.Revision == 1;

    /// <summary>The vendor alone says that it has nothing to add; else its days run out.</summary>
    public bool MayCloseReview => user.Can(Permission.AnswerScorecard) && Head.State == ScorecardState.Review;

    public bool MayAppeal => user.Can(Permission.AnswerScorecard) && Head.State == ScorecardState.Review && Left >= 0;

    public bool MayComment => Head.State is ScorecardState.Review or ScorecardState.Ruling
        && (user.Can(Permission.AnswerScorecard) || user.Can(Permission.ManageScorecards));

    public bool MayRule => user.Can(Permission.ManageScorecards);

    [Permission(Permission.ManageScorecards)]
    public Task<IActionResult> OnPostOpenReviewAsync(CancellationToken cancellationToken) => ChangeAsync(
        async card =>
        {
            await life.OpenAsync(card, cancellationToken);
            TempData["Flash"] = text["scorecards.reviewOpenedFlash"];
        },
        cancellationToken);

    [Permission(Permission.AnswerScorecard)]
    public Task<IActionResult> OnPostCloseReviewAsync(CancellationToken cancellationToken) => ChangeAsync(
        card =>
        {
            card.CloseReview(clock.GetUtcNow());
            TempData["Flash"] = text["scorecards.reviewClosedFlash"];
            return Task.CompletedTask;
        },
        cancellationToken);

    public async Task<IActionResult> OnPostCommentAsync(string? words, CancellationToken cancellationToken)
    {
        if (!user.Can(Permission.AnswerScorecard) && !user.Can(Permission.ManageScorecards))
        {
            return NotFound();
        }

        return await ChangeAsync(
            card =>
            {
                db.ScorecardEvents.Add(ScorecardEvent.Comment(card, Refusal.Within(words, ScorecardAppeal.LongestWords), appeals.Me, clock.GetUtcNow()));
                TempData["Flash"] = text["scorecards.commentFlash"];
                return Task.CompletedTask;
            },
            cancellationToken);
    }

    private async Task ReadLifeAsync(Scorecard card, CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        Appeals = await db.ScorecardAppeals.AsNoTracking().Where(a => a.ContractId == card.ContractId && a.Month == card.Month)
            .OrderBy(a => a.FiledAt).ToListAsync(cancel);
        History = await db.ScorecardEvents.AsNoTracking().Where(e => e.ScorecardId == card.Id && (MayRule || e.Kind != CardEventKind.FactsMoved)).OrderBy(e => e.At).ThenBy(e => e.Id).ToListAsync(cancel);
        var due = card.State switch
        {
            ScorecardState.Review => card.ReviewDueAt,
            ScorecardState.Ruling => card.RulingDueAt,
            _ => null,
        };
        Left = due is { } until ? Seconds((await days.OfAsync(card.ContractId, card.Month, cancel)).Office, now, until) : null;
        Steps = StepsOf(card);
    }

    private static long Seconds(BusinessCalendar office, DateTimeOffset now, DateTimeOffset until) =>
        (now <= until ? office.OpenTicks(now, until) : -office.OpenTicks(until, now)) / TimeSpan.TicksPerSecond;

    // A card that was published without a review shows the steps that it took, no others.
    private static List<Step> StepsOf(Scorecard card) => card.ReviewOpenedAt is null && card.State != ScorecardState.Draft ? [] :
    [
        new("draft", card.DraftedAt <= card.ReviewOpenedAt || card.ReviewOpenedAt is null ? card.DraftedAt : null, null, card.State != ScorecardState.Draft, card.State == ScorecardState.Draft),
        new("review", card.ReviewOpenedAt, card.State == ScorecardState.Review ? card.ReviewDueAt : null,
            card.State is ScorecardState.Ruling or ScorecardState.Published, card.State == ScorecardState.Review),
        new("ruling", card.ReviewClosedAt, card.State == ScorecardState.Ruling ? card.RulingDueAt : null,
            card.State == ScorecardState.Published, card.State == ScorecardState.Ruling),
        new("published", card.PublishedAt, null, card.State == ScorecardState.Published, false),
    ];
}
