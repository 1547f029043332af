using Microsoft.EntityFrameworkCore;

namespace VendorGov.Data.Engines;

/// <summary>Migrations of a server engine, with its wall built again around whatever they changed.</summary>
public static class WallBuilder
{
    /// <summary>
    /// A portal whose login may not change tables starts as long as nothing is to be done. <paramref name="before"/> clears the way for
    /// migrations; <paramref name="queue"/> makes a second node that starts at the same moment wait until the transaction ends.
    /// </summary>
    public static async Task MigrateBehindWallAsync(
        this AppDb db, ITenantWall wall, string? before, string queue, CancellationToken cancellationToken)
    {
        if (!await db.Database.CanConnectAsync(cancellationToken)
            || (await db.Database.GetPendingMigrationsAsync(cancellationToken)).Any())
        {
            if (before is not null && await db.Database.CanConnectAsync(cancellationToken))
            {
                await db.Database.ExecuteSqlRawAsync(before, cancellationToken);
            }

            await db.Database.MigrateAsync(cancellationToken);
        }

        if ((await wall.GapsAsync(db, cancellationToken)).Count > 0)
        {
            await BuildAsync(db, wall, queue, cancellationToken);
        }
    }

    private static async Task BuildAsync(AppDb db, ITenantWall wall, string queue, CancellationToken cancellationToken)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        await db.Database.ExecuteSqlRawAsync(queue, cancellationToken);
        if ((await wall.GapsAsync(db, cancellationToken)).Count > 0)
        {
            foreach (var statement in wall.Statements(db.Model))
            {
                // Braces would be taken for parameters.
                await db.Database.ExecuteSqlRawAsync(statement.Replace("{", "{{", StringComparison.Ordinal).Replace("}", "}}", StringComparison.Ordinal), cancellationToken);
            }
        }

        await transaction.CommitAsync(cancellationToken);
    }
}
