using VendorGov.Domain.Contracts;
using VendorGov.Domain.Issues;
using VendorGov.Domain.Tenancy;

namespace VendorGov.Domain.Feed;

/// <summary>
/// What the rows of the direct feed have in common. (<see cref="SenderId"/>, <see cref="Kind"/>, <see cref="ExternalId"/>) is the
/// natural key: the same row sent again adds nothing. <see cref="Date"/> is the local date of the contact in the contract's zone;
/// months are cut by it (SLA semantics 3.1). <see cref="BatchId"/> leads to source, key and hash.
/// </summary>
public abstract class FeedFact : IOutletOwned
{
    protected FeedFact()
    {
    }

    protected FeedFact(FeedBatch batch, FeedPlace place, string externalId)
    {
        Id = Keys.Next();
        TenantId = batch.TenantId;
        (VendorId, OutletId, ContractId) = (place.Contract.Vendor, place.Outlet, place.Contract.Id);
        (SenderId, SenderSide, Kind) = (batch.SenderId, batch.SenderSide, batch.Kind);
        (ExternalId, Date) = (externalId, place.Date);
        (BatchId, ReceivedAt) = (batch.Id, batch.ReceivedAt);
    }

    public Guid Id { get; private set; }
    public TenantId TenantId { get; private set; }
    public VendorId VendorId { get; private set; }
    public OutletId OutletId { get; private set; }
    public ContractId ContractId { get; private set; }

    /// <summary>The vendor or outlet that sent the row.</summary>
    public Guid SenderId { get; private set; }

    /// <summary>Where both sides send about one outlet, the buyer's rows count.</summary>
    public Side SenderSide { get; private set; }
    public FeedKind Kind { get; private set; }

    /// <summary>The row's id in the sender's own system.</summary>
    public string ExternalId { get; private set; } = "";
    public DateOnly Date { get; private set; }
    public Guid BatchId { get; private set; }

    /// <summary>When the row came, or was last changed.</summary>
    public DateTimeOffset ReceivedAt { get; private set; }
}

/// <summary>
/// A call (kind <see cref="FeedKind.Calls"/>, channel voice) or a conversation on another channel. All durations are in seconds;
/// null: the sender did not say.
/// </summary>
public sealed class FeedContact : FeedFact
{
    /// <summary>A contact about the same waybill and reason within this time is a repeat (catalogue, FCR).</summary>
    public static readonly TimeSpan RepeatWindow = TimeSpan.FromHours(72);

    private FeedContact()
    {
    }

    public FeedContact(FeedBatch batch, FeedPlace place, string externalId, ContactDetails details) : base(batch, place, externalId)
    {
        StartedAt = place.At;
        InHours = place.Contract.IsOpen(place.At, place.Date);
        (Channel, Handled, ByBot, Agent) = (details.Channel, details.Handled, details.ByBot, details.Agent);
        (WaitSeconds, FirstReplySeconds, Rounds, RoundsInTime) =
            (details.WaitSeconds, details.FirstReplySeconds, details.Rounds, details.RoundsInTime);
        (TalkSeconds, HoldSeconds, WrapSeconds) = (details.TalkSeconds, details.HoldSeconds, details.WrapSeconds);
        (Waybill, Reason) = (details.Waybill, details.Reason);
        RepeatEndsAt = Handled && Waybill is not null && Reason is not null ? StartedAt + RepeatWindow : null;
    }

    public Channel Channel { get; private set; }
    public DateTimeOffset StartedAt { get; private set; }

    /// <summary>Inside the contract's service hours when it began.</summary>
    public bool InHours { get; private set; }

    /// <summary>A person took it: the call was answered, or the conversation was not a robot's and got a reply.</summary>
    public bool Handled { get; private set; }
    public bool ByBot { get; private set; }
    public string? Agent { get; private set; }

    /// <summary>Calls: from ringing to answer, or to the caller's giving up.</summary>
    public int? WaitSeconds { get; private set; }

    /// <summary>Conversations: to the first reply of a person; null: there was none.</summary>
    public int? FirstReplySeconds { get; private set; }
    public int? Rounds { get; private set; }

    /// <summary>Rounds that a person answered within 3 minutes.</summary>
    public int? RoundsInTime { get; private set; }
    public int? TalkSeconds { get; private set; }
    public int? HoldSeconds { get; private set; }
    public int? WrapSeconds { get; private set; }
    public string? Waybill { get; private set; }
    public string? Reason { get; private set; }

    /// <summary>Until when another contact would be a repeat of this one; null where that cannot be told.</summary>
    public DateTimeOffset? RepeatEndsAt { get; private set; }
}

/// <summary>What a sender says about one contact, beside where and when it was.</summary>
public sealed record ContactDetails(
    Channel Channel, bool Handled, bool ByBot, string? Agent, int? WaitSeconds, int? FirstReplySeconds, int? Rounds, int? RoundsInTime,
    int? TalkSeconds, int? HoldSeconds, int? WrapSeconds, string? Waybill, string? Reason);

/// <summary>An invitation to rate a contact, with the answer once there is one. It counts on the date of the contact.</summary>
public sealed class FeedSurvey : FeedFact
{
    /// <summary>A score of 1 to 5 from which on the customer is satisfied, where the sender does not say.</summary>
    public const int SatisfiedFrom = 4;

    private FeedSurvey()
    {
    }

    public FeedSurvey(FeedBatch batch, FeedPlace place, string externalId, Channel channel, string? contact, DateTimeOffset? respondedAt, int? score, bool? satisfied)
        : base(batch, place, externalId)
    {
        (Channel, ContactAt, ContactExternalId, RespondedAt, Score) = (channel, place.At, contact, respondedAt, score);
        Satisfied = satisfied ?? (score is { } points ? points >= SatisfiedFrom : null);
    }

    public Channel Channel { get; private set; }
    public DateTimeOffset ContactAt { get; private set; }

    /// <summary>The id under which the contact itself was sent.</summary>
    public string? ContactExternalId { get; private set; }
    public DateTimeOffset? RespondedAt { get; private set; }
    public int? Score { get; private set; }

    /// <summary>Null: no answer yet.</summary>
    public bool? Satisfied { get; private set; }
}

/// <summary>What a span of an agent's time was.</summary>
public enum PresenceState
{
    Scheduled,
    Present,

    /// <summary>A declared recovery break; it does not count against adherence.</summary>
    Break,
}

/// <summary>A span of time for which an agent was planned, was there, or was on a declared break.</summary>
public sealed class FeedPresence : FeedFact
{
    private FeedPresence()
    {
    }

    public FeedPresence(FeedBatch batch, FeedPlace place, string externalId, string agent, PresenceState state, DateTimeOffset endsAt, Channel? channel)
        : base(batch, place, externalId)
    {
        (Agent, State, StartsAt, EndsAt, Channel) = (agent, state, place.At, endsAt, channel);
    }

    public string Agent { get; private set; } = "";
    public PresenceState State { get; private set; }
    public DateTimeOffset StartsAt { get; private set; }
    public DateTimeOffset EndsAt { get; private set; }

    /// <summary>Null: all channels of the contract.</summary>
    public Channel? Channel { get; private set; }
}
