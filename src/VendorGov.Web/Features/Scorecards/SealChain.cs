using Microsoft.EntityFrameworkCore;
using VendorGov.Data;
using VendorGov.Domain.Scorecards;

namespace VendorGov.Web.Features.Scorecards;

/// <summary>
/// Publishes scorecards of the tenant in scope, each sealed over the one that its contract published before. Of two publications at once the
/// unique number of the seal lets one be saved.
/// </summary>
public sealed class SealChain(AppDb db)
{
    /// <summary>Publishes the tracked <paramref name="cards"/> without saving.</summary>
    public async Task PublishAsync(IReadOnlyCollection<Scorecard> cards, string by, DateTimeOffset now, CancellationToken cancel)
    {
        var contracts = cards.Select(c => c.ContractId).Distinct().ToList();
        var last = new Dictionary<Domain.Tenancy.ContractId, Scorecard>();
        foreach (var part in contracts.Chunk(500))
        {
            var newest = await db.Scorecards.AsNoTracking()
                .Where(s => part.Contains(s.ContractId) && s.SealNumber != null
                    && !db.Scorecards.Any(later => later.ContractId == s.ContractId && later.SealNumber > s.SealNumber))
                .ToListAsync(cancel);
            newest.ForEach(s => last[s.ContractId] = s);
        }

        foreach (var card in cards.OrderBy(c => c.Month).ThenBy(c => c.Revision))
        {
            card.Publish(last.GetValueOrDefault(card.ContractId), by, now);
            last[card.ContractId] = card;
        }
    }
}
