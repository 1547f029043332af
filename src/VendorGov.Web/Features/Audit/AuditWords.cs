using System.Globalization;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using VendorGov.Data;
using VendorGov.Domain;
using VendorGov.Domain.Auditing;
using VendorGov.Web.Shared;

namespace VendorGov.Web.Features.Audit;

/// <summary>One changed field in words; a value that the trail names but does not keep is null.</summary>
public sealed record FieldChange(string Field, string? Before, string? After);

/// <summary>Turns what the trail keeps, names and stored values, into words of the reader.</summary>
public sealed class AuditWords(AppDb db, Text text)
{
    private static readonly string[] Technical = ["Id", "Ids", "Sha256", "Hash", "Json", "Seal", "Version"];

    private static readonly Dictionary<string, IEntityType?> Types = [];

    public string Subject(AuditEntry entry) => text.Has($"audit.subject.{entry.Subject}") ? text[$"audit.subject.{entry.Subject}"] : text["audit.subject.other"];

    public string Action(AuditEntry entry) => text.Has($"audit.action.{entry.Action}") ? text[$"audit.action.{entry.Action}"] : text["audit.action.other"];

    /// <summary>What changed, in the order in which it was kept; keys and hashes of rows are left out.</summary>
    public IReadOnlyList<FieldChange> Changes(AuditEntry entry)
    {
        using var json = JsonDocument.Parse(entry.Changes);
        var type = TypeOf(entry.Subject);
        return [.. json.RootElement.EnumerateObject()
            .Where(p => !Technical.Any(t => p.Name.EndsWith(t, StringComparison.Ordinal)) && text.Has(Key(p.Name)))
            .Select(p => Change(p, type?.FindProperty(Named(p.Name))))];
    }

    private static string Key(string name) => $"audit.field.{Named(name)}";

    /// <summary>Facts of a batch begin with a small letter.</summary>
    private static string Named(string name) => char.ToUpperInvariant(name[0]) + name[1..];

    /// <summary>A change is a pair, before and after; a fact of a batch is one value.</summary>
    private FieldChange Change(JsonProperty change, IProperty? property)
    {
        var pair = change.Value.ValueKind == JsonValueKind.Array && change.Value.GetArrayLength() == 2;
        return pair
            ? new(text[Key(change.Name)], Value(change.Value[0], property), Value(change.Value[1], property))
            : new(text[Key(change.Name)], null, Value(change.Value, property));
    }

    private string? Value(JsonElement stored, IProperty? property) => stored.ValueKind switch
    {
        JsonValueKind.Null => null,
        JsonValueKind.String => Written(stored.GetString()!, property),
        JsonValueKind.True or JsonValueKind.False => text[stored.GetBoolean() ? "shared.yes" : "shared.no"],
        JsonValueKind.Number => stored.GetRawText(),
        _ => "…",
    };

    private string Written(string stored, IProperty? property)
    {
        var type = property is null ? null : Nullable.GetUnderlyingType(property.ClrType) ?? property.ClrType;
        return type switch
        {
            { IsEnum: true } when Enum.TryParse(type, stored, out var value) && text.Has($"enum.{type.Name}.{value}") => text.Of((Enum)value!),
            _ when type == typeof(bool) => text[stored is "1" or "True" ? "shared.yes" : "shared.no"],
            _ when type == typeof(DateTimeOffset) && DateTimeOffset.TryParse(stored, CultureInfo.InvariantCulture, out var at) => text.Instant(at),
            _ when type == typeof(DateOnly) && DateOnly.TryParse(stored, CultureInfo.InvariantCulture, out var date) => text.Date(date),
            _ when stored is ['{' or '[', ..] || Guid.TryParse(stored, out _) => "…",
            _ when YearMonth.TryParse(stored, out var month) => text.Month(month),
            _ => stored,
        };
    }

    private IEntityType? TypeOf(string subject)
    {
        lock (Types)
        {
            if (!Types.TryGetValue(subject, out var type))
            {
                Types[subject] = type = db.Model.GetEntityTypes().FirstOrDefault(t => t.ClrType.Name == subject);
            }

            return type;
        }
    }
}
