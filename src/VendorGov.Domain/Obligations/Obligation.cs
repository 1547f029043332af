using VendorGov.Domain.Calendars;
using VendorGov.Domain.Reports;
using VendorGov.Domain.Tenancy;

namespace VendorGov.Domain.Obligations;

/// <summary>
/// Something that is owed under a contract by a deadline, as a rule by the vendor (<see cref="ObligationOwners"/>). The event log is the truth; due instant, state and elapsed time are derived
/// columns for queries and can be rebuilt from the events at any time (<see cref="Refresh"/>).
/// </summary>
public sealed partial class Obligation : IContractOwned, IVersioned
{
    private Obligation()
    {
    }

    public ObligationId Id { get; private set; }

    public TenantId TenantId { get; private set; }

    public VendorId VendorId { get; private set; }

    public ContractId ContractId { get; private set; }

    /// <summary>Null for what is owed to the network as a whole, such as a report.</summary>
    public OutletId? OutletId { get; private set; }

    public IssueId? IssueId { get; private set; }

    /// <summary>The month or week of a report obligation.</summary>
    public ReportPeriod? ReportPeriod { get; private set; }

    /// <summary>What a report obligation asks for; says nothing of others.</summary>
    public ReportKind ReportKind { get; private set; }

    /// <summary>When its party was reminded of the deadline.</summary>
    public DateTimeOffset? RemindedAt { get; private set; }

    public ObligationKind Kind { get; private set; }

    public int TargetAmount { get; private set; }

    public TargetUnit TargetUnit { get; private set; }

    public bool TargetBusiness { get; private set; }

    public ClockCalendar Calendar { get; private set; }

    /// <summary>The target as first resolved, in seconds of its calendar.</summary>
    public long TargetSeconds { get; private set; }

    public DateTimeOffset StartedAt { get; private set; }

    public IReadOnlyList<ClockRecord> Events { get; private set; } = [];

    public DateTimeOffset? DueAt { get; private set; }

    public DateTimeOffset? StoppedAt { get; private set; }

    public ClockState State { get; private set; }

    public long ElapsedSeconds { get; private set; }

    /// <summary>The target that counts now, after changes of severity, in seconds.</summary>
    public long CurrentTargetSeconds { get; private set; }

    /// <summary>When the sweep must look again; null: nothing can change by itself.</summary>
    public DateTimeOffset? NextCheckAt { get; private set; }

    /// <summary>The highest warning mark passed: 0, 50, 75 or 90 % of the target.</summary>
    public int WarnedAt { get; private set; }

    /// <summary>A pause was asked for and not answered yet: a miss does not climb.</summary>
    public bool Provisional { get; private set; }

    public string? WaivedReason { get; private set; }

    public int Version { get; private set; } = 1;

    public Target Target => new(TargetAmount, TargetUnit, TargetBusiness);

    public bool IsOpen => State is ClockState.Running or ClockState.Paused or ClockState.Breached;

    /// <summary>The legal 7-day clock and report deadlines never pause (SLA semantics 1.5).</summary>
    private bool Pausable => Kind is not (ObligationKind.CustomerTold or ObligationKind.DeliverReport);

    public static Obligation Start(
        ObligationOwner owner, ObligationKind kind, Target target, DateTimeOffset start, ClockFaces faces,
        DateTimeOffset now, DateTimeOffset? fixedDue = null)
    {
        var calendar = TargetResolution.CalendarOf(target);
        var obligation = new Obligation
        {
            Id = ObligationId.New(),
            TenantId = owner.Tenant,
            VendorId = owner.Vendor,
            ContractId = owner.Contract,
            OutletId = owner.Outlet,
            IssueId = owner.Issue,
            ReportPeriod = owner.ReportPeriod,
            ReportKind = owner.ReportKind,
            Kind = kind,
            TargetAmount = target.Amount,
            TargetUnit = target.Unit,
            TargetBusiness = target.Business,
            Calendar = calendar,
            TargetSeconds = Seconds(TargetResolution.Ticks(target, start, faces.Office, fixedDue)),
            StartedAt = start,
            Events = [new ClockRecord(ClockEventKind.Start, start, MovedTo: faces.Successor(calendar)?.Value)],
        };
        obligation.Refresh(faces, now);
        return obligation;
    }

    public void Pause(DateTimeOffset at, ClockFaces faces, DateTimeOffset now)
    {
        if (Pausable && IsOpen)
        {
            Append(new ClockRecord(ClockEventKind.Pause, at), faces, now);
        }
    }

