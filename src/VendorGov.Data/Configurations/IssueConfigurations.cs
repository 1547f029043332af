using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using VendorGov.Data.Converters;
using VendorGov.Domain.Contracts;
using VendorGov.Domain.Issues;
using VendorGov.Domain.Obligations;
using VendorGov.Domain.Tenancy;

namespace VendorGov.Data.Configurations;

internal sealed class IssueConfiguration : IEntityTypeConfiguration<Issue>
{
    public void Configure(EntityTypeBuilder<Issue> b)
    {
        b.HasKey(i => i.Id);
        b.Property(i => i.Number).HasMaxLength(60);
        b.Property(i => i.TimeZone).HasMaxLength(60);
        b.Property(i => i.Title).HasMaxLength(200);
        b.Property(i => i.Waybills).IsJson();
        b.Property(i => i.CustomerName).HasMaxLength(120);
        b.Property(i => i.CustomerPhone).HasMaxLength(40);
        b.Property(i => i.FiledByName).HasMaxLength(120);
        b.Property(i => i.WithdrawnReason).HasMaxLength(1000);
        b.Property(i => i.Source).HasMaxLength(60);
        b.Property(i => i.ExternalKey).HasMaxLength(120);
        b.HasIndex(i => new { i.TenantId, i.Number }).IsUnique();
        b.HasIndex(i => new { i.TenantId, i.State, i.UpdatedAt });
        // Each order in which a list is read has its index, for the network, a vendor and an outlet: a page of it is read, not all of it.
        b.HasIndex(i => new { i.TenantId, i.Rank, i.NearestDueAt, i.Id });
        b.HasIndex(i => new { i.TenantId, i.UpdatedAt });
        b.HasIndex(i => new { i.TenantId, i.VendorId, i.Rank, i.NearestDueAt });
        b.HasIndex(i => new { i.TenantId, i.VendorId, i.UpdatedAt });
        b.HasIndex(i => new { i.TenantId, i.OutletId, i.Rank, i.NearestDueAt });
        b.HasIndex(i => new { i.TenantId, i.OutletId, i.UpdatedAt });
        b.HasIndex(i => new { i.TenantId, i.Source, i.ExternalKey });
        b.HasOne<Contract>().WithMany().HasForeignKey(i => i.ContractId).OnDelete(DeleteBehavior.Restrict);
        b.HasOne<TermsVersion>().WithMany().HasForeignKey(i => i.TermsVersionId).OnDelete(DeleteBehavior.Restrict);
        b.HasOne<Outlet>().WithMany().HasForeignKey(i => i.OutletId).OnDelete(DeleteBehavior.Restrict);
        b.HasOne<Vendor>().WithMany().HasForeignKey(i => i.VendorId).OnDelete(DeleteBehavior.Restrict);
        b.HasMany(i => i.Obligations).WithOne().HasForeignKey(o => o.IssueId).OnDelete(DeleteBehavior.Cascade);
        b.HasMany(i => i.Messages).WithOne().HasForeignKey(m => m.IssueId).OnDelete(DeleteBehavior.Cascade);
        b.HasMany(i => i.Events).WithOne().HasForeignKey(e => e.IssueId).OnDelete(DeleteBehavior.Cascade);
        b.HasMany(i => i.Attachments).WithOne().HasForeignKey(a => a.IssueId).OnDelete(DeleteBehavior.Cascade);
        b.HasMany(i => i.Checklist).WithOne().HasForeignKey(c => c.IssueId).OnDelete(DeleteBehavior.Cascade);
        b.HasMany(i => i.WaybillParts).WithOne().HasForeignKey(p => p.IssueId).OnDelete(DeleteBehavior.Cascade);
        b.Property(i => i.Contest!).IsImmutableJson();
        b.Property(i => i.Notice!).IsImmutableJson();
        b.Property(i => i.AttributionReason).HasMaxLength(1000);
        b.Property(i => i.BuyerContactName).HasMaxLength(120);
        b.Property(i => i.VendorContactName).HasMaxLength(120);
        b.Property(i => i.RegulatorNumber).HasMaxLength(60);
        b.HasIndex(i => new { i.TenantId, i.ContestState });
        b.Ignore(i => i.IsOpen);
        b.Ignore(i => i.Chases);
        b.HasIndex(i => new { i.TenantId, i.ProblemType, i.UpdatedAt });
        b.Ignore(i => i.WaitAskedAt);
        b.Ignore(i => i.OpenCriteria);
    }
}

internal sealed class ObligationConfiguration : IEntityTypeConfiguration<Obligation>
{
    public void Configure(EntityTypeBuilder<Obligation> b)
    {
        b.HasKey(o => o.Id);
        b.Property(o => o.Events).IsImmutableJson();
        b.Property(o => o.WaivedReason).HasMaxLength(400);
        b.Property(o => o.ReportPeriod).HasColumnName(Conventions.MonthOrWeek("Report"));
        b.Ignore(o => o.Target);
        b.Ignore(o => o.IsOpen);
        b.Ignore(o => o.AskedAt);
        b.HasIndex(o => new { o.TenantId, o.NextCheckAt });
        b.HasIndex(o => new { o.TenantId, o.ContractId, o.DueAt });
        b.HasIndex(o => new { o.TenantId, o.State, o.DueAt });
        b.HasIndex(o => new { o.IssueId, o.TenantId, o.State, o.DueAt });
        // One duty to deliver for each contract, period and kind, whoever starts it first.
        b.HasIndex(o => new { o.TenantId, o.ContractId, o.ReportPeriod, o.ReportKind }).IsUnique()
            .HasFilter("\"Kind\" = 'DeliverReport' AND \"ReportMonth\" IS NOT NULL");
        b.HasOne<Contract>().WithMany().HasForeignKey(o => o.ContractId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class IssueMessageConfiguration : IEntityTypeConfiguration<IssueMessage>
{
    public void Configure(EntityTypeBuilder<IssueMessage> b)
    {
        b.HasKey(m => m.Id);
        b.Property(m => m.AuthorName).HasMaxLength(120);
        b.HasIndex(m => new { m.IssueId, m.At });
    }
}

internal sealed class IssueEventConfiguration : IEntityTypeConfiguration<IssueEvent>
{
    public void Configure(EntityTypeBuilder<IssueEvent> b)
    {
        b.HasKey(e => e.Id);
        b.Property(e => e.ByName).HasMaxLength(120);
        b.HasIndex(e => new { e.IssueId, e.At });
    }
}
