using VendorGov.Domain.Calendars;
using VendorGov.Domain.Issues;
using VendorGov.Domain.Tenancy;

namespace VendorGov.Domain.Inspections;

/// <summary>Life of an appeal against an evaluation.</summary>
public enum AppealState
{
    /// <summary>Waits for the answer of another reviewer.</summary>
    Open,

    /// <summary>Refused once; the vendor may ask for the final word.</summary>
    Refused,

    /// <summary>Waits for headquarters' final word.</summary>
    Final,
    Upheld,
    Settled,
}

/// <summary>What a vendor appeals against, and why. <paramref name="Code"/>: a criterion or a fatal item.</summary>
public sealed record AppealAsk(string Code, string Reason, Level? Wanted, EvidenceFile? Evidence);

/// <summary>
/// An appeal against one item of an evaluation: within 3 working days, answered by another reviewer in 3, the final word in 2. Silence climbs
/// and never upholds.
/// </summary>
public sealed class Appeal : IOutletOwned, IAudited, IVersioned
{
    public const int FilingDays = 3;
    public const int AnswerDays = 3;
    public const int FinalDays = 2;
    public const int HighestLevel = 4;
    public const int LongestReason = 1000;

    private Appeal()
    {
    }

    public Guid Id { get; private set; }
    public TenantId TenantId { get; private set; }
    public VendorId VendorId { get; private set; }
    public OutletId OutletId { get; private set; }
    public ContractId ContractId { get; private set; }
    public Guid EvaluationId { get; private set; }
    public string Code { get; private set; } = "";

    /// <summary>The level that the reviewer gave; null for a fatal item.</summary>
    public Level? Given { get; private set; }

    /// <summary>The level that the vendor thinks right; null for a fatal item, which is to fall.</summary>
    public Level? Wanted { get; private set; }
    public string Reason { get; private set; } = "";
    public EvidenceFile? Evidence { get; private set; }
    public AppealState State { get; private set; }
    public string FiledBy { get; private set; } = "";
    public DateTimeOffset FiledAt { get; private set; }

    /// <summary>Until when the side whose turn it is must act: the buyer's answer, or the vendor's ask for the final word.</summary>
    public DateTimeOffset DueAt { get; private set; }

    /// <summary>1 as filed; one more for each answer that did not come.</summary>
    public int Climbs { get; private set; } = 1;
    public string? Answer { get; private set; }
    public UserId? AnsweredById { get; private set; }
    public string? AnsweredBy { get; private set; }
    public DateTimeOffset? AnsweredAt { get; private set; }
    public string? FinalReason { get; private set; }
    public string? FinalAnswer { get; private set; }
    public string? FinalBy { get; private set; }
    public DateTimeOffset? FinalAt { get; private set; }
    public int Version { get; private set; } = 1;

    public bool IsOpen => State is AppealState.Open or AppealState.Final;

    /// <summary>The last instant at which an evaluation can be appealed against.</summary>
    public static DateTimeOffset FileBy(DateTimeOffset published, BusinessCalendar office) => After(published, FilingDays, office);

    /// <param name="monthFrozen">The scorecard of the contact's month is published.</param>
    public static Appeal File(Evaluation evaluation, AppealAsk ask, bool monthFrozen, BusinessCalendar office, Author by, DateTimeOffset now)
    {
        var published = evaluation.ShownAt ?? throw new RuleViolationException("appeal-unpublished");
        Demand(by.Side == Side.Vendor, "appeal-vendor");
        Demand(!monthFrozen, "appeal-frozen");
        Demand(now <= FileBy(published, office), "appeal-late");
        Demand(!string.IsNullOrWhiteSpace(ask.Reason) && ask.Reason.Length <= LongestReason, "appeal-reason");
        var (item, fatal) = (evaluation.Answers.Find(ask.Code), evaluation.Answers.Fatal.Any(f => f.Code == ask.Code));
        Demand(fatal || (item is not null && QaScoring.IsGap(item.Level)), "appeal-item");
        Demand(fatal || ask.Wanted is { } wanted && (wanted == Level.NotApplicable || QaScoring.Value(wanted) > QaScoring.Value(item!.Level)), "appeal-wanted");
        return new Appeal
        {
            Id = Keys.Next(),
            TenantId = evaluation.TenantId,
            VendorId = evaluation.VendorId,
            OutletId = evaluation.OutletId,
            ContractId = evaluation.ContractId,
            EvaluationId = evaluation.Id,
            Code = ask.Code,
            Given = fatal ? null : item!.Level,
            Wanted = fatal ? null : ask.Wanted,
            Reason = ask.Reason.Trim(),
            Evidence = ask.Evidence,
            FiledBy = by.Name,
            FiledAt = now,
            DueAt = After(now, AnswerDays, office),
        };
    }

