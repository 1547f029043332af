using VendorGov.Domain.Issues;
using VendorGov.Domain.Tenancy;

namespace VendorGov.Domain.Inspections;

/// <summary>Why a contact is scored. Only <see cref="Random"/> counts in QAP, FATAL and BRD.</summary>
public enum EvaluationPurpose
{
    Random,
    Targeted,

    /// <summary>The customer was not satisfied.</summary>
    Survey,

    /// <summary>After a coaching talk.</summary>
    Resample,
    Calibration,

    /// <summary>Another look at a contact that was scored; the first stays as it is.</summary>
    Rescore,
}

/// <summary>Whether the reviewer has judged the contact.</summary>
public enum EvaluationState
{
    Open,
    Submitted,
    Skipped,
}

/// <summary>What a ruling on an appeal changes, from <paramref name="At"/> on. <paramref name="Level"/> null: the fatal item falls.</summary>
public sealed record Ruling(DateTimeOffset At, string Code, Level? Level);

/// <summary>
/// One reviewer's judgement of one contact. What the reviewer handed in never changes; rulings on appeals are appended, so that a month can be
/// counted again as it was counted then.
/// </summary>
public sealed class Evaluation : IShownOwned, IAudited, IVersioned
{
    public const int LongestNote = 400;
    public const int LongestSummary = 2000;

    private Evaluation()
    {
    }

    public Evaluation(QaContact contact, QaForm form, EvaluationPurpose purpose, DateTimeOffset now, string? stratum = null)
    {
        Id = Keys.Next();
        (TenantId, VendorId, OutletId, ContractId) = (contact.TenantId, contact.VendorId, contact.OutletId, contact.ContractId);
        (ContactId, Agent, AgentId, Month) = (contact.Id, contact.Agent, contact.AgentId, YearMonth.Of(contact.Date));
        (FormId, Purpose, OpenedAt, Stratum) = (form.Id, purpose, now, stratum);
    }

    public Guid Id { get; private set; }
    public TenantId TenantId { get; private set; }
    public VendorId VendorId { get; private set; }
    public OutletId OutletId { get; private set; }
    public ContractId ContractId { get; private set; }
    public Guid ContactId { get; private set; }
    public string Agent { get; private set; } = "";
    public Guid? AgentId { get; private set; }

    /// <summary>The local month of the contact.</summary>
    public YearMonth Month { get; private set; }
    public Guid FormId { get; private set; }
    public EvaluationPurpose Purpose { get; private set; }
    public string? Stratum { get; private set; }
    public Guid? DrawId { get; private set; }
    public Guid? RoundId { get; private set; }
    public Guid? CoachingId { get; private set; }

    /// <summary>The evaluation that this one looks at again.</summary>
    public Guid? OriginalId { get; private set; }

    /// <summary>What a targeted pick is for.</summary>
    public string? Reason { get; private set; }
    public EvaluationState State { get; private set; }
    public DateTimeOffset OpenedAt { get; private set; }

    /// <summary>Who scores it: set by the first answer, or by the round for a blind task.</summary>
    public UserId? ReviewerId { get; private set; }
    public string? ReviewerName { get; private set; }
    public Side? ReviewerSide { get; private set; }

    /// <summary>As handed in; while open, the draft.</summary>
    public Answers Answers { get; private set; } = Answers.None;
    public string? Summary { get; private set; }
    public DateTimeOffset? DraftedAt { get; private set; }
    public DateTimeOffset? SubmittedAt { get; private set; }
    public string? SkippedReason { get; private set; }

    /// <summary>When it was published to the vendor.</summary>
    public DateTimeOffset? ShownAt { get; private set; }
    public IReadOnlyList<Ruling> Rulings { get; private set; } = [];

    /// <summary>Derived for queries, rulings included; null while open or void.</summary>
    public decimal? Raw { get; private set; }
    public decimal? Score { get; private set; }
    public bool Passed { get; private set; }
    public bool HasFatal { get; private set; }
    public bool CapsGrade { get; private set; }
    public int BrandFull { get; private set; }
    public int BrandScored { get; private set; }
    public int Version { get; private set; } = 1;

