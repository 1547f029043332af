using VendorGov.Domain.Cases;
using VendorGov.Domain.Contracts;
using VendorGov.Domain.Obligations;
using VendorGov.Domain.Tenancy;

namespace VendorGov.Domain.Issues;

/// <summary>Technical faults: reported within 30 minutes of learning of them, cause within 3 working days (FLT30; SLA semantics 2.6).</summary>
public sealed partial class Issue
{
    public static readonly Target FaultTarget = Target.Minutes(30);
    public static readonly Target CauseTarget = Target.WorkingDays(3);

    private const string WorkaroundLine = "4.1";
    private const string MissedLine = "4.4";
    private const string CauseLine = "4.5";

    /// <summary>
    /// Opens the issue of a fault. Reported by the vendor, its FaultReport starts when it learned of it and stops now. Reported by the
    /// outlet, none arises until the vendor says that it knew earlier (<see cref="DescribeFault"/>).
    /// </summary>
    public static (Issue Issue, Fault Fault) OpenFault(
        IssueReport report, FaultFacts facts, Contract contract, OutletId outlet, TermsVersion terms, ClockFaces faces, Author by, DateTimeOffset now)
    {
        Demand(by.Side != Side.Vendor || facts.LearnedAt is not null, "fault-learned");
        var issue = Open(report with { Type = ProblemType.TechnicalFault }, contract, outlet, terms, faces, by, now);
        var fault = issue.DescribeFault(null, facts, by, faces, now);
        if (by.Side == Side.Vendor)
        {
            issue.MarkAcknowledged(by, faces, now);
        }

        return (issue, fault);
    }

    /// <summary>
    /// The fields of a fault, entered or corrected. What the vendor says of when it learned counts as its earliest contact on record:
    /// earlier than the issue, its report was owed since then and stood in the portal when the issue was filed.
    /// </summary>
    public Fault DescribeFault(Fault? known, FaultFacts facts, Author by, ClockFaces faces, DateTimeOffset now)
    {
        Demand(ProblemType == ProblemType.TechnicalFault, "fault-not-technical");
        Demand(State != IssueState.Withdrawn, "issue-closed");
        // Only the vendor's own word is a record of what the vendor knew.
        var said = by.Side == Side.Vendor ? facts : facts with { LearnedAt = null };
        var fault = known ?? new Fault(this, said, by, now);
        if (known is null)
        {
            Log(IssueEventKind.FaultReported, now, by.Name, null);
        }
        else
        {
            known.Set(said, now);
        }

        if (said.LearnedAt is { } learned && learned <= FiledAt && _obligations.All(o => o.Kind != ObligationKind.FaultReport))
        {
            Owe(ObligationKind.FaultReport, FaultTarget, learned, faces, now).Stop(FiledAt, faces, now);
        }

        if (fault.Workaround is { } workaround && by.Side == Side.Vendor)
        {
            TickByDeed(WorkaroundLine, by.Name, workaround, now);
        }

        Touch(now);
        return fault;
    }

    public void StateCause(Fault fault, string? cause, Author by, ClockFaces faces, DateTimeOffset now)
    {
        Demand(by.Side == Side.Vendor, "vendor-acts");
        Demand(State != IssueState.Withdrawn, "issue-closed");
        Demand(!string.IsNullOrWhiteSpace(cause), "reason-missing");
        fault.State(cause!, by.Name, now);
        Each(ObligationKind.RootCause, o => o.Stop(now, faces, now));
        TickByDeed(CauseLine, by.Name, cause!.Trim(), now);
        Log(IssueEventKind.CauseStated, now, by.Name, null);
        Touch(now);
    }

    /// <summary>Ticks one missed contact off. The last one ticks the playbook's line off; <paramref name="left"/> counts the others that are open.</summary>
    public void CallMissed(MissedContact contact, MissedResult result, string? words, int left, string proof, Author by, DateTimeOffset now)
    {
        Demand(contact.CalledAt is null, "missed-called");
        contact.Called(result, words, by.Name, now);
        if (left == 0)
        {
            TickByDeed(MissedLine, by.Name, proof, now);
        }
    }
}
