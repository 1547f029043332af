using System.Text.RegularExpressions;
using VendorGov.Domain.Contracts;
using VendorGov.Domain.Obligations;
using VendorGov.Domain.Tenancy;

namespace VendorGov.Domain.Training;

/// <summary>Life of an article; only an approved one is in force.</summary>
public enum KnowledgeState
{
    /// <summary>Waits for the outlet's decision.</summary>
    Proposed,
    Approved,

    /// <summary>Returned with reasons; a new version may be proposed.</summary>
    Returned,
    Retired,
}

/// <summary>What an article says. Keywords are separated by spaces.</summary>
public sealed record KnowledgeText(string Title, string Body, string? Keywords);

/// <summary>
/// How to answer a kind of case, proposed by the vendor and approved by the outlet (c11). Agents read the version that was approved last; a
/// newer proposal does not show until it is approved too. The decision is owed by the outlet, so no metric of the vendor counts it.
/// </summary>
public sealed partial class KnowledgeArticle : IContractOwned, IAudited, IVersioned
{
    public const int WorkingDays = 5;
    public const int LongestTitle = 160;
    public const int LongestBody = 8000;
    public const int LongestKeywords = 200;

    private readonly List<KnowledgeVersion> _versions = [];

    private KnowledgeArticle()
    {
    }

    public Guid Id { get; private set; }
    public TenantId TenantId { get; private set; }
    public VendorId VendorId { get; private set; }
    public ContractId ContractId { get; private set; }

    /// <summary>Who decides.</summary>
    public OutletId OutletId { get; private set; }

    /// <summary>The case that it was learned from.</summary>
    public IssueId? IssueId { get; private set; }

    /// <summary>Of the version in force; before the first approval of the proposal.</summary>
    public string Title { get; private set; } = "";
    public string Body { get; private set; } = "";
    public string? Keywords { get; private set; }

    /// <summary>Of the latest version.</summary>
    public KnowledgeState State { get; private set; }

    /// <summary>The number of the latest version, and of the one in force; null: none was approved yet.</summary>
    public int Latest { get; private set; }
    public int? InForce { get; private set; }
    public DateTimeOffset ChangedAt { get; private set; }
    public IReadOnlyList<KnowledgeVersion> Versions => _versions;
    public int Version { get; private set; } = 1;

    /// <summary>Proposes a new article and starts the outlet's clock.</summary>
    public static (KnowledgeArticle Article, Obligation Owed) Propose(
        Contract contract, OutletId outlet, IssueId? issue, KnowledgeText text, ClockFaces faces, string by, DateTimeOffset now)
    {
        if (contract.Outlets.All(o => o.OutletId != outlet))
        {
            throw new RuleViolationException("article-outlet");
        }

        var article = new KnowledgeArticle
        {
            Id = Keys.Next(),
            TenantId = contract.TenantId,
            VendorId = contract.VendorId,
            ContractId = contract.Id,
            OutletId = outlet,
            IssueId = issue,
        };
        var owed = article.Add(text, faces, by, now);
        article.Show(text);
        return (article, owed);
    }

    /// <summary>Proposes another version; what is in force stays until that is approved. Load the versions first.</summary>
    public Obligation Revise(KnowledgeText text, ClockFaces faces, string by, DateTimeOffset now)
    {
        Demand(State != KnowledgeState.Proposed, "article-waiting");
        Demand(State != KnowledgeState.Retired, "article-retired");
        var owed = Add(text, faces, by, now);
        if (InForce is null)
        {
            Show(text);
        }

        return owed;
    }

    /// <summary>The latest version comes into force.</summary>
    public void Approve(Obligation owed, ClockFaces faces, string by, DateTimeOffset now)
    {
        var version = Decide(KnowledgeState.Approved, null, by, now);
        Show(new KnowledgeText(version.Title, version.Body, version.Keywords));
        InForce = version.Number;
        owed.Stop(now, faces, now);
    }

