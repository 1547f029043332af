using VendorGov.Domain.Calendars;
using VendorGov.Domain.Contracts;
using VendorGov.Domain.Issues;
using VendorGov.Domain.Obligations;
using VendorGov.Domain.Tenancy;
using VendorGov.Domain.Training;

namespace VendorGov.Domain.Improvement;

/// <summary>Who or what demanded an action.</summary>
public enum ActionOrigin
{
    /// <summary>Somebody of the buyer's side.</summary>
    Manual,

    /// <summary>A metric worse than its minimum (SLA semantics 3.4).</summary>
    Metric,
    Inspection,
}

/// <summary>Life of a corrective action, from the demand to the verified effect.</summary>
public enum ActionState
{
    /// <summary>The vendor's plan is owed.</summary>
    Demanded,

    /// <summary>A plan lies before the buyer.</summary>
    Planned,

    /// <summary>The plan was refused with reasons: another one is owed.</summary>
    Returned,

    /// <summary>Accepted: the steps run.</summary>
    Running,

    /// <summary>The vendor says that it is done; a sample is to show it.</summary>
    Reported,
    Verified,
    Withdrawn,
}

/// <summary>One step of a plan. <paramref name="OrderId"/>: the training order with retest that the buyer gave for it.</summary>
public sealed record ActionStep(string What, string Who, DateOnly Due, bool Training, DateOnly? DoneOn = null, string? Result = null, Guid? OrderId = null);

/// <summary>What a vendor means to do: why it happened, what it led to, what is done by whom until when.</summary>
public sealed record ActionPlan(string Cause, string Effect, IReadOnlyList<ActionStep> Steps);

/// <summary>What is asked for. Baseline and target are figures of <paramref name="Measure"/>, in its own unit.</summary>
public sealed record ActionDemand(
    ActionOrigin Origin, string Title, string Finding, string Measure, string? MetricCode, decimal? Baseline, decimal? Target, DateOnly Until,
    OutletId? Outlet = null, Guid? EvaluationId = null, YearMonth? Month = null);

/// <summary>A sample that shows whether it helped.</summary>
public sealed record Verification(int Sample, int Good, decimal? Value, string Note, bool Effective, string By, DateTimeOffset At);

/// <summary>A report on the steps; the name stays as it was at that time.</summary>
public sealed record ProgressNote(DateTimeOffset At, string By, Side Side, string Text);

/// <summary>
/// An improvement that the buyer demands and the vendor owes by a date (section 6). The plan is an obligation of three working days, the action
/// one until 24:00 of its date: reporting it done stops it, a verification that does not hold reopens it. Overdue climbs the chain.
/// </summary>
public sealed class CorrectiveAction : IContractOwned, IAudited, IVersioned
{
    public const int PlanDays = 3;
    public const int HighestLevel = 4;
    public const int MostSteps = 12;
    public const int LongestText = 2000;

    private CorrectiveAction()
    {
    }

    public Guid Id { get; private set; }
    public TenantId TenantId { get; private set; }
    public VendorId VendorId { get; private set; }
    public ContractId ContractId { get; private set; }

    /// <summary>For people: <c>ZG-2026-0007</c>.</summary>
    public string Number { get; private set; } = "";
    public ActionDemand Demand { get; private set; } = null!;

    /// <summary>As in the demand; for queries.</summary>
    public ActionOrigin Origin { get; private set; }
    public string Title { get; private set; } = "";
    public string? MetricCode { get; private set; }
    public YearMonth? Month { get; private set; }

    /// <summary>The evaluation that it follows from.</summary>
    public Guid? EvaluationId { get; private set; }
    public DateOnly Until { get; private set; }
    public ActionState State { get; private set; }
    public ObligationId PlanOwedId { get; private set; }
    public ObligationId ActionOwedId { get; private set; }
    public ActionPlan? Plan { get; private set; }
    public IReadOnlyList<ProgressNote> Notes { get; private set; } = [];
    public IReadOnlyList<Verification> Verifications { get; private set; } = [];
    public string DemandedBy { get; private set; } = "";
    public DateTimeOffset DemandedAt { get; private set; }

