using Microsoft.EntityFrameworkCore;
using VendorGov.Domain.Scorecards;

namespace VendorGov.Data.Identity;

/// <summary>
/// Answers whoever holds a document whether it is the one that was published: asked by the whole code that is printed on it, so the query sees
/// past the walls. Gives no figure away, and no name.
/// </summary>
public sealed class SealDirectory(AppDb db)
{
    public sealed record Found(DateTimeOffset PublishedAt, int Revision, string Seal, bool Superseded);

    /// <summary>Null for a code that stands on no published document.</summary>
    public async Task<Found?> FindAsync(string code, CancellationToken cancel)
    {
        using var beyond = db.Scope.LookBeyond();
        var all = db.Scorecards.IgnoreQueryFilters([AppDb.TenantFilter, AppDb.PartyFilter]).AsNoTracking().Where(s => s.State == ScorecardState.Published);
        return await all.Where(s => s.CheckCode == code)
            .Select(s => new Found(
                s.PublishedAt!.Value, s.Revision, s.Seal!,
                all.Any(later => later.ContractId == s.ContractId && later.Month == s.Month && later.Revision > s.Revision)))
            .SingleOrDefaultAsync(cancel);
    }
}
