using VendorGov.Domain.Contracts;
using VendorGov.Domain.Reports;
using VendorGov.Domain.Tenancy;

namespace VendorGov.Domain.Training;

/// <summary>What a version of the brand pack says. <paramref name="SignBy"/> is the last local date on which it may be signed in time.</summary>
public sealed record BrandContent(string Title, string Rules, DateOnly SignBy, UploadedFile? File = null);

/// <summary>
/// One version of how the brand speaks and looks, published by the buyer and signed by the vendor (e5a). A newer version takes its place; one
/// that was signed is never changed.
/// </summary>
public sealed class BrandPack : IContractOwned, IAudited, IVersioned
{
    public const int LongestTitle = 160;
    public const int LongestRules = 8000;

    private BrandPack()
    {
    }

    /// <param name="before">The version in force until now; it steps back.</param>
    public BrandPack(Contract contract, BrandPack? before, BrandContent content, string by, DateTimeOffset now)
    {
        if (string.IsNullOrWhiteSpace(content.Title) || string.IsNullOrWhiteSpace(content.Rules))
        {
            throw new RuleViolationException("brand-empty");
        }

        Id = Keys.Next();
        (TenantId, VendorId, ContractId) = (contract.TenantId, contract.VendorId, contract.Id);
        (Number, Title, Rules, SignBy) = ((before?.Number ?? 0) + 1, content.Title.Trim(), content.Rules.Trim(), content.SignBy);
        (FileName, FileSha256, FileSize) = (content.File?.Name, content.File?.Sha256, content.File?.Size);
        (PublishedBy, PublishedAt) = (by, now);
        if (before is not null)
        {
            before.SupersededAt ??= now;
        }
    }

    public Guid Id { get; private set; }
    public TenantId TenantId { get; private set; }
    public VendorId VendorId { get; private set; }
    public ContractId ContractId { get; private set; }

    /// <summary>Counts the versions of a contract from 1.</summary>
    public int Number { get; private set; }
    public string Title { get; private set; } = "";
    public string Rules { get; private set; } = "";
    public string? FileName { get; private set; }
    public string? FileSha256 { get; private set; }
    public long? FileSize { get; private set; }
    public DateOnly SignBy { get; private set; }
    public string PublishedBy { get; private set; } = "";
    public DateTimeOffset PublishedAt { get; private set; }
    public string? SignedBy { get; private set; }
    public DateTimeOffset? SignedAt { get; private set; }
    public DateTimeOffset? SupersededAt { get; private set; }
    public int Version { get; private set; } = 1;

    public bool AwaitsSignature => SignedAt is null && SupersededAt is null;

    public void Sign(string by, DateTimeOffset now)
    {
        if (!AwaitsSignature)
        {
            throw new RuleViolationException(SignedAt is null ? "brand-superseded" : "brand-signed");
        }

        (SignedBy, SignedAt) = (by, now);
    }
}
