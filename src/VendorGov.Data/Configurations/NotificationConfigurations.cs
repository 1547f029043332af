using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using VendorGov.Data.Converters;
using VendorGov.Domain.Contracts;
using VendorGov.Domain.Issues;
using VendorGov.Domain.Notifications;

namespace VendorGov.Data.Configurations;

internal sealed class NoticeEventConfiguration : IEntityTypeConfiguration<NoticeEvent>
{
    public void Configure(EntityTypeBuilder<NoticeEvent> b)
    {
        b.HasKey(e => e.Id);
        b.Property(e => e.What).HasMaxLength(40).IsUnicode(false);
        b.Property(e => e.ByName).HasMaxLength(120);
        b.HasIndex(e => new { e.TenantId, e.At });
        b.HasOne<Issue>().WithMany().HasForeignKey(e => e.IssueId).OnDelete(DeleteBehavior.Cascade);
    }
}

internal sealed class WorkNewsConfiguration : IEntityTypeConfiguration<WorkNews>
{
    public void Configure(EntityTypeBuilder<WorkNews> b)
    {
        b.HasKey(e => e.Id);
        b.Property(e => e.What).HasMaxLength(40).IsUnicode(false);
        b.Property(e => e.ByName).HasMaxLength(120);
        b.HasIndex(e => new { e.TenantId, e.At });
        b.HasOne<Contract>().WithMany().HasForeignKey(e => e.ContractId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class NoticeConfiguration : IEntityTypeConfiguration<Notice>
{
    public void Configure(EntityTypeBuilder<Notice> b)
    {
        b.HasKey(n => n.Id);
        b.Property(n => n.What).HasMaxLength(40).IsUnicode(false);
        b.Property(n => n.ByName).HasMaxLength(120);
        b.Property(n => n.Number).HasMaxLength(120);
        b.HasIndex(n => new { n.TenantId, n.UserId, n.ReadAt, n.At });
        b.HasIndex(n => new { n.TenantId, n.SubjectId, n.At });
        b.HasIndex(n => new { n.TenantId, n.MailAt });
        b.HasIndex(n => new { n.IssueId, n.At });
        b.HasOne<Issue>().WithMany().HasForeignKey(n => n.IssueId).OnDelete(DeleteBehavior.Cascade);
    }
}

internal sealed class NoticeSettingsConfiguration : IEntityTypeConfiguration<NoticeSettings>
{
    public void Configure(EntityTypeBuilder<NoticeSettings> b)
    {
        b.HasKey(s => s.Id);
        b.Property(s => s.TimeZone).HasMaxLength(60);
        b.Property(s => s.Page).IsImmutableJson();
        b.Property(s => s.Mail).IsImmutableJson();
        b.Property(s => s.Known).IsImmutableJson();
        b.HasIndex(s => new { s.TenantId, s.UserId }).IsUnique();
    }
}

internal sealed class RobotConfiguration : IEntityTypeConfiguration<Robot>
{
    public void Configure(EntityTypeBuilder<Robot> b)
    {
        b.HasKey(r => r.Id);
        b.Property(r => r.Name).HasMaxLength(80);
        b.Property(r => r.Host).HasMaxLength(120);
        b.Property(r => r.SealedAddress).HasMaxLength(2000).IsUnicode(false);
        b.Property(r => r.SealedSecret).HasMaxLength(1000).IsUnicode(false);
        b.Property(r => r.CreatedByName).HasMaxLength(120);
        b.Property(r => r.Kinds).IsImmutableJson();
        b.HasIndex(r => new { r.TenantId, r.Active });
    }
}
