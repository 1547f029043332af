using VendorGov.Domain.Contracts;
using VendorGov.Domain.Obligations;
using VendorGov.Domain.Tenancy;

namespace VendorGov.Domain.Issues;

/// <summary>What an outlet says when it files an issue.</summary>
public sealed record IssueReport(
    string Number, ProblemType Type, Severity Severity, string Title, string Description,
    IReadOnlyList<string> Waybills, string? CustomerName = null, string? CustomerPhone = null,
    CustomerTier? Tier = null);

/// <summary>
/// A problem that an outlet has with a vendor. Holds its obligations; operations must be called with all of them loaded.
/// Pins the terms version and time zone that it opened under (SLA semantics 2.9).
/// </summary>
public sealed partial class Issue : IOutletOwned, IAudited, IVersioned
{
    private readonly List<Obligation> _obligations = [];
    private readonly List<IssueMessage> _messages = [];
    private readonly List<IssueEvent> _events = [];
    private readonly List<WaybillPart> _waybillParts = [];

    private Issue()
    {
    }

    public IssueId Id { get; private set; }

    public TenantId TenantId { get; private set; }

    public VendorId VendorId { get; private set; }

    public OutletId OutletId { get; private set; }

    public ContractId ContractId { get; private set; }

    public TermsVersionId TermsVersionId { get; private set; }

    public string TimeZone { get; private set; } = "";

    /// <summary>Shown to people, unique in the tenant, such as WT-2607-0143.</summary>
    public string Number { get; private set; } = "";

    public ProblemType ProblemType { get; private set; }

    public Severity Severity { get; private set; }

    public string Title { get; private set; } = "";

    public string Description { get; private set; } = "";

    public IssueState State { get; private set; }

    public IReadOnlyList<string> Waybills { get; private set; } = [];

    public string? CustomerName { get; private set; }

    public string? CustomerPhone { get; private set; }

    /// <summary>Takes a person's name or number out of what was written.</summary>
    public void Redact(string find, string mask) =>
        (Title, Description) = (PersonalData.Redact(Title, find, mask), PersonalData.Redact(Description, find, mask));

    /// <summary>What is left of the customer for good, <see cref="PersonalData"/>.</summary>
    public void MaskCustomer() => (CustomerName, CustomerPhone) = (PersonalData.MaskName(CustomerName), PersonalData.MaskPhone(CustomerPhone));

    public UserId? FiledById { get; private set; }

    public string FiledByName { get; private set; } = "";

    /// <summary>The buyer's, but for an emergency that the vendor reports.</summary>
    public Side FiledBySide { get; private set; }

    public DateTimeOffset FiledAt { get; private set; }

    public DateTimeOffset? AcknowledgedAt { get; private set; }

    public DateTimeOffset? RespondedAt { get; private set; }

    public DateTimeOffset? ResolvedAt { get; private set; }

    public DateTimeOffset? ClosedAt { get; private set; }

    public string? WithdrawnReason { get; private set; }

    /// <summary>1 to 4, L1 team leads to L4 commercial.</summary>
    public int EscalationLevel { get; private set; } = 1;

    /// <summary>Name of the import profile that brought it; null for one that was filed here.</summary>
    public string? Source { get; private set; }

    /// <summary>Its key in the system that it came from.</summary>
    public string? ExternalKey { get; private set; }

    /// <summary>The last change that people see; lists sort by it.</summary>
    public DateTimeOffset UpdatedAt { get; private set; }

    public int Version { get; private set; } = 1;

    public IReadOnlyList<Obligation> Obligations => _obligations;

    public IReadOnlyList<IssueMessage> Messages => _messages;

    public IReadOnlyList<IssueEvent> Events => _events;

    public IReadOnlyList<WaybillPart> WaybillParts => _waybillParts;

    public bool IsOpen => State is not (IssueState.Closed or IssueState.Withdrawn);

