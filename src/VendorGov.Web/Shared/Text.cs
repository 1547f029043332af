using System.Globalization;
using System.Text.RegularExpressions;
using VendorGov.Domain;
using VendorGov.Domain.Reports;

namespace VendorGov.Web.Shared;

/// <summary>
/// Every word that a user reads: sentences by key, and times, durations and figures in one language and zone. Pages get
/// the request's language and the tenant's zone; jobs and files state both.
/// </summary>
public sealed partial class Text(TextCatalogue catalogue, string language, TimeZoneInfo zone, bool strict)
{
    public const string Chinese = "zh";
    public const string English = "en";

    /// <summary>What stands for "no value": never 0, never 100 %.</summary>
    public const string None = "–";

    private readonly CultureInfo _culture = CultureInfo.GetCultureInfo(language == Chinese ? "zh-CN" : "en-GB");

    /// <summary><c>zh</c> or <c>en</c>.</summary>
    public string Language { get; } = language;

    /// <summary>The value of the <c>lang</c> attribute.</summary>
    public string LanguageTag => IsChinese ? "zh-CN" : "en";

    public bool IsChinese => Language == Chinese;

    public TimeZoneInfo Zone { get; } = zone;

    /// <summary>The sentence under <paramref name="key"/>; arguments are written the way this class writes them.</summary>
    public string this[string key, params object?[] arguments]
    {
        get
        {
            var sentence = Sentence(key);
            return arguments.Length == 0 ? sentence
                : Counted(sentence, string.Format(_culture, sentence, arguments.Select(Written).ToArray()));
        }
    }

    /// <summary>Text for other readers: a job, a mail, a file in the other language.</summary>
    public static Text For(string language, TimeZoneInfo zone) => new(TextCatalogue.Embedded, language, zone, strict: false);

    /// <summary>Text for a person or network whose language is kept as <c>en</c>, <c>en-GB</c> or the like; Chinese for any other and for none.</summary>
    public static Text ForLanguage(string? language, TimeZoneInfo zone) =>
        For(language?.StartsWith("en", StringComparison.Ordinal) == true ? English : Chinese, zone);

    /// <summary>What an operator reads at the console, and a program in the API's description.</summary>
    public static Text Operator { get; } = For(English, TimeZoneInfo.Utc);

    /// <summary>What stands behind a prefix of keys.</summary>
    public IEnumerable<string> Under(string prefix) => catalogue.Keys.Where(k => k.StartsWith(prefix, StringComparison.Ordinal)).Select(k => k[prefix.Length..]);

    public bool Has(string key) => catalogue.Find(key) is not null;

    /// <summary>The name of an enum value: <c>enum.IssueState.Resolved</c>.</summary>
    public string Of(Enum? value) => value is null ? None : this[$"enum.{value.GetType().Name}.{value}"];

    /// <summary>The sentence of a refused transition.</summary>
    public string Rule(RuleViolationException violation) =>
        this[$"rule.{violation.Rule}", violation.Arguments.Cast<object?>().ToArray()];

    /// <summary>Both languages of a stored pair of names; the caller's one.</summary>
    public string Pick(string zh, string en) => IsChinese ? zh : en;

    private string Sentence(string key)
    {
        var wording = catalogue.Find(key);
        if (wording is null)
        {
            return strict ? throw new KeyNotFoundException($"There is no text for {key}.") : $"⟦{key}⟧";
        }

        return IsChinese ? wording.Zh : wording.En;
    }

    /// <summary>English wordings write <c>{0} working day[s]</c>: 1 working day, 2 working days.</summary>
    private static string Counted(string wording, string sentence) =>
        wording.Contains("[s]", StringComparison.Ordinal)
            ? One().Replace(sentence, "$1").Replace("[s]", "s", StringComparison.Ordinal)
            : sentence;

    [GeneratedRegex(@"((?<![\d.,])1 (?:[a-z]+ )?[a-z]+)\[s\]")]
    private static partial Regex One();

    private object? Written(object? argument) => argument switch
    {
        null => None,
        Enum value => Of(value),
        DateTimeOffset at => Instant(at),
        DateOnly date => Date(date),
        YearMonth month => Month(month),
        ReportPeriod period => Period(period),
        TimeSpan span => Duration((long)span.TotalSeconds),
        decimal number => Number(number),
        int or long => string.Format(_culture, "{0:N0}", argument),
        _ => argument,
    };
}