    /// <summary>1 to 4, as the escalation chain counts.</summary>
    public int Level { get; private set; } = 1;

    /// <summary>When it climbs next if it is still overdue; null: not yet overdue, or no more.</summary>
    public DateTimeOffset? NextClimbAt { get; private set; }
    public DateTimeOffset? ClosedAt { get; private set; }
    public int Version { get; private set; } = 1;

    public bool IsOpen => State is not (ActionState.Verified or ActionState.Withdrawn);

    /// <summary>Demands and starts both clocks.</summary>
    public static (CorrectiveAction Action, Obligation Plan, Obligation Owed) Ask(
        Contract contract, string number, ActionDemand demand, ClockFaces faces, string by, DateTimeOffset now)
    {
        DemandText(demand);
        var office = faces.Office;
        if (demand.Until <= office.LocalDate(now))
        {
            throw new RuleViolationException("action-until");
        }

        var owner = new ObligationOwner(contract.TenantId, contract.VendorId, contract.Id, demand.Outlet);
        var plan = Obligation.Start(owner, ObligationKind.CorrectivePlan, Target.WorkingDays(PlanDays), now, faces, now);
        var owed = Obligation.Start(owner, ObligationKind.CorrectiveAction, Target.FixedInstant(), now, faces, now, office.Midnight(demand.Until.AddDays(1)));
        var action = new CorrectiveAction
        {
            Id = Keys.Next(),
            TenantId = contract.TenantId,
            VendorId = contract.VendorId,
            ContractId = contract.Id,
            Number = number,
            Demand = demand,
            Origin = demand.Origin,
            Title = demand.Title,
            MetricCode = demand.MetricCode,
            Month = demand.Month,
            EvaluationId = demand.EvaluationId,
            Until = demand.Until,
            PlanOwedId = plan.Id,
            ActionOwedId = owed.Id,
            DemandedBy = by,
            DemandedAt = now,
        };
        return (action, plan, owed);
    }

    /// <summary>The vendor's plan. It stops the clock of the plan; a refusal starts it again.</summary>
    public void Propose(ActionPlan plan, Obligation owed, ClockFaces faces, Author by, DateTimeOffset now)
    {
        Must(State is ActionState.Demanded or ActionState.Returned, "action-planned");
        var complete = Filled(plan.Cause) && Filled(plan.Effect) && plan.Steps.Count is > 0 and <= MostSteps && plan.Steps.All(s => Filled(s.What) && Filled(s.Who));
        Must(complete, "action-plan");
        Must(plan.Steps.All(s => s.Due <= Until), "action-step-late");
        (Plan, State) = (plan, ActionState.Planned);
        owed.Stop(now, faces, now);
        Note("", by, now);
    }

    public void Accept(Author by, DateTimeOffset now)
    {
        Must(State == ActionState.Planned, "action-no-plan");
        State = ActionState.Running;
        Note("", by, now);
    }

    public void Refuse(string? reason, Obligation owed, ClockFaces faces, Author by, DateTimeOffset now)
    {
        Must(State == ActionState.Planned, "action-no-plan");
        Must(Filled(reason), "action-reason");
        State = ActionState.Returned;
        owed.Reopen(now, faces, now);
        Note(reason!, by, now);
    }

    /// <summary>The buyer ordered the training of a step: attendance and retest of named agents, with a clock of its own.</summary>
    public void Order(int step, TrainingOrder order)
    {
        Must(State == ActionState.Running && Plan is not null && step >= 0 && step < Plan.Steps.Count, "action-not-running");
        Must(Plan!.Steps[step] is { Training: true, DoneOn: null, OrderId: null } && order.CauseId == Id, "action-no-training");
        Plan = Plan with { Steps = [.. Plan.Steps.Select((s, i) => i == step ? s with { OrderId = order.Id } : s)] };
    }

