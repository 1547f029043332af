using Microsoft.EntityFrameworkCore;
using VendorGov.Data;
using VendorGov.Domain;
using VendorGov.Domain.Scorecards;
using VendorGov.Domain.Tenancy;
using VendorGov.Web.Shared.Months;

namespace VendorGov.Web.Features.Scorecards;

/// <summary>Takes scorecards from draft over review and ruling to publication, when they are due or by hand (SLA semantics 3.7).</summary>
public sealed class ScorecardLife(AppDb db, TimeProvider clock, OfficeDays days, ScorecardRun run, SealChain seals)
{
    /// <summary>Who publishes when nobody does by hand.</summary>
    public const string ByItself = "VendorGov";

    /// <summary>Opens the reviews of a month's drafts whose day has come. To be called right after the drafts were calculated.</summary>
    public async Task<int> OpenDueAsync(YearMonth month, CancellationToken cancel)
    {
        var (now, rhythm, opened) = (clock.GetUtcNow(), await RhythmAsync(cancel), 0);
        foreach (var card in await db.Scorecards.Where(s => s.Month == month && s.State == ScorecardState.Draft && s.Revision == 1).ToListAsync(cancel))
        {
            var (office, terms) = await days.OfAsync(card.ContractId, month, cancel);
            if (office.LocalDate(now) >= office.WorkingDayAfter(month.LastDay, rhythm.DraftingUnder(terms) + rhythm.Hold))
            {
                card.OpenReview(office, rhythm, now);
                await db.SaveChangesAsync(cancel);
                opened++;
            }
        }

        db.ChangeTracker.Clear();
        return opened;
    }

    /// <summary>By hand: the draft is calculated once more, so that the vendor sees what is known now.</summary>
    public async Task OpenAsync(Scorecard card, CancellationToken cancel)
    {
        await run.RunAsync(card.Month, new RunOptions(Contract: card.ContractId), cancel);
        var fresh = await db.Scorecards.SingleAsync(s => s.Id == card.Id, cancel);
        fresh.OpenReview((await days.OfAsync(card.ContractId, card.Month, cancel)).Office, await RhythmAsync(cancel), clock.GetUtcNow());
        await db.SaveChangesAsync(cancel);
    }

    /// <summary>Closes reviews and publishes what nothing is left to rule on, or what is due. Tells how many were published.</summary>
    public async Task<int> AdvanceAsync(CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        var due = await db.Scorecards.AsNoTracking()
            .Where(s => s.State == ScorecardState.Ruling || (s.State == ScorecardState.Review && s.ReviewDueAt <= now))
            .OrderBy(s => s.Month).Select(s => new { s.Id, Open = db.ScorecardAppeals.Count(a => a.ScorecardId == s.Id && a.State == CardAppealState.Open) })
            .ToListAsync(cancel);
        var published = 0;
        foreach (var one in due)
        {
            var card = await db.Scorecards.SingleAsync(s => s.Id == one.Id, cancel);
            if (card.Advance(one.Open, now))
            {
                await PublishAsync(card, ByItself, cancel);
                published++;
            }

            await db.SaveChangesAsync(cancel);
            db.ChangeTracker.Clear();
        }

        return published;
    }

    /// <summary>
    /// Publishes without saving. A card that was under review is counted once more from the same facts, as a clock may have been decided
    /// otherwise meanwhile: what is sealed is what <c>verify</c> finds.
    /// </summary>
    public async Task PublishAsync(Scorecard card, string by, CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        if (card.IsUnderReview)
        {
            card.Correct((await run.FactsOfAsync(card, now, cancel)).With(), now);
        }

        await seals.PublishAsync([card], by, now, cancel);
    }

    public async Task<RhythmDays> RhythmAsync(CancellationToken cancel) =>
        (await db.ScorecardRhythms.AsNoTracking().SingleOrDefaultAsync(cancel))?.Days ?? RhythmDays.Default;
}
