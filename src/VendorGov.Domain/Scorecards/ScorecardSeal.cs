using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace VendorGov.Domain.Scorecards;

/// <summary>Words that people wrote, which may name a person: they stand in a scorecard, not in its seal (SLA semantics 3.7).</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class UnsealedAttribute : Attribute;

/// <summary>
/// The seal of a published scorecard: SHA-256 of its canonical JSON (RFC 8785; decimals as strings, instants as UTC seconds) followed by the
/// seal that the contract published before. Whoever holds the facts can compute it; one changed fact changes it and all that follow.
/// </summary>
public static class ScorecardSeal
{
    private const string Format = "vendorgov-scorecard-1";

    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        Converters = { new JsonStringEnumConverter(), new DecimalText(), new SecondText() },
        TypeInfoResolver = new DefaultJsonTypeInfoResolver { Modifiers = { LeaveOut } },
    };

    /// <summary>What is sealed, in one line of canonical JSON.</summary>
    public static string Json(Scorecard card)
    {
        var text = new StringBuilder();
        Write(text, new JsonObject
        {
            ["format"] = Format,
            ["tenant"] = card.TenantId.Value.ToString("D"),
            ["vendor"] = card.VendorId.Value.ToString("D"),
            ["contract"] = card.ContractId.Value.ToString("D"),
            ["terms"] = card.TermsVersionId.Value.ToString("D"),
            ["month"] = card.Month.ToString(),
            ["revision"] = card.Revision,
            ["scorecard"] = JsonSerializer.SerializeToNode(card.Content, Options),
        });
        return text.ToString();
    }

    /// <summary>64 hexadecimal digits.</summary>
    /// <param name="card">The scorecard.</param>
    /// <param name="previous">The seal before it; empty for the first of a contract.</param>
    public static string Of(Scorecard card, string previous) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Json(card) + previous)));

    /// <summary>128 random bits as 32 hexadecimal digits: what is printed on the document and asked for by the check page.</summary>
    public static string NewCode() => Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16));

    private static void LeaveOut(JsonTypeInfo type)
    {
        foreach (var property in type.Properties.Where(p => p.AttributeProvider?.IsDefined(typeof(UnsealedAttribute), true) == true).ToList())
        {
            type.Properties.Remove(property);
        }
    }

    private static void Write(StringBuilder text, JsonNode? node)
    {
        switch (node)
        {
            case JsonObject members:
                Join(text, '{', '}', members.Where(m => m.Value is not null).OrderBy(m => m.Key, StringComparer.Ordinal), m =>
                {
                    Write(text, m.Key);
                    text.Append(':');
                    Write(text, m.Value);
                });
                break;
            case JsonArray items:
                Join(text, '[', ']', items, item => Write(text, item));
                break;
            case JsonValue value when value.GetValueKind() == JsonValueKind.String:
                Write(text, value.GetValue<string>());
                break;
            default:
                // Whole numbers, true, false, null: all are written alike everywhere.
                text.Append(node?.ToJsonString() ?? "null");
                break;
        }
    }

    private static void Join<T>(StringBuilder text, char open, char close, IEnumerable<T> items, Action<T> write)
    {
        text.Append(open);
        foreach (var (item, place) in items.Select((item, place) => (item, place)))
        {
            if (place > 0)
            {
                text.Append(',');
            }

            write(item);
        }

        text.Append(close);
    }

    /// <summary>RFC 8785, section 3.2.2.2.</summary>
    private static void Write(StringBuilder text, string value)
    {
        text.Append('"');
        foreach (var c in value)
        {
            _ = c switch
            {
                '"' => text.Append("\\\""),
                '\\' => text.Append("\\\\"),
                '\b' => text.Append("\\b"),
                '\f' => text.Append("\\f"),
                '\n' => text.Append("\\n"),
                '\r' => text.Append("\\r"),
                '\t' => text.Append("\\t"),
                < ' ' => text.Append(CultureInfo.InvariantCulture, $"\\u{(int)c:x4}"),
                _ => text.Append(c),
            };
        }

        text.Append('"');
    }

    /// <summary>Without an exponent and without zeros that say nothing: 95.0 is what 95 is.</summary>
    private sealed class DecimalText : JsonConverter<decimal>
    {
        public override decimal Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            decimal.Parse(reader.GetString()!, CultureInfo.InvariantCulture);

        public override void Write(Utf8JsonWriter writer, decimal value, JsonSerializerOptions options) =>
            writer.WriteStringValue(value.ToString("0.############################", CultureInfo.InvariantCulture));
    }

    private sealed class SecondText : JsonConverter<DateTimeOffset>
    {
        public override DateTimeOffset Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => reader.GetDateTimeOffset();

        public override void Write(Utf8JsonWriter writer, DateTimeOffset value, JsonSerializerOptions options) =>
            writer.WriteStringValue(value.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture));
    }
}
