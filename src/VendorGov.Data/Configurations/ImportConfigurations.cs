using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using VendorGov.Data.Converters;
using VendorGov.Domain.Issues.History;

namespace VendorGov.Data.Configurations;

internal sealed class StoredImportProfileConfiguration : IEntityTypeConfiguration<StoredImportProfile>
{
    public void Configure(EntityTypeBuilder<StoredImportProfile> b)
    {
        b.HasKey(p => p.Id);
        b.Property(p => p.Name).HasMaxLength(60);
        b.HasIndex(p => new { p.TenantId, p.Name }).IsUnique();
    }
}

internal sealed class ImportBatchConfiguration : IEntityTypeConfiguration<ImportBatch>
{
    public void Configure(EntityTypeBuilder<ImportBatch> b)
    {
        b.HasKey(i => i.Id);
        b.Property(i => i.Profile).HasMaxLength(60);
        b.Property(i => i.FileName).HasMaxLength(200);
        b.Property(i => i.StartedBy).HasMaxLength(120);
        b.Property(i => i.Counts).IsImmutableJson().HasMaxLength(800);
        b.Property(i => i.FileHash).HasMaxLength(64).IsUnicode(false);
        b.Property(i => i.ContentHash).HasMaxLength(64).IsUnicode(false);
        b.Property(i => i.Problem).HasMaxLength(60);
        b.Property(i => i.ProblemArgument).HasMaxLength(200);
        b.HasIndex(i => new { i.TenantId, i.StartedAt });
    }
}

internal sealed class ImportRefusedRowConfiguration : IEntityTypeConfiguration<ImportRefusedRow>
{
    public void Configure(EntityTypeBuilder<ImportRefusedRow> b)
    {
        b.HasKey(r => r.Id);
        b.Property(r => r.Column).HasMaxLength(120);
        b.Property(r => r.Value).HasMaxLength(120);
        b.Property(r => r.Reason).HasMaxLength(40).IsUnicode(false);
        b.HasIndex(r => new { r.TenantId, r.BatchId, r.Row });
        b.HasOne<ImportBatch>().WithMany().HasForeignKey(r => r.BatchId).OnDelete(DeleteBehavior.Cascade);
    }
}

internal sealed class ImportedIncidentConfiguration : IEntityTypeConfiguration<ImportedIncident>
{
    public void Configure(EntityTypeBuilder<ImportedIncident> b)
    {
        b.HasKey(i => i.Id);
        b.Property(i => i.Profile).HasMaxLength(60);
        b.Property(i => i.Key).HasMaxLength(LogRowReader.MaxNameLength).IsExact();
        b.Property(i => i.ContentHash).HasMaxLength(64).IsUnicode(false);
        b.HasIndex(i => new { i.TenantId, i.Profile, i.Key }).IsUnique();
        b.HasIndex(i => new { i.TenantId, i.IssueId });
    }
}
