using Microsoft.EntityFrameworkCore;
using VendorGov.Domain.Notifications;

namespace VendorGov.Data.Identity;

/// <summary>
/// Robots for the delivery of the outbox, which serves all tenants at once: asked by the keys that stand in its messages, so the query
/// sees past the walls.
/// </summary>
public sealed class RobotDirectory(AppDb db)
{
    public async Task<List<Robot>> OfAsync(IReadOnlyCollection<Guid> ids, CancellationToken cancel)
    {
        using var beyond = db.Scope.LookBeyond();
        return await db.Robots.IgnoreQueryFilters([AppDb.TenantFilter, AppDb.PartyFilter]).AsNoTracking().Where(r => ids.Contains(r.Id)).ToListAsync(cancel);
    }
}
