namespace VendorGov.Domain.Reports;

/// <summary>How grave a finding is. The order is the order of the list.</summary>
public enum FindingLevel
{
    /// <summary>Must be corrected in the file; nothing of the file is taken.</summary>
    Reject,

    /// <summary>The vendor must give a reason; the file stays as it is.</summary>
    Explain,

    /// <summary>Worth a second look; does not stop the file.</summary>
    Warn,
}

/// <summary>
/// One thing found in a file. <paramref name="Row"/> is the row number as the spreadsheet shows it (the header is row 1), 0 for
/// the whole sheet or file; <paramref name="LastRow"/> closes a range of rows. <paramref name="Column"/> is the field name of the
/// vendor report, or the header as written for a column that no field knows, or null for the whole row.
/// <paramref name="Value"/> is the cell as the file has it. <paramref name="RuleKey"/> names the sentence
/// <c>reports.problem.{RuleKey}</c> and the advice <c>reports.fix.{RuleKey}</c>; <paramref name="Args"/> fill both.
/// <paramref name="At"/> is the column of the file, counted from 0, where the file has that column.
/// <paramref name="Explanation"/> is the vendor's reason, for <see cref="FindingLevel.Explain"/> only.
/// </summary>
public sealed record ReportFinding(
    FindingLevel Level,
    string Sheet,
    int Row,
    string? Column,
    string? Value,
    string RuleKey,
    IReadOnlyList<string> Args,
    int? LastRow = null,
    string? Explanation = null,
    int? At = null)
{
    /// <summary>Identifies the finding across two checks of the same file; the name of its form field.</summary>
    public string Key => $"{Sheet}-{Row}-{Column}-{RuleKey}";
}
