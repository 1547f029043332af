using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using VendorGov.Data.Converters;
using VendorGov.Domain.Scorecards;

namespace VendorGov.Data.Configurations;

internal sealed class ScorecardAppealConfiguration : IEntityTypeConfiguration<ScorecardAppeal>
{
    public void Configure(EntityTypeBuilder<ScorecardAppeal> b)
    {
        b.HasKey(a => a.Id);
        b.Property(a => a.Code).HasMaxLength(8).IsUnicode(false);
        b.Property(a => a.Reference).HasMaxLength(60);
        b.Property(a => a.Grounds).HasMaxLength(ScorecardAppeal.LongestWords);
        b.Property(a => a.Ruling).HasMaxLength(ScorecardAppeal.LongestWords);
        b.Property(a => a.FiledBy).HasMaxLength(120);
        b.Property(a => a.RuledBy).HasMaxLength(120);
        b.Property(a => a.Evidence).IsImmutableJson();
        b.Property(a => a.Effect).IsImmutableJson();
        b.Ignore(a => a.Correction);
        b.HasIndex(a => new { a.TenantId, a.State, a.DueAt });
        b.HasIndex(a => new { a.ContractId, a.Month });
        b.HasIndex(a => a.ScorecardId);
        b.HasOne<Scorecard>().WithMany().HasForeignKey(a => a.ScorecardId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class ScorecardEventConfiguration : IEntityTypeConfiguration<ScorecardEvent>
{
    public void Configure(EntityTypeBuilder<ScorecardEvent> b)
    {
        b.HasKey(e => e.Id);
        b.Property(e => e.ByName).HasMaxLength(120);
        b.Property(e => e.Code).HasMaxLength(8).IsUnicode(false);
        b.Property(e => e.Words).HasMaxLength(ScorecardAppeal.LongestWords);
        b.HasIndex(e => new { e.ScorecardId, e.At });
        b.HasIndex(e => new { e.TenantId, e.ToldAt });
        b.HasOne<Scorecard>().WithMany().HasForeignKey(e => e.ScorecardId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class ScorecardRhythmConfiguration : IEntityTypeConfiguration<ScorecardRhythm>
{
    public void Configure(EntityTypeBuilder<ScorecardRhythm> b)
    {
        b.HasKey(r => r.Id);
        b.Ignore(r => r.Days);
        b.HasIndex(r => r.TenantId).IsUnique();
    }
}

internal sealed class CreditClaimConfiguration : IEntityTypeConfiguration<CreditClaim>
{
    public void Configure(EntityTypeBuilder<CreditClaim> b)
    {
        b.HasKey(c => c.Id);
        b.Property(c => c.Currency).HasMaxLength(3).IsUnicode(false);
        b.Property(c => c.AgreedBy).HasMaxLength(120);
        b.Property(c => c.SettledBy).HasMaxLength(120);
        b.Property(c => c.InvoiceReference).HasMaxLength(CreditClaim.LongestReference);
        b.Ignore(c => c.Outstanding);
        b.HasIndex(c => new { c.TenantId, c.ContractId, c.Month }).IsUnique();
        b.HasIndex(c => new { c.TenantId, c.State });
        b.HasOne<Scorecard>().WithMany().HasForeignKey(c => c.ScorecardId).OnDelete(DeleteBehavior.Restrict);
    }
}
