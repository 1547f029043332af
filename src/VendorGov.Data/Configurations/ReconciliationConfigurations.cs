using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using VendorGov.Data.Converters;
using VendorGov.Domain.Contracts;
using VendorGov.Domain.Issues;
using VendorGov.Domain.Obligations;
using VendorGov.Domain.Reports;
using VendorGov.Domain.Tenancy;

namespace VendorGov.Data.Configurations;

internal sealed class VendorReportCaseConfiguration : IEntityTypeConfiguration<VendorReportCase>
{
    public void Configure(EntityTypeBuilder<VendorReportCase> b)
    {
        b.HasKey(c => new { c.ReportId, c.Number });
        b.Property(c => c.Waybill).HasMaxLength(40);
        b.Property(c => c.Ticket).HasMaxLength(60);
        b.Property(c => c.Reason).HasMaxLength(200);
        b.HasIndex(c => new { c.TenantId, c.ContractId, c.Waybill });
        b.HasOne<VendorReport>().WithMany().HasForeignKey(c => c.ReportId).OnDelete(DeleteBehavior.Cascade);
        b.HasOne<Outlet>().WithMany().HasForeignKey(c => c.OutletId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class TicketTraceConfiguration : IEntityTypeConfiguration<TicketTrace>
{
    public void Configure(EntityTypeBuilder<TicketTrace> b)
    {
        b.HasKey(t => new { t.ReportId, t.Number });
        b.Property(t => t.Note).HasMaxLength(400);
        b.Property(t => t.TracedBy).HasMaxLength(120);
        b.HasIndex(t => new { t.TenantId, t.ReportId, t.Place }).IsUnique();
        b.HasOne<VendorReportCase>().WithMany().HasForeignKey(t => new { t.ReportId, t.Number }).OnDelete(DeleteBehavior.Cascade);
    }
}

internal sealed class ReconciliationConfiguration : IEntityTypeConfiguration<Reconciliation>
{
    public void Configure(EntityTypeBuilder<Reconciliation> b)
    {
        b.HasKey(r => r.Id);
        b.Property(r => r.Period).HasColumnName(Conventions.MonthOrWeek());
        b.Property(r => r.Lines).IsImmutableJson();
        b.Property(r => r.Explanation).HasMaxLength(2000);
        b.Property(r => r.ExplainedBy).HasMaxLength(120);
        b.Property(r => r.Decision).HasMaxLength(1000);
        b.Property(r => r.DecidedBy).HasMaxLength(120);
        b.Ignore(r => r.Breaches);
        b.HasIndex(r => r.ReportId).IsUnique();
        b.HasIndex(r => new { r.TenantId, r.ContractId, r.Period });
        b.HasOne<VendorReport>().WithMany().HasForeignKey(r => r.ReportId).OnDelete(DeleteBehavior.Restrict);
        b.HasOne<Issue>().WithMany().HasForeignKey(r => r.IssueId).OnDelete(DeleteBehavior.Restrict);
        b.HasOne<Contract>().WithMany().HasForeignKey(r => r.ContractId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class DocumentDemandConfiguration : IEntityTypeConfiguration<DocumentDemand>
{
    public void Configure(EntityTypeBuilder<DocumentDemand> b)
    {
        b.HasKey(d => d.Id);
        b.Property(d => d.LocalTime).HasMaxLength(5).IsUnicode(false);
        b.Ignore(d => d.Schedule);
        b.Ignore(d => d.Rhythm);
        b.HasIndex(d => new { d.TenantId, d.ContractId, d.Kind });
        b.HasOne<Contract>().WithMany().HasForeignKey(d => d.ContractId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class OwedDocumentConfiguration : IEntityTypeConfiguration<OwedDocument>
{
    public void Configure(EntityTypeBuilder<OwedDocument> b)
    {
        b.HasKey(d => d.Id);
        b.Property(d => d.Period).HasColumnName(Conventions.MonthOrWeek());
        b.Property(d => d.FileName).HasMaxLength(200);
        b.Property(d => d.FileSha256).HasMaxLength(64).IsUnicode(false);
        b.Property(d => d.SubmittedBy).HasMaxLength(120);
        b.Property(d => d.DecidedBy).HasMaxLength(120);
        b.Property(d => d.Reason).HasMaxLength(1000);
        b.HasIndex(d => new { d.TenantId, d.ContractId, d.Period, d.Kind }).IsUnique();
        b.HasOne<Obligation>().WithMany().HasForeignKey(d => d.ObligationId).OnDelete(DeleteBehavior.Restrict);
        b.HasOne<Contract>().WithMany().HasForeignKey(d => d.ContractId).OnDelete(DeleteBehavior.Restrict);
    }
}
