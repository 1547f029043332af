using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using VendorGov.Data.Converters;
using VendorGov.Domain.Contracts;
using VendorGov.Domain.Scorecards;
using VendorGov.Domain.Tenancy;

namespace VendorGov.Data.Configurations;

internal sealed class ContractConfiguration : IEntityTypeConfiguration<Contract>
{
    public void Configure(EntityTypeBuilder<Contract> b)
    {
        b.HasKey(c => c.Id);
        b.Property(c => c.Number).HasMaxLength(60);
        b.Property(c => c.Title).HasMaxLength(200);
        b.Property(c => c.TimeZone).HasMaxLength(60);
        b.Property(c => c.Currency).HasMaxLength(3).IsUnicode(false);
        b.Property(c => c.Channels).IsJson().HasMaxLength(200);
        b.Property(c => c.Contacts).IsJson();
        b.HasIndex(c => new { c.TenantId, c.Number }).IsUnique();
        b.HasIndex(c => new { c.TenantId, c.VendorId });
        b.HasOne<Vendor>().WithMany().HasForeignKey(c => c.VendorId).OnDelete(DeleteBehavior.Restrict);
        b.HasMany(c => c.Outlets).WithOne().HasForeignKey(o => o.ContractId).OnDelete(DeleteBehavior.Cascade);
    }
}

