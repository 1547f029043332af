using System.Text;
using VendorGov.Domain.Issues;
using VendorGov.Domain.Tenancy;

namespace VendorGov.Domain.Search;

/// <summary>
/// The words of an issue (number, title, description, waybills) or of one message of its thread, for the full-text search. Written in the
/// transaction that writes the words. Customers' names and numbers are not in it.
/// </summary>
public sealed class SearchEntry : IOutletOwned
{
    private SearchEntry()
    {
    }

    private SearchEntry(Guid id, IOutletOwned of, IssueId issue, string text, DateTimeOffset at)
    {
        Id = id;
        // The random half of a version 7 key: a number for the engines that index by one.
        RowKey = BitConverter.ToInt64(id.ToByteArray(), 8);
        (TenantId, VendorId, OutletId, IssueId, Text, At) = (of.TenantId, of.VendorId, of.OutletId, issue, text, at);
    }

    /// <summary>The issue's, or the message's.</summary>
    public Guid Id { get; private set; }

    public long RowKey { get; private set; }

    public TenantId TenantId { get; private set; }

    public VendorId VendorId { get; private set; }

    public OutletId OutletId { get; private set; }

    public IssueId IssueId { get; private set; }

    /// <summary>The only side that may find it: an internal note.</summary>
    public Side? OnlySide { get; private set; }

    public string Text { get; private set; } = "";

    public DateTimeOffset At { get; private set; }

    public static SearchEntry Of(Issue issue) => new(
        issue.Id.Value, issue, issue.Id,
        string.Join('\n', new[] { issue.Number, issue.Title, string.Join(' ', issue.Waybills), issue.Description }.Where(t => t.Length > 0)),
        issue.FiledAt);

    public static SearchEntry Of(IssueMessage message) =>
        new(message.Id, message, message.IssueId, message.Body, message.At) { OnlySide = message.IsInternal ? message.Side : null };
}

/// <summary>
/// A piece of an entry, looked up by equality: the index of engines without one for parts of a text. Four digits in a row, for of numbers nearly every
/// text has nearly every pair; else two neighbouring characters, one of which is no digit.
/// </summary>
public sealed class SearchGram : ITenantOwned
{
    /// <summary>What a gram takes: four digits, or two characters of two units.</summary>
    public const int Longest = 4;

    private const int Digits = 4;
    private const int Pair = 2;

    /// <summary>Grams that are looked up for a word.</summary>
    private const int Asked = 3;

    private SearchGram()
    {
    }

    public SearchGram(TenantId tenant, Guid entry, string gram) => (TenantId, EntryId, Gram) = (tenant, entry, gram);

    public TenantId TenantId { get; private set; }

    public Guid EntryId { get; private set; }

    public string Gram { get; private set; } = "";

    /// <summary>What is stored: a text without a gram is its own, which nobody asks for, so that it can be told from one that was not cut yet.</summary>
    public static IEnumerable<SearchGram> Of(SearchEntry entry)
    {
        var grams = In(entry.Text);
        var whole = grams.Count == 0 ? string.Concat(Characters(entry.Text)) : "";
        return (whole.Length > 0 ? [whole] : grams).Select(gram => new SearchGram(entry.TenantId, entry.Id, gram));
    }

    /// <summary>What must all be there for an entry to hold these words; empty for words that are too short.</summary>
    public static IReadOnlyList<string> In(string words)
    {
        var plain = Characters(words);
        return [.. Enumerable.Range(0, plain.Count).Select(i => At(plain, i)).OfType<string>().Distinct(StringComparer.Ordinal)];
    }

    /// <summary>
    /// Those of the words' grams that are asked for: the rarest, as far as can be told, and of a number its end. Reading the list of each costs more than
    /// comparing the few texts that three of them leave.
    /// </summary>
    public static IReadOnlyList<string> Telling(string words)
    {
        var grams = In(words);
        return grams.Count <= Asked ? grams
            : [.. grams.Reverse().Select((gram, i) => (gram, i)).OrderBy(g => Commonness(g.gram)).ThenBy(g => g.i % g.gram.Length).ThenBy(g => g.i).Take(Asked).Select(g => g.gram)];
    }

    private static int Commonness(string gram) =>
        gram.All(char.IsAsciiDigit) ? 0 : gram.Any(c => c > 127) ? 1 : gram.All(char.IsAsciiLetter) ? 3 : 2;

    /// <summary>Whole characters, not halves of those that take two units; without the one that not every engine keeps.</summary>
    private static List<Rune> Characters(string text) => [.. text.ToLowerInvariant().EnumerateRunes().Where(r => r.Value != 0)];

    private static string? At(List<Rune> text, int start)
    {
        var isNumber = start + 1 < text.Count && IsDigit(text[start]) && IsDigit(text[start + 1]);
        var length = isNumber ? Digits : Pair;
        return start + length > text.Count || (isNumber && !text.GetRange(start, length).TrueForAll(IsDigit)) ? null : string.Concat(text.GetRange(start, length));
    }

    private static bool IsDigit(Rune character) => character.Value is >= '0' and <= '9';
}
