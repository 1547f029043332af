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
        await DemandDueAsync(card, cancel);
        var fresh = await RedraftedAsync(card, cancel);
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
        var (published, failures) = (0, new List<Exception>());
        foreach (var one in due)
        {
            try
            {
                published += await AdvanceAsync(one.Id, one.Open, now, cancel) ? 1 : 0;
            }
            catch (Exception e) when (e is RuleViolationException or DbUpdateException)
            {
                // One card keeps none of the others from being published; the next run takes it up again.
                failures.Add(e);
            }

            db.ChangeTracker.Clear();
        }

        return failures.Count == 0 ? published : throw new AggregateException(failures);
    }

    private async Task<bool> AdvanceAsync(ScorecardId id, int open, DateTimeOffset now, CancellationToken cancel)
    {
        var card = await db.Scorecards.SingleAsync(s => s.Id == id, cancel);
        var publish = card.Advance(open, now);
        if (publish)
        {
            await PublishAsync(card, ByItself, cancel);
        }

        await db.SaveChangesAsync(cancel);
        return publish;
    }

    /// <summary>
    /// Publishes without saving. A draft is calculated once more, so that nothing counts that another month has sealed meanwhile; a card that was under
    /// review is counted once more from the same facts, as a clock may have been decided otherwise: what is sealed is what <c>verify</c> finds. Neither
    /// the vendor's days nor headquarters' own are cut short.
    /// </summary>
    public async Task PublishAsync(Scorecard card, string by, CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        if (card.IsUnderReview)
        {
            card.DemandPublishable(await db.ScorecardAppeals.CountAsync(a => a.ScorecardId == card.Id && a.State == CardAppealState.Open, cancel), now);
            card.Correct((await run.FactsOfAsync(card, now, cancel)).With(), now);
        }
        else if (card.State == ScorecardState.Draft)
        {
            await DemandDueAsync(card, cancel);
            card = await RedraftedAsync(card, cancel);
        }

        await seals.PublishAsync([card], by, now, cancel);
    }

    /// <summary>Publishes the drafts of a month and tells how many; those whose day has not come stay.</summary>
    public async Task<int> PublishDraftsAsync(YearMonth month, string by, CancellationToken cancel)
    {
        await run.RunAsync(month, new RunOptions(DraftsOnly: true), cancel);
        var due = new List<Scorecard>();
        foreach (var card in await db.Scorecards.Where(s => s.Month == month && s.State == ScorecardState.Draft).ToListAsync(cancel))
        {
            if (await FirstDayAsync(card, cancel) is var (day, today) && day <= today)
            {
                due.Add(card);
            }
        }

        await seals.PublishAsync(due, by, clock.GetUtcNow(), cancel);
        await db.SaveChangesAsync(cancel);
        return due.Count;
    }

    /// <summary>What is not owed yet is not missing yet: before that a month is neither reviewed nor published.</summary>
    private async Task DemandDueAsync(Scorecard card, CancellationToken cancel)
    {
        if (await FirstDayAsync(card, cancel) is var (day, today) && day > today)
        {
            throw new RuleViolationException("scorecard-early", day);
        }
    }

    private async Task<(DateOnly Day, DateOnly Today)> FirstDayAsync(Scorecard card, CancellationToken cancel)
    {
        var (office, terms) = await days.OfAsync(card.ContractId, card.Month, cancel);
        return (office.WorkingDayAfter(card.Month.LastDay, RhythmDays.EarliestUnder(terms)), office.LocalDate(clock.GetUtcNow()));
    }

    private async Task<Scorecard> RedraftedAsync(Scorecard card, CancellationToken cancel)
    {
        await run.RunAsync(card.Month, new RunOptions(Contract: card.ContractId), cancel);
        return await db.Scorecards.SingleAsync(s => s.Id == card.Id, cancel);
    }

    public async Task<RhythmDays> RhythmAsync(CancellationToken cancel) =>
        (await db.ScorecardRhythms.AsNoTracking().SingleOrDefaultAsync(cancel))?.Days ?? RhythmDays.Default;
}
