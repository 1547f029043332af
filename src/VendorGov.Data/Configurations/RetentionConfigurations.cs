using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using VendorGov.Domain.Retention;

namespace VendorGov.Data.Configurations;

internal sealed class RetentionSettingsConfiguration : IEntityTypeConfiguration<RetentionSettings>
{
    public void Configure(EntityTypeBuilder<RetentionSettings> b)
    {
        b.HasKey(s => s.TenantId);
        b.Ignore(s => s.Periods);
    }
}

internal sealed class LegalHoldConfiguration : IEntityTypeConfiguration<LegalHold>
{
    public void Configure(EntityTypeBuilder<LegalHold> b)
    {
        b.HasKey(h => h.Id);
        b.Property(h => h.Reason).HasMaxLength(400);
        b.Property(h => h.PlacedBy).HasMaxLength(120);
        b.Property(h => h.ReleasedBy).HasMaxLength(120);
        b.HasIndex(h => new { h.TenantId, h.ReleasedAt });
    }
}
