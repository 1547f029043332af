using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using VendorGov.Data.Converters;
using VendorGov.Domain.Contracts;
using VendorGov.Domain.Inspections;
using VendorGov.Domain.Obligations;
using VendorGov.Domain.Staffing;

namespace VendorGov.Data.Configurations;

internal sealed class QaFormConfiguration : IEntityTypeConfiguration<QaForm>
{
    public void Configure(EntityTypeBuilder<QaForm> b)
    {
        b.HasKey(f => f.Id);
        b.Property(f => f.Body).IsImmutableJson();
        b.Property(f => f.ChangedBy).HasMaxLength(120);
        b.HasIndex(f => new { f.TenantId, f.Number }).IsUnique();
    }
}

internal sealed class QaContactConfiguration : IEntityTypeConfiguration<QaContact>
{
    public void Configure(EntityTypeBuilder<QaContact> b)
    {
        b.HasKey(c => c.Id);
        b.Property(c => c.Agent).HasMaxLength(40);
        b.Property(c => c.Reason).HasMaxLength(80);
        b.Property(c => c.Waybill).HasMaxLength(40);
        b.Property(c => c.ExternalId).HasMaxLength(QaContact.LongestId).IsExact();
        b.Property(c => c.AddedBy).HasMaxLength(120);
        b.Property(c => c.Recording).IsImmutableJson();
        b.Property(c => c.Transcript).IsImmutableJson();
        b.HasIndex(c => new { c.TenantId, c.ContractId, c.ExternalId }).IsUnique();
        b.HasIndex(c => new { c.TenantId, c.ContractId, c.Date });
        b.HasOne<Contract>().WithMany().HasForeignKey(c => c.ContractId).OnDelete(DeleteBehavior.Restrict);
        b.HasOne<Agent>().WithMany().HasForeignKey(c => c.AgentId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class SampleDrawConfiguration : IEntityTypeConfiguration<SampleDraw>
{
    public void Configure(EntityTypeBuilder<SampleDraw> b)
    {
        b.HasKey(d => d.Id);
        b.Property(d => d.Seed).HasMaxLength(64).IsUnicode(false);
        b.Property(d => d.FrameSha256).HasMaxLength(64).IsUnicode(false);
        b.Property(d => d.DrawnBy).HasMaxLength(120);
        b.Property(d => d.Plan).IsImmutableJson();
        b.Property(d => d.Picks).IsImmutableJson();
        b.HasIndex(d => new { d.TenantId, d.ContractId, d.Month, d.Number }).IsUnique();
        b.HasOne<Contract>().WithMany().HasForeignKey(d => d.ContractId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class EvaluationConfiguration : IEntityTypeConfiguration<Evaluation>
{
    public void Configure(EntityTypeBuilder<Evaluation> b)
    {
        b.HasKey(e => e.Id);
        b.Property(e => e.Agent).HasMaxLength(40);
        b.Property(e => e.Stratum).HasMaxLength(160);
        b.Property(e => e.Reason).HasMaxLength(400);
        b.Property(e => e.ReviewerName).HasMaxLength(120);
        b.Property(e => e.Summary).HasMaxLength(Evaluation.LongestSummary);
        b.Property(e => e.SkippedReason).HasMaxLength(400);
        b.Property(e => e.Answers).IsImmutableJson();
        b.Property(e => e.Rulings).IsImmutableJson();
        b.Ignore(e => e.IsVoid);
        b.HasIndex(e => new { e.TenantId, e.ContractId, e.Month, e.State });
        b.HasIndex(e => new { e.TenantId, e.ContactId });
        b.HasIndex(e => new { e.TenantId, e.RoundId });
        b.HasIndex(e => new { e.TenantId, e.CoachingId });
        b.HasOne<QaContact>().WithMany().HasForeignKey(e => e.ContactId).OnDelete(DeleteBehavior.Restrict);
        b.HasOne<QaForm>().WithMany().HasForeignKey(e => e.FormId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class SurveyAnswerConfiguration : IEntityTypeConfiguration<SurveyAnswer>
{
    public void Configure(EntityTypeBuilder<SurveyAnswer> b)
    {
        b.HasKey(s => s.Id);
        b.Property(s => s.ExternalId).HasMaxLength(QaContact.LongestId).IsExact();
        b.Property(s => s.ContactExternalId).HasMaxLength(QaContact.LongestId).IsExact();
        b.Property(s => s.Agent).HasMaxLength(40);
        b.Property(s => s.Waybill).HasMaxLength(40);
        b.Property(s => s.Comment).HasMaxLength(SurveyAnswer.LongestComment);
        b.Property(s => s.AddedBy).HasMaxLength(120);
        b.Ignore(s => s.IsLow);
        b.HasIndex(s => new { s.TenantId, s.ContractId, s.Source, s.ExternalId }).IsUnique();
        b.HasIndex(s => new { s.TenantId, s.ContractId, s.Date });
        b.HasOne<Contract>().WithMany().HasForeignKey(s => s.ContractId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class AppealConfiguration : IEntityTypeConfiguration<Appeal>
{
    public void Configure(EntityTypeBuilder<Appeal> b)
    {
        b.HasKey(a => a.Id);
        b.Property(a => a.Code).HasMaxLength(4);
        b.Property(a => a.Reason).HasMaxLength(Appeal.LongestReason);
        b.Property(a => a.Answer).HasMaxLength(Appeal.LongestReason);
        b.Property(a => a.FinalReason).HasMaxLength(Appeal.LongestReason);
        b.Property(a => a.FinalAnswer).HasMaxLength(Appeal.LongestReason);
        b.Property(a => a.FiledBy).HasMaxLength(120);
        b.Property(a => a.AnsweredBy).HasMaxLength(120);
        b.Property(a => a.FinalBy).HasMaxLength(120);
        b.Property(a => a.Evidence).IsImmutableJson();
        b.Ignore(a => a.IsOpen);
        b.HasIndex(a => new { a.TenantId, a.EvaluationId, a.Code }).IsUnique();
        b.HasIndex(a => new { a.TenantId, a.State, a.DueAt });
        b.HasOne<Evaluation>().WithMany().HasForeignKey(a => a.EvaluationId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class CoachingConfiguration : IEntityTypeConfiguration<Coaching>
{
    public void Configure(EntityTypeBuilder<Coaching> b)
    {
        b.HasKey(c => c.Id);
        b.Property(c => c.Agent).HasMaxLength(40);
        b.Property(c => c.Coach).HasMaxLength(80);
        b.Property(c => c.Notes).HasMaxLength(2000);
        b.Property(c => c.Witness).HasMaxLength(120);
        b.Ignore(c => c.IsOpen);
        b.HasIndex(c => new { c.TenantId, c.EvaluationId }).IsUnique();
        b.HasIndex(c => new { c.TenantId, c.ContractId, c.State });
        b.HasOne<Evaluation>().WithMany().HasForeignKey(c => c.EvaluationId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class ItemPlanConfiguration : IEntityTypeConfiguration<ItemPlan>
{
    public void Configure(EntityTypeBuilder<ItemPlan> b)
    {
        b.HasKey(p => p.Id);
        b.Property(p => p.Code).HasMaxLength(4);
        b.Property(p => p.Measure).HasMaxLength(1000);
        b.Property(p => p.PlannedBy).HasMaxLength(120);
        b.Ignore(p => p.Before);
        b.Ignore(p => p.After);
        b.HasIndex(p => new { p.TenantId, p.ContractId, p.Month, p.Code }).IsUnique();
        b.HasOne<Contract>().WithMany().HasForeignKey(p => p.ContractId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class CalibrationRoundConfiguration : IEntityTypeConfiguration<CalibrationRound>
{
    public void Configure(EntityTypeBuilder<CalibrationRound> b)
    {
        b.HasKey(r => r.Id);
        b.Property(r => r.Title).HasMaxLength(120);
        b.Property(r => r.OpenedBy).HasMaxLength(120);
        b.Property(r => r.Contacts).IsImmutableJson();
        b.Property(r => r.Reviewers).IsImmutableJson();
        b.HasIndex(r => new { r.TenantId, r.ContractId, r.OpenedAt });
        b.HasOne<Contract>().WithMany().HasForeignKey(r => r.ContractId).OnDelete(DeleteBehavior.Restrict);
        b.HasOne<QaForm>().WithMany().HasForeignKey(r => r.FormId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class CorrectiveActionConfiguration : IEntityTypeConfiguration<Domain.Improvement.CorrectiveAction>
{
    public void Configure(EntityTypeBuilder<Domain.Improvement.CorrectiveAction> b)
    {
        b.HasKey(a => a.Id);
        b.Property(a => a.Number).HasMaxLength(20);
        b.Property(a => a.Title).HasMaxLength(200);
        b.Property(a => a.MetricCode).HasMaxLength(10).IsUnicode(false);
        b.Property(a => a.DemandedBy).HasMaxLength(120);
        b.Property(a => a.Demand).IsImmutableJson();
        b.Property(a => a.Plan).IsImmutableJson();
        b.Property(a => a.Notes).IsImmutableJson();
        b.Property(a => a.Verifications).IsImmutableJson();
        b.Ignore(a => a.IsOpen);
        b.HasIndex(a => new { a.TenantId, a.EvaluationId });
        b.HasIndex(a => new { a.TenantId, a.Number }).IsUnique();
        b.HasIndex(a => new { a.TenantId, a.ContractId, a.State });
        b.HasIndex(a => new { a.TenantId, a.ActionOwedId });
        b.HasOne<Contract>().WithMany().HasForeignKey(a => a.ContractId).OnDelete(DeleteBehavior.Restrict);
        b.HasOne<Obligation>().WithMany().HasForeignKey(a => a.PlanOwedId).OnDelete(DeleteBehavior.Restrict);
        b.HasOne<Obligation>().WithMany().HasForeignKey(a => a.ActionOwedId).OnDelete(DeleteBehavior.Restrict);
    }
}