internal sealed class ContractOutletConfiguration : IEntityTypeConfiguration<ContractOutlet>
{
    public void Configure(EntityTypeBuilder<ContractOutlet> b)
    {
        b.HasKey(o => new { o.ContractId, o.OutletId });
        b.HasIndex(o => new { o.TenantId, o.OutletId });
        b.HasOne<Outlet>().WithMany().HasForeignKey(o => o.OutletId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class TermsVersionConfiguration : IEntityTypeConfiguration<TermsVersion>
{
    public void Configure(EntityTypeBuilder<TermsVersion> b)
    {
        b.HasKey(t => t.Id);
        b.Property(t => t.Terms).IsImmutableJson();
        b.HasIndex(t => new { t.TenantId, t.ContractId, t.Number }).IsUnique();
        b.HasOne<Contract>().WithMany().HasForeignKey(t => t.ContractId).OnDelete(DeleteBehavior.Restrict);
        b.HasOne<CalendarVersion>().WithMany().HasForeignKey(t => t.ServiceCalendarId).OnDelete(DeleteBehavior.Restrict);
        b.HasOne<CalendarVersion>().WithMany().HasForeignKey(t => t.OfficeCalendarId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class AmendmentConfiguration : IEntityTypeConfiguration<Amendment>
{
    public void Configure(EntityTypeBuilder<Amendment> b)
    {
        b.HasKey(a => a.Id);
        b.Property(a => a.Terms).IsImmutableJson();
        b.Property(a => a.Note).HasMaxLength(1000);
        b.Property(a => a.ProposedBy).HasMaxLength(120);
        b.Property(a => a.DecidedBy).HasMaxLength(120);
        b.Property(a => a.Reason).HasMaxLength(1000);
        b.HasIndex(a => new { a.TenantId, a.ContractId, a.State });
        // Two proposals at the same moment: the second is refused.
        b.HasIndex(a => new { a.TenantId, a.ContractId }).IsUnique().HasFilter("\"State\" = 'Proposed'");
        b.HasOne<Contract>().WithMany().HasForeignKey(a => a.ContractId).OnDelete(DeleteBehavior.Restrict);
        b.HasOne<TermsVersion>().WithMany().HasForeignKey(a => a.BasedOn).OnDelete(DeleteBehavior.Restrict);
        b.HasOne<CalendarVersion>().WithMany().HasForeignKey(a => a.ServiceCalendarId).OnDelete(DeleteBehavior.Restrict);
        b.HasOne<CalendarVersion>().WithMany().HasForeignKey(a => a.OfficeCalendarId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class ProtectionRecordConfiguration : IEntityTypeConfiguration<ProtectionRecord>
{
    public void Configure(EntityTypeBuilder<ProtectionRecord> b)
    {
        b.HasKey(r => r.Id);
        b.Property(r => r.Findings).HasMaxLength(4000);
        b.Property(r => r.RecordedBy).HasMaxLength(120);
        b.HasIndex(r => new { r.TenantId, r.ContractId, r.HeldOn });
        b.HasOne<Contract>().WithMany().HasForeignKey(r => r.ContractId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class CalendarVersionConfiguration : IEntityTypeConfiguration<CalendarVersion>
{
    public void Configure(EntityTypeBuilder<CalendarVersion> b)
    {
        b.HasKey(c => c.Id);
        b.Property(c => c.Name).HasMaxLength(120);
        b.Property(c => c.Definition).IsImmutableJson();
        b.HasIndex(c => new { c.TenantId, c.Name, c.Number }).IsUnique();
    }
}

internal sealed class ExemptWindowConfiguration : IEntityTypeConfiguration<ExemptWindow>
{
    public void Configure(EntityTypeBuilder<ExemptWindow> b)
    {
        b.HasKey(w => w.Id);
        b.Property(w => w.Reason).HasMaxLength(1000);
        b.Property(w => w.ApprovedBy).HasMaxLength(120);
        b.Property(w => w.OutletIds!).IsJson().IsRequired(false);
        b.HasIndex(w => new { w.TenantId, w.ContractId, w.From });
        b.HasOne<Contract>().WithMany().HasForeignKey(w => w.ContractId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class ExemptRequestConfiguration : IEntityTypeConfiguration<ExemptRequest>
{
    public void Configure(EntityTypeBuilder<ExemptRequest> b)
    {
        b.HasKey(r => r.Id);
        b.Property(r => r.Reason).HasMaxLength(1000);
        b.Property(r => r.OutletIds!).IsJson().IsRequired(false);
        b.Property(r => r.Proof!).IsImmutableJson().HasMaxLength(1000).IsRequired(false);
        b.Property(r => r.AskedBy).HasMaxLength(120);
        b.Property(r => r.DecidedBy).HasMaxLength(120);
        b.Property(r => r.DecisionNote).HasMaxLength(1000);
        b.HasIndex(r => new { r.TenantId, r.State, r.AskedAt });
        b.HasIndex(r => new { r.TenantId, r.ContractId });
        b.HasOne<Contract>().WithMany().HasForeignKey(r => r.ContractId).OnDelete(DeleteBehavior.Restrict);
        b.HasOne<ExemptWindow>().WithMany().HasForeignKey(r => r.WindowId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class ScorecardConfiguration : IEntityTypeConfiguration<Scorecard>
{
    public void Configure(EntityTypeBuilder<Scorecard> b)
    {
        b.HasKey(s => s.Id);
        b.Property(s => s.Content).IsImmutableJson();
        b.Property(s => s.Summary).IsImmutableJson();
        b.Ignore(s => s.RulingsUntil);
        b.Ignore(s => s.IsUnderReview);
        b.Property(s => s.PublishedBy).HasMaxLength(120);
        b.HasIndex(s => new { s.TenantId, s.ContractId, s.Month, s.Revision }).IsUnique();
        b.Property(s => s.RevisionReason).HasMaxLength(500);
        b.Property(s => s.Seal).HasMaxLength(64).IsUnicode(false);
        b.Property(s => s.CheckCode).HasMaxLength(32).IsUnicode(false);
        b.HasIndex(s => new { s.TenantId, s.Month, s.State });
        b.HasIndex(s => new { s.ContractId, s.SealNumber }).IsUnique();
        b.HasIndex(s => s.CheckCode).IsUnique();
        b.HasOne<Contract>().WithMany().HasForeignKey(s => s.ContractId).OnDelete(DeleteBehavior.Restrict);
    }
}
