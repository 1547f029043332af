using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using VendorGov.Domain.Contracts;
using VendorGov.Domain.Issues;
using VendorGov.Domain.Obligations;
using VendorGov.Domain.Staffing;
using VendorGov.Domain.Tenancy;
using VendorGov.Domain.Training;

namespace VendorGov.Data.Configurations;

internal sealed class BrandPackConfiguration : IEntityTypeConfiguration<BrandPack>
{
    public void Configure(EntityTypeBuilder<BrandPack> b)
    {
        b.HasKey(p => p.Id);
        b.Property(p => p.Title).HasMaxLength(BrandPack.LongestTitle);
        b.Property(p => p.Rules).HasMaxLength(BrandPack.LongestRules);
        b.Property(p => p.FileName).HasMaxLength(200);
        b.Property(p => p.FileSha256).HasMaxLength(64).IsUnicode(false);
        b.Property(p => p.PublishedBy).HasMaxLength(120);
        b.Property(p => p.SignedBy).HasMaxLength(120);
        b.Ignore(p => p.AwaitsSignature);
        b.HasIndex(p => new { p.TenantId, p.ContractId, p.Number }).IsUnique();
        b.HasOne<Contract>().WithMany().HasForeignKey(p => p.ContractId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class BrandQuarterConfiguration : IEntityTypeConfiguration<BrandQuarter>
{
    public void Configure(EntityTypeBuilder<BrandQuarter> b)
    {
        b.HasKey(q => q.Id);
        b.Ignore(q => q.LastDay);
        b.HasIndex(q => new { q.TenantId, q.ContractId, q.From }).IsUnique();
        b.HasOne<Obligation>().WithMany().HasForeignKey(q => q.ObligationId).OnDelete(DeleteBehavior.Restrict);
        b.HasOne<Contract>().WithMany().HasForeignKey(q => q.ContractId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class TrainingOrderConfiguration : IEntityTypeConfiguration<TrainingOrder>
{
    public void Configure(EntityTypeBuilder<TrainingOrder> b)
    {
        b.HasKey(o => o.Id);
        b.Property(o => o.Topic).HasMaxLength(TrainingOrder.LongestTopic);
        b.Property(o => o.Note).HasMaxLength(TrainingOrder.LongestNote);
        b.Property(o => o.OrderedBy).HasMaxLength(120);
        b.Property(o => o.WithdrawnReason).HasMaxLength(400);
        b.HasIndex(o => new { o.TenantId, o.ContractId, o.OrderedAt });
        b.HasIndex(o => new { o.TenantId, o.IssueId });
        b.HasMany(o => o.Agents).WithOne().HasForeignKey(l => l.OrderId).OnDelete(DeleteBehavior.Cascade);
        b.HasOne<Obligation>().WithMany().HasForeignKey(o => o.ObligationId).OnDelete(DeleteBehavior.Restrict);
        b.HasOne<Contract>().WithMany().HasForeignKey(o => o.ContractId).OnDelete(DeleteBehavior.Restrict);
        b.HasOne<Course>().WithMany().HasForeignKey(o => o.CourseId).OnDelete(DeleteBehavior.Restrict);
        b.HasOne<Issue>().WithMany().HasForeignKey(o => o.IssueId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class TrainingOrderAgentConfiguration : IEntityTypeConfiguration<TrainingOrderAgent>
{
    public void Configure(EntityTypeBuilder<TrainingOrderAgent> b)
    {
        b.HasKey(l => new { l.OrderId, l.AgentId });
        b.Ignore(l => l.IsMissing);
        b.HasIndex(l => new { l.TenantId, l.AgentId });
        b.HasOne<Agent>().WithMany().HasForeignKey(l => l.AgentId).OnDelete(DeleteBehavior.Restrict);
        b.HasOne<TrainingSession>().WithMany().HasForeignKey(l => l.SessionId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class KnowledgeArticleConfiguration : IEntityTypeConfiguration<KnowledgeArticle>
{
    public void Configure(EntityTypeBuilder<KnowledgeArticle> b)
    {
        b.HasKey(a => a.Id);
        b.Property(a => a.Title).HasMaxLength(KnowledgeArticle.LongestTitle);
        b.Property(a => a.Body).HasMaxLength(KnowledgeArticle.LongestBody);
        b.Property(a => a.Keywords).HasMaxLength(KnowledgeArticle.LongestKeywords);
        b.HasIndex(a => new { a.TenantId, a.ContractId, a.ChangedAt });
        b.HasMany(a => a.Versions).WithOne().HasForeignKey(v => v.ArticleId).OnDelete(DeleteBehavior.Cascade);
        b.HasOne<Contract>().WithMany().HasForeignKey(a => a.ContractId).OnDelete(DeleteBehavior.Restrict);
        b.HasOne<Outlet>().WithMany().HasForeignKey(a => a.OutletId).OnDelete(DeleteBehavior.Restrict);
        b.HasOne<Issue>().WithMany().HasForeignKey(a => a.IssueId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class KnowledgeVersionConfiguration : IEntityTypeConfiguration<KnowledgeVersion>
{
    public void Configure(EntityTypeBuilder<KnowledgeVersion> b)
    {
        b.HasKey(v => v.Id);
        b.Property(v => v.Title).HasMaxLength(KnowledgeArticle.LongestTitle);
        b.Property(v => v.Body).HasMaxLength(KnowledgeArticle.LongestBody);
        b.Property(v => v.Keywords).HasMaxLength(KnowledgeArticle.LongestKeywords);
        b.Property(v => v.ProposedBy).HasMaxLength(120);
        b.Property(v => v.DecidedBy).HasMaxLength(120);
        b.Property(v => v.Reason).HasMaxLength(1000);
        b.HasIndex(v => new { v.TenantId, v.ArticleId, v.Number }).IsUnique();
        b.HasOne<Obligation>().WithMany().HasForeignKey(v => v.ObligationId).OnDelete(DeleteBehavior.Restrict);
    }
}
