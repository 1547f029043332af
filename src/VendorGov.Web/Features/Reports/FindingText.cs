using System.Text.RegularExpressions;
using VendorGov.Domain.Contracts;
using VendorGov.Domain.Reports;
using VendorGov.Web.Shared;

namespace VendorGov.Web.Features.Reports;

/// <summary>A finding as the reader sees it.</summary>
public sealed record FindingView(
    string Key, FindingLevel Level, string Sheet, string Row, string Column, string? Value, string Problem, string Fix, string? Explanation);

/// <summary>
/// Puts findings into words. In their arguments <c>@field</c> stands for a column, <c>#2026-03-01</c> for a date and
/// <c>%Voice</c> for a channel.
/// </summary>
public sealed partial class FindingText(Text text)
{
    public FindingView View(ReportFinding finding)
    {
        object?[] args = [.. finding.Args.Select(Words)];
        return new FindingView(
            finding.Key, finding.Level, finding.Sheet, Row(finding), Column(finding), Value(finding),
            text[$"reports.problem.{finding.RuleKey}", args], text[$"reports.fix.{finding.RuleKey}", args], finding.Explanation);
    }

    /// <summary>The column's name in the reader's language.</summary>
    public string Label(string field) =>
        text.OfField(field) ?? (CaseSheet.FindField(field) is { } listed ? text.Pick(listed.NameZh, listed.NameEn) : field);

    private string Row(ReportFinding finding) => finding switch
    {
        { Row: 0 } => Text.None,
        { LastRow: { } last } => $"{finding.Row}–{last}",
        _ => $"{finding.Row}",
    };

    private string Column(ReportFinding finding) =>
        finding.Column is { } column ? Label(column) : text[finding.Row == 0 ? "reports.wholeSheet" : "reports.wholeRow"];

    private static string? Value(ReportFinding finding) => string.IsNullOrWhiteSpace(finding.Value) ? null : finding.Value;

    private string Words(string argument) => Token().Replace(argument, match => match.Value[0] switch
    {
        '@' => Label(match.Value[1..]) is var label && label != match.Value[1..] ? label : match.Value,
        '#' => DateOnly.TryParseExact(match.Value[1..], "yyyy-MM-dd", out var date) ? text.Date(date) : match.Value,
        _ => Enum.TryParse<Channel>(match.Value[1..], out var channel) ? text.Of(channel) : match.Value,
    });

    [GeneratedRegex(@"@\w+|#\d{4}-\d\d-\d\d|%\w+", RegexOptions.CultureInvariant)]
    private static partial Regex Token();
}