    /// <summary>Says why it does not stand; the clock stops, as the outlet has answered.</summary>
    public void Return(string? reason, Obligation owed, ClockFaces faces, string by, DateTimeOffset now)
    {
        Demand(!string.IsNullOrWhiteSpace(reason), "reason-missing");
        Decide(KnowledgeState.Returned, reason!.Trim(), by, now);
        owed.Stop(now, faces, now);
    }

    /// <summary>Nobody answers by it any more.</summary>
    public void Retire(DateTimeOffset now)
    {
        Demand(State is KnowledgeState.Approved or KnowledgeState.Returned, "article-waiting");
        (State, ChangedAt) = (KnowledgeState.Retired, now);
    }

    private KnowledgeVersion Decide(KnowledgeState state, string? reason, string by, DateTimeOffset now)
    {
        Demand(State == KnowledgeState.Proposed, "article-decided");
        var version = _versions.Single(v => v.Number == Latest);
        version.Decide(state, reason, by, now);
        (State, ChangedAt) = (state, now);
        return version;
    }

    private Obligation Add(KnowledgeText text, ClockFaces faces, string by, DateTimeOffset now)
    {
        Demand(!string.IsNullOrWhiteSpace(text.Title) && !string.IsNullOrWhiteSpace(text.Body), "article-empty");
        Demand(!Telephone().IsMatch(text.Body + " " + text.Title), "article-personal");
        var owed = Obligation.Start(
            new ObligationOwner(TenantId, VendorId, ContractId, OutletId), ObligationKind.ApproveKnowledge, Target.WorkingDays(WorkingDays), now, faces, now);
        (State, Latest, ChangedAt) = (KnowledgeState.Proposed, Latest + 1, now);
        _versions.Add(new KnowledgeVersion(this, text, owed.Id, by, now));
        return owed;
    }

    private void Show(KnowledgeText text) => (Title, Body, Keywords) = (text.Title.Trim(), text.Body.Trim(), text.Keywords?.Trim());

    private static void Demand(bool fits, string rule)
    {
        if (!fits)
        {
            throw new RuleViolationException(rule);
        }
    }

    /// <summary>A mobile number: what is learned from a case is kept without its customer.</summary>
    [GeneratedRegex(@"(?<!\d)1[3-9]\d{9}(?!\d)")]
    private static partial Regex Telephone();
}

/// <summary>One proposal of an article and what became of it.</summary>
public sealed class KnowledgeVersion : IContractOwned
{
    private KnowledgeVersion()
    {
    }

    internal KnowledgeVersion(KnowledgeArticle article, KnowledgeText text, ObligationId owed, string by, DateTimeOffset now)
    {
        Id = Keys.Next();
        (TenantId, VendorId, ContractId) = (article.TenantId, article.VendorId, article.ContractId);
        (ArticleId, Number, ObligationId) = (article.Id, article.Latest, owed);
        (Title, Body, Keywords) = (text.Title.Trim(), text.Body.Trim(), text.Keywords?.Trim());
        (ProposedBy, ProposedAt) = (by, now);
    }

    public Guid Id { get; private set; }
    public TenantId TenantId { get; private set; }
    public VendorId VendorId { get; private set; }
    public ContractId ContractId { get; private set; }
    public Guid ArticleId { get; private set; }
    public int Number { get; private set; }
    public ObligationId ObligationId { get; private set; }
    public string Title { get; private set; } = "";
    public string Body { get; private set; } = "";
    public string? Keywords { get; private set; }
    public KnowledgeState State { get; private set; }
    public string ProposedBy { get; private set; } = "";
    public DateTimeOffset ProposedAt { get; private set; }
    public string? DecidedBy { get; private set; }
    public DateTimeOffset? DecidedAt { get; private set; }
    public string? Reason { get; private set; }

    internal void Decide(KnowledgeState state, string? reason, string by, DateTimeOffset now) =>
        (State, Reason, DecidedBy, DecidedAt) = (state, reason, by, now);
}
