using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using VendorGov.Data.Converters;
using VendorGov.Domain.Feed;
using VendorGov.Domain.Tenancy;

namespace VendorGov.Data.Configurations;

internal sealed class ApiKeyConfiguration : IEntityTypeConfiguration<ApiKey>
{
    public void Configure(EntityTypeBuilder<ApiKey> b)
    {
        b.HasKey(k => k.Id);
        b.Property(k => k.Name).HasMaxLength(80);
        b.Property(k => k.Prefix).HasMaxLength(20).IsUnicode(false);
        b.Property(k => k.SecretHash).HasMaxLength(64).IsUnicode(false);
        b.Property(k => k.Scopes).IsImmutableJson().HasMaxLength(400);
        b.Property(k => k.CreatedBy).HasMaxLength(120);
        b.Property(k => k.RevokedBy).HasMaxLength(120);
        b.HasIndex(k => k.SecretHash).IsUnique();
        b.HasIndex(k => new { k.TenantId, k.CreatedAt });
    }
}

internal sealed class FeedBatchConfiguration : IEntityTypeConfiguration<FeedBatch>
{
    public void Configure(EntityTypeBuilder<FeedBatch> b)
    {
        b.HasKey(x => x.Id);
        b.Property(x => x.SentBy).HasMaxLength(120);
        b.Property(x => x.Format).HasMaxLength(10).IsUnicode(false);
        b.Property(x => x.FileName).HasMaxLength(200);
        b.Property(x => x.BodySha256).HasMaxLength(64).IsUnicode(false);
        b.Ignore(x => x.Counts);
        b.Ignore(x => x.SenderId);
        b.Ignore(x => x.SenderSide);
        b.HasIndex(x => new { x.TenantId, x.ReceivedAt });
    }
}

internal sealed class FeedRefusalConfiguration : IEntityTypeConfiguration<FeedRefusal>
{
    public void Configure(EntityTypeBuilder<FeedRefusal> b)
    {
        b.HasKey(x => x.Id);
        b.Property(x => x.Field).HasMaxLength(40).IsUnicode(false);
        b.Property(x => x.Code).HasMaxLength(40).IsUnicode(false);
        b.Property(x => x.Value).HasMaxLength(FeedProblem.LongestValue);
        b.Property(x => x.Argument).HasMaxLength(120);
        b.HasIndex(x => new { x.TenantId, x.BatchId, x.Line });
        b.HasOne<FeedBatch>().WithMany().HasForeignKey(x => x.BatchId).OnDelete(DeleteBehavior.Cascade);
    }
}

internal sealed class IdempotentAnswerConfiguration : IEntityTypeConfiguration<IdempotentAnswer>
{
    public void Configure(EntityTypeBuilder<IdempotentAnswer> b)
    {
        b.HasKey(x => x.Id);
        b.Property(x => x.Key).HasMaxLength(IdempotentAnswer.LongestKey).IsExact();
        b.Property(x => x.BodySha256).HasMaxLength(64).IsUnicode(false);
        b.Property(x => x.ContentType).HasMaxLength(60).IsUnicode(false);
        b.HasIndex(x => new { x.KeyId, x.Key }).IsUnique();
        b.HasIndex(x => new { x.TenantId, x.ExpiresAt });
        b.HasOne<ApiKey>().WithMany().HasForeignKey(x => x.KeyId).OnDelete(DeleteBehavior.Cascade);
    }
}

internal sealed class FeedContactConfiguration : IEntityTypeConfiguration<FeedContact>
{
    public void Configure(EntityTypeBuilder<FeedContact> b)
    {
        FeedFacts.Configure(b);
        b.Property(x => x.Agent).HasMaxLength(40);
        b.Property(x => x.Waybill).HasMaxLength(40);
        b.Property(x => x.Reason).HasMaxLength(60);
        b.HasIndex(x => new { x.TenantId, x.ContractId, x.Waybill, x.StartedAt });
    }
}

internal sealed class FeedSurveyConfiguration : IEntityTypeConfiguration<FeedSurvey>
{
    public void Configure(EntityTypeBuilder<FeedSurvey> b)
    {
        FeedFacts.Configure(b);
        b.Property(x => x.ContactExternalId).HasMaxLength(64).IsExact();
    }
}

internal sealed class FeedPresenceConfiguration : IEntityTypeConfiguration<FeedPresence>
{
    public void Configure(EntityTypeBuilder<FeedPresence> b)
    {
        FeedFacts.Configure(b);
        b.Property(x => x.Agent).HasMaxLength(40);
    }
}

/// <summary>
/// What the three tables of facts share. They carry no foreign keys: each would cost the intake a further index, and whose a row is
/// is decided by the directory that resolved its codes.
/// </summary>
internal static class FeedFacts
{
    public static void Configure<T>(EntityTypeBuilder<T> b) where T : FeedFact
    {
        b.HasKey(x => x.Id);
        b.Property(x => x.ExternalId).HasMaxLength(80).IsExact();
        b.HasIndex(x => new { x.TenantId, x.SenderId, x.Kind, x.ExternalId }).IsUnique();
        b.HasIndex(x => new { x.TenantId, x.ContractId, x.Date });
    }
}
