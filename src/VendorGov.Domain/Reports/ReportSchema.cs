using System.Text.Json;
using VendorGov.Domain.Contracts;

namespace VendorGov.Domain.Reports;

/// <summary>What the monthly data report of a vendor contains: the embedded <c>vendor-report.json</c>.</summary>
public sealed class ReportSchema
{
    private static readonly IReadOnlySet<Channel> EveryChannel = new HashSet<Channel>(Enum.GetValues<Channel>());

    private ReportSchema(JsonElement root)
    {
        var fields = root.GetProperty("fields").EnumerateArray().ToList();
        var required = Required(root.GetProperty("requiredByChannel"), [.. fields.Select(NameOf)]);
        RejectSentences = Strings(root, "reject");
        ExplainSentences = Strings(root, "explain");
        var daily = fields.Where(f => SheetOf(f) == ReportSheet.Daily).ToList();
        var monthly = fields.Where(f => SheetOf(f) == ReportSheet.Monthly).Prepend(fields.First(f => NameOf(f) == "outlet"));
        Daily = Sheet(ReportSheet.Daily, daily, required);
        Monthly = Sheet(ReportSheet.Monthly, monthly, required);
    }

    public static ReportSchema Default { get; } = Load();

    /// <summary>One row per date, outlet and channel.</summary>
    public ReportSheet Daily { get; }

    /// <summary>One row per outlet.</summary>
    public ReportSheet Monthly { get; }

    /// <summary>The rules as the customer wrote them; those that are formulas became <see cref="ReportSheet.Reject"/>.</summary>
    public IReadOnlyList<string> RejectSentences { get; }

    public IReadOnlyList<string> ExplainSentences { get; }

    public ReportSheet Of(string sheet) => sheet == ReportSheet.Monthly ? Monthly : Daily;

    public ReportField? FindField(string name) => Daily.Find(name) ?? Monthly.Find(name);

    private ReportSheet Sheet(string name, IEnumerable<JsonElement> fields, Dictionary<string, IReadOnlySet<Channel>> required) =>
        new(name, [.. fields.Select((f, i) => Field(f, i, required))], RejectSentences, ExplainSentences);

    private static ReportField Field(JsonElement json, int index, Dictionary<string, IReadOnlySet<Channel>> required)
    {
        var aliases = Strings(json, "aliases");
        return new ReportField(
            index,
            NameOf(json),
            json.GetProperty("zh").GetString()!,
            aliases.First(a => a.All(char.IsAscii)),
            aliases,
            TypeOf(json.GetProperty("type").GetString()!),
            required.GetValueOrDefault(NameOf(json), EveryChannel));
    }

    private static ReportFieldType TypeOf(string type) => type.Split(' ', ':')[0] switch
    {
        "date" => ReportFieldType.Date,
        "code" => ReportFieldType.Code,
        "enum" => ReportFieldType.Channel,
        "int" => ReportFieldType.Integer,
        "decimal" => ReportFieldType.Decimal,
        _ => throw new InvalidDataException($"vendor-report.json: unknown type {type}"),
    };

    /// <summary>Reads lines such as <c>"chat, social": "sessions..rounds_3m"</c>; a range follows the order of the fields.</summary>
    private static Dictionary<string, IReadOnlySet<Channel>> Required(JsonElement json, List<string> order)
    {
        var required = new Dictionary<string, IReadOnlySet<Channel>>();
        foreach (var line in json.EnumerateObject().Where(l => l.Name != "every channel"))
        {
            var channels = line.Name.Split(", ").Select(c => Enum.Parse<Channel>(c, ignoreCase: true)).ToHashSet();
            foreach (var span in line.Value.GetString()!.Split(", ").Select(s => s.Split("..")))
            {
                var (from, to) = (order.IndexOf(span[0]), order.IndexOf(span[^1]));
                order[from..(to + 1)].ForEach(field => required[field] = channels);
            }
        }

        return required;
    }

    private static string NameOf(JsonElement field) => field.GetProperty("field").GetString()!;

    private static string SheetOf(JsonElement field) => field.GetProperty("sheet").GetString()!;

    private static string[] Strings(JsonElement json, string property) =>
        [.. json.GetProperty(property).EnumerateArray().Select(a => a.GetString()!)];

    private static ReportSchema Load()
    {
        using var stream = typeof(ReportSchema).Assembly.GetManifestResourceStream("vendor-report.json")!;
        using var json = JsonDocument.Parse(stream);
        return new ReportSchema(json.RootElement);
    }
}
