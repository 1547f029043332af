using VendorGov.Domain.Contracts;
using VendorGov.Domain.Issues;
using VendorGov.Domain.Tenancy;

namespace VendorGov.Domain.Inspections;

/// <summary>How a contact came to be known.</summary>
public enum ContactSource
{
    Feed,
    Import,
    Manual,
}

/// <summary>How a contact is inspected (c14-c16).</summary>
public enum InspectionKind
{
    Recording,
    Chat,

    /// <summary>Listening in without being heard.</summary>
    LiveSilent,

    /// <summary>Listening in and joining.</summary>
    LiveJoined,

    /// <summary>A tester played the customer. Hidden from the vendor until published.</summary>
    Mystery,
}

/// <summary>Who speaks in a transcript.</summary>
public enum Speaker
{
    Customer,
    Agent,
}

/// <summary>One utterance; <paramref name="AtSecond"/> from the beginning.</summary>
public sealed record TranscriptLine(int AtSecond, Speaker Speaker, string Text);

/// <summary>Where and when a contact was, and what about. Durations in seconds.</summary>
public sealed record ContactFacts(
    OutletId Outlet, string Agent, Guid? AgentId, Channel Channel, DateTimeOffset StartedAt, string? Reason, string? Waybill, int? DurationSeconds);

/// <summary>A contact that is inspected: from the direct feed, from a file or entered by hand, with its recording or transcript.</summary>
public sealed class QaContact : IShownOwned, IAudited, IVersioned
{
    public const int LongestId = 80;

    private QaContact()
    {
    }

    public QaContact(
        Contract contract, ContactFacts facts, TimeZoneInfo zone, InspectionKind kind, ContactSource source, string externalId, string by, DateTimeOffset now)
    {
        if (externalId.Length is 0 or > LongestId || facts.Agent.Length == 0)
        {
            throw new RuleViolationException("contact-id");
        }

        if (facts.StartedAt > now)
        {
            throw new RuleViolationException("contact-ahead");
        }

        if (contract.Outlets.All(o => o.OutletId != facts.Outlet))
        {
            throw new RuleViolationException("outlet-not-in-contract");
        }

        Id = Keys.Next();
        (TenantId, VendorId, ContractId, OutletId) = (contract.TenantId, contract.VendorId, contract.Id, facts.Outlet);
        (Agent, AgentId, Channel, StartedAt) = (facts.Agent, facts.AgentId, facts.Channel, facts.StartedAt);
        (Reason, Waybill, DurationSeconds) = (facts.Reason, facts.Waybill, facts.DurationSeconds);
        var wall = TimeZoneInfo.ConvertTime(facts.StartedAt, zone);
        (Date, Hour) = (DateOnly.FromDateTime(wall.DateTime), wall.Hour);
        (Kind, Source, ExternalId, AddedBy, AddedAt) = (kind, source, externalId, by, now);
    }

    public Guid Id { get; private set; }
    public TenantId TenantId { get; private set; }
    public VendorId VendorId { get; private set; }
    public OutletId OutletId { get; private set; }
    public ContractId ContractId { get; private set; }

    /// <summary>The agent's number, as the source named it.</summary>
    public string Agent { get; private set; } = "";
    public Guid? AgentId { get; private set; }
    public Channel Channel { get; private set; }
    public DateTimeOffset StartedAt { get; private set; }

    /// <summary>The local date of the contract's zone; months are cut by it.</summary>
    public DateOnly Date { get; private set; }

    /// <summary>The local hour, 0 to 23.</summary>
    public int Hour { get; private set; }
    public string? Reason { get; private set; }
    public string? Waybill { get; private set; }
    public int? DurationSeconds { get; private set; }
    public InspectionKind Kind { get; private set; }
    public ContactSource Source { get; private set; }

    /// <summary>Unique within the contract.</summary>
    public string ExternalId { get; private set; } = "";

    /// <summary>The recording, where there is one.</summary>
    public EvidenceFile? Recording { get; private set; }
    public IReadOnlyList<TranscriptLine> Transcript { get; private set; } = [];
    public string AddedBy { get; private set; } = "";
    public DateTimeOffset AddedAt { get; private set; }

    /// <summary>Since when the vendor may see it; null: not yet.</summary>
    public DateTimeOffset? ShownAt { get; private set; }
    public int Version { get; private set; } = 1;

    public void Attach(EvidenceFile recording)
    {
        if (recording.Kind is not (EvidenceKind.Mp3 or EvidenceKind.Wav or EvidenceKind.M4a or EvidenceKind.Ogg))
        {
            throw new RuleViolationException("contact-recording");
        }

        Recording = recording;
    }

    /// <summary>Its time to be kept is over: recording and transcript go, the scores stay.</summary>
    public void Forget(DateTimeOffset now) => (Recording, Transcript, ForgottenAt) = (null, [], now);

    public DateTimeOffset? ForgottenAt { get; private set; }

    public void Transcribe(IReadOnlyList<TranscriptLine> lines) => Transcript = lines;

    public void Show(DateTimeOffset now) => ShownAt ??= now;
}
