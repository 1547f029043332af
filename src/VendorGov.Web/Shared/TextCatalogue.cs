using System.Reflection;
using System.Text.Json;

namespace VendorGov.Web.Shared;

/// <summary>One sentence in both languages.</summary>
public sealed record Wording(string Zh, string En);

/// <summary>Every sentence of the portal, read once from the embedded <c>text.json</c> files of all capabilities.</summary>
public sealed class TextCatalogue
{
    private const string Suffix = "text.json";
    private readonly Dictionary<string, Wording> _wordings = [];
    private readonly List<string> _twice = [];

    public TextCatalogue(Assembly assembly)
    {
        foreach (var name in assembly.GetManifestResourceNames().Where(n => n.EndsWith(Suffix, StringComparison.Ordinal)))
        {
            Read(assembly.GetManifestResourceStream(name)!, name);
        }
    }

    public static TextCatalogue Embedded { get; } = new(typeof(TextCatalogue).Assembly);

    /// <summary>Keys defined more than once. The first stands; a test demands that there are none.</summary>
    public IReadOnlyList<string> Twice => _twice;

    public IEnumerable<string> Keys => _wordings.Keys;

    public Wording? Find(string key) => _wordings.GetValueOrDefault(key);

    private void Read(Stream stream, string file)
    {
        using var document = JsonDocument.Parse(stream);
        foreach (var entry in document.RootElement.EnumerateObject())
        {
            var wording = new Wording(Part(entry, "zh", file), Part(entry, "en", file));
            if (!_wordings.TryAdd(entry.Name, wording))
            {
                _twice.Add($"{file}: {entry.Name}");
            }
        }
    }

    private static string Part(JsonProperty entry, string language, string file) =>
        entry.Value.TryGetProperty(language, out var value) && value.GetString() is { Length: > 0 } text
            ? text
            : throw new InvalidOperationException($"{file}: the text {entry.Name} has no {language}.");
}