    /// <summary>Files an issue and derives what the vendor owes for it.</summary>
    public static Issue Open(
        IssueReport report, Contract contract, OutletId outlet, TermsVersion terms, ClockFaces faces, Author by, DateTimeOffset now)
    {
        if (contract.Outlets.All(o => o.OutletId != outlet))
        {
            throw new RuleViolationException("outlet-not-covered");
        }

        var issue = Create(report, contract, outlet, terms, by, now);
        foreach (var (kind, target) in OwedAtStart(report.Type, report.Severity, terms.Terms))
        {
            issue.Owe(kind, target, now, faces, now);
        }

        issue.Prepare(faces, now);
        issue.Log(IssueEventKind.Filed, now, by.Name, null);
        return issue;
    }

    /// <summary>What arises with the issue: everything but next updates, which wait for a message of the outlet.</summary>
    public static IEnumerable<(ObligationKind Kind, Target Target)> OwedAtStart(ProblemType type, Severity severity, Terms terms)
    {
        ObligationKind[] kinds =
            [ObligationKind.Acknowledge, ObligationKind.FirstResponse, ObligationKind.Contain, ObligationKind.Resolve];
        foreach (var kind in kinds)
        {
            if (TargetOf(kind, type, severity, terms) is { } target)
            {
                yield return (kind, target);
            }
        }

        if (terms.UsePlaybookClocks && Playbook.For(type).CustomerTold is { } told)
        {
            yield return (ObligationKind.CustomerTold, told);
        }

        if (terms.UsePlaybookClocks && type == ProblemType.ComplaintMishandled)
        {
            yield return (ObligationKind.Investigate, InvestigationTarget);
        }

        if (terms.UsePlaybookClocks && type == ProblemType.TechnicalFault)
        {
            yield return (ObligationKind.RootCause, CauseTarget);
        }
    }

    public static Target? TargetOf(ObligationKind kind, ProblemType type, Severity severity, Terms terms) =>
        (terms.UsePlaybookClocks ? Playbook.For(type).Override(severity, kind) : null)
        ?? (terms.Severities.TryGetValue(severity, out var targets) ? targets.Of(kind) : null);

    private static Issue Create(
        IssueReport report, Contract contract, OutletId outlet, TermsVersion terms, Author by, DateTimeOffset at)
    {
        var issue = Bare(report, contract, outlet, terms, by, at);
        issue._waybillParts.AddRange(report.Waybills.SelectMany(WaybillPart.Of).Distinct().Select(part => new WaybillPart(issue, part)));
        return issue;
    }

    private static Issue Bare(
        IssueReport report, Contract contract, OutletId outlet, TermsVersion terms, Author by, DateTimeOffset at) => new()
    {
        Id = IssueId.New(),
        TenantId = contract.TenantId,
        VendorId = contract.VendorId,
        OutletId = outlet,
        ContractId = contract.Id,
        TermsVersionId = terms.Id,
        TimeZone = contract.TimeZone,
        Number = report.Number,
        ProblemType = report.Type,
        Severity = report.Severity,
        Title = report.Title,
        Description = report.Description,
        Waybills = report.Waybills,
        CustomerName = report.CustomerName,
        CustomerPhone = report.CustomerPhone,
        CustomerTier = report.Tier,
        FiledById = by.User,
        FiledByName = by.Name,
        FiledBySide = by.Side,
        BuyerContactId = by.Side == Side.Buyer ? by.User : null,
        BuyerContactName = by is { Side: Side.Buyer, User: not null } ? by.Name : null,
        VendorContactId = by.Side == Side.Vendor ? by.User : null,
        VendorContactName = by is { Side: Side.Vendor, User: not null } ? by.Name : null,
        FiledAt = at,
        UpdatedAt = at,
    };

    private Obligation Owe(ObligationKind kind, Target target, DateTimeOffset start, ClockFaces faces, DateTimeOffset now)
    {
        var owner = new ObligationOwner(TenantId, VendorId, ContractId, OutletId, Id);
        var obligation = Obligation.Start(owner, kind, target, start, faces, now);
        _obligations.Add(obligation);
        return obligation;
    }

    private void Log(IssueEventKind kind, DateTimeOffset at, string? byName, string? detail) =>
        _events.Add(new IssueEvent(this, kind, at, byName, detail));
}
