using VendorGov.Domain.Contracts;
using VendorGov.Domain.Obligations;
using VendorGov.Domain.Staffing;
using VendorGov.Domain.Tenancy;

namespace VendorGov.Domain.Training;

/// <summary>What gave rise to a training order.</summary>
public enum TrainingCause
{
    Issue,
    Inspection,
    CorrectiveAction,
    Other,
}

/// <summary>Life of an order; results settle it, no page marks it as done.</summary>
public enum TrainingOrderState
{
    Open,
    Done,
    Withdrawn,
}

/// <summary>Who is to be taught what until when. <paramref name="DueOn"/> is the last local date.</summary>
public sealed record TrainingWish(string Topic, string? Note, Course Course, IReadOnlyCollection<Agent> Agents, DateOnly DueOn);

/// <summary>Where an order comes from; the ids that do not fit the cause are null. <paramref name="CauseId"/> names an inspection or action.</summary>
public sealed record TrainingGround(TrainingCause Cause, OutletId? Outlet = null, IssueId? Issue = null, Guid? CauseId = null);

/// <summary>
/// Named agents have to sit in a course and pass its test again (e1c, d12). It is an obligation of the vendor, done when attendance and a
/// passed test after the order are on record for each of them who still works there.
/// </summary>
public sealed class TrainingOrder : IContractOwned, IAudited, IVersioned
{
    public const int LongestTopic = 160;
    public const int LongestNote = 1000;

    private readonly List<TrainingOrderAgent> _agents = [];

    private TrainingOrder()
    {
    }

    public Guid Id { get; private set; }
    public TenantId TenantId { get; private set; }
    public VendorId VendorId { get; private set; }
    public ContractId ContractId { get; private set; }
    public OutletId? OutletId { get; private set; }
    public IssueId? IssueId { get; private set; }
    public ObligationId ObligationId { get; private set; }
    public Guid CourseId { get; private set; }
    public TrainingCause Cause { get; private set; }
    public Guid? CauseId { get; private set; }
    public string Topic { get; private set; } = "";
    public string? Note { get; private set; }
    public DateOnly DueOn { get; private set; }
    public TrainingOrderState State { get; private set; }
    public string OrderedBy { get; private set; } = "";
    public DateTimeOffset OrderedAt { get; private set; }

    /// <summary>The local date of the order: an earlier session is no answer to it.</summary>
    public DateOnly OrderedOn { get; private set; }
    public DateTimeOffset? DoneAt { get; private set; }
    public string? WithdrawnReason { get; private set; }
    public IReadOnlyList<TrainingOrderAgent> Agents => _agents;
    public int Version { get; private set; } = 1;

    /// <summary>
    /// Orders and starts the clock. Whatever finds that somebody needs training calls this: an issue, an inspection, a corrective action.
    /// Throws <see cref="RuleViolationException"/> without a topic or agents, for a retired course, a date that is over, and agents of others.
    /// </summary>
    /// <param name="faces">For an order from an issue those of the terms that the issue opened under.</param>
    public static (TrainingOrder Order, Obligation Owed) Give(
        Contract contract, TrainingWish wish, TrainingGround ground, ClockFaces faces, string by, DateTimeOffset now)
    {
        var today = faces.Office.LocalDate(now);
        Demand(!string.IsNullOrWhiteSpace(wish.Topic) && wish.Agents.Count > 0, "order-details");
        Demand(wish.Course.ContractId == contract.Id && wish.Course.RetiredAt is null, "course-retired");
        Demand(wish.DueOn >= today, "order-due");
        if (wish.Agents.FirstOrDefault(a => a.ContractId != contract.Id || !a.WorksOn(today)) is { } stranger)
        {
            throw new RuleViolationException("result-agent", stranger.Number);
        }

        var owed = Obligation.Start(
            new ObligationOwner(contract.TenantId, contract.VendorId, contract.Id, ground.Outlet, ground.Issue), ObligationKind.Training,
            Target.FixedInstant(), now, faces, now, faces.Office.Midnight(wish.DueOn.AddDays(1)));
        var order = new TrainingOrder
        {
            Id = Keys.Next(),
            TenantId = contract.TenantId,
            VendorId = contract.VendorId,
            ContractId = contract.Id,
            OutletId = ground.Outlet,
            IssueId = ground.Issue,
            ObligationId = owed.Id,
            CourseId = wish.Course.Id,
            Cause = ground.Cause,
            CauseId = ground.CauseId,
            Topic = wish.Topic.Trim(),
            Note = string.IsNullOrWhiteSpace(wish.Note) ? null : wish.Note.Trim(),
            DueOn = wish.DueOn,
            OrderedBy = by,
            OrderedAt = now,
            OrderedOn = today,
        };
        order._agents.AddRange(wish.Agents.DistinctBy(a => a.Id).Select(a => new TrainingOrderAgent(order, a)));
        return (order, owed);
    }

