using System.Reflection;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using VendorGov.Data.Converters;
using VendorGov.Domain.Tenancy;

namespace VendorGov.Data;

/// <summary>The first wall: what a query may see, and what every table has in common.</summary>
public sealed partial class AppDb
{
    public const string TenantFilter = "Tenant";
    public const string PartyFilter = "Party";

    private static readonly DeleteBehavior NoCascade = DeleteBehavior.Restrict;

    private TenantId ScopeTenant => scope.Tenant;

    private bool ScopeWhole => scope.WholeTenant;

    private VendorId ScopeVendor => scope.Vendor;

    private List<OutletId> ScopeOutlets => [.. scope.Outlets];

    private UserId? ScopeActor => scope.Actor;

    /// <summary>A job of the portal: nobody acts.</summary>
    private bool ScopeJob => scope.WholeTenant && scope.Actor is null;

    private void ApplyWalls(ModelBuilder builder)
    {
        foreach (var type in builder.Model.GetEntityTypes().Select(e => e.ClrType).Where(typeof(ITenantOwned).IsAssignableFrom))
        {
            Wall(nameof(WallTenant), type, builder);
            if (typeof(IShownOwned).IsAssignableFrom(type))
            {
                Wall(nameof(WallShown), type, builder);
            }
            else if (typeof(IBuyerOwned).IsAssignableFrom(type))
            {
                Wall(nameof(WallBuyer), type, builder);
            }
            else if (typeof(IOutletOwned).IsAssignableFrom(type))
            {
                Wall(nameof(WallOutlet), type, builder);
            }
            else if (typeof(IContractOwned).IsAssignableFrom(type))
            {
                Wall(nameof(WallContract), type, builder);
            }
            else if (typeof(IPartyOwned).IsAssignableFrom(type))
            {
                Wall(nameof(WallParty), type, builder);
            }
            else if (typeof(IHeadquartersOwned).IsAssignableFrom(type))
            {
                Wall(nameof(WallHeadquarters), type, builder);
            }
        }

        builder.Entity<Domain.Obligations.Obligation>().HasQueryFilter(PartyFilter, o => ScopeWhole || o.VendorId == ScopeVendor
            || (o.OutletId != null ? ScopeOutlets.Contains(o.OutletId.Value)
                : ContractOutlets.Any(c => c.ContractId == o.ContractId && ScopeOutlets.Contains(c.OutletId))));
        builder.Entity<Domain.Contracts.Contract>().HasQueryFilter(PartyFilter, c =>
            ScopeWhole || c.VendorId == ScopeVendor || c.Outlets.Any(o => ScopeOutlets.Contains(o.OutletId)));
        builder.Entity<Outlet>().HasQueryFilter(PartyFilter, e =>
            ScopeWhole || ScopeOutlets.Contains(e.Id) || ContractOutlets.Any(o => o.OutletId == e.Id && o.VendorId == ScopeVendor));
        builder.Entity<Vendor>().HasQueryFilter(PartyFilter, e =>
            ScopeWhole || e.Id == ScopeVendor || ContractOutlets.Any(o => o.VendorId == e.Id && ScopeOutlets.Contains(o.OutletId)));
        builder.Entity<Membership>().HasQueryFilter(PartyFilter, e => ScopeWhole || e.UserId == scope.Actor
            || (e.VendorId != null && e.VendorId == ScopeVendor) || (e.OutletId != null && ScopeOutlets.Contains(e.OutletId.Value)));
        // A vendor's reviewer works at the own blind tasks before anything is published.
        builder.Entity<Domain.Inspections.Evaluation>().HasQueryFilter(PartyFilter, e => ScopeWhole || ScopeOutlets.Contains(e.OutletId)
            || (e.VendorId == ScopeVendor && (e.ShownAt != null || (e.RoundId != null && e.ReviewerId == ScopeActor))));
        // A rating names an agent and a customer's words: no other outlet's matter.
        builder.Entity<Domain.Inspections.SurveyAnswer>().HasQueryFilter(PartyFilter, e => ScopeWhole || ScopeOutlets.Contains(e.OutletId));
        // What one person keeps is nobody else's, not even headquarters'.
        builder.Entity<Domain.Issues.DraftFile>().HasQueryFilter(PartyFilter, e => ScopeJob || e.UserId == ScopeActor);
        builder.Entity<Domain.Issues.PersonalNote>().HasQueryFilter(PartyFilter, e => ScopeJob || e.UserId == ScopeActor);
        builder.Entity<Domain.Notifications.Notice>().HasQueryFilter(PartyFilter, e => ScopeJob || e.UserId == ScopeActor);
        builder.Entity<Domain.Notifications.NoticeSettings>().HasQueryFilter(PartyFilter, e => ScopeJob || e.UserId == ScopeActor);
        builder.Entity<Invitation>().HasQueryFilter(PartyFilter, e => ScopeWhole
            || (e.VendorId != null && e.VendorId == ScopeVendor) || (e.OutletId != null && ScopeOutlets.Contains(e.OutletId.Value)));
    }

