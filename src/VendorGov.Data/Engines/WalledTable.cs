using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using VendorGov.Domain.Auditing;
using VendorGov.Domain.Scorecards;
using VendorGov.Domain.Feed;
using VendorGov.Domain.Notifications;
using VendorGov.Domain.Tenancy;

namespace VendorGov.Data.Engines;

public enum WallKind
{
    /// <summary>Rows of the told tenant, nothing else.</summary>
    Own,

    /// <summary>The same, and readable by a question that comes before the scope: sign-in, key, invitation, seal.</summary>
    Asked,

    /// <summary>The same, and rows of no tenant; read and marked by the delivery, which serves all tenants at once.</summary>
    Shared,
}

/// <summary>A table that carries a tenant's key. Read from the model, so that a new table is never forgotten.</summary>
public sealed record WalledTable(string Name, WallKind Kind)
{
    public const string Key = nameof(ITenantOwned.TenantId);

    private static readonly HashSet<Type> Asked =
    [
        typeof(Membership), typeof(Invitation), typeof(Outlet), typeof(Vendor), typeof(Region), typeof(ApiKey), typeof(Robot), typeof(Scorecard),
        typeof(OpenIdProvider),
    ];

    public static IReadOnlyList<WalledTable> Of(IModel model) =>
    [
        .. model.GetEntityTypes().Where(e => e.GetTableName() is not null && e.FindProperty(Key) is not null)
            .GroupBy(e => e.GetTableName()!).Select(g => new WalledTable(g.Key, KindOf(g.First().ClrType))).OrderBy(t => t.Name, StringComparer.Ordinal),
    ];

    private static WallKind KindOf(Type entity) =>
        entity == typeof(OutboxMessage) ? WallKind.Shared : Asked.Contains(entity) ? WallKind.Asked : WallKind.Own;
}
