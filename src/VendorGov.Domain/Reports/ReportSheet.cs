namespace VendorGov.Domain.Reports;

/// <summary>
/// One sheet of the vendor report: its columns in the order of the template, the rules that a row of it must keep, and those
/// whose breach must be explained.
/// </summary>
public sealed class ReportSheet
{
    public const string Daily = "daily";
    public const string Monthly = "monthly";

    private readonly Dictionary<string, ReportField> _byHeader = [];
    private readonly Dictionary<string, ReportField> _byName = [];

    internal ReportSheet(string name, IReadOnlyList<ReportField> fields, IEnumerable<string> reject, IEnumerable<string> explain)
    {
        Name = name;
        Fields = fields;
        foreach (var field in fields)
        {
            _byName[field.Name] = field;
            foreach (var header in field.Aliases.Prepend(field.NameZh).Prepend(field.Name))
            {
                _byHeader.TryAdd(CellText.HeaderKey(header), field);
            }
        }

        Reject = [.. reject.Select(r => RowRule.Parse(r, this)).OfType<RowRule>()];
        Explain = [.. explain.Select(r => RowRule.Parse(r, this)).OfType<RowRule>()];
    }

    public string Name { get; }

    public IReadOnlyList<ReportField> Fields { get; }

    public IReadOnlyList<RowRule> Reject { get; }

    public IReadOnlyList<RowRule> Explain { get; }

    public bool IsDaily => Name == Daily;

    /// <summary>The field of that name; throws <see cref="KeyNotFoundException"/>.</summary>
    public ReportField this[string name] => _byName[name];

    public ReportField? Find(string name) => _byName.GetValueOrDefault(name);

    /// <summary>
    /// The field that a header means: its name, its Chinese name or an alias, without regard to case, spaces and full-width
    /// forms. A header of two lines or with a slash may carry two of them if both mean the same field.
    /// </summary>
    public ReportField? Match(string header)
    {
        if (_byHeader.TryGetValue(CellText.HeaderKey(header), out var field))
        {
            return field;
        }

        var parts = header.Split(['\n', '/', '／'], StringSplitOptions.RemoveEmptyEntries);
        var meant = parts.Select(p => _byHeader.GetValueOrDefault(CellText.HeaderKey(p))).Distinct().ToList();
        return parts.Length > 1 && meant.Count == 1 ? meant[0] : null;
    }
}