    /// <summary>A step is done; a training names who attended and how the retest went. One that was ordered is done when its order is.</summary>
    public void Finish(int step, DateOnly on, string? result, Author by, DateTimeOffset now, TrainingOrder? order = null)
    {
        Must(order is null or { State: not TrainingOrderState.Open }, "action-training-open");
        Must(State == ActionState.Running && Plan is not null && step >= 0 && step < Plan.Steps.Count, "action-not-running");
        Must(!Plan!.Steps[step].Training || Filled(result), "action-training");
        Plan = Plan with { Steps = [.. Plan.Steps.Select((s, i) => i == step ? s with { DoneOn = on, Result = result?.Trim() } : s)] };
        Note(Plan.Steps[step].What + (Filled(result) ? ": " + result!.Trim() : ""), by, now);
    }

    public void Report(string? progress, Author by, DateTimeOffset now)
    {
        Must(IsOpen, "action-closed");
        Must(Filled(progress), "action-note");
        Note(progress!, by, now);
    }

    /// <summary>The vendor says that all is done: the clock stops until a sample shows otherwise.</summary>
    public void Complete(string? summary, Obligation owed, ClockFaces faces, Author by, DateTimeOffset now)
    {
        Must(State == ActionState.Running, "action-not-running");
        Must(Plan!.Steps.All(s => s.DoneOn is not null), "action-steps-open");
        Must(Filled(summary), "action-note");
        (State, NextClimbAt) = (ActionState.Reported, null);
        owed.Stop(now, faces, now);
        Note(summary!, by, now);
    }

    /// <summary>What a sample showed. Not effective: the clock goes on as if it had never been done, without the time since.</summary>
    public void Verify(Verification sample, Obligation owed, ClockFaces faces, DateTimeOffset now)
    {
        Must(State == ActionState.Reported, "action-not-reported");
        Must(sample.Sample > 0 && sample.Good >= 0 && sample.Good <= sample.Sample && Filled(sample.Note), "action-sample");
        Verifications = [.. Verifications, sample];
        if (sample.Effective)
        {
            (State, ClosedAt) = (ActionState.Verified, now);
        }
        else
        {
            State = ActionState.Running;
            owed.Reopen(now, faces, now);
        }
    }

    public void Withdraw(string? reason, Obligation plan, Obligation owed, ClockFaces faces, Author by, DateTimeOffset now)
    {
        Must(IsOpen, "action-closed");
        Must(Filled(reason), "action-reason");
        (State, ClosedAt, NextClimbAt) = (ActionState.Withdrawn, now, null);
        plan.Cancel(now, faces, now);
        owed.Cancel(now, faces, now);
        Note(reason!, by, now);
    }

    /// <summary>Each missed clock climbs one level, and one more for each working day that goes on; false where nothing changed.</summary>
    public bool Climb(Obligation plan, Obligation owed, BusinessCalendar office, DateTimeOffset now)
    {
        var due = !IsOpen ? null : State is ActionState.Demanded or ActionState.Returned && plan.IsOpen && plan.DueAt < now ? plan.DueAt
            : State is not ActionState.Reported && owed.IsOpen && owed.DueAt < now ? owed.DueAt : null;
        if (due is null)
        {
            NextClimbAt = null;
            return false;
        }

        var before = Level;
        for (var at = NextClimbAt ?? due; at is { } next && next < now && Level < HighestLevel; at = NextClimbAt)
        {
            Level++;
            NextClimbAt = Level < HighestLevel ? office.CloseOf(office.WorkingDayAfter(office.LocalDate(next), 1)) : null;
        }

        return Level != before;
    }

    private void Note(string text, Author by, DateTimeOffset now) => Notes = [.. Notes, new ProgressNote(now, by.Name, by.Side, text.Trim())];

    private static void DemandText(ActionDemand demand)
    {
        Must(Filled(demand.Title) && Filled(demand.Finding) && Filled(demand.Measure), "action-demand");
    }

    private static bool Filled(string? text) => !string.IsNullOrWhiteSpace(text) && text.Length <= LongestText;

    private static void Must(bool fits, string rule)
    {
        if (!fits)
        {
            throw new RuleViolationException(rule);
        }
    }
}