    private void WallTenant<T>(ModelBuilder builder) where T : class, ITenantOwned =>
        builder.Entity<T>().HasQueryFilter(TenantFilter, e => e.TenantId == ScopeTenant);

    private void WallOutlet<T>(ModelBuilder builder) where T : class, IOutletOwned =>
        builder.Entity<T>().HasQueryFilter(PartyFilter, e =>
            ScopeWhole || e.VendorId == ScopeVendor || ScopeOutlets.Contains(e.OutletId));

    private void WallShown<T>(ModelBuilder builder) where T : class, IShownOwned =>
        builder.Entity<T>().HasQueryFilter(PartyFilter, e =>
            ScopeWhole || (e.VendorId == ScopeVendor && e.ShownAt != null) || ScopeOutlets.Contains(e.OutletId));

    private void WallBuyer<T>(ModelBuilder builder) where T : class, IBuyerOwned =>
        builder.Entity<T>().HasQueryFilter(PartyFilter, e =>
            ScopeWhole || ContractOutlets.Any(o => o.ContractId == e.ContractId && ScopeOutlets.Contains(o.OutletId)));

    private void WallContract<T>(ModelBuilder builder) where T : class, IContractOwned =>
        builder.Entity<T>().HasQueryFilter(PartyFilter, e => ScopeWhole || e.VendorId == ScopeVendor
            || ContractOutlets.Any(o => o.ContractId == e.ContractId && ScopeOutlets.Contains(o.OutletId)));

    private void WallParty<T>(ModelBuilder builder) where T : class, IPartyOwned =>
        builder.Entity<T>().HasQueryFilter(PartyFilter, e => ScopeWhole
            || (e.VendorId != null && e.VendorId == ScopeVendor) || (e.OutletId != null && ScopeOutlets.Contains(e.OutletId.Value)));

    private void WallHeadquarters<T>(ModelBuilder builder) where T : class, IHeadquartersOwned =>
        builder.Entity<T>().HasQueryFilter(PartyFilter, e => ScopeWhole);

    private void Wall(string method, Type type, ModelBuilder builder) =>
        typeof(AppDb).GetMethod(method, BindingFlags.Instance | BindingFlags.NonPublic)!.MakeGenericMethod(type).Invoke(this, [builder]);

    /// <summary>No multiple cascade paths and exact keys (SQL Server), no value made by the store, bounded strings.</summary>
    private void ApplyShape(ModelBuilder builder)
    {
        var exact = Database.ProviderName?.EndsWith("SqlServer", StringComparison.Ordinal) == true ? "Latin1_General_100_BIN2" : null;
        foreach (var entity in builder.Model.GetEntityTypes())
        {
            foreach (var key in entity.GetForeignKeys().Where(k => !k.IsOwnership && k.PrincipalEntityType.ClrType != typeof(Identity.AppUser)))
            {
                key.DeleteBehavior = key.DeleteBehavior == DeleteBehavior.Cascade ? DeleteBehavior.Cascade : NoCascade;
            }

            foreach (var property in entity.GetProperties())
            {
                Shape(entity, property);
                property.SetCollation(property.RemoveAnnotation(Conventions.Exact) is null ? property.GetCollation() : exact);
            }
        }
    }

    private static void Shape(IMutableEntityType entity, IMutableProperty property)
    {
        if (property.IsPrimaryKey())
        {
            property.ValueGenerated = ValueGenerated.Never;
        }

        if (property.Name == nameof(IVersioned.Version) && typeof(IVersioned).IsAssignableFrom(entity.ClrType))
        {
            property.IsConcurrencyToken = true;
        }
    }
}
