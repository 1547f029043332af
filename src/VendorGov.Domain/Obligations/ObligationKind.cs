namespace VendorGov.Domain.Obligations;

/// <summary>What a party owes. Every kind runs on the one clock engine (SLA semantics, section 2).</summary>
public enum ObligationKind
{
    Acknowledge,
    FirstResponse,
    NextUpdate,
    Contain,
    Resolve,
    CustomerTold,
    EmergencyReport,
    FaultReport,
    Investigate,
    RootCause,
    DeliverReport,
    ResubmitReport,
    FillVacancy,
    CorrectivePlan,
    CorrectiveAction,
    Training,
    AnswerAppeal,
    ApproveKnowledge,
    AnswerReferral,
}

/// <summary>Who owes what.</summary>
public static class ObligationOwners
{
    /// <summary>Owed by the outlet or headquarters: no metric or scorecard of the vendor counts it.</summary>
    public static bool IsOwedByBuyer(this ObligationKind kind) => kind is ObligationKind.ApproveKnowledge or ObligationKind.AnswerReferral;
}

/// <summary>State of a clock at an instant (SLA semantics 2.3).</summary>
public enum ClockState
{
    Running,
    Paused,
    Breached,
    Met,
    Missed,
    Waived,
    Cancelled,
}
