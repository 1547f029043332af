using System.Text.Json;
using VendorGov.Domain.Obligations;

namespace VendorGov.Domain.Issues;

/// <summary>What the portal knows about a problem type: its default severity and the clocks that override a contract's.</summary>
public sealed record Playbook(
    ProblemType Type, Severity DefaultSeverity, string Evidence,
    IReadOnlyDictionary<Severity, IReadOnlyDictionary<ObligationKind, Target>> Clocks, Target? CustomerTold,
    IReadOnlyList<string> Actions, string CloseWhen)
{
    private static readonly IReadOnlyDictionary<ProblemType, Playbook> All = Load();

    public static Playbook For(ProblemType type) => All[type];

    /// <summary>The playbook's own target; null where the contract's severity target stands (SLA semantics 2.10).</summary>
    public Target? Override(Severity severity, ObligationKind kind) =>
        Clocks.TryGetValue(severity, out var clocks) ? clocks.GetValueOrDefault(kind) : null;

    private static Dictionary<ProblemType, Playbook> Load()
    {
        using var stream = typeof(Playbook).Assembly.GetManifestResourceStream("playbooks.json")!;
        using var json = JsonDocument.Parse(stream);
        return json.RootElement.GetProperty("playbooks").EnumerateArray().Select(Read).ToDictionary(p => p.Type);
    }

    private static Playbook Read(JsonElement p)
    {
        var clocks = p.GetProperty("clocks");
        return new Playbook(
            (ProblemType)p.GetProperty("number").GetInt32(),
            Enum.Parse<Severity>(p.GetProperty("defaultSeverity").GetString()![..2]),
            p.GetProperty("evidence").GetString()!,
            clocks.EnumerateObject().Where(c => c.Value.ValueKind == JsonValueKind.Object)
                .ToDictionary(c => Enum.Parse<Severity>(c.Name), c => Targets(c.Value)),
            clocks.TryGetProperty("customerTold", out var told) ? TargetText.Parse(told.GetString()!) : null,
            [.. p.GetProperty("actions").EnumerateArray().Select(a => a.GetString()!)],
            p.GetProperty("closeWhen").GetString()!);
    }

    private static IReadOnlyDictionary<ObligationKind, Target> Targets(JsonElement severity) =>
        severity.EnumerateObject().ToDictionary(
            t => Enum.Parse<ObligationKind>(t.Name, ignoreCase: true), t => TargetText.Parse(t.Value.GetString()!));
}