    public bool IsVoid => State == EvaluationState.Submitted && Raw is null;

    public void Belong(Guid? draw = null, Guid? round = null, Guid? coaching = null, Guid? original = null, string? reason = null) =>
        (DrawId, RoundId, CoachingId, OriginalId, Reason) = (draw ?? DrawId, round ?? RoundId, coaching ?? CoachingId, original ?? OriginalId, reason ?? Reason);

    public void Assign(Author reviewer) => (ReviewerId, ReviewerName, ReviewerSide) = (reviewer.User, reviewer.Name, reviewer.Side);

    /// <summary>Keeps what is answered so far. The first answer makes the task the reviewer's own.</summary>
    public void Draft(QaForm form, Answers answers, string? summary, Author by, DateTimeOffset now)
    {
        DemandOpen(by);
        DemandForm(form);
        QaScoring.DemandKnown(form.Body, answers);
        if (summary?.Length > LongestSummary || answers.Items.Any(i => i.Note?.Length > LongestNote) || answers.Fatal.Any(f => f.Note.Length > LongestNote))
        {
            throw new RuleViolationException("answer-long", LongestNote, LongestSummary);
        }

        if (ReviewerId is null)
        {
            Assign(by);
        }

        (Answers, Summary, DraftedAt) = (answers, summary, now);
    }

    /// <summary>Hands in. A mystery contact and a blind task stay hidden until somebody publishes them; all else is published at once.</summary>
    public void Submit(QaForm form, InspectionKind kind, Author by, DateTimeOffset now)
    {
        DemandOpen(by);
        DemandForm(form);
        QaScoring.DemandComplete(form.Body, Answers);
        (State, SubmittedAt) = (EvaluationState.Submitted, now);
        if (ReviewerId is null)
        {
            Assign(by);
        }

        Take(QaScoring.Evaluate(form.Body, Answers));
        if (kind != InspectionKind.Mystery && Purpose != EvaluationPurpose.Calibration)
        {
            Publish(now);
        }
    }

    public void Skip(string? reason, Author by, DateTimeOffset now)
    {
        DemandOpen(by);
        if (string.IsNullOrWhiteSpace(reason))
        {
            throw new RuleViolationException("skip-reason");
        }

        (State, SkippedReason, SubmittedAt) = (EvaluationState.Skipped, reason.Trim(), now);
        Assign(by);
    }

    public void Publish(DateTimeOffset now)
    {
        if (State != EvaluationState.Submitted)
        {
            throw new RuleViolationException("publish-open");
        }

        ShownAt ??= now;
    }

    /// <summary>A ruling on an appeal: the item gets another level, or the fatal item falls.</summary>
    public void Rule(QaForm form, Ruling ruling)
    {
        DemandForm(form);
        Rulings = [.. Rulings, ruling];
        Take(QaScoring.Evaluate(form.Body, AnswersAt(ruling.At)));
    }

    /// <summary>The answers with all rulings up to an instant.</summary>
    public Answers AnswersAt(DateTimeOffset at)
    {
        var ruled = Rulings.Where(r => r.At <= at).ToList();
        return ruled.Count == 0 ? Answers : new Answers(
            [.. Answers.Items.Select(i => ruled.LastOrDefault(r => r.Code == i.Code)?.Level is { } level ? i with { Level = level } : i)],
            [.. Answers.Fatal.Where(f => ruled.All(r => r.Code != f.Code))]);
    }

    private void Take(QaResult result)
    {
        (Raw, Score, Passed) = (result.Raw, result.Final, result.Passed);
        (HasFatal, CapsGrade) = (result.HasFatal, result.CapsGrade);
        (BrandFull, BrandScored) = (result.BrandFull, result.BrandScored);
    }

    private void DemandOpen(Author by)
    {
        if (State != EvaluationState.Open)
        {
            throw new RuleViolationException("evaluation-closed");
        }

        if (ReviewerId is { } own && own != by.User)
        {
            throw new RuleViolationException("evaluation-taken", ReviewerName ?? "");
        }
    }

    private void DemandForm(QaForm form)
    {
        if (form.Id != FormId)
        {
            throw new RuleViolationException("evaluation-form");
        }
    }
}
