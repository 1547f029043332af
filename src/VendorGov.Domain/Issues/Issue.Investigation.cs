using VendorGov.Domain.Cases;
using VendorGov.Domain.Obligations;

namespace VendorGov.Domain.Issues;

/// <summary>The vendor's internal investigation: 2 working days, the buyer's time to judge it not counted.</summary>
public sealed partial class Issue
{
    public static readonly Target InvestigationTarget = Target.WorkingDays(2);

    private const string InvestigationLine = "2.4";

    /// <summary>The buyer asks for one. A complaint of type P2 owes it from its opening.</summary>
    public void DemandInvestigation(Author by, ClockFaces faces, DateTimeOffset now)
    {
        Demand(by.Side == Side.Buyer, "buyer-acts");
        Demand(State != IssueState.Withdrawn, "issue-closed");
        Demand(_obligations.All(o => o.Kind != ObligationKind.Investigate), "investigation-owed");
        Owe(ObligationKind.Investigate, InvestigationTarget, now, faces, now);
        Log(IssueEventKind.InvestigationDemanded, now, by.Name, null);
        Touch(now);
    }

    /// <summary>The first submission of an issue makes the investigation; the clock stops with each.</summary>
    public Investigation SubmitInvestigation(
        Investigation? earlier, InvestigationForm form, Author by, ClockFaces faces, DateTimeOffset now)
    {
        Demand(by.Side == Side.Vendor, "vendor-acts");
        Demand(State != IssueState.Withdrawn, "issue-closed");
        var investigation = earlier ?? new Investigation(this);
        investigation.Submit(form, by.Name, now);
        Each(ObligationKind.Investigate, o => o.Stop(now, faces, now));
        TickByDeed(InvestigationLine, by.Name, form.Cause!, now);
        Log(IssueEventKind.InvestigationSubmitted, now, by.Name, null);
        Touch(now);
        return investigation;
    }

    /// <summary>Returned, the same clock goes on without the time that the buyer took (SLA semantics 2.7).</summary>
    public void JudgeInvestigation(Investigation investigation, Author by, bool accept, string? reason, ClockFaces faces, DateTimeOffset now)
    {
        Demand(by.Side == Side.Buyer, "buyer-acts");
        investigation.Decide(accept, reason, by.Name, now);
        if (!accept)
        {
            Each(ObligationKind.Investigate, o => o.Reopen(now, faces, now));
        }

        Log(accept ? IssueEventKind.InvestigationAccepted : IssueEventKind.InvestigationReturned, now, by.Name, reason?.Trim());
        Touch(now);
    }

    /// <summary>A checklist line that something done elsewhere in the portal proves. Load the checklist before.</summary>
    private void TickByDeed(string code, string by, string proof, DateTimeOffset now)
    {
        if (_checklist.FirstOrDefault(c => c.Code == code && !c.IsDone) is { } line)
        {
            line.Tick(by, proof.Length > 2000 ? proof[..2000] : proof, now);
        }
    }
}
