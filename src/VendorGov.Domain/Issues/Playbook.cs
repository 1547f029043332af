using System.Text.Json;
using VendorGov.Domain.Obligations;

namespace VendorGov.Domain.Issues;

/// <summary>
/// What the portal knows about a problem type: its default severity, the clocks that override a contract's, the actions that each
/// side owes and what must hold before an issue closes.
/// </summary>
public sealed record Playbook(
    ProblemType Type, Severity DefaultSeverity,
    IReadOnlyDictionary<Severity, IReadOnlyDictionary<ObligationKind, Target>> Clocks, Target? CustomerTold,
    IReadOnlyList<ChecklistLine> Actions, IReadOnlyList<ChecklistLine> Criteria)
{
    private static readonly IReadOnlyDictionary<ProblemType, Playbook> All = Load();

    public static Playbook For(ProblemType type) => All[type];

    /// <summary>The playbook's own target; null where the contract's severity target stands (SLA semantics 2.10).</summary>
    public Target? Override(Severity severity, ObligationKind kind) =>
        Clocks.TryGetValue(severity, out var clocks) ? clocks.GetValueOrDefault(kind) : null;

    /// <summary>Pieces of evidence without which an issue cannot be sent: for P1 three, or one at S1 or S2.</summary>
    public int EvidenceNeeded(Severity severity) =>
        Type != ProblemType.SlowOrPoorService ? 0 : severity is Severity.S1 or Severity.S2 ? 1 : 3;

    public void DemandEvidence(Severity severity, int pieces)
    {
        if (pieces < EvidenceNeeded(severity))
        {
            throw new RuleViolationException("evidence-missing", EvidenceNeeded(severity) - pieces, EvidenceNeeded(severity));
        }
    }

    /// <summary>The line that an item of an issue stands for; null where the playbook has it no more.</summary>
    public ChecklistLine? Line(string code) => Actions.Concat(Criteria).FirstOrDefault(l => l.Code == code);

    private static Dictionary<ProblemType, Playbook> Load()
    {
        using var json = Parse("playbooks.json");
        using var lists = Parse("playbook-checklists.json");
        var checklists = lists.RootElement.GetProperty("checklists");
        return json.RootElement.GetProperty("playbooks").EnumerateArray()
            .Select(p => Read(p, checklists.GetProperty(p.GetProperty("number").GetRawText()))).ToDictionary(p => p.Type);
    }

    private static JsonDocument Parse(string resource)
    {
        using var stream = typeof(Playbook).Assembly.GetManifestResourceStream(resource)!;
        return JsonDocument.Parse(stream);
    }

    private static Playbook Read(JsonElement p, JsonElement checklist)
    {
        var clocks = p.GetProperty("clocks");
        return new Playbook(
            (ProblemType)p.GetProperty("number").GetInt32(),
            Enum.Parse<Severity>(p.GetProperty("defaultSeverity").GetString()![..2]),
            clocks.EnumerateObject().Where(c => c.Value.ValueKind == JsonValueKind.Object)
                .ToDictionary(c => Enum.Parse<Severity>(c.Name), c => Targets(c.Value)),
            clocks.TryGetProperty("customerTold", out var told) ? TargetText.Parse(told.GetString()!) : null,
            [.. checklist.GetProperty("actions").EnumerateArray().Select(Line)],
            [.. checklist.GetProperty("criteria").EnumerateArray().Select(Line)]);
    }

    private static ChecklistLine Line(JsonElement l) => new(
        l.GetProperty("code").GetString()!, l.GetProperty("zh").GetString()!, l.GetProperty("en").GetString()!,
        Enum.Parse<Side>(l.GetProperty("owner").GetString()!),
        l.TryGetProperty("due", out var due) ? TargetText.Parse(due.GetString()!) : null, l.GetProperty("proof").GetBoolean(),
        l.TryGetProperty("page", out var page) ? page.GetString() : null, l.TryGetProperty("contract", out var contract) && contract.GetBoolean());

    private static IReadOnlyDictionary<ObligationKind, Target> Targets(JsonElement severity) =>
        severity.EnumerateObject().ToDictionary(
            t => Enum.Parse<ObligationKind>(t.Name, ignoreCase: true), t => TargetText.Parse(t.Value.GetString()!));
}
