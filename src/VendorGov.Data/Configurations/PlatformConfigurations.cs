using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using VendorGov.Data.Identity;
using VendorGov.Domain.Auditing;

namespace VendorGov.Data.Configurations;

internal sealed class AuditEntryConfiguration : IEntityTypeConfiguration<AuditEntry>
{
    public void Configure(EntityTypeBuilder<AuditEntry> b)
    {
        b.HasKey(a => a.Id);
        b.Property(a => a.ActorName).HasMaxLength(120);
        b.Property(a => a.Action).HasMaxLength(40);
        b.Property(a => a.Subject).HasMaxLength(60);
        b.Property(a => a.SubjectId).HasMaxLength(120);
        b.Property(a => a.Hash).HasMaxLength(64).IsUnicode(false);
        b.HasIndex(a => new { a.TenantId, a.Subject, a.SubjectId });
        // Two entries of one number would be two chains.
        b.HasIndex(a => new { a.TenantId, a.Sequence }).IsUnique();
        b.HasIndex(a => new { a.TenantId, a.At });
    }
}

internal sealed class AuditHeadConfiguration : IEntityTypeConfiguration<AuditHead>
{
    public void Configure(EntityTypeBuilder<AuditHead> b)
    {
        b.HasKey(h => h.TenantId);
        b.Property(h => h.Hash).HasMaxLength(64).IsUnicode(false);
        b.Property(h => h.KeptAfterHash).HasMaxLength(64).IsUnicode(false);
    }
}

internal sealed class OutboxMessageConfiguration : IEntityTypeConfiguration<OutboxMessage>
{
    public void Configure(EntityTypeBuilder<OutboxMessage> b)
    {
        b.HasKey(m => m.Id);
        b.Property(m => m.Recipient).HasMaxLength(256);
        b.Property(m => m.Title).HasMaxLength(200);
        b.Property(m => m.LastError).HasMaxLength(400);
        b.Property(m => m.Link).HasMaxLength(400);
        b.Property(m => m.FoldKey).HasMaxLength(120).IsUnicode(false);
        b.Ignore(m => m.State);
        b.Ignore(m => m.Holds);
        b.HasIndex(m => new { m.DeliveredAt, m.NextAttemptAt });
        b.HasIndex(m => new { m.RobotId, m.LastAttemptAt });
        b.HasIndex(m => new { m.TenantId, m.DeadAt });
    }
}

internal sealed class AppUserConfiguration : IEntityTypeConfiguration<AppUser>
{
    public void Configure(EntityTypeBuilder<AppUser> b)
    {
        b.Property(u => u.DisplayName).HasMaxLength(120);
        b.Property(u => u.Language).HasMaxLength(10);
    }
}

/// <summary>SQL Server takes keys of up to 900 bytes; Identity leaves these texts open.</summary>
internal sealed class UserLoginConfiguration : IEntityTypeConfiguration<IdentityUserLogin<Guid>>
{
    public void Configure(EntityTypeBuilder<IdentityUserLogin<Guid>> b)
    {
        b.Property(l => l.LoginProvider).HasMaxLength(128);
        b.Property(l => l.ProviderKey).HasMaxLength(128);
    }
}

internal sealed class UserTokenConfiguration : IEntityTypeConfiguration<IdentityUserToken<Guid>>
{
    public void Configure(EntityTypeBuilder<IdentityUserToken<Guid>> b)
    {
        b.Property(t => t.LoginProvider).HasMaxLength(128);
        b.Property(t => t.Name).HasMaxLength(128);
    }
}

internal sealed class InstallationConfiguration : IEntityTypeConfiguration<Installation>
{
    public void Configure(EntityTypeBuilder<Installation> b)
    {
        b.HasKey(i => i.Id);
        b.Property(i => i.Id).ValueGeneratedNever();
    }
}

internal sealed class DataProtectionKeyConfiguration : IEntityTypeConfiguration<DataProtectionKey>
{
    public void Configure(EntityTypeBuilder<DataProtectionKey> b)
    {
        b.HasKey(k => k.Id);
        b.Property(k => k.FriendlyName).HasMaxLength(200);
    }
}