    public void Resume(DateTimeOffset at, ClockFaces faces, DateTimeOffset now)
    {
        if (Pausable && IsOpen)
        {
            Append(new ClockRecord(ClockEventKind.Resume, at), faces, now);
        }
    }

    public void Stop(DateTimeOffset at, ClockFaces faces, DateTimeOffset now)
    {
        if (IsOpen)
        {
            Append(new ClockRecord(ClockEventKind.Stop, at), faces, now);
        }
    }

    public void Reopen(DateTimeOffset at, ClockFaces faces, DateTimeOffset now)
    {
        if (State is ClockState.Met or ClockState.Missed)
        {
            Append(new ClockRecord(ClockEventKind.Reopen, at), faces, now);
            MoveCalendar(at, faces, now);
        }
    }

    /// <summary>
    /// The calendar was edited: an open clock runs on by the version in force now, a decided one stays (SLA semantics 1.4). False
    /// where it counts by that version already, or by no edited calendar.
    /// </summary>
    public bool MoveCalendar(DateTimeOffset at, ClockFaces faces, DateTimeOffset now)
    {
        if (Moving(faces) is not { } version)
        {
            return false;
        }

        Append(new ClockRecord(ClockEventKind.MoveCalendar, at, MovedTo: version.Value), faces, now);
        return true;
    }

    private CalendarVersionId? Moving(ClockFaces faces)
    {
        var own = faces.For(OutletId);
        return IsOpen ? own.Successor(Clock.CalendarOf(Replay(own), TargetTicks, Base(own)), Pausable) : null;
    }

    /// <summary>The vendor asks for a pause. An ask after the miss changes nothing (SLA semantics 2.4).</summary>
    public void AskPause(DateTimeOffset at, ClockFaces faces, DateTimeOffset now)
    {
        if (Pausable && State == ClockState.Running && !Provisional)
        {
            Append(new ClockRecord(ClockEventKind.AskPause, at), faces, now);
        }
    }

    /// <summary>The buyer confirms: the pause counts from the ask, and a miss since then is withdrawn.</summary>
    public void ConfirmPause(DateTimeOffset at, ClockFaces faces, DateTimeOffset now)
    {
        if (Provisional)
        {
            Append(new ClockRecord(ClockEventKind.ConfirmPause, at), faces, now);
        }
    }

    /// <summary>The buyer refuses, or one working day passes without an answer: the clock stands as it ran.</summary>
    public void RefusePause(DateTimeOffset at, ClockFaces faces, DateTimeOffset now)
    {
        if (Provisional)
        {
            Append(new ClockRecord(ClockEventKind.RefusePause, at), faces, now);
        }
    }

    /// <summary>When the open ask for a pause was made; null where none is open.</summary>
    public DateTimeOffset? AskedAt => Provisional ? Events.Last(e => e.Kind == ClockEventKind.AskPause).At : null;

    /// <summary>A new target after a change of severity (SLA semantics 2.8).</summary>
    public void Retarget(Target target, bool raised, DateTimeOffset at, ClockFaces faces, DateTimeOffset now)
    {
        if (IsOpen)
        {
            var ticks = TargetResolution.Ticks(target, raised ? at : StartedAt, faces.Office);
            var kind = raised ? ClockEventKind.Tighten : ClockEventKind.Relax;
            var calendar = TargetResolution.CalendarOf(target);
            Append(new ClockRecord(kind, at, Seconds(ticks), calendar, faces.Successor(calendar)?.Value), faces, now);
        }
    }

    public void Waive(string reason, DateTimeOffset at, ClockFaces faces, DateTimeOffset now)
    {
        WaivedReason = reason;
        Append(new ClockRecord(ClockEventKind.Waive, at), faces, now);
    }

    public void Cancel(DateTimeOffset at, ClockFaces faces, DateTimeOffset now)
    {
        if (IsOpen)
        {
            Append(new ClockRecord(ClockEventKind.Cancel, at), faces, now);
        }
    }

    public void Remind(DateTimeOffset now) => RemindedAt ??= now;
}

/// <summary>Who owes, for what.</summary>
public sealed record ObligationOwner(
    TenantId Tenant, VendorId Vendor, ContractId Contract, OutletId? Outlet = null, IssueId? Issue = null, ReportPeriod? ReportPeriod = null,
    ReportKind ReportKind = ReportKind.Data);
