using VendorGov.Domain.Calendars;
using VendorGov.Domain.Staffing;
using VendorGov.Domain.Tenancy;

namespace VendorGov.Domain.Inspections;

/// <summary>Life of a coaching talk and of the contacts that are looked at after it.</summary>
public enum CoachingState
{
    /// <summary>The talk is owed.</summary>
    Owed,

    /// <summary>Held; the agent has not acknowledged it.</summary>
    Held,

    /// <summary>Acknowledged: five more contacts are looked at.</summary>
    Resample,
    Passed,

    /// <summary>Failed again: takes no contacts until certified again.</summary>
    OffQueue,
    Recertified,

    /// <summary>The evaluation passes after an appeal.</summary>
    Dropped,
}

/// <summary>
/// What follows a failed evaluation: a talk within 5 working days, the agent's acknowledgement, a re-sample of 5 within 10 working days; a
/// second fail takes the agent off the queue until recertified (d11).
/// </summary>
public sealed class Coaching : IContractOwned, IAudited, IVersioned
{
    public const int TalkDays = 5;
    public const int ResampleDays = 10;
    public const int ResampleSize = 5;

    private Coaching()
    {
    }

    public Coaching(Evaluation failed, BusinessCalendar office, DateTimeOffset now)
    {
        if (failed.ShownAt is null || failed.Passed || failed.IsVoid)
        {
            throw new RuleViolationException("coaching-passed");
        }

        Id = Keys.Next();
        (TenantId, VendorId, ContractId) = (failed.TenantId, failed.VendorId, failed.ContractId);
        (EvaluationId, Agent, AgentId, OpenedAt) = (failed.Id, failed.Agent, failed.AgentId, now);
        DueAt = After(now, TalkDays, office);
    }

    public Guid Id { get; private set; }
    public TenantId TenantId { get; private set; }
    public VendorId VendorId { get; private set; }
    public ContractId ContractId { get; private set; }

    /// <summary>The evaluation that failed.</summary>
    public Guid EvaluationId { get; private set; }
    public string Agent { get; private set; } = "";
    public Guid? AgentId { get; private set; }
    public CoachingState State { get; private set; }
    public DateTimeOffset OpenedAt { get; private set; }

    /// <summary>The talk, later the re-sample.</summary>
    public DateTimeOffset? DueAt { get; private set; }

    /// <summary>When the vendor was reminded that the talk is due.</summary>
    public DateTimeOffset? RemindedAt { get; private set; }
    public DateTimeOffset? HeldAt { get; private set; }
    public string? Coach { get; private set; }
    public string? Notes { get; private set; }
    public DateTimeOffset? AcknowledgedAt { get; private set; }
    public string? Witness { get; private set; }

    /// <summary>How many were looked at again, and how many of them passed.</summary>
    public int Resampled { get; private set; }
    public int ResamplePassed { get; private set; }
    public DateTimeOffset? ClosedAt { get; private set; }
    public int Version { get; private set; } = 1;

    public bool IsOpen => State is CoachingState.Owed or CoachingState.Held or CoachingState.Resample or CoachingState.OffQueue;

    public bool IsLate(DateTimeOffset now) => DueAt < now && State is (CoachingState.Owed or CoachingState.Held or CoachingState.Resample);

    /// <summary>Once, as long as the talk is owed.</summary>
    public void Remind(DateTimeOffset now) => RemindedAt ??= State == CoachingState.Owed ? now : null;

    public void Hold(string? coach, string? notes, DateTimeOffset now)
    {
        Demand(State == CoachingState.Owed, "coaching-held");
        Demand(!string.IsNullOrWhiteSpace(coach) && !string.IsNullOrWhiteSpace(notes), "coaching-notes");
        (State, Coach, Notes, HeldAt) = (CoachingState.Held, coach!.Trim(), notes!.Trim(), now);
    }

    /// <summary>The agent acknowledges; agents have no account, a witness records it.</summary>
    public void Acknowledge(string witness, BusinessCalendar office, DateTimeOffset now)
    {
        Demand(State == CoachingState.Held, "coaching-not-held");
        (State, AcknowledgedAt, Witness, DueAt) = (CoachingState.Resample, now, witness, After(now, ResampleDays, office));
    }

    /// <summary>
    /// Takes the results of the re-sample once all of it, or <paramref name="available"/> if that is less, is scored. One fail is a second
    /// fail: the certificates for contacts are withdrawn from <paramref name="today"/> on.
    /// </summary>
    public void Judge(IReadOnlyCollection<Evaluation> resample, int available, IEnumerable<Certificate> certificates, DateOnly today, string by, string reason, DateTimeOffset now)
    {
        Demand(State == CoachingState.Resample, "coaching-no-resample");
        var scored = resample.Where(e => e is { State: EvaluationState.Submitted, IsVoid: false }).ToList();
        (Resampled, ResamplePassed) = (scored.Count, scored.Count(e => e.Passed));
        if (Resampled == 0 || Resampled < Math.Min(ResampleSize, available))
        {
            return;
        }

        (State, ClosedAt) = Resampled == ResamplePassed ? (CoachingState.Passed, now) : (CoachingState.OffQueue, (DateTimeOffset?)null);
        if (State == CoachingState.OffQueue)
        {
            foreach (var certificate in certificates.Where(c => c.AgentId == AgentId && c.Kind == CertificateKind.Contacts && c.WithdrawnAt is null && c.ValidUntil >= today))
            {
                certificate.Withdraw(today, reason, by, now);
            }
        }
    }

    /// <summary>A certificate issued after the withdrawal puts the agent back.</summary>
    public bool Recertify(IEnumerable<Certificate> certificates, DateOnly today, DateTimeOffset now)
    {
        if (State != CoachingState.OffQueue || !certificates.Any(c => c.AgentId == AgentId && c.Kind == CertificateKind.Contacts && c.IsValidOn(today)))
        {
            return false;
        }

        (State, ClosedAt) = (CoachingState.Recertified, now);
        return true;
    }

    /// <summary>An appeal turned the fail into a pass before the talk was held.</summary>
    public void Drop(DateTimeOffset now)
    {
        if (State == CoachingState.Owed)
        {
            (State, ClosedAt) = (CoachingState.Dropped, now);
        }
    }

    private static DateTimeOffset After(DateTimeOffset at, int days, BusinessCalendar office) =>
        office.CloseOf(office.WorkingDayAfter(office.LocalDate(at), days));

    private static void Demand(bool fits, string rule)
    {
        if (!fits)
        {
            throw new RuleViolationException(rule);
        }
    }
}
