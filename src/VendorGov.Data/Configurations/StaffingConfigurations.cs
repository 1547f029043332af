using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using VendorGov.Data.Converters;
using VendorGov.Domain.Contracts;
using VendorGov.Domain.Obligations;
using VendorGov.Domain.Staffing;
using VendorGov.Domain.Tenancy;

namespace VendorGov.Data.Configurations;

internal sealed class AgentConfiguration : IEntityTypeConfiguration<Agent>
{
    public void Configure(EntityTypeBuilder<Agent> b)
    {
        b.HasKey(a => a.Id);
        b.Property(a => a.Number).HasMaxLength(Agent.LongestNumber);
        b.Property(a => a.Name).HasMaxLength(Agent.LongestName);
        b.Property(a => a.Phone).HasMaxLength(30);
        b.Property(a => a.Channels).IsImmutableJson().HasMaxLength(200);
        b.Property(a => a.Skills).IsImmutableJson().HasMaxLength(1000);
        b.Property(a => a.Tenures).IsImmutableJson();
        b.Ignore(a => a.Tenure);
        b.HasIndex(a => new { a.TenantId, a.VendorId, a.Number }).IsUnique();
        b.HasIndex(a => new { a.TenantId, a.ContractId });
        b.HasOne<Contract>().WithMany().HasForeignKey(a => a.ContractId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class CertificateConfiguration : IEntityTypeConfiguration<Certificate>
{
    public void Configure(EntityTypeBuilder<Certificate> b)
    {
        b.HasKey(c => c.Id);
        b.Property(c => c.Title).HasMaxLength(120);
        b.Property(c => c.IssuedBy).HasMaxLength(120);
        b.Property(c => c.WithdrawnBy).HasMaxLength(120);
        b.Property(c => c.WithdrawnReason).HasMaxLength(400);
        b.HasIndex(c => new { c.TenantId, c.AgentId, c.ValidUntil });
        b.HasIndex(c => new { c.TenantId, c.ContractId, c.ValidUntil });
        b.HasOne<Agent>().WithMany().HasForeignKey(c => c.AgentId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class RequirementDayConfiguration : IEntityTypeConfiguration<RequirementDay>
{
    public void Configure(EntityTypeBuilder<RequirementDay> b)
    {
        b.HasKey(r => r.Id);
        b.Property(r => r.Volumes).IsImmutableJson().HasMaxLength(400).IsUnicode(false);
        b.Property(r => r.Required).IsImmutableJson().HasMaxLength(400).IsUnicode(false);
        b.Property(r => r.Actual).IsImmutableJson().HasMaxLength(400).IsUnicode(false);
        b.Property(r => r.Assumption).IsImmutableJson().HasMaxLength(300).IsUnicode(false);
        b.Property(r => r.RecordedBy).HasMaxLength(120);
        b.Ignore(r => r.Fact);
        b.HasIndex(r => new { r.TenantId, r.ContractId, r.Date, r.OutletId, r.Channel, r.Revision }).IsUnique();
        b.HasOne<Contract>().WithMany().HasForeignKey(r => r.ContractId).OnDelete(DeleteBehavior.Restrict);
        b.HasOne<Outlet>().WithMany().HasForeignKey(r => r.OutletId).OnDelete(DeleteBehavior.Restrict);
    }
}

/// <summary>A row per agent and day; it carries no foreign key to the agent, as a roster of thousands is written at once.</summary>
internal sealed class AgentDayConfiguration : IEntityTypeConfiguration<AgentDay>
{
    public void Configure(EntityTypeBuilder<AgentDay> b)
    {
        b.HasKey(d => d.Id);
        b.Property(d => d.Scheduled).HasConversion(m => (long)m.Bits, v => new DayMask((ulong)v));
        b.Property(d => d.Present).HasConversion(s => s!.Text, t => DaySpans.Kept(t)).HasMaxLength(DaySpans.LongestText).IsUnicode(false);
        b.Property(d => d.Breaks).HasConversion(s => s!.Text, t => DaySpans.Kept(t)).HasMaxLength(DaySpans.LongestText).IsUnicode(false);
        b.Property(d => d.RecordedBy).HasMaxLength(120);
        b.HasIndex(d => new { d.TenantId, d.AgentId, d.Date, d.Revision }).IsUnique();
        b.HasIndex(d => new { d.TenantId, d.ContractId, d.Date });
    }
}

internal sealed class ReplacementRequestConfiguration : IEntityTypeConfiguration<ReplacementRequest>
{
    public void Configure(EntityTypeBuilder<ReplacementRequest> b)
    {
        b.HasKey(r => r.Id);
        b.Property(r => r.Note).HasMaxLength(1000);
        b.Property(r => r.Handover).HasMaxLength(2000);
        b.Property(r => r.AskedBy).HasMaxLength(120);
        b.Property(r => r.FilledBy).HasMaxLength(120);
        b.Property(r => r.WithdrawnReason).HasMaxLength(400);
        b.HasIndex(r => new { r.TenantId, r.ContractId, r.AskedAt });
        b.HasOne<Obligation>().WithMany().HasForeignKey(r => r.ObligationId).OnDelete(DeleteBehavior.Restrict);
        b.HasOne<Contract>().WithMany().HasForeignKey(r => r.ContractId).OnDelete(DeleteBehavior.Restrict);
        b.HasOne<Agent>().WithMany().HasForeignKey(r => r.LeaverId).OnDelete(DeleteBehavior.Restrict);
        b.HasOne<Agent>().WithMany().HasForeignKey(r => r.SuccessorId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class ShortfallAlarmConfiguration : IEntityTypeConfiguration<ShortfallAlarm>
{
    public void Configure(EntityTypeBuilder<ShortfallAlarm> b)
    {
        b.HasKey(a => a.Id);
        b.Property(a => a.Answer).HasMaxLength(400);
        b.Property(a => a.AnsweredBy).HasMaxLength(120);
        b.Ignore(a => a.Missing);
        b.HasIndex(a => new { a.TenantId, a.ContractId, a.Date, a.Channel, a.Interval }).IsUnique();
        b.HasOne<Contract>().WithMany().HasForeignKey(a => a.ContractId).OnDelete(DeleteBehavior.Restrict);
    }
}
