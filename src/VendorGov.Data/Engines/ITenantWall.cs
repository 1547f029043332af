using System.Data.Common;
using Microsoft.EntityFrameworkCore.Metadata;

namespace VendorGov.Data.Engines;

/// <summary>
/// The second wall: row-level security of a server engine, which holds where a query forgets the first one. One implementation per server
/// engine, beside its migrations under db/. SQLite has no such thing.
/// </summary>
public interface ITenantWall
{
    /// <summary>
    /// Makes <paramref name="command"/> tell its connection for whom it works. The driver clears this when the connection goes back to the pool;
    /// a connection that was told nothing sees and writes no row of any tenant.
    /// </summary>
    void Tell(DbCommand command, WallWord word);

    /// <summary>The statements that build the wall around every table of <paramref name="model"/>; again and again without harm.</summary>
    IReadOnlyList<string> Statements(IModel model);

    /// <summary>The same as a script for the engine's own tool.</summary>
    string Script(IModel model);

    /// <summary>What the catalogue of the database lacks of the wall; empty where every table of a tenant stands behind it.</summary>
    Task<IReadOnlyList<string>> GapsAsync(AppDb db, CancellationToken cancellationToken);

    /// <summary>False where the login passes by the wall: a superuser, the owner of the database.</summary>
    Task<bool> HoldsAsync(AppDb db, CancellationToken cancellationToken);
}

/// <summary>For whom a connection works. <paramref name="Beyond"/>: a question that comes before the scope (see <see cref="TenantScope.LookBeyond"/>).</summary>
public readonly record struct WallWord(Guid? Tenant, bool Beyond);
