using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using VendorGov.Domain.Tenancy;

namespace VendorGov.Data.Configurations;

internal sealed class TenantConfiguration : IEntityTypeConfiguration<Tenant>
{
    public void Configure(EntityTypeBuilder<Tenant> b)
    {
        b.HasKey(t => t.Id);
        b.Property(t => t.Code).HasMaxLength(40);
        b.Property(t => t.Name).HasMaxLength(120);
        b.Property(t => t.TimeZone).HasMaxLength(60);
        b.Property(t => t.Language).HasMaxLength(10);
        b.HasIndex(t => t.Code).IsUnique();
    }
}

internal sealed class RegionConfiguration : IEntityTypeConfiguration<Region>
{
    public void Configure(EntityTypeBuilder<Region> b)
    {
        b.HasKey(r => r.Id);
        b.Property(r => r.Code).HasMaxLength(40);
        b.Property(r => r.Name).HasMaxLength(120);
        b.HasIndex(r => new { r.TenantId, r.Code }).IsUnique();
    }
}

internal sealed class OutletConfiguration : IEntityTypeConfiguration<Outlet>
{
    public void Configure(EntityTypeBuilder<Outlet> b)
    {
        b.HasKey(o => o.Id);
        b.Property(o => o.Code).HasMaxLength(40);
        b.Property(o => o.Name).HasMaxLength(120);
        b.Property(o => o.LeadName).HasMaxLength(120);
        b.HasIndex(o => new { o.TenantId, o.Code }).IsUnique();
        b.HasOne<Region>().WithMany().HasForeignKey(o => o.RegionId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class VendorConfiguration : IEntityTypeConfiguration<Vendor>
{
    public void Configure(EntityTypeBuilder<Vendor> b)
    {
        b.HasKey(v => v.Id);
        b.Property(v => v.Code).HasMaxLength(40);
        b.Property(v => v.Name).HasMaxLength(120);
        b.Property(v => v.ContactName).HasMaxLength(120);
        b.Property(v => v.ContactEmail).HasMaxLength(256);
        b.HasIndex(v => new { v.TenantId, v.Code }).IsUnique();
    }
}

internal sealed class MembershipConfiguration : IEntityTypeConfiguration<Membership>
{
    public void Configure(EntityTypeBuilder<Membership> b)
    {
        b.HasKey(m => m.Id);
        b.Property(m => m.DisplayName).HasMaxLength(120);
        b.Property(m => m.Email).HasMaxLength(256);
        b.HasIndex(m => new { m.TenantId, m.UserId }).IsUnique();
        b.HasIndex(m => m.UserId);
    }
}

internal sealed class InvitationConfiguration : IEntityTypeConfiguration<Invitation>
{
    public void Configure(EntityTypeBuilder<Invitation> b)
    {
        b.HasKey(i => i.Id);
        b.Property(i => i.DisplayName).HasMaxLength(120);
        b.Property(i => i.Email).HasMaxLength(256);
        b.Property(i => i.TokenHash).HasMaxLength(64).IsUnicode(false);
        b.Property(i => i.InvitedBy).HasMaxLength(120);
        b.HasIndex(i => i.TokenHash).IsUnique();
        b.HasIndex(i => new { i.TenantId, i.SentAt });
        b.Ignore(i => i.Party);
    }
}

internal sealed class OpenIdProviderConfiguration : IEntityTypeConfiguration<OpenIdProvider>
{
    public void Configure(EntityTypeBuilder<OpenIdProvider> b)
    {
        b.HasKey(p => p.TenantId);
        b.Property(p => p.Authority).HasMaxLength(OpenIdProvider.LongestAuthority);
        b.Property(p => p.ClientName).HasMaxLength(OpenIdProvider.LongestClient);
        b.Property(p => p.SealedSecret).HasMaxLength(2000).IsUnicode(false);
    }
}
