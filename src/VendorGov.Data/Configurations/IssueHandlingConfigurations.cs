using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using VendorGov.Domain.Contracts;
using VendorGov.Domain.Issues;

namespace VendorGov.Data.Configurations;

internal sealed class AttachmentConfiguration : IEntityTypeConfiguration<Attachment>
{
    public void Configure(EntityTypeBuilder<Attachment> b)
    {
        b.HasKey(a => a.Id);
        b.Property(a => a.Name).HasMaxLength(200);
        b.Property(a => a.AddedByName).HasMaxLength(120);
        b.Property(a => a.Sha256).HasMaxLength(64).IsUnicode(false);
        b.HasIndex(a => new { a.IssueId, a.At });
        b.HasIndex(a => new { a.TenantId, a.Sha256 });
    }
}

internal sealed class DraftFileConfiguration : IEntityTypeConfiguration<DraftFile>
{
    public void Configure(EntityTypeBuilder<DraftFile> b)
    {
        b.HasKey(d => d.Id);
        b.Property(d => d.Name).HasMaxLength(200);
        b.Property(d => d.Sha256).HasMaxLength(64).IsUnicode(false);
        b.Ignore(d => d.File);
        b.HasIndex(d => new { d.TenantId, d.UserId, d.ForIssueId });
        b.HasIndex(d => new { d.TenantId, d.Sha256 });
    }
}

internal sealed class ChecklistItemConfiguration : IEntityTypeConfiguration<ChecklistItem>
{
    public void Configure(EntityTypeBuilder<ChecklistItem> b)
    {
        b.HasKey(i => i.Id);
        b.Property(i => i.Code).HasMaxLength(20).IsUnicode(false);
        b.Property(i => i.DoneByName).HasMaxLength(120);
        b.Property(i => i.Proof).HasMaxLength(2000);
        b.Ignore(i => i.IsDone);
        b.HasIndex(i => new { i.IssueId, i.Position });
        b.HasIndex(i => new { i.TenantId, i.DoneAt, i.DueAt });
    }
}

internal sealed class ClockWaiverConfiguration : IEntityTypeConfiguration<ClockWaiver>
{
    public void Configure(EntityTypeBuilder<ClockWaiver> b)
    {
        b.HasKey(w => w.Id);
        b.Property(w => w.Reason).HasMaxLength(400);
        b.Property(w => w.AskedByName).HasMaxLength(120);
        b.Property(w => w.DecidedByName).HasMaxLength(120);
        b.Property(w => w.DecisionWords).HasMaxLength(1000);
        b.HasIndex(w => w.IssueId);
        b.HasIndex(w => new { w.TenantId, w.Approved });
        b.HasOne<Issue>().WithMany().HasForeignKey(w => w.IssueId).OnDelete(DeleteBehavior.Cascade);
    }
}

internal sealed class IssueFollowerConfiguration : IEntityTypeConfiguration<IssueFollower>
{
    public void Configure(EntityTypeBuilder<IssueFollower> b)
    {
        b.HasKey(f => f.Id);
        b.Property(f => f.Name).HasMaxLength(120);
        b.HasIndex(f => new { f.IssueId, f.UserId }).IsUnique();
        b.HasIndex(f => new { f.TenantId, f.UserId, f.Watches });
        b.HasOne<Issue>().WithMany().HasForeignKey(f => f.IssueId).OnDelete(DeleteBehavior.Cascade);
    }
}

internal sealed class EmergencyDrillConfiguration : IEntityTypeConfiguration<EmergencyDrill>
{
    public void Configure(EntityTypeBuilder<EmergencyDrill> b)
    {
        b.HasKey(d => d.Id);
        b.Property(d => d.Scenario).HasMaxLength(1000);
        b.Property(d => d.Participants).HasMaxLength(1000);
        b.Property(d => d.Findings).HasMaxLength(2000);
        b.Property(d => d.RecordedByName).HasMaxLength(120);
        b.Ignore(d => d.InTime);
        b.HasIndex(d => new { d.TenantId, d.ContractId, d.HeldOn });
        b.HasOne<Contract>().WithMany().HasForeignKey(d => d.ContractId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class WaybillPartConfiguration : IEntityTypeConfiguration<WaybillPart>
{
    public void Configure(EntityTypeBuilder<WaybillPart> b)
    {
        b.HasKey(p => new { p.IssueId, p.Part });
        b.Property(p => p.Part).HasMaxLength(8).IsUnicode(false);
        b.HasIndex(p => new { p.TenantId, p.Part });
    }
}

internal sealed class PersonalNoteConfiguration : IEntityTypeConfiguration<PersonalNote>
{
    public void Configure(EntityTypeBuilder<PersonalNote> b)
    {
        b.HasKey(n => n.Id);
        b.Property(n => n.Title).HasMaxLength(PersonalNote.LongestTitle);
        b.Property(n => n.Body).HasMaxLength(2000);
        b.HasIndex(n => new { n.TenantId, n.UserId, n.Kind });
    }
}
