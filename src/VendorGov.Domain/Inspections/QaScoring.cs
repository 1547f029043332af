namespace VendorGov.Domain.Inspections;

/// <summary>The scale of the form: full, three quarters, a quarter, nothing, or not applicable.</summary>
public enum Level
{
    Meets,
    Minor,
    Major,
    Fails,
    NotApplicable,
}

/// <summary>Whose doing it was that a criterion was not met in full (a19).</summary>
public enum FaultOf
{
    Agent,
    Vendor,
    Outlet,
    Courier,
    Headquarters,
    System,
}

/// <summary>Why a criterion was not met in full.</summary>
public enum GapCause
{
    Knowledge,
    Training,
    Attitude,
    Habit,
    Process,
    Tools,
    Workload,
    Other,
}

/// <summary>
/// The answer to one criterion. Anything below full needs a remark, a cause and whose doing it was; <paramref name="AtSecond"/> is the
/// place in the recording, in seconds, or the line of a transcript.
/// </summary>
public sealed record ItemScore(string Code, Level Level, string? Note = null, int? AtSecond = null, GapCause? Cause = null, FaultOf? FaultOf = null);

/// <summary>A fatal item that holds, with its evidence.</summary>
public sealed record FatalMark(string Code, string Note, int? AtSecond = null);

/// <summary>Everything that a reviewer says about one contact.</summary>
public sealed record Answers(IReadOnlyList<ItemScore> Items, IReadOnlyList<FatalMark> Fatal)
{
    public static readonly Answers None = new([], []);

    public ItemScore? Find(string code) => Items.FirstOrDefault(i => i.Code == code);
}

/// <summary>
/// What the answers come to, unrounded, 0 to 100. <paramref name="Raw"/> is null where nothing was applicable: the evaluation is void.
/// <paramref name="Final"/> is 0 with a fatal item. <paramref name="BrandFull"/> of <paramref name="BrandScored"/> brand criteria are full.
/// </summary>
public sealed record QaResult(decimal? Raw, decimal? Final, bool Passed, bool HasFatal, bool CapsGrade, int BrandFull, int BrandScored)
{
    public bool IsVoid => Raw is null;
}

/// <summary>The rules of the form (qa-form.json).</summary>
public static class QaScoring
{
    public static decimal? Value(Level level) => level switch
    {
        Level.Meets => 1m,
        Level.Minor => 0.75m,
        Level.Major => 0.25m,
        Level.Fails => 0m,
        _ => null,
    };

    /// <summary>100 x sum(weight x score) / sum(weight) over what is not N/A; what is not answered yet is left out.</summary>
    public static QaResult Evaluate(QaFormBody form, Answers answers)
    {
        var scored = form.Criteria.Select(c => (Criterion: c, Score: answers.Find(c.Code) is { } a ? Value(a.Level) : null))
            .Where(x => x.Score is not null).ToList();
        var weight = scored.Sum(x => x.Criterion.Weight);
        decimal? raw = weight == 0 ? null : 100m * scored.Sum(x => x.Criterion.Weight * x.Score!.Value) / weight;
        var fatal = answers.Fatal.Count > 0;
        decimal? final = raw is null ? null : fatal ? 0m : raw;
        var brand = scored.Where(x => x.Criterion.Brand).ToList();
        return new QaResult(
            raw, final, !fatal && raw >= form.PassMark, fatal, answers.Fatal.Any(f => form.FindFatal(f.Code)?.CapsGrade == true),
            brand.Count(x => x.Score == 1m), brand.Count);
    }

    /// <summary>Criteria without an answer, in the order of the form.</summary>
    public static IReadOnlyList<string> Missing(QaFormBody form, Answers answers) =>
        [.. form.Criteria.Select(c => c.Code).Where(code => answers.Find(code) is null)];

    /// <summary>Answers that lack a remark, a cause or whose doing it was, and fatal items without evidence.</summary>
    public static IReadOnlyList<string> Unexplained(QaFormBody form, Answers answers) =>
    [
        .. form.Criteria.Select(c => answers.Find(c.Code)).OfType<ItemScore>().Where(i => IsGap(i.Level)
            && (string.IsNullOrWhiteSpace(i.Note) || i.Cause is null || i.FaultOf is null)).Select(i => i.Code),
        .. answers.Fatal.Where(f => string.IsNullOrWhiteSpace(f.Note)).Select(f => f.Code),
    ];

    public static bool IsGap(Level level) => level is Level.Minor or Level.Major or Level.Fails;

    /// <summary>Throws <see cref="RuleViolationException"/> for an answer that the form does not know or does not allow.</summary>
    public static void DemandKnown(QaFormBody form, Answers answers)
    {
        foreach (var item in answers.Items)
        {
            var criterion = form.Find(item.Code) ?? throw new RuleViolationException("answer-unknown", item.Code);
            if (criterion.Binary && item.Level is (Level.Minor or Level.Major))
            {
                throw new RuleViolationException("answer-binary", item.Code);
            }
        }

        if (answers.Fatal.FirstOrDefault(f => form.FindFatal(f.Code) is null) is { } unknown)
        {
            throw new RuleViolationException("answer-unknown", unknown.Code);
        }
    }

    /// <summary>What keeps the answers from being handed in; throws for the first of it.</summary>
    public static void DemandComplete(QaFormBody form, Answers answers)
    {
        DemandKnown(form, answers);
        if (Missing(form, answers) is { Count: > 0 } missing)
        {
            throw new RuleViolationException("answers-missing", missing.Count, missing[0]);
        }

        if (Unexplained(form, answers) is { Count: > 0 } bare)
        {
            throw new RuleViolationException("answers-unexplained", bare.Count, bare[0]);
        }
    }
}
