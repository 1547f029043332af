using System.Globalization;
using System.Text.Json;

namespace VendorGov.Documents;

/// <summary>The words of documents in one language, from <c>words.json</c>. A missing key throws: a document never shows a key.</summary>
public sealed class Words
{
    private static readonly Dictionary<string, Dictionary<string, string>> All = Load();

    private static readonly Words Zh = new("zh"), En = new("en");

    private Words(string language) => Language = language;

    /// <summary><c>zh</c> or <c>en</c>.</summary>
    public string Language { get; }

    public bool IsChinese => Language == "zh";

    /// <summary>BCP 47 tag for document metadata.</summary>
    public string Tag => IsChinese ? "zh-CN" : "en";

    public string this[string key] => All[key][Language];

    public string this[string key, params object[] arguments] => string.Format(CultureInfo.InvariantCulture, All[key][Language], arguments);

    /// <param name="language">A tag such as <c>zh-CN</c> or <c>en</c>; everything but Chinese reads English.</param>
    public static Words Of(string language) => language.StartsWith("zh", StringComparison.OrdinalIgnoreCase) ? Zh : En;

    /// <summary>The word for an enum value, key <c>Type.Value</c>.</summary>
    public string Of<T>(T value) where T : struct, Enum => this[$"{typeof(T).Name}.{value}"];

    internal static IReadOnlyDictionary<string, Dictionary<string, string>> Keys => All;

    private static Dictionary<string, Dictionary<string, string>> Load()
    {
        using var stream = typeof(Words).Assembly.GetManifestResourceStream("words.json")!;
        return JsonSerializer.Deserialize<Dictionary<string, Dictionary<string, string>>>(stream)!;
    }
}
