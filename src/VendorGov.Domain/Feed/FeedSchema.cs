using VendorGov.Domain.Tenancy;

namespace VendorGov.Domain.Feed;

/// <summary>What can be sent by the direct feed; the last part of the address, in lower case.</summary>
public enum FeedKind
{
    /// <summary>Conversations on chat, email and social media.</summary>
    Contacts,

    /// <summary>Incoming telephone calls, answered or not.</summary>
    Calls,
    Surveys,
    Presence,
}

/// <summary>How a field of a feed is read.</summary>
public enum FeedFieldType
{
    /// <summary>Short text; a code or a number that identifies something.</summary>
    Text,

    /// <summary>ISO 8601. Without an offset it is on the wall clock of the contract's time zone.</summary>
    Instant,

    /// <summary>A whole number, 0 or more.</summary>
    Count,

    /// <summary>true or false; yes, no, y, n, 1, 0, 是, 否 are taken too.</summary>
    Flag,

    /// <summary>One of <see cref="FeedField.Choices"/>.</summary>
    Choice,
}

/// <summary>
/// One column of a CSV file and one property of a JSON row. <paramref name="Most"/> is the greatest count, or the longest text.
/// </summary>
public sealed record FeedField(string Name, FeedFieldType Type, bool Required, int Most, params IReadOnlyList<string> Choices);

/// <summary>The fields of each kind; read by the intake, the API document and the guide, so that they cannot differ.</summary>
public sealed class FeedSchema
{
    private const int LongestDay = 86_400;

    private static readonly FeedField[] Parties = [Text("contract", 40), Text("vendor", 40)];

    private static readonly Dictionary<FeedKind, FeedSchema> ByKind = new[]
    {
        new FeedSchema(FeedKind.Contacts, [
            Text("id", 64, true), Text("outlet", 40, true), Choice("channel", true, "chat", "email", "social"), Instant("started_at", true),
            Choice("handled_by", false, "agent", "bot"), Count("first_reply_s", LongestDay * 7), Count("rounds", 10_000),
            Count("rounds_3m", 10_000), Count("talk_s", LongestDay), Count("acw_s", LongestDay), Text("agent", 40), Text("waybill", 40),
            Text("reason", 60), .. Parties]),
        new FeedSchema(FeedKind.Calls, [
            Text("id", 64, true), Text("outlet", 40, true), Instant("started_at", true), Choice("outcome", true, "answered", "abandoned"),
            Count("wait_s", LongestDay, true), Count("talk_s", LongestDay), Count("hold_s", LongestDay), Count("acw_s", LongestDay),
            Text("agent", 40), Text("waybill", 40), Text("reason", 60), .. Parties]),
        new FeedSchema(FeedKind.Surveys, [
            Text("id", 64, true), Text("outlet", 40, true), Choice("channel", true, "voice", "chat", "email", "social"),
            Instant("contact_at", true), Text("contact", 64), Instant("responded_at", false), Count("score", 5),
            new FeedField("satisfied", FeedFieldType.Flag, false, 5), .. Parties]),
        new FeedSchema(FeedKind.Presence, [
            Text("agent", 40, true), Text("outlet", 40, true), Choice("state", true, "scheduled", "present", "break"),
            Instant("starts_at", true), Instant("ends_at", true), Choice("channel", false, "voice", "chat", "email", "social"), .. Parties]),
    }.ToDictionary(s => s.Kind);

    private readonly Dictionary<string, int> _places;

    private FeedSchema(FeedKind kind, IReadOnlyList<FeedField> fields)
    {
        Kind = kind;
        Fields = fields;
        _places = fields.Select((f, i) => (f.Name, i)).ToDictionary(x => x.Name, x => x.i, StringComparer.OrdinalIgnoreCase);
    }

    public FeedKind Kind { get; }

    /// <summary>In the order of the template; senders may use any order.</summary>
    public IReadOnlyList<FeedField> Fields { get; }

    /// <summary>The last part of the address: <c>contacts</c>, <c>calls</c>, <c>surveys</c>, <c>presence</c>.</summary>
    public string Path => Kind.ToString().ToLowerInvariant();

    /// <summary>The scope that a key needs for it.</summary>
    public ApiScope Scope => Enum.Parse<ApiScope>(Kind.ToString());

    public static FeedSchema Of(FeedKind kind) => ByKind[kind];

    /// <summary>The place of a field, from 0; -1 for a name that the kind does not have. Case does not matter.</summary>
    public int IndexOf(string name) => _places.GetValueOrDefault(name, -1);

    private static FeedField Text(string name, int longest, bool required = false) => new(name, FeedFieldType.Text, required, longest);

    private static FeedField Count(string name, int most, bool required = false) => new(name, FeedFieldType.Count, required, most);

    private static FeedField Instant(string name, bool required) => new(name, FeedFieldType.Instant, required, 40);

    private static FeedField Choice(string name, bool required, params string[] choices) =>
        new(name, FeedFieldType.Choice, required, 20, choices);
}