    /// <summary>
    /// Takes passed tests of the course over; who left is excused. Once nobody is missing the clock stops. Where all of them left, nothing is
    /// owed any more. False where nothing changed. Load the agents first.
    /// </summary>
    /// <param name="sittings">Passed tests in sessions of the course, with their dates.</param>
    public bool Settle(IEnumerable<PassedSitting> sittings, IReadOnlySet<Guid> left, Obligation owed, ClockFaces faces, DateTimeOffset now)
    {
        if (State != TrainingOrderState.Open)
        {
            return false;
        }

        var passed = sittings.Where(s => s.Date >= OrderedOn).GroupBy(s => s.AgentId).ToDictionary(g => g.Key, g => g.MinBy(s => s.Date)!);
        var changed = false;
        foreach (var line in _agents.Where(l => l.IsMissing))
        {
            changed |= line.Settle(passed.GetValueOrDefault(line.AgentId), left.Contains(line.AgentId));
        }

        if (_agents.Any(l => l.IsMissing))
        {
            return changed;
        }

        if (_agents.All(l => l.Excused))
        {
            State = TrainingOrderState.Withdrawn;
            owed.Cancel(now, faces, now);
        }
        else
        {
            (State, DoneAt) = (TrainingOrderState.Done, now);
            owed.Stop(now, faces, now);
        }

        return true;
    }

    /// <summary>The buyer takes it back: nothing is owed.</summary>
    public void Withdraw(string? reason, Obligation owed, ClockFaces faces, DateTimeOffset now)
    {
        Demand(State == TrainingOrderState.Open, "order-closed");
        Demand(!string.IsNullOrWhiteSpace(reason), "reason-missing");
        (State, WithdrawnReason) = (TrainingOrderState.Withdrawn, reason!.Trim());
        owed.Cancel(now, faces, now);
    }

    private static void Demand(bool fits, string rule)
    {
        if (!fits)
        {
            throw new RuleViolationException(rule);
        }
    }
}

/// <summary>An agent was there and passed. <paramref name="Score"/> in points of 100.</summary>
public sealed record PassedSitting(Guid AgentId, Guid SessionId, DateOnly Date, int Score);

/// <summary>One agent of an order, and the session that settled it.</summary>
public sealed class TrainingOrderAgent : IContractOwned
{
    private TrainingOrderAgent()
    {
    }

    internal TrainingOrderAgent(TrainingOrder order, Agent agent)
    {
        (TenantId, VendorId, ContractId) = (order.TenantId, order.VendorId, order.ContractId);
        (OrderId, AgentId) = (order.Id, agent.Id);
    }

    public TenantId TenantId { get; private set; }
    public VendorId VendorId { get; private set; }
    public ContractId ContractId { get; private set; }
    public Guid OrderId { get; private set; }
    public Guid AgentId { get; private set; }
    public Guid? SessionId { get; private set; }
    public DateOnly? PassedOn { get; private set; }
    public int? Score { get; private set; }

    /// <summary>Left before the retest.</summary>
    public bool Excused { get; private set; }

    public bool IsMissing => PassedOn is null && !Excused;

    internal bool Settle(PassedSitting? passed, bool left)
    {
        if (passed is not null)
        {
            (SessionId, PassedOn, Score) = (passed.SessionId, passed.Date, passed.Score);
        }
        else
        {
            Excused = left;
        }

        return !IsMissing;
    }
}
