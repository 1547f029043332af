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
        b.Property(w => w.Reason).HasMaxLength(400);
        b.Property(w => w.ApprovedBy).HasMaxLength(120);
        b.HasIndex(w => new { w.TenantId, w.ContractId, w.From });
        b.HasOne<Contract>().WithMany().HasForeignKey(w => w.ContractId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class ScorecardConfiguration : IEntityTypeConfiguration<Scorecard>
{
    public void Configure(EntityTypeBuilder<Scorecard> b)
    {
        b.HasKey(s => s.Id);
        b.Property(s => s.Content).IsImmutableJson();
        b.Property(s => s.Summary).IsImmutableJson();
        b.Property(s => s.PublishedBy).HasMaxLength(120);
        b.HasIndex(s => new { s.TenantId, s.ContractId, s.Month, s.Revision }).IsUnique();
        b.HasIndex(s => new { s.TenantId, s.Month, s.State });
        b.HasOne<Contract>().WithMany().HasForeignKey(s => s.ContractId).OnDelete(DeleteBehavior.Restrict);
    }
}
