using System.Reflection;
using System.Text.Json;
using VendorGov.Domain.Tenancy;

namespace VendorGov.Domain.Inspections;

/// <summary>A sentence in both languages.</summary>
public sealed record Bilingual(string Zh, string En);

/// <summary>What each level of a criterion looks like (c18). A binary criterion has no minor and no major gap.</summary>
public sealed record Rubric(Bilingual Meets, Bilingual? Minor, Bilingual? Major, Bilingual Fails)
{
    public Bilingual? Of(Level level) => level switch
    {
        Level.Meets => Meets,
        Level.Minor => Minor,
        Level.Major => Major,
        Level.Fails => Fails,
        _ => null,
    };
}

/// <summary>
/// One thing that is judged. <paramref name="Weight"/> is in points; those of a form sum to 100. <paramref name="Binary"/>: full,
/// nothing or N/A only. <paramref name="Brand"/>: counts in BRD.
/// </summary>
public sealed record QaCriterion(string Code, string Zh, string En, decimal Weight, bool Binary, bool Brand, Rubric Rubric);

/// <summary>A group of criteria; its weight is the sum of theirs, all sections make 100.</summary>
public sealed record QaSection(string Code, string Zh, string En, IReadOnlyList<QaCriterion> Criteria)
{
    public decimal Weight => Criteria.Sum(c => c.Weight);
}

/// <summary>Something that makes the final score 0. <paramref name="CapsGrade"/>: it also caps the month's grade at D (SLA semantics 3.4).</summary>
public sealed record QaFatal(string Code, string Zh, string En, bool CapsGrade);

/// <summary>What is judged and from how many points of 100 on a contact passes.</summary>
public sealed record QaFormBody(decimal PassMark, IReadOnlyList<QaSection> Sections, IReadOnlyList<QaFatal> Fatal)
{
    public const decimal WholeWeight = 100;

    [System.Text.Json.Serialization.JsonIgnore]
    public IEnumerable<QaCriterion> Criteria => Sections.SelectMany(s => s.Criteria);

    public QaCriterion? Find(string code) => Criteria.FirstOrDefault(c => c.Code == code);

    public QaFatal? FindFatal(string code) => Fatal.FirstOrDefault(f => f.Code == code);

    /// <summary>Throws <see cref="RuleViolationException"/> for a form that could not be scored with.</summary>
    public void Demand()
    {
        var sum = Criteria.Sum(c => c.Weight);
        if (sum != WholeWeight)
        {
            throw new RuleViolationException("form-weights", sum);
        }

        var codes = Criteria.Select(c => c.Code).Concat(Fatal.Select(f => f.Code)).ToList();
        if (codes.GroupBy(c => c, StringComparer.OrdinalIgnoreCase).FirstOrDefault(g => g.Count() > 1) is { } twice)
        {
            throw new RuleViolationException("form-code-twice", twice.Key);
        }

        if (Criteria.FirstOrDefault(c => c.Weight <= 0 || c.Zh.Length == 0 || c.En.Length == 0 || c.Code.Length is 0 or > 4) is { } bare)
        {
            throw new RuleViolationException("form-criterion", bare.Code);
        }

        if (Criteria.FirstOrDefault(c => !Described(c)) is { } silent)
        {
            throw new RuleViolationException("form-rubric", silent.Code);
        }

        if (PassMark is <= 0 or > 100)
        {
            throw new RuleViolationException("form-pass-mark");
        }
    }

    private static bool Described(QaCriterion c) => Enum.GetValues<Level>()
        .Where(l => l != Level.NotApplicable && (!c.Binary || l is Level.Meets or Level.Fails))
        .All(l => c.Rubric.Of(l) is { Zh.Length: > 0, En.Length: > 0 });
}

/// <summary>
/// One version of the network's form. What is published never changes: an evaluation keeps the version that it was made with, a change
/// is a new version.
/// </summary>
public sealed class QaForm : ITenantOwned, IAudited, IVersioned
{
    private QaForm()
    {
    }

    public QaForm(TenantId tenant, int number, QaFormBody body, string by, DateTimeOffset now)
    {
        Id = Keys.Next();
        (TenantId, Number, Body, ChangedBy, ChangedAt) = (tenant, number, body, by, now);
    }

    public Guid Id { get; private set; }
    public TenantId TenantId { get; private set; }

    /// <summary>Counts from 1.</summary>
    public int Number { get; private set; }
    public QaFormBody Body { get; private set; } = null!;
    public string ChangedBy { get; private set; } = "";
    public DateTimeOffset ChangedAt { get; private set; }

    /// <summary>From then on contacts are scored with it; null: a draft.</summary>
    public DateTimeOffset? PublishedAt { get; private set; }
    public int Version { get; private set; } = 1;

    public void Change(QaFormBody body, string by, DateTimeOffset now)
    {
        if (PublishedAt is not null)
        {
            throw new RuleViolationException("form-published");
        }

        (Body, ChangedBy, ChangedAt) = (body, by, now);
    }

    public void Publish(string by, DateTimeOffset now)
    {
        if (PublishedAt is not null)
        {
            throw new RuleViolationException("form-published");
        }

        Body.Demand();
        (PublishedAt, ChangedBy, ChangedAt) = (now, by, now);
    }
}

/// <summary>The form that a network begins with, read once from the embedded <c>qa-form.json</c>.</summary>
public static class DefaultQaForm
{
    public static QaFormBody Body { get; } = Load();

    private static QaFormBody Load()
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream("qa-form.json")
            ?? throw new InvalidOperationException("qa-form.json is not embedded.");
        return JsonSerializer.Deserialize<QaFormBody>(stream, new JsonSerializerOptions(JsonSerializerDefaults.Web))!;
    }
}
