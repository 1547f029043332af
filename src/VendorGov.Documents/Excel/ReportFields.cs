using System.Text.Json;
using VendorGov.Domain.Scorecards;

namespace VendorGov.Documents.Excel;

/// <summary>Column names of the vendor report from the domain's field list: Chinese with the field name in English.</summary>
internal static class ReportFields
{
    private static readonly Dictionary<string, string> Chinese = Load();

    public static string Name(string field, Words words) =>
        words.IsChinese && Chinese.TryGetValue(field, out var name) ? name : field;

    private static Dictionary<string, string> Load()
    {
        using var stream = typeof(ScorecardContent).Assembly.GetManifestResourceStream("vendor-report.json")!;
        using var json = JsonDocument.Parse(stream);
        return json.RootElement.GetProperty("fields").EnumerateArray()
            .ToDictionary(f => f.GetProperty("field").GetString()!, f => f.GetProperty("zh").GetString()!);
    }
}
