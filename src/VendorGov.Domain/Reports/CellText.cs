using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using VendorGov.Domain.Contracts;

namespace VendorGov.Domain.Reports;

/// <summary>Why a cell cannot be read: the key of the sentence and what fills it.</summary>
public sealed record CellProblem(string RuleKey, params string[] Args);

/// <summary>
/// Reads the text of a cell as people in spreadsheets write it: full-width forms count as their plain ones; dates in the usual
/// Chinese and ISO forms or as a spreadsheet's day number; groups of three digits may be set off by commas or spaces.
/// </summary>
public static partial class CellText
{
    /// <summary>Figures beyond this are a mistake, and would not fit the store.</summary>
    public const decimal MaxFigure = 999_999_999_999m;

    private static readonly DateOnly SpreadsheetDayZero = new(1899, 12, 30);

    private static readonly string[] DateForms =
        ["yyyy-M-d", "yyyy/M/d", "yyyy.M.d", "yyyy年M月d日", "yyyyMMdd", "yyyy-M-d H:mm:ss", "yyyy/M/d H:mm:ss", "yyyy-M-d H:mm", "yyyy/M/d H:mm"];

    private static readonly Dictionary<string, Channel> Channels = new(StringComparer.OrdinalIgnoreCase)
    {
        ["voice"] = Channel.Voice, ["电话"] = Channel.Voice, ["语音"] = Channel.Voice, ["热线"] = Channel.Voice,
        ["chat"] = Channel.Chat, ["在线"] = Channel.Chat, ["在线客服"] = Channel.Chat,
        ["email"] = Channel.Email, ["邮件"] = Channel.Email,
        ["social"] = Channel.Social, ["社交媒体"] = Channel.Social, ["社媒"] = Channel.Social,
    };

    private static readonly HashSet<string> Placeholders = ["-", "--", "—", "——", "–", "/", "N/A", "n/a", "NA", "无", "空", "null"];

    /// <summary>Full-width forms to plain ones, no space around.</summary>
    public static string Clean(string text)
    {
        // Nearly every cell of a report is a plain number: nothing to convert, nothing to copy.
        var plain = Ascii.IsValid(text) ? text : text.Normalize(NormalizationForm.FormKC);
        return plain.Trim('\uFEFF', '\u200B', ' ', '\t', '\r', '\n');
    }

    /// <summary>What two headers have in common that mean the same: no case, no spaces, no full-width forms.</summary>
    public static string HeaderKey(string header) =>
        string.Concat(Clean(header).Where(c => !char.IsWhiteSpace(c) && c is not '\u200B' and not '\uFEFF')).ToLowerInvariant();

    /// <summary>Without trailing zeros, invariant.</summary>
    public static string Plain(decimal value) => value.ToString("0.####", CultureInfo.InvariantCulture);

    /// <summary>A formula in place of a value: what it shows depends on the program that opens it.</summary>
    public static bool IsFormula(string text) => text.TrimStart().StartsWith('=');

    public static DateOnly? Date(string text)
    {
        var clean = Clean(text).Replace('T', ' ');
        if (DateTime.TryParseExact(clean, DateForms, CultureInfo.InvariantCulture, DateTimeStyles.AllowInnerWhite, out var date))
        {
            return DateOnly.FromDateTime(date);
        }

        // A date cell that lost its format shows the days since 1899-12-30; 2009 to 2064 covers every report.
        var serial = decimal.TryParse(clean, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var days);
        return serial && days is >= 40_000 and < 60_000 ? SpreadsheetDayZero.AddDays((int)days) : null;
    }

    /// <summary>A date with a time of day on an unnamed wall clock; a date alone is its first instant.</summary>
    public static DateTime? Instant(string text)
    {
        var clean = Clean(text).Replace('T', ' ');
        if (DateTime.TryParseExact(clean, DateForms, CultureInfo.InvariantCulture, DateTimeStyles.AllowInnerWhite, out var at))
        {
            return at;
        }

        var serial = decimal.TryParse(clean, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var days);
        return serial && days is >= 40_000 and < 60_000
            ? SpreadsheetDayZero.ToDateTime(TimeOnly.MinValue).AddSeconds((double)decimal.Round(days * 86_400))
            : null;
    }

    public static Channel? ParseChannel(string text) =>
        Channels.TryGetValue(Clean(text), out var channel) ? channel : null;

    /// <summary>The figure, or the problem that keeps the cell from being one.</summary>
    public static (decimal Value, CellProblem? Problem) Figure(string text, ReportFieldType type)
    {
        var clean = Clean(text);
        if (!decimal.TryParse(clean, Number, CultureInfo.InvariantCulture, out var value)
            && !decimal.TryParse(Ungrouped(clean), Number, CultureInfo.InvariantCulture, out value))
        {
            return (0, Diagnose(clean, type));
        }

        // Spreadsheets store 0.1 + 0.2 as 0.30000000000000004.
        value = decimal.Round(value, 4, MidpointRounding.AwayFromZero);
        return value < 0 ? (0, new CellProblem("negative"))
            : value > MaxFigure ? (0, new CellProblem("too-large"))
            : type == ReportFieldType.Integer && value != decimal.Truncate(value) ? (0, new CellProblem("not-integer"))
            : (value, null);
    }

    private const NumberStyles Number =
        NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent;

    private static string Ungrouped(string clean) => Grouped().IsMatch(clean) ? Separator().Replace(clean, "") : clean;

    private static CellProblem Diagnose(string clean, ReportFieldType type)
    {
        if (Placeholders.Contains(clean))
        {
            return new CellProblem("placeholder");
        }

        if (IsFormula(clean))
        {
            return new CellProblem("formula");
        }

        if (clean.StartsWith('#'))
        {
            return new CellProblem("formula-error");
        }

        var letter = clean.IndexOfAny(['O', 'o', 'l', 'I']);
        var mended = clean.Replace('O', '0').Replace('o', '0').Replace('l', '1').Replace('I', '1');
        if (letter >= 0 && decimal.TryParse(Ungrouped(mended), Number, CultureInfo.InvariantCulture, out _))
        {
            var place = (letter + 1).ToString(CultureInfo.InvariantCulture);
            return new CellProblem("letter-in-number", place, clean[letter].ToString(), mended[letter].ToString());
        }

        return Separator().IsMatch(clean) && Separator().Replace(clean, "").All(c => char.IsAsciiDigit(c) || c == '.')
            ? new CellProblem("bad-separator")
            : new CellProblem(type == ReportFieldType.Integer ? "not-integer" : "not-number");
    }

    [GeneratedRegex(@"^-?\d{1,3}(?:([, \u00A0\u2009])\d{3})(?:\1\d{3})*(?:\.\d+)?$", RegexOptions.CultureInvariant)]
    private static partial Regex Grouped();

    [GeneratedRegex(@"[, \u00A0\u2009']", RegexOptions.CultureInvariant)]
    private static partial Regex Separator();
}