    /// <summary>The answer of a reviewer other than the one who scored. Upheld: the item becomes what the vendor asked for.</summary>
    public void Reply(Evaluation evaluation, QaForm form, bool upheld, string? answer, BusinessCalendar office, Author by, DateTimeOffset now)
    {
        Demand(State == AppealState.Open, "appeal-answered");
        Demand(by.Side == Side.Buyer && by.User != evaluation.ReviewerId, "appeal-own-evaluation");
        DemandAnswer(answer);
        (Answer, AnsweredById, AnsweredBy, AnsweredAt) = (answer!.Trim(), by.User, by.Name, now);
        if (upheld)
        {
            Uphold(evaluation, form, now);
        }
        else
        {
            (State, DueAt) = (AppealState.Refused, After(now, FinalDays, office));
        }
    }

    /// <summary>The vendor does not accept the refusal: headquarters have the final word.</summary>
    public void AskFinal(string? reason, BusinessCalendar office, Author by, DateTimeOffset now)
    {
        Demand(State == AppealState.Refused && by.Side == Side.Vendor, "appeal-not-refused");
        Demand(now <= DueAt, "appeal-late");
        Demand(!string.IsNullOrWhiteSpace(reason), "appeal-reason");
        (State, FinalReason, DueAt) = (AppealState.Final, reason!.Trim(), After(now, FinalDays, office));
    }

    /// <summary>Headquarters' word, by nobody who scored or answered before.</summary>
    public void Settle(Evaluation evaluation, QaForm form, bool upheld, string? answer, Author by, DateTimeOffset now)
    {
        Demand(State == AppealState.Final, "appeal-not-final");
        Demand(by.Side == Side.Buyer && by.User != evaluation.ReviewerId && (by.User is null || by.User != AnsweredById), "appeal-own-evaluation");
        DemandAnswer(answer);
        (FinalAnswer, FinalBy, FinalAt) = (answer!.Trim(), by.Name, now);
        if (upheld)
        {
            Uphold(evaluation, form, now);
        }
        else
        {
            State = AppealState.Settled;
        }
    }

    /// <summary>
    /// What silence does by <paramref name="now"/>: an unanswered appeal goes to headquarters, an unanswered final one climbs on; a refusal
    /// that the vendor leaves alone stands. False where nothing changed.
    /// </summary>
    public bool Sweep(BusinessCalendar office, DateTimeOffset now)
    {
        var changed = false;
        while (now > DueAt && (IsOpen || State == AppealState.Refused) && !(State == AppealState.Final && Climbs == HighestLevel))
        {
            changed = true;
            if (State == AppealState.Refused)
            {
                State = AppealState.Settled;
                return true;
            }

            (State, Climbs, DueAt) = (AppealState.Final, Climbs + 1, After(DueAt, FinalDays, office));
        }

        return changed;
    }

    private void Uphold(Evaluation evaluation, QaForm form, DateTimeOffset now)
    {
        State = AppealState.Upheld;
        evaluation.Rule(form, new Ruling(now, Code, Given is null ? null : Wanted));
    }

    private static DateTimeOffset After(DateTimeOffset at, int days, BusinessCalendar office) =>
        office.CloseOf(office.WorkingDayAfter(office.LocalDate(at), days));

    private static void DemandAnswer(string? answer) => Demand(!string.IsNullOrWhiteSpace(answer) && answer.Length <= LongestReason, "appeal-answer");

    private static void Demand(bool fits, string rule)
    {
        if (!fits)
        {
            throw new RuleViolationException(rule);
        }
    }
}
