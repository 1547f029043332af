using System.Reflection;
using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Microsoft.EntityFrameworkCore.Metadata.Conventions;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;
using VendorGov.Domain;
using VendorGov.Domain.Reports;
using VendorGov.Domain.Tenancy;

namespace VendorGov.Data.Converters;

/// <summary>Conventions of the one model that all engines share.</summary>
internal static class Conventions
{
    public static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        Converters = { new JsonStringEnumConverter() },
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>The model is written in Configurations: asking every member for attributes that are nowhere took a tenth of its making.</summary>
    private static readonly Type[] ForAttributes =
    [
        typeof(BackingFieldAttributeConvention), typeof(ComplexTypeAttributeConvention), typeof(ConcurrencyCheckAttributeConvention),
        typeof(DatabaseGeneratedAttributeConvention), typeof(DeleteBehaviorAttributeConvention), typeof(EntityTypeConfigurationAttributeConvention),
        typeof(ForeignKeyAttributeConvention), typeof(IndexAttributeConvention), typeof(InversePropertyAttributeConvention), typeof(KeyAttributeConvention),
        typeof(KeylessAttributeConvention), typeof(MaxLengthAttributeConvention), typeof(NotMappedMemberAttributeConvention),
        typeof(NotMappedTypeAttributeConvention), typeof(OwnedAttributeConvention), typeof(PrecisionAttributeConvention), typeof(RelationalColumnAttributeConvention),
        typeof(RelationalColumnCommentAttributeConvention), typeof(RelationalTableAttributeConvention), typeof(RelationalTableCommentAttributeConvention),
        typeof(RequiredNavigationAttributeConvention), typeof(RequiredPropertyAttributeConvention), typeof(StringLengthAttributeConvention),
        typeof(TimestampAttributeConvention), typeof(UnicodeAttributeConvention),
    ];

    /// <summary>Marks a property until the model of an engine is shaped.</summary>
    public const string Exact = "VendorGov:Exact";

    public static void Apply(ModelConfigurationBuilder builder)
    {
        foreach (var unused in ForAttributes)
        {
            builder.Conventions.Remove(unused);
        }

        builder.Properties<DateTimeOffset>().HaveConversion<UtcConverter>();
        builder.Properties<decimal>().HavePrecision(18, 4);
        builder.Properties<Enum>().HaveConversion<string>().HaveMaxLength(40).AreUnicode(false);
        builder.Properties<YearMonth>().HaveConversion<YearMonthConverter>().HaveMaxLength(7).AreUnicode(false);
        builder.Properties<ReportPeriod>().HaveConversion<ReportPeriodConverter>().HaveMaxLength(8).AreUnicode(false);
        foreach (var id in typeof(TenantId).Assembly.GetTypes().Where(IsId))
        {
            builder.Properties(id).HaveConversion(typeof(IdConverter<>).MakeGenericType(id));
        }
    }

    /// <summary>The column of a <see cref="ReportPeriod"/>: it held months before there were weeks, and what it held stays in it.</summary>
    public static string MonthOrWeek(string prefix = "") => prefix + "Month";

    /// <summary>Keeps a record or list as one JSON document; compared by its text.</summary>
    public static PropertyBuilder<T> IsJson<T>(this PropertyBuilder<T> property) where T : class =>
        property.HasConversion(
            new ValueConverter<T, string>(v => JsonSerializer.Serialize(v, Json), s => JsonSerializer.Deserialize<T>(s, Json)!),
            new ValueComparer<T>(
                (a, b) => JsonSerializer.Serialize(a, Json) == JsonSerializer.Serialize(b, Json),
                v => JsonSerializer.Serialize(v, Json).GetHashCode(StringComparison.Ordinal),
                v => JsonSerializer.Deserialize<T>(JsonSerializer.Serialize(v, Json), Json)!));

    /// <summary>As <see cref="IsJson"/>, for a value that is replaced whole and never mutated: compared by reference.</summary>
    public static PropertyBuilder<T> IsImmutableJson<T>(this PropertyBuilder<T> property) where T : class? =>
        property.HasConversion(
            new ValueConverter<T, string>(v => JsonSerializer.Serialize(v, Json), s => JsonSerializer.Deserialize<T>(s, Json)!),
            new ValueComparer<T>((a, b) => ReferenceEquals(a, b), v => System.Runtime.CompilerServices.RuntimeHelpers.GetHashCode(v), v => v));

    /// <summary>
    /// Two of these are the same only if they are written the same, as the code takes them: keys that other systems made, and pieces of text. SQL Server's
    /// usual collations see no difference of case and width.
    /// </summary>
    public static PropertyBuilder<T> IsExact<T>(this PropertyBuilder<T> property) where T : class? => property.HasAnnotation(Exact, true);

    private static bool IsId(Type type) => type.IsValueType &&
        type.GetInterfaces().Any(i => i.IsGenericType && i.GetGenericTypeDefinition() == typeof(IEntityId<>));
}

/// <summary>Instants are stored as UTC, to the microsecond (what all three engines keep).</summary>
internal sealed class UtcConverter() : ValueConverter<DateTimeOffset, DateTime>(
    v => Truncate(v.UtcDateTime), v => new DateTimeOffset(DateTime.SpecifyKind(v, DateTimeKind.Utc)))
{
    private static DateTime Truncate(DateTime utc) => new(utc.Ticks - (utc.Ticks % 10), DateTimeKind.Utc);
}

internal sealed class YearMonthConverter() : ValueConverter<YearMonth, string>(v => v.ToString(), s => Parse(s))
{
    private static YearMonth Parse(string text) =>
        YearMonth.TryParse(text, out var month) ? month : throw new FormatException($"Not a month: {text}");
}

internal sealed class ReportPeriodConverter() : ValueConverter<ReportPeriod, string>(v => v.ToString(), s => Parse(s))
{
    private static ReportPeriod Parse(string text) =>
        ReportPeriod.TryParse(text, out var period) ? period : throw new FormatException($"Not a month or week: {text}");
}

internal sealed class IdConverter<TId>() : ValueConverter<TId, Guid>(v => v.Value, g => From(g))
    where TId : struct, IEntityId<TId>
{
    private static TId From(Guid value) => TId.From(value);
}
