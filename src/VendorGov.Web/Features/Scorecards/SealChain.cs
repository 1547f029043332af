using Microsoft.EntityFrameworkCore;
using VendorGov.Data;
using VendorGov.Domain;
using VendorGov.Domain.Scorecards;
using VendorGov.Domain.Tenancy;

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
        var last = new Dictionary<ContractId, (int Number, string Seal)>();
        var claims = new Dictionary<(ContractId, YearMonth), CreditClaim>();
        var months = cards.Select(c => c.Month).Distinct().ToList();
        foreach (var part in contracts.Chunk(500))
        {
            var newest = await db.Scorecards.AsNoTracking()
                .Where(s => part.Contains(s.ContractId) && s.SealNumber != null
                    && !db.Scorecards.Any(later => later.ContractId == s.ContractId && later.SealNumber > s.SealNumber))
                .Select(s => new { s.ContractId, Number = s.SealNumber!.Value, s.Seal }).ToListAsync(cancel);
            newest.ForEach(s => last[s.ContractId] = (s.Number, s.Seal!));
            var known = await db.CreditClaims.Where(c => part.Contains(c.ContractId) && months.Contains(c.Month)).ToListAsync(cancel);
            known.ForEach(c => claims[(c.ContractId, c.Month)] = c);
        }

        foreach (var card in cards.OrderBy(c => c.Month).ThenBy(c => c.Revision))
        {
            card.PublishAfter(last.GetValueOrDefault(card.ContractId), by, now);
            last[card.ContractId] = (card.SealNumber!.Value, card.Seal!);
            Claim(card, claims, now);
        }
    }

    /// <summary>What the vendor owes by it becomes a claim, or changes the one of an earlier revision.</summary>
    private void Claim(Scorecard card, Dictionary<(ContractId, YearMonth), CreditClaim> claims, DateTimeOffset now)
    {
        var known = claims.GetValueOrDefault((card.ContractId, card.Month));
        if (CreditClaim.Follow(card, known, now) is { } claim && known is null)
        {
            claims[(card.ContractId, card.Month)] = claim;
            db.CreditClaims.Add(claim);
        }
    }
}
