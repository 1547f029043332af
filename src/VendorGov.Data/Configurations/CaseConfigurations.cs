using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using VendorGov.Data.Converters;
using VendorGov.Domain.Cases;
using VendorGov.Domain.Issues;

namespace VendorGov.Data.Configurations;

internal sealed class ComplaintConfiguration : IEntityTypeConfiguration<Complaint>
{
    public void Configure(EntityTypeBuilder<Complaint> b)
    {
        b.HasKey(c => c.IssueId);
        b.Property(c => c.Demand).HasMaxLength(2000);
        b.Property(c => c.Result).HasMaxLength(2000);
        b.Property(c => c.Remark).HasMaxLength(2000);
        b.Ignore(c => c.Facts);
        b.HasIndex(c => new { c.TenantId, c.Category });
        b.HasOne<Issue>().WithOne().HasForeignKey<Complaint>(c => c.IssueId).OnDelete(DeleteBehavior.Cascade);
    }
}

internal sealed class PromiseConfiguration : IEntityTypeConfiguration<Promise>
{
    public void Configure(EntityTypeBuilder<Promise> b)
    {
        b.HasKey(p => p.Id);
        // As long as the words of callbacks and referrals: the home page reads all three as one list.
        b.Property(p => p.What).HasMaxLength(2000);
        b.Property(p => p.PromisedByName).HasMaxLength(120);
        b.Property(p => p.RecordedByName).HasMaxLength(120);
        b.Property(p => p.SettledByName).HasMaxLength(120);
        b.Property(p => p.Proof).HasMaxLength(2000);
        b.HasIndex(p => new { p.TenantId, p.State, p.DueAt });
        b.HasIndex(p => new { p.TenantId, p.DueMonth });
        b.HasIndex(p => p.IssueId);
        b.HasOne<Issue>().WithMany().HasForeignKey(p => p.IssueId).OnDelete(DeleteBehavior.Cascade);
    }
}

internal sealed class CallbackConfiguration : IEntityTypeConfiguration<Callback>
{
    public void Configure(EntityTypeBuilder<Callback> b)
    {
        b.HasKey(c => c.Id);
        b.Property(c => c.CustomerName).HasMaxLength(120);
        b.Property(c => c.CustomerPhone).HasMaxLength(40);
        b.Property(c => c.Waybill).HasMaxLength(60);
        b.Property(c => c.Topic).HasMaxLength(2000);
        b.Property(c => c.TimeZone).HasMaxLength(60);
        b.Property(c => c.PlannedByName).HasMaxLength(120);
        b.Property(c => c.DoneByName).HasMaxLength(120);
        b.Property(c => c.Result).HasMaxLength(2000);
        b.Property(c => c.Attempts).IsImmutableJson();
        b.Ignore(c => c.IsLow);
        b.HasIndex(c => new { c.TenantId, c.State, c.DueAt });
        b.HasIndex(c => new { c.TenantId, c.DueMonth });
        b.HasIndex(c => c.IssueId);
        // One cause opens one callback, however often and by how many nodes it is looked at.
        b.HasIndex(c => new { c.TenantId, c.Reason, c.OriginId }).IsUnique();
        b.HasOne<Issue>().WithMany().HasForeignKey(c => c.IssueId).OnDelete(DeleteBehavior.Cascade);
    }
}

internal sealed class ReferralConfiguration : IEntityTypeConfiguration<Referral>
{
    public void Configure(EntityTypeBuilder<Referral> b)
    {
        b.HasKey(r => r.Id);
        b.Property(r => r.Person).HasMaxLength(120);
        b.Property(r => r.Finding).HasMaxLength(2000);
        b.Property(r => r.ReferredByName).HasMaxLength(120);
        b.Property(r => r.Answer).HasMaxLength(2000);
        b.Property(r => r.AnsweredBy).HasMaxLength(120);
        b.Property(r => r.RecordedByName).HasMaxLength(120);
        b.Ignore(r => r.WasLate);
        b.HasIndex(r => new { r.TenantId, r.State, r.DueAt });
        b.HasIndex(r => new { r.TenantId, r.NextClimbAt });
        b.HasIndex(r => r.IssueId);
        b.HasOne<Issue>().WithMany().HasForeignKey(r => r.IssueId).OnDelete(DeleteBehavior.Cascade);
    }
}

internal sealed class InvestigationConfiguration : IEntityTypeConfiguration<Investigation>
{
    public void Configure(EntityTypeBuilder<Investigation> b)
    {
        b.HasKey(i => i.IssueId);
        b.Property(i => i.Rounds).IsImmutableJson();
        b.HasIndex(i => new { i.TenantId, i.State });
        b.HasOne<Issue>().WithOne().HasForeignKey<Investigation>(i => i.IssueId).OnDelete(DeleteBehavior.Cascade);
    }
}

internal sealed class InvestigationDraftConfiguration : IEntityTypeConfiguration<InvestigationDraft>
{
    public void Configure(EntityTypeBuilder<InvestigationDraft> b)
    {
        b.HasKey(d => d.Id);
        b.Property(d => d.Form).IsImmutableJson();
        b.Property(d => d.SavedByName).HasMaxLength(120);
        b.HasIndex(d => d.IssueId).IsUnique();
        b.HasIndex(d => d.TenantId);
        b.HasOne<Issue>().WithOne().HasForeignKey<InvestigationDraft>(d => d.IssueId).OnDelete(DeleteBehavior.Cascade);
    }
}

internal sealed class FaultConfiguration : IEntityTypeConfiguration<Fault>
{
    public void Configure(EntityTypeBuilder<Fault> b)
    {
        b.HasKey(f => f.IssueId);
        b.Property(f => f.Workaround).HasMaxLength(2000);
        b.Property(f => f.Cause).HasMaxLength(4000);
        b.Property(f => f.CauseStatedBy).HasMaxLength(120);
        b.Property(f => f.ReportedByName).HasMaxLength(120);
        b.Ignore(f => f.Facts);
        b.HasIndex(f => new { f.TenantId, f.StartedAt });
        b.HasOne<Issue>().WithOne().HasForeignKey<Fault>(f => f.IssueId).OnDelete(DeleteBehavior.Cascade);
    }
}

internal sealed class MissedContactConfiguration : IEntityTypeConfiguration<MissedContact>
{
    public void Configure(EntityTypeBuilder<MissedContact> b)
    {
        b.HasKey(m => m.Id);
        b.Property(m => m.CustomerPhone).HasMaxLength(40);
        b.Property(m => m.CustomerName).HasMaxLength(120);
        b.Property(m => m.Waybill).HasMaxLength(60);
        b.Property(m => m.AddedByName).HasMaxLength(120);
        b.Property(m => m.CalledByName).HasMaxLength(120);
        b.Property(m => m.Words).HasMaxLength(1000);
        b.HasIndex(m => new { m.IssueId, m.CustomerPhone, m.At }).IsUnique();
        b.HasIndex(m => new { m.TenantId, m.IssueId, m.CalledAt });
        b.HasOne<Issue>().WithMany().HasForeignKey(m => m.IssueId).OnDelete(DeleteBehavior.Cascade);
    }
}
