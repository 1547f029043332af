using System.Text.RegularExpressions;

namespace VendorGov.Domain.Reports;

/// <summary>
/// A rule between the figures of one row, parsed from a line such as <c>answered + abandoned > offered</c>. The line says what
/// must not be. A row in which one of the figures is blank cannot break it.
/// </summary>
public sealed partial record RowRule(
    string Text, IReadOnlyList<(int Sign, ReportField Field)> Left, string Relation, ReportField Right)
{
    /// <summary>Single figure against single figure: a part is greater than its whole.</summary>
    public bool IsPart => Left.Count == 1 && Relation == ">";

    /// <summary>An opening figure and its movements against a closing figure.</summary>
    public bool IsBalance => Relation == "!=";

    /// <summary>The sentence's key; see <see cref="ReportFinding.RuleKey"/>.</summary>
    public string Key => IsPart ? "part-exceeds-whole" : IsBalance ? "balance" : Relation == ">" ? "sum-exceeds" : "sum-short";

    /// <summary>The column that the finding marks.</summary>
    public ReportField Marked => Relation == ">" ? Left[0].Field : Right;

    /// <summary>Null where the line is no formula over fields of <paramref name="sheet"/>.</summary>
    public static RowRule? Parse(string line, ReportSheet sheet)
    {
        var text = line.Split(':')[0].Trim();
        var match = Formula().Match(text);
        if (!match.Success || sheet.Find(match.Groups["right"].Value) is not { } right)
        {
            return null;
        }

        var signs = match.Groups["sign"].Captures.Select(c => c.Value == "-" ? -1 : 1).Prepend(1);
        var fields = match.Groups["term"].Captures.Select(c => sheet.Find(c.Value)).OfType<ReportField>().ToList();
        return fields.Count == match.Groups["term"].Captures.Count
            ? new RowRule(text, [.. signs.Zip(fields)], match.Groups["relation"].Value, right)
            : null;
    }

    /// <summary>The arguments of the sentence if the row breaks the rule, else null.</summary>
    public IReadOnlyList<string>? Broken(IReadOnlyList<decimal?> figures)
    {
        if (figures[Right.Index] is not { } right || Left.Any(t => figures[t.Field.Index] is null))
        {
            return null;
        }

        var left = Left.Sum(t => t.Sign * figures[t.Field.Index]!.Value);
        var broken = Relation switch { ">" => left > right, "<" => left < right, _ => left != right };
        return broken ? Arguments(figures, left, right) : null;
    }

    private string[] Arguments(IReadOnlyList<decimal?> figures, decimal left, decimal right)
    {
        var terms = Left.Select((t, i) => (i == 0 ? "" : t.Sign < 0 ? " − " : " + ") + Term(t.Field, figures));
        var difference = CellText.Plain(Math.Abs(left - right));
        return [string.Concat(terms), CellText.Plain(left), $"@{Right.Name}", CellText.Plain(right), difference, $"@{Left[0].Field.Name}"];
    }

    private string Term(ReportField field, IReadOnlyList<decimal?> figures) =>
        IsBalance ? $"@{field.Name} {CellText.Plain(figures[field.Index]!.Value)}" : $"@{field.Name}";

    [GeneratedRegex(@"^(?<term>\w+)(?: (?<sign>[+-]) (?<term>\w+))* (?<relation>>|<|!=) (?<right>\w+)$", RegexOptions.CultureInvariant)]
    private static partial Regex Formula();
}
