using VendorGov.Domain.Calendars;
using VendorGov.Domain.Issues;
using VendorGov.Domain.Tenancy;

namespace VendorGov.Domain.Cases;

/// <summary>Departments outside of customer service to which a finding is referred.</summary>
public enum Department
{
    Delivery,
    Transit,
    OutletOperations,
    Claims,
    Technology,
    Finance,
    Training,
    Headquarters,
}

/// <summary>Life of a referral.</summary>
public enum ReferralState
{
    Open,
    Answered,
    Withdrawn,
}

/// <summary>
/// A finding that another department has to act on: due at the close of the Nth working day of the office calendar, the day of the
/// referral not counted. A miss climbs one level, and each further two working days one more, up to L4. It is nobody's obligation
/// under the contract, so no metric counts it (requirements 1: a19, d13).
/// </summary>
public sealed class Referral : IOutletOwned, IAudited, IVersioned
{
    public const int LongestDays = 20;

    /// <summary>Working days between one climb and the next.</summary>
    private const int ClimbEvery = 2;

    private Referral()
    {
    }

    public static Referral To(
        Department department, string? person, string finding, int workingDays, Issue issue, Author by, BusinessCalendar office, DateTimeOffset now)
    {
        Demand(issue.State != IssueState.Withdrawn, "issue-closed");
        Demand(!string.IsNullOrWhiteSpace(finding), "referral-blank");
        Demand(workingDays is >= 1 and <= LongestDays, "referral-days");
        var due = office.CloseOf(office.WorkingDayAfter(office.LocalDate(now), workingDays));
        return new Referral
        {
            Id = Keys.Next(),
            TenantId = issue.TenantId,
            VendorId = issue.VendorId,
            OutletId = issue.OutletId,
            IssueId = issue.Id,
            Department = department,
            Person = string.IsNullOrWhiteSpace(person) ? null : person.Trim(),
            Finding = finding.Trim(),
            Side = by.Side,
            ReferredByName = by.Name,
            ReferredAt = now,
            WorkingDays = workingDays,
            DueAt = due,
            NextClimbAt = due,
        };
    }

    public Guid Id { get; private set; }

    public TenantId TenantId { get; private set; }

    public VendorId VendorId { get; private set; }

    public OutletId OutletId { get; private set; }

    public IssueId IssueId { get; private set; }

    public Department Department { get; private set; }

    /// <summary>Who is to answer there.</summary>
    public string? Person { get; private set; }

    public string Finding { get; private set; } = "";

    /// <summary>The side that referred it.</summary>
    public Side Side { get; private set; }

    public string ReferredByName { get; private set; } = "";

    public DateTimeOffset ReferredAt { get; private set; }

    public int WorkingDays { get; private set; }

    public DateTimeOffset DueAt { get; private set; }

    public ReferralState State { get; private set; }

    /// <summary>1 to 4, as the escalation chain counts.</summary>
    public int Level { get; private set; } = 1;

    /// <summary>When it climbs next if nobody answers; null: no more.</summary>
    public DateTimeOffset? NextClimbAt { get; private set; }

    public string? Answer { get; private set; }

    /// <summary>Who answered in the department.</summary>
    public string? AnsweredBy { get; private set; }

    /// <summary>Who wrote the answer down.</summary>
    public string? RecordedByName { get; private set; }

    public DateTimeOffset? AnsweredAt { get; private set; }

    public int Version { get; private set; } = 1;

    public bool IsOverdue(DateTimeOffset now) => State == ReferralState.Open && now > DueAt;

    public bool WasLate => AnsweredAt > DueAt;

    public void Reply(Author by, string? answer, string? answeredBy, DateTimeOffset now)
    {
        Demand(State == ReferralState.Open, "referral-answered");
        Demand(!string.IsNullOrWhiteSpace(answer), "answer-missing");
        (State, Answer, AnsweredAt) = (ReferralState.Answered, answer!.Trim(), now);
        AnsweredBy = string.IsNullOrWhiteSpace(answeredBy) ? by.Name : answeredBy.Trim();
        (RecordedByName, NextClimbAt) = (by.Name, null);
    }

    public void Withdraw(Author by, string? reason, DateTimeOffset now)
    {
        Demand(State == ReferralState.Open, "referral-answered");
        Demand(by.Side == Side, "referral-other-side");
        Demand(!string.IsNullOrWhiteSpace(reason), "reason-missing");
        (State, Answer, AnsweredAt, RecordedByName, NextClimbAt) = (ReferralState.Withdrawn, reason!.Trim(), now, by.Name, null);
    }

    /// <summary>Climbs as often as it should have by now; false where nothing changed.</summary>
    public bool Climb(BusinessCalendar office, DateTimeOffset now)
    {
        var before = Level;
        while (State == ReferralState.Open && NextClimbAt is { } at && now > at)
        {
            Level++;
            NextClimbAt = Level < 4 ? office.CloseOf(office.WorkingDayAfter(office.LocalDate(at), ClimbEvery)) : null;
        }

        return Level != before;
    }

    private static void Demand(bool fits, string rule)
    {
        if (!fits)
        {
            throw new RuleViolationException(rule);
        }
    }
}
