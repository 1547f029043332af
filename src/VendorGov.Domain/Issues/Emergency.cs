using VendorGov.Domain.Contracts;
using VendorGov.Domain.Obligations;
using VendorGov.Domain.Tenancy;

namespace VendorGov.Domain.Issues;

/// <summary>What makes an issue an emergency.</summary>
public enum EmergencyKind
{
    /// <summary>Lost or damaged above the contract's value threshold.</summary>
    LostOrDamaged,
    /// <summary>An appeal to the regulator, 12305.</summary>
    RegulatorAppeal,
    PublicOpinion,
}

/// <summary>What an emergency adds to an issue. <paramref name="LearnedAt"/>: when the reporting side learned of it.</summary>
public sealed record EmergencyNote(
    EmergencyKind Kind, DateTimeOffset LearnedAt, string? RegulatorNumber = null, DateOnly? ReplyBy = null);

/// <summary>Emergencies: S1 complaints that tell the whole chain at once (EMG30; SLA semantics 2.6).</summary>
public sealed partial class Issue
{
    /// <summary>Minutes, around the clock, in which the vendor reports what it learned.</summary>
    public static readonly Target EmergencyTarget = Target.Minutes(30);

    /// <summary>How long ago somebody may have learned of what is reported now.</summary>
    private static readonly TimeSpan LongestAgo = TimeSpan.FromDays(30);

    public EmergencyKind? Emergency { get; private set; }

    public string? RegulatorNumber { get; private set; }

    public DateOnly? ReplyBy { get; private set; }

    /// <summary>
    /// Opens the issue. Reported by the vendor, its EmergencyReport starts when it learned of it and stops now. Reported by the
    /// outlet, it starts at <paramref name="firstContact"/>, the vendor's earliest contact on record about that waybill; without
    /// one no such obligation arises and the S1 clocks run.
    /// </summary>
    public static Issue OpenEmergency(
        IssueReport report, EmergencyNote note, Contract contract, OutletId outlet, TermsVersion terms, ClockFaces faces, Author by,
        DateTimeOffset now, DateTimeOffset? firstContact = null)
    {
        Demand(note.LearnedAt <= now && note.LearnedAt >= now - LongestAgo, "learned-time-impossible");
        Demand(note.Kind != EmergencyKind.RegulatorAppeal || !string.IsNullOrWhiteSpace(note.RegulatorNumber), "regulator-number-missing");
        var issue = Open(report with { Type = ProblemType.ComplaintMishandled, Severity = Severity.S1 }, contract, outlet, terms, faces, by, now);
        (issue.Emergency, issue.RegulatorNumber, issue.ReplyBy) = (note.Kind, note.RegulatorNumber, note.ReplyBy);
        if ((by.Side == Side.Vendor ? note.LearnedAt : firstContact) is { } learned)
        {
            issue.Owe(ObligationKind.EmergencyReport, EmergencyTarget, learned, faces, now).Stop(now, faces, now);
        }

        if (by.Side == Side.Vendor)
        {
            issue.MarkAcknowledged(by, faces, now);
        }

        issue.Log(IssueEventKind.EmergencyReported, now, by.Name, note.Kind.ToString());
        return issue;
    }
}

/// <summary>A rehearsal of the emergency procedure; a contract demands two a year.</summary>
public sealed class EmergencyDrill : IContractOwned, IAudited
{
    private EmergencyDrill()
    {
    }

    public EmergencyDrill(Contract contract, DateOnly heldOn, string scenario, string participants, int minutes, string findings, string by, DateTimeOffset now)
    {
        if (minutes is < 0 or > 1440)
        {
            throw new RuleViolationException("drill-minutes");
        }

        Id = Keys.Next();
        (TenantId, VendorId, ContractId) = (contract.TenantId, contract.VendorId, contract.Id);
        (HeldOn, Scenario, Participants, MinutesToReport, Findings) = (heldOn, scenario, participants, minutes, findings);
        (RecordedByName, RecordedAt) = (by, now);
    }

    public Guid Id { get; private set; }

    public TenantId TenantId { get; private set; }

    public VendorId VendorId { get; private set; }

    public ContractId ContractId { get; private set; }

    public DateOnly HeldOn { get; private set; }

    public string Scenario { get; private set; } = "";

    public string Participants { get; private set; } = "";

    /// <summary>Minutes from the mock contact to the report; the target is 30.</summary>
    public int MinutesToReport { get; private set; }

    public string Findings { get; private set; } = "";

    public string RecordedByName { get; private set; } = "";

    public DateTimeOffset RecordedAt { get; private set; }

    public bool InTime => MinutesToReport <= Issue.EmergencyTarget.Amount;
}
