using Microsoft.EntityFrameworkCore;
using VendorGov.Data;
using VendorGov.Domain;
using VendorGov.Domain.Scorecards;
using VendorGov.Web.Shared.Months;

namespace VendorGov.Web.Features.Scorecards;

/// <summary>
/// Looks for published months whose facts came out otherwise since: a reopened issue, a waiver, an exempt window, a corrected report. That makes a
/// revision (SLA semantics 3.1), which headquarters open, as it wants a reason; so they are told, once a revision.
/// </summary>
public sealed class ScorecardWatch(AppDb db, MonthReader reader, TimeProvider clock)
{
    /// <summary>How many of the month's published scorecards have changed and were not known to have.</summary>
    public async Task<int> LookAsync(YearMonth month, CancellationToken cancel)
    {
        var cards = await db.Scorecards.AsNoTracking()
            .Where(s => s.Month == month && s.State == ScorecardState.Published
                && !db.Scorecards.Any(later => later.ContractId == s.ContractId && later.Month == month && later.Revision > s.Revision)
                && !db.ScorecardEvents.Any(e => e.ScorecardId == s.Id && e.Kind == CardEventKind.FactsMoved))
            .Select(s => new { s.Id, s.ContractId, s.Grade, s.Summary }).ToDictionaryAsync(s => s.ContractId, cancel);
        if (cards.Count == 0)
        {
            return 0;
        }

        var ids = cards.Keys.ToList();
        var contracts = await db.Contracts.AsNoTracking().Include(c => c.Outlets).Where(c => ids.Contains(c.Id)).ToListAsync(cancel);
        var now = clock.GetUtcNow();
        var facts = await reader.ReadAsync(month, contracts, now, cancel);
        var moved = 0;
        foreach (var contract in contracts)
        {
            var card = cards[contract.Id];
            if (Moved(card.Grade, card.Summary, ScorecardCalculator.Calculate(facts.InputsOf(contract, month))) is { } code)
            {
                var whole = await db.Scorecards.AsNoTracking().SingleAsync(s => s.Id == card.Id, cancel);
                db.Add(new ScorecardEvent(whole, CardEventKind.FactsMoved, null, MonthlyScorecardsJob.Name, now, code.Length == 0 ? null : code));
                moved++;
            }
        }

        await db.SaveChangesAsync(cancel);
        return moved;
    }

    /// <summary>The first metric that counts otherwise; empty where the grade alone does; null where nothing does.</summary>
    private static string? Moved(Grade? grade, ScorecardSummary published, ScorecardContent fresh)
    {
        var known = published.Metrics.ToDictionary(m => m.Code, m => (m.Numerator, m.Denominator, m.Source));
        return fresh.Metrics.FirstOrDefault(m => known.TryGetValue(m.Code, out var was) && was != (m.Numerator, m.Denominator, m.Source))?.Code
            ?? (grade == fresh.Grade ? null : "");
    }
}
