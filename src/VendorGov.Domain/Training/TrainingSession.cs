using VendorGov.Domain.Staffing;
using VendorGov.Domain.Tenancy;

namespace VendorGov.Domain.Training;

/// <summary>One date on which a course is given and, as a rule, tested.</summary>
public sealed class TrainingSession : IContractOwned, IAudited, IVersioned
{
    private TrainingSession()
    {
    }

    public TrainingSession(Course course, DateOnly date, int minutes, string trainer, string? place, DateTimeOffset now)
    {
        if (course.RetiredAt is not null)
        {
            throw new RuleViolationException("course-retired");
        }

        if (minutes is < 10 or > 600 || string.IsNullOrWhiteSpace(trainer))
        {
            throw new RuleViolationException("session-details");
        }

        Id = Keys.Next();
        (TenantId, VendorId, ContractId, CourseId) = (course.TenantId, course.VendorId, course.ContractId, course.Id);
        (Date, Minutes, Trainer, Place, CreatedAt) = (date, minutes, trainer.Trim(), place, now);
    }

    public Guid Id { get; private set; }
    public TenantId TenantId { get; private set; }
    public VendorId VendorId { get; private set; }
    public ContractId ContractId { get; private set; }
    public Guid CourseId { get; private set; }
    public DateOnly Date { get; private set; }
    public int Minutes { get; private set; }
    public string Trainer { get; private set; } = "";
    public string? Place { get; private set; }
    public DateTimeOffset CreatedAt { get; private set; }
    public int Version { get; private set; } = 1;
}

/// <summary>
/// Whether an agent was there, and the points of the test; null: not tested. A result stands: who fails sits in another session.
/// </summary>
public sealed class TrainingResult : IContractOwned
{
    private TrainingResult()
    {
    }

    private TrainingResult(TrainingSession session, Agent agent, bool attended, int? score, int passMark, string by, DateTimeOffset now)
    {
        Id = Keys.Next();
        (TenantId, VendorId, ContractId) = (session.TenantId, session.VendorId, session.ContractId);
        (SessionId, AgentId, Attended, Score) = (session.Id, agent.Id, attended, score);
        (Passed, RecordedBy, RecordedAt) = (attended && score >= passMark, by, now);
    }

    public Guid Id { get; private set; }
    public TenantId TenantId { get; private set; }
    public VendorId VendorId { get; private set; }
    public ContractId ContractId { get; private set; }
    public Guid SessionId { get; private set; }
    public Guid AgentId { get; private set; }
    public bool Attended { get; private set; }

    /// <summary>Points of 100.</summary>
    public int? Score { get; private set; }
    public bool Passed { get; private set; }
    public string RecordedBy { get; private set; } = "";
    public DateTimeOffset RecordedAt { get; private set; }

    /// <summary>The result and, for who passed, the certificate that follows from it; it holds from the day of the session.</summary>
    public static (TrainingResult Result, Certificate? Certificate) Record(
        TrainingSession session, Course course, Agent agent, bool attended, int? score, DateOnly today, string by, DateTimeOffset now)
    {
        if (session.Date > today)
        {
            throw new RuleViolationException("session-ahead", session.Date);
        }

        if (score is < 0 or > 100 || (score is not null && !attended))
        {
            throw new RuleViolationException("result-score");
        }

        if (agent.ContractId != session.ContractId || !agent.WorksOn(session.Date))
        {
            throw new RuleViolationException("result-agent", agent.Number);
        }

        var result = new TrainingResult(session, agent, attended, score, course.PassMark, by, now);
        return (result, result.Passed
            ? new Certificate(agent, course.Kind, course.Title, session.Date, session.Date.AddMonths(course.ValidMonths).AddDays(-1), by, now, result.Id)
            : null);
    }
}
