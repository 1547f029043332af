using System.Reflection;
using VendorGov.Domain.Tenancy;

namespace VendorGov.IntegrationTests.Walls;

/// <summary>Finds the ids in what a handler binds: keys by their type, texts by their name, through nested records and lists.</summary>
internal static class InputIds
{
    private const int Deepest = 3;

    public static IEnumerable<string> Of(Type type, string name, int depth = 0)
    {
        var bare = Nullable.GetUnderlyingType(type) ?? type;
        if (bare == typeof(Guid) || IsKey(bare) || (bare == typeof(string) && IsName(name)))
        {
            return [name];
        }

        if (ElementOf(bare) is { } element)
        {
            return Of(element, IsSimple(element) ? name : $"{name}[0]", depth + 1);
        }

        return depth < Deepest && bare.Assembly.GetName().Name?.StartsWith("VendorGov", StringComparison.Ordinal) == true && !bare.IsEnum
            ? bare.GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(p => p.CanWrite)
                .SelectMany(p => Of(p.PropertyType, $"{name}.{p.Name}", depth + 1))
            : [];
    }

    public static bool IsName(string name)
    {
        var last = name.Split('.')[^1];
        return last.Equals("id", StringComparison.OrdinalIgnoreCase) || last.EndsWith("Id", StringComparison.Ordinal);
    }

    private static bool IsKey(Type type) =>
        type.GetInterfaces().Any(i => i.IsGenericType && i.GetGenericTypeDefinition() == typeof(IEntityId<>));

    private static bool IsSimple(Type type) => type == typeof(Guid) || type == typeof(string) || IsKey(type);

    private static Type? ElementOf(Type type) => type.IsArray ? type.GetElementType()
        : type.IsGenericType && typeof(System.Collections.IEnumerable).IsAssignableFrom(type) && type.GetGenericArguments() is [var only] ? only
        : null;
}
