using System.Text.Json;

namespace VendorGov.Domain.Issues.History;

/// <summary>One object of a profile with its JSON path. Reading goes on after a problem, so that all are told at once.</summary>
internal sealed class JsonReading(JsonElement? element, string path, ICollection<ProfileProblem> problems)
{
    private readonly JsonElement? source = element is { ValueKind: JsonValueKind.Object } ? element : NotAnObject(element, path, problems);

    public bool Exists => source is not null;

    public static bool TryEnum<T>(string text, out T value) where T : struct, Enum =>
        Enum.TryParse(text, out value) && Enum.GetNames<T>().Contains(text);

    public void Report(string property, string rule, string argument = "") =>
        problems.Add(new(PathOf(property), rule, argument));

    public string PathOf(string property) => property.Length == 0 ? path
        : property.All(c => char.IsAsciiLetterOrDigit(c) || c is '[' or ']') ? $"{path}.{property}"
        : $"{path}['{property}']";

    public void OnlyProperties(IReadOnlyCollection<string> known)
    {
        if (source is not { } value) return;
        foreach (var property in value.EnumerateObject().Where(property => !known.Contains(property.Name)))
            Report(property.Name, "unknown-property", property.Name);
    }

    public JsonReading Object(string name)
    {
        var child = Find(name);
        if (child is null && Exists) Report(name, "missing");
        return new(child, PathOf(name), problems);
    }

    public JsonReading OptionalObject(string name) => new(Find(name), PathOf(name), problems);

    public string Text(string name)
    {
        var text = OptionalText(name);
        if (Exists && string.IsNullOrWhiteSpace(text) && Find(name) is null or { ValueKind: JsonValueKind.String })
            Report(name, "missing");
        return text ?? "";
    }

    public string? OptionalText(string name)
    {
        if (Find(name) is not { } value) return null;
        if (value.ValueKind == JsonValueKind.String) return value.GetString();
        Report(name, "not-text");
        return null;
    }

    public List<string> Texts(string name)
    {
        var list = new List<string>();
        foreach (var (item, i) in Items(name).Select((item, i) => (item, i)))
        {
            if (item.ValueKind == JsonValueKind.String) list.Add(item.GetString()!);
            else Report($"{name}[{i}]", "not-text");
        }
        return list;
    }

    /// <summary>The items of a list that must be there and not be empty.</summary>
    public IReadOnlyList<JsonElement> Items(string name)
    {
        if (!Exists) return [];
        if (Find(name) is { ValueKind: JsonValueKind.Array } list && list.GetArrayLength() > 0) return [.. list.EnumerateArray()];
        Report(name, Find(name) is null ? "missing" : "not-list");
        return [];
    }

    public IEnumerable<(string Name, string Value)> TextProperties()
    {
        if (source is not { } value) yield break;
        foreach (var property in value.EnumerateObject())
        {
            if (property.Value.ValueKind == JsonValueKind.String) yield return (property.Name, property.Value.GetString()!);
            else Report(property.Name, "not-text");
        }
    }

    public JsonReading Item(string name, int index, JsonElement item) => new(item, $"{PathOf(name)}[{index}]", problems);

    public IEnumerable<string> PropertyNames() => source?.EnumerateObject().Select(property => property.Name).ToList() ?? [];

    public int Integer(string name, int minimum)
    {
        if (!Exists) return minimum;
        if (Find(name) is { ValueKind: JsonValueKind.Number } value && value.TryGetInt32(out var number) && number >= minimum)
            return number;
        Report(name, "integer", minimum.ToString(System.Globalization.CultureInfo.InvariantCulture));
        return minimum;
    }

    public decimal Number(string name)
    {
        if (Find(name) is { ValueKind: JsonValueKind.Number } value && value.TryGetDecimal(out var number)) return number;
        if (Exists) Report(name, "number");
        return 0;
    }

    public bool Flag(string name)
    {
        if (Find(name) is not { } value) return false;
        if (value.ValueKind is JsonValueKind.True or JsonValueKind.False) return value.GetBoolean();
        Report(name, "flag");
        return false;
    }

    private JsonElement? Find(string name) =>
        source is { } value && value.TryGetProperty(name, out var found) && found.ValueKind != JsonValueKind.Null ? found : null;

    private static JsonElement? NotAnObject(JsonElement? element, string path, ICollection<ProfileProblem> problems)
    {
        if (element is not null) problems.Add(new(path, "not-object"));
        return null;
    }
}
