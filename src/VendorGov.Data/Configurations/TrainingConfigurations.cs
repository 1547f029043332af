using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using VendorGov.Data.Converters;
using VendorGov.Domain.Contracts;
using VendorGov.Domain.Issues;
using VendorGov.Domain.Staffing;
using VendorGov.Domain.Training;

namespace VendorGov.Data.Configurations;

internal sealed class CourseConfiguration : IEntityTypeConfiguration<Course>
{
    public void Configure(EntityTypeBuilder<Course> b)
    {
        b.HasKey(c => c.Id);
        b.Property(c => c.Title).HasMaxLength(120);
        b.HasIndex(c => new { c.TenantId, c.ContractId, c.Title });
        b.HasOne<Contract>().WithMany().HasForeignKey(c => c.ContractId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class TrainingSessionConfiguration : IEntityTypeConfiguration<TrainingSession>
{
    public void Configure(EntityTypeBuilder<TrainingSession> b)
    {
        b.HasKey(s => s.Id);
        b.Property(s => s.Trainer).HasMaxLength(80);
        b.Property(s => s.Place).HasMaxLength(120);
        b.HasIndex(s => new { s.TenantId, s.ContractId, s.Date });
        b.HasOne<Course>().WithMany().HasForeignKey(s => s.CourseId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class TrainingResultConfiguration : IEntityTypeConfiguration<TrainingResult>
{
    public void Configure(EntityTypeBuilder<TrainingResult> b)
    {
        b.HasKey(r => r.Id);
        b.Property(r => r.RecordedBy).HasMaxLength(120);
        b.HasIndex(r => new { r.TenantId, r.SessionId, r.AgentId }).IsUnique();
        b.HasOne<TrainingSession>().WithMany().HasForeignKey(r => r.SessionId).OnDelete(DeleteBehavior.Restrict);
        b.HasOne<Agent>().WithMany().HasForeignKey(r => r.AgentId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class BriefingConfiguration : IEntityTypeConfiguration<Briefing>
{
    public void Configure(EntityTypeBuilder<Briefing> b)
    {
        b.HasKey(x => x.Id);
        b.Property(x => x.Title).HasMaxLength(160);
        b.Property(x => x.Body).HasMaxLength(4000);
        b.Property(x => x.PublishedBy).HasMaxLength(120);
        b.HasIndex(x => new { x.TenantId, x.ContractId, x.PublishedAt });
        b.HasOne<Contract>().WithMany().HasForeignKey(x => x.ContractId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class BriefingReceiptConfiguration : IEntityTypeConfiguration<BriefingReceipt>
{
    public void Configure(EntityTypeBuilder<BriefingReceipt> b)
    {
        b.HasKey(r => new { r.BriefingId, r.AgentId });
        b.Property(r => r.Witness).HasMaxLength(120);
        b.HasIndex(r => new { r.TenantId, r.AgentId });
        b.HasOne<Briefing>().WithMany().HasForeignKey(r => r.BriefingId).OnDelete(DeleteBehavior.Restrict);
        b.HasOne<Agent>().WithMany().HasForeignKey(r => r.AgentId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class ShiftCheckConfiguration : IEntityTypeConfiguration<ShiftCheck>
{
    public void Configure(EntityTypeBuilder<ShiftCheck> b)
    {
        b.HasKey(c => c.Id);
        b.Property(c => c.Lines).IsImmutableJson();
        b.Property(c => c.CheckedBy).HasMaxLength(120);
        b.Ignore(c => c.Failures);
        b.HasIndex(c => new { c.TenantId, c.ContractId, c.CheckedAt });
        b.HasOne<Contract>().WithMany().HasForeignKey(c => c.ContractId).OnDelete(DeleteBehavior.Restrict);
        b.HasOne<Issue>().WithMany().HasForeignKey(c => c.IssueId).OnDelete(DeleteBehavior.Restrict);
    }
}
