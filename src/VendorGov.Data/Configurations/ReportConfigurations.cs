using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using VendorGov.Data.Converters;
using VendorGov.Domain.Contracts;
using VendorGov.Domain.Reports;
using VendorGov.Domain.Tenancy;

namespace VendorGov.Data.Configurations;

internal sealed class VendorReportConfiguration : IEntityTypeConfiguration<VendorReport>
{
    public void Configure(EntityTypeBuilder<VendorReport> b)
    {
        b.HasKey(r => r.Id);
        b.Property(r => r.Period).HasColumnName(Conventions.MonthOrWeek());
        b.Property(r => r.FileName).HasMaxLength(200);
        b.Property(r => r.FileSha256).HasMaxLength(64).IsUnicode(false);
        b.Property(r => r.SecondFileName).HasMaxLength(200);
        b.Property(r => r.SecondFileSha256).HasMaxLength(64).IsUnicode(false);
        b.Property(r => r.Totals).IsImmutableJson();
        b.Property(r => r.UploadedByName).HasMaxLength(120);
        b.HasIndex(r => new { r.TenantId, r.ContractId, r.Period, r.VersionNumber }).IsUnique();
        b.HasIndex(r => new { r.TenantId, r.Period, r.State });
        b.HasOne<Contract>().WithMany().HasForeignKey(r => r.ContractId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class VendorReportRowConfiguration : IEntityTypeConfiguration<VendorReportRow>
{
    public void Configure(EntityTypeBuilder<VendorReportRow> b)
    {
        b.HasKey(r => new { r.ReportId, r.Number });
        b.Property(r => r.Sheet).HasMaxLength(20).IsUnicode(false);
        b.Property(r => r.Figures).IsImmutableJson();
        b.HasIndex(r => new { r.TenantId, r.ContractId, r.Date });
        b.HasOne<VendorReport>().WithMany().HasForeignKey(r => r.ReportId).OnDelete(DeleteBehavior.Cascade);
        b.HasOne<Outlet>().WithMany().HasForeignKey(r => r.OutletId).OnDelete(DeleteBehavior.Restrict);
    }
}
