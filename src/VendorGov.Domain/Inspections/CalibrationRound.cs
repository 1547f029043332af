using VendorGov.Domain.Contracts;
using VendorGov.Domain.Issues;
using VendorGov.Domain.Tenancy;

namespace VendorGov.Domain.Inspections;

/// <summary>Somebody who scores in a round.</summary>
public sealed record RoundReviewer(Guid UserId, string Name, Side Side);

/// <summary>
/// The same contacts scored blind by several reviewers, of outlet and vendor. Until it is closed everybody sees the own scores only; they never
/// count.
/// </summary>
public sealed class CalibrationRound : IContractOwned, IAudited, IVersioned
{
    public const int MostContacts = 20;

    private CalibrationRound()
    {
    }

    public CalibrationRound(
        Contract contract, string title, QaForm form, IReadOnlyList<QaContact> contacts, IReadOnlyList<RoundReviewer> reviewers, string by, DateTimeOffset now)
    {
        if (string.IsNullOrWhiteSpace(title) || contacts.Count is 0 or > MostContacts)
        {
            throw new RuleViolationException("round-contacts", MostContacts);
        }

        if (reviewers.Select(r => r.Side).Distinct().Count() < 2)
        {
            throw new RuleViolationException("round-reviewers");
        }

        Id = Keys.Next();
        (TenantId, VendorId, ContractId) = (contract.TenantId, contract.VendorId, contract.Id);
        (Title, FormId, Contacts, Reviewers) = (title.Trim(), form.Id, [.. contacts.Select(c => c.Id)], reviewers);
        (OpenedBy, OpenedAt) = (by, now);
    }

    public Guid Id { get; private set; }
    public TenantId TenantId { get; private set; }
    public VendorId VendorId { get; private set; }
    public ContractId ContractId { get; private set; }
    public string Title { get; private set; } = "";
    public Guid FormId { get; private set; }
    public IReadOnlyList<Guid> Contacts { get; private set; } = [];
    public IReadOnlyList<RoundReviewer> Reviewers { get; private set; } = [];
    public string OpenedBy { get; private set; } = "";
    public DateTimeOffset OpenedAt { get; private set; }
    public DateTimeOffset? ClosedAt { get; private set; }
    public int Version { get; private set; } = 1;

    /// <summary>One blind task for each reviewer and contact.</summary>
    public IReadOnlyList<Evaluation> Tasks(QaForm form, IReadOnlyList<QaContact> contacts, DateTimeOffset now) =>
    [
        .. from contact in contacts
           from reviewer in Reviewers
           select Task(contact, form, reviewer, now),
    ];

    public void Close(DateTimeOffset now)
    {
        if (ClosedAt is not null)
        {
            throw new RuleViolationException("round-closed");
        }

        ClosedAt = now;
    }

    private Evaluation Task(QaContact contact, QaForm form, RoundReviewer reviewer, DateTimeOffset now)
    {
        var task = new Evaluation(contact, form, EvaluationPurpose.Calibration, now);
        task.Belong(round: Id);
        task.Assign(new Author(new UserId(reviewer.UserId), reviewer.Name, reviewer.Side));
        return task;
    }
}

/// <summary>How far reviewers of one item agree; <paramref name="Spread"/> is the mean distance of their levels, 0..1.</summary>
public sealed record ItemAgreement(string Code, double? Alpha, decimal Spread);

/// <summary>What a round says. Kappa of two reviewers, over all items of all contacts.</summary>
public sealed record RoundResult(
    double? Alpha, decimal? WithinTen, IReadOnlyList<(string A, string B, double? Kappa)> Pairs, IReadOnlyList<ItemAgreement> Items)
{
    /// <summary>Levels as ordered numbers; N/A is no value for alpha, and a category of its own for kappa.</summary>
    public static RoundResult Of(QaFormBody form, IReadOnlyList<Evaluation> handedIn)
    {
        var byContact = handedIn.GroupBy(e => e.ContactId).ToList();
        List<IReadOnlyList<int>> Units(string code) =>
            [.. byContact.Select(g => (IReadOnlyList<int>)[.. g.Select(e => e.Answers.Find(code)).OfType<ItemScore>().Where(i => i.Level != Level.NotApplicable).Select(i => (int)i.Level)])];
        var items = form.Criteria.Select(c => (c.Code, Units: Units(c.Code)))
            .Select(x => new ItemAgreement(x.Code, Agreement.OrdinalAlpha(x.Units), Spread(x.Units))).ToList();
        var reviewers = handedIn.Where(e => e.ReviewerName is not null).Select(e => (Id: e.ReviewerId, Name: e.ReviewerName!)).Distinct().ToList();
        return new RoundResult(
            Agreement.OrdinalAlpha(form.Criteria.SelectMany(c => Units(c.Code))),
            Agreement.WithinTenPoints(byContact.Select(g => (IReadOnlyList<decimal>)[.. g.Where(e => e.Score is not null).Select(e => e.Score!.Value)])),
            [.. from i in Enumerable.Range(0, reviewers.Count)
                from j in Enumerable.Range(i + 1, reviewers.Count - i - 1)
                select (reviewers[i].Name, reviewers[j].Name, Agreement.Kappa(Both(form, handedIn, reviewers[i].Id, reviewers[j].Id)))],
            [.. items.OrderByDescending(i => i.Spread).ThenBy(i => i.Code, StringComparer.Ordinal)]);
    }

    private static List<(int, int)> Both(QaFormBody form, IReadOnlyList<Evaluation> all, UserId? a, UserId? b) =>
    [
        .. from left in all.Where(e => e.ReviewerId == a)
           join right in all.Where(e => e.ReviewerId == b) on left.ContactId equals right.ContactId
           from criterion in form.Criteria
           let x = left.Answers.Find(criterion.Code)
           let y = right.Answers.Find(criterion.Code)
           where x is not null && y is not null
           select ((int)x.Level, (int)y.Level),
    ];

    private static decimal Spread(List<IReadOnlyList<int>> units)
    {
        var gaps = (from u in units
                    from i in Enumerable.Range(0, u.Count)
                    from j in Enumerable.Range(i + 1, u.Count - i - 1)
                    select Math.Abs(QaScoring.Value((Level)u[i])!.Value - QaScoring.Value((Level)u[j])!.Value)).ToList();
        return gaps.Count == 0 ? 0 : gaps.Average();
    }
}
