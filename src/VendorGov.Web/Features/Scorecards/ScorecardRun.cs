using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using VendorGov.Data;
using VendorGov.Domain;
using VendorGov.Domain.Contracts;
using VendorGov.Domain.Scorecards;
using VendorGov.Domain.Tenancy;
using VendorGov.Web.Shared.Months;

namespace VendorGov.Web.Features.Scorecards;

/// <summary>
/// <paramref name="Contract"/>: this one alone. <paramref name="DueOnly"/>: only contracts whose drafting day has come, and has come of late or has a
/// draft already: a network that was set up today is not scored for the months before it. <paramref name="DraftsOnly"/>: only what is a draft already.
/// </summary>
public sealed record RunOptions(ContractId? Contract = null, bool DueOnly = false, bool DraftsOnly = false);

/// <summary>How many scorecards were drafted, and how many are under review or published and stay as they are.</summary>
public sealed record RunOutcome(int Drafted, int Kept);

/// <summary>
/// Calculates a month's scorecards of the tenant in scope. Repeating it replaces drafts and never touches what is under review or published;
/// the unique key contract x month x revision keeps two runs from making two.
/// </summary>
public sealed class ScorecardRun(AppDb db, TimeProvider clock, MonthReader reader)
{
    private const int Batch = 20;

    /// <summary>For so long the job makes up for a drafting day on which nothing ran.</summary>
    private const int LateDays = 14;

    /// <summary>
    /// The contracts that a month's run covers: with terms, and in force in it; or over, but something that they owe falls due in it, as the last
    /// month's report does.
    /// </summary>
    public IQueryable<Contract> Contracts(YearMonth month)
    {
        var (first, last) = (month.FirstDay, month.LastDay);
        var (from, to) = MonthBounds.Widest(month);
        return db.Contracts.Where(c => c.StartsOn <= last
            && (c.EndsOn == null || c.EndsOn >= first || db.Obligations.Any(o => o.ContractId == c.Id && o.DueAt >= from && o.DueAt < to))
            && db.TermsVersions.Any(t => t.ContractId == c.Id));
    }

    public async Task<RunOutcome> RunAsync(YearMonth month, RunOptions options, CancellationToken cancellationToken)
    {
        var contracts = Contracts(month).AsNoTracking();
        if (options.Contract is { } only)
        {
            contracts = contracts.Where(c => c.Id == only);
        }

        var all = await contracts.Include(c => c.Outlets).OrderBy(c => c.Number).ToListAsync(cancellationToken);
        var now = clock.GetUtcNow();
        var facts = await reader.ReadAsync(month, all, now, cancellationToken);
        var settled = facts.Settled;
        var due = all.Where(c => facts.Concerns(c) && (!options.DueOnly || IsDue(c)) && (!options.DraftsOnly || (facts.Drafted.Contains(c.Id) && !settled.Contains(c.Id)))).ToList();
        var drafts = Calculate(month, [.. due.Where(c => !settled.Contains(c.Id))], facts, now);
        await SaveAsync(month, drafts, now, cancellationToken);
        return new RunOutcome(drafts.Count, due.Count(c => settled.Contains(c.Id)));

        bool IsDue(Contract contract)
        {
            var (day, today) = (facts.DraftingDay(contract), facts.Today(contract, now));
            return day <= today && (day.AddDays(LateDays) >= today || facts.Drafted.Contains(contract.Id) || month.AddMonths(1) == YearMonth.Of(today));
        }
    }

    /// <summary>What a card rests on: facts as of its draft, rulings until an instant.</summary>
    internal async Task<CardFacts> FactsOfAsync(Scorecard card, DateTimeOffset ruledBy, CancellationToken cancellationToken)
    {
        var contract = await db.Contracts.AsNoTracking().Include(c => c.Outlets).SingleAsync(c => c.Id == card.ContractId, cancellationToken);
        return new CardFacts(contract, card, await reader.ReadAsync(card.Month, [contract], card.DraftedAt, cancellationToken, ruledBy));
    }

    // The calculation is pure, so that contracts can be shared out over the processors.
    private static List<Drafted> Calculate(YearMonth month, List<Contract> contracts, MonthData facts, DateTimeOffset now)
    {
        var results = new ConcurrentBag<Drafted>();
        Parallel.ForEach(contracts, contract =>
        {
            var inputs = facts.InputsOf(contract, month);
            results.Add(new Drafted(contract, facts.TermsOf(contract).Id, ScorecardCalculator.Calculate(inputs)));
        });
        return [.. results.OrderBy(r => r.Contract.Number, StringComparer.Ordinal)];
    }

    // Saved in batches, so that a long run shows how far it is and a run that is killed keeps what it has done.
    private async Task SaveAsync(YearMonth month, List<Drafted> drafts, DateTimeOffset now, CancellationToken cancellationToken)
    {
        foreach (var batch in drafts.Chunk(Batch))
        {
            var ids = batch.Select(b => b.Contract.Id).ToList();
            var existing = await db.Scorecards
                .Where(s => s.Month == month && s.State == ScorecardState.Draft && ids.Contains(s.ContractId))
                .ToDictionaryAsync(s => s.ContractId, cancellationToken);
            foreach (var (contract, terms, content) in batch)
            {
                Draft(existing.GetValueOrDefault(contract.Id), contract, terms, content, month, now);
            }

            await db.SaveChangesAsync(cancellationToken);
            db.ChangeTracker.Clear();
        }
    }

    private void Draft(Scorecard? card, Contract contract, TermsVersionId terms, ScorecardContent content, YearMonth month, DateTimeOffset now)
    {
        if (card is null)
        {
            card = new Scorecard(contract, terms, month, content.Revision);
            db.Scorecards.Add(card);
        }

        // The instant of the reading, not of the saving: what falls due between the two is judged alike by a recount.
        card.Draft(content, terms, now);
    }

    private sealed record Drafted(Contract Contract, TermsVersionId Terms, ScorecardContent Content);
}

/// <summary>The facts of one card, to be calculated with rulings that nobody has made yet.</summary>
internal sealed record CardFacts(Contract Contract, Scorecard Card, MonthData Data)
{
    public ScorecardContent With(params Correction[] wished) => ScorecardCalculator.Calculate(
        Data.InputsOf(Contract, Card.Month, new Projection(null, null, [], [], false, wished))) with { Revision = Card.Revision };
}
