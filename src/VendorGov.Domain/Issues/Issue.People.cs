using VendorGov.Domain.Contracts;
using VendorGov.Domain.Obligations;
using VendorGov.Domain.Tenancy;

namespace VendorGov.Domain.Issues;

/// <summary>Who handles it on each side, who is told, and what silence means.</summary>
public sealed partial class Issue
{
    /// <summary>Working days after the resolution: the reminder, and the closing by silence.</summary>
    private const int ReminderDay = 3;
    private const int SilenceDays = 5;

    public UserId? BuyerContactId { get; private set; }

    public string? BuyerContactName { get; private set; }

    public UserId? VendorContactId { get; private set; }

    public string? VendorContactName { get; private set; }

    /// <summary>When the outlet was reminded that a resolved issue waits for its word.</summary>
    public DateTimeOffset? SilenceRemindedAt { get; private set; }

    /// <summary>Another person of the same side takes over. No clock moves, none starts again (SLA semantics 2.8).</summary>
    public void Transfer(Author by, UserId person, string name, DateTimeOffset now)
    {
        Demand(IsOpen, "issue-closed");
        if (by.Side == Side.Vendor)
        {
            Demand(person != VendorContactId, "contact-unchanged");
            (VendorContactId, VendorContactName) = (person, name);
        }
        else
        {
            Demand(person != BuyerContactId, "contact-unchanged");
            (BuyerContactId, BuyerContactName) = (person, name);
        }

        Log(IssueEventKind.Transferred, now, by.Name, name);
        Touch(now);
    }

    /// <summary>A person climbs one level, with a reason.</summary>
    public void EscalateByHand(Author by, string reason, DateTimeOffset now)
    {
        Demand(IsOpen && State != IssueState.Resolved, "issue-closed");
        Demand(EscalationLevel < EscalationContact.Highest, "escalation-top");
        Demand(!string.IsNullOrWhiteSpace(reason), "reason-missing");
        EscalationLevel++;
        Log(IssueEventKind.EscalatedByHand, now, by.Name, $"L{EscalationLevel}: {reason.Trim()}");
        Touch(now);
    }

    /// <summary>
    /// A resolved issue that the outlet neither confirms nor reopens: reminded on the third working day, closed after the fifth.
    /// Imported history stands as it is. False where nothing changed.
    /// </summary>
    public bool SweepSilence(ClockFaces faces, DateTimeOffset now)
    {
        if (State != IssueState.Resolved || ResolvedAt is not { } resolved || Source is not null)
        {
            return false;
        }

        var day = faces.Office.LocalDate(resolved);
        if (now > faces.Office.CloseOf(faces.Office.WorkingDayAfter(day, SilenceDays)))
        {
            CloseInSilence(now);
            return true;
        }

        if (SilenceRemindedAt is null && faces.Office.LocalDate(now) >= faces.Office.WorkingDayAfter(day, ReminderDay))
        {
            SilenceRemindedAt = now;
            Log(IssueEventKind.SilenceReminded, now, null, null);
            return true;
        }

        return false;
    }

    private void CloseInSilence(DateTimeOffset now)
    {
        SettleCriteria(null, "silence", now);
        State = IssueState.Closed;
        ClosedAt = now;
        Log(IssueEventKind.ClosedBySilence, now, null, null);
        Touch(now);
    }
}
