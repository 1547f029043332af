using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using VendorGov.Data.Converters;
using VendorGov.Domain.Issues;
using VendorGov.Domain.Search;

namespace VendorGov.Data.Configurations;

internal sealed class SearchEntryConfiguration : IEntityTypeConfiguration<SearchEntry>
{
    public void Configure(EntityTypeBuilder<SearchEntry> b)
    {
        b.HasKey(e => e.Id);
        b.HasIndex(e => e.RowKey).IsUnique();
        b.HasIndex(e => e.IssueId);
        b.HasIndex(e => new { e.TenantId, e.At });
        b.HasOne<Issue>().WithMany().HasForeignKey(e => e.IssueId).OnDelete(DeleteBehavior.Cascade);
    }
}

internal sealed class SearchGramConfiguration : IEntityTypeConfiguration<SearchGram>
{
    public void Configure(EntityTypeBuilder<SearchGram> b)
    {
        b.HasKey(g => new { g.EntryId, g.Gram });
        b.Property(g => g.Gram).HasMaxLength(SearchGram.Longest).IsExact();
        b.HasIndex(g => new { g.TenantId, g.Gram });
        b.HasOne<SearchEntry>().WithMany().HasForeignKey(g => g.EntryId).OnDelete(DeleteBehavior.Cascade);
    }
}

internal sealed class ComplaintChaseConfiguration : IEntityTypeConfiguration<ComplaintChase>
{
    public void Configure(EntityTypeBuilder<ComplaintChase> b)
    {
        b.HasKey(c => c.Id);
        b.HasIndex(c => new { c.IssueId, c.Day }).IsUnique();
        b.HasOne<Issue>().WithMany().HasForeignKey(c => c.IssueId).OnDelete(DeleteBehavior.Cascade);
    }
}
