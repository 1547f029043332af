using VendorGov.Domain.Tenancy;

namespace VendorGov.Domain.Issues;

/// <summary>What a piece of evidence is, judged by its content.</summary>
public enum EvidenceKind
{
    Mp3,
    Wav,
    M4a,
    Ogg,
    Png,
    Jpeg,
    Webp,
    Pdf,
    Xlsx,
    Docx,
    Text,
    Csv,
}

/// <summary>A file that has arrived in the store. <paramref name="Sha256"/> is lower-case hexadecimal.</summary>
public sealed record EvidenceFile(string Name, string Sha256, long Bytes, EvidenceKind Kind)
{
    /// <summary>Bytes of one file.</summary>
    public const long MaxBytes = 50L * 1024 * 1024;

    /// <summary>Bytes of a form that brings its files along, where no script sent them ahead.</summary>
    public const long MaxFormBytes = 4 * MaxBytes;

    /// <summary>Files of one message or of one new issue.</summary>
    public const int MostAtOnce = 20;
}

/// <summary>
/// A file of an issue: sent with it, or with a message. One that came with an internal note is visible to its author's side
/// alone.
/// </summary>
public sealed class Attachment : IOutletOwned
{
    private Attachment()
    {
    }

    internal Attachment(Issue issue, IssueMessage? message, Author by, EvidenceFile file, bool isInternal, DateTimeOffset at)
    {
        Id = Keys.Next();
        (TenantId, VendorId, OutletId, IssueId) = (issue.TenantId, issue.VendorId, issue.OutletId, issue.Id);
        (MessageId, AddedByName, Side, IsInternal, At) = (message?.Id, by.Name, by.Side, isInternal, at);
        (Name, Sha256, Bytes, Kind) = (file.Name, file.Sha256, file.Bytes, file.Kind);
    }

    public Guid Id { get; private set; }

    public TenantId TenantId { get; private set; }

    public VendorId VendorId { get; private set; }

    public OutletId OutletId { get; private set; }

    public IssueId IssueId { get; private set; }

    /// <summary>Null for what came with the issue itself or with a step of its playbook.</summary>
    public Guid? MessageId { get; private set; }

    public Side Side { get; private set; }

    public bool IsInternal { get; private set; }

    public string AddedByName { get; private set; } = "";

    public DateTimeOffset At { get; private set; }

    /// <summary>The name for people; never a path.</summary>
    public string Name { get; private set; } = "";

    public string Sha256 { get; private set; } = "";

    public long Bytes { get; private set; }

    public EvidenceKind Kind { get; private set; }

    /// <summary>Set when its time to be kept was over: name and hash stay, the content is gone.</summary>
    public DateTimeOffset? RemovedAt { get; private set; }

    public void Remove(DateTimeOffset now) => RemovedAt ??= now;
}

/// <summary>
/// A file that a person brought and has not sent yet; nobody else sees it. It waits for one issue, for a new one, or for an appeal against an
/// evaluation.
/// </summary>
public sealed class DraftFile : ITenantOwned
{
    /// <summary>After this long an unsent file is given up.</summary>
    public static readonly TimeSpan Life = TimeSpan.FromDays(7);

    private DraftFile()
    {
    }

    public DraftFile(TenantId tenant, UserId user, IssueId? issue, EvidenceFile file, DateTimeOffset at)
    {
        Id = Keys.Next();
        (TenantId, UserId, ForIssueId, At) = (tenant, user, issue, at);
        (Name, Sha256, Bytes, Kind) = (file.Name, file.Sha256, file.Bytes, file.Kind);
    }

    public Guid Id { get; private set; }

    public TenantId TenantId { get; private set; }

    public UserId UserId { get; private set; }

    public IssueId? ForIssueId { get; private set; }

    /// <summary>Null for what waits for an issue.</summary>
    public Guid? ForEvaluationId { get; private set; }

    public DateTimeOffset At { get; private set; }

    public string Name { get; private set; } = "";

    public string Sha256 { get; private set; } = "";

    public long Bytes { get; private set; }

    public EvidenceKind Kind { get; private set; }

    public EvidenceFile File => new(Name, Sha256, Bytes, Kind);

    /// <summary>A file that is to prove an appeal against an evaluation.</summary>
    public static DraftFile OfAppeal(TenantId tenant, UserId user, Guid evaluation, EvidenceFile file, DateTimeOffset at) =>
        new(tenant, user, null, file, at) { ForEvaluationId = evaluation };
}
