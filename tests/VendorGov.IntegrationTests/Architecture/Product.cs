using System.Reflection;
using System.Runtime.CompilerServices;

namespace VendorGov.IntegrationTests.Architecture;

/// <summary>The product's own assemblies and the types that people wrote in them.</summary>
internal static class Product
{
    public static readonly Assembly Domain = Assembly.Load("VendorGov.Domain");
    public static readonly Assembly Data = Assembly.Load("VendorGov.Data");
    public static readonly Assembly Documents = Assembly.Load("VendorGov.Documents");
    public static readonly Assembly Web = typeof(Program).Assembly;
    public static readonly Assembly[] Engines =
        [Assembly.Load("VendorGov.Db.Sqlite"), Assembly.Load("VendorGov.Db.SqlServer"), Assembly.Load("VendorGov.Db.PostgreSql")];

    public static readonly Assembly[] All = [Domain, Data, Documents, Web, .. Engines];

    /// <summary>The repository's root, for the tests that read sources.</summary>
    public static readonly string Root = FindRoot();

    public static IEnumerable<Type> WrittenTypes(params Assembly[] assemblies) =>
        assemblies.SelectMany(a => a.GetTypes()).Where(IsWritten);

    private static bool IsWritten(Type type) =>
        type.Namespace?.StartsWith("VendorGov.", StringComparison.Ordinal) == true &&
        !type.Namespace.EndsWith(".Migrations", StringComparison.Ordinal) &&
        !IsGenerated(type) &&
        // Razor names the class of a page after its path; its model is what people wrote.
        type.GetCustomAttribute<Microsoft.AspNetCore.Razor.Hosting.RazorCompiledItemMetadataAttribute>() is null &&
        !type.Name.Contains('_') && type != typeof(Program);

    private static bool IsGenerated(Type type) =>
        type.IsDefined(typeof(CompilerGeneratedAttribute), false) || type.Name.Contains('<') ||
        (type.DeclaringType is { } outer && IsGenerated(outer));

    private static string FindRoot()
    {
        var directory = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(directory.FullName, "VendorGov.sln")))
        {
            directory = directory.Parent ?? throw new InvalidOperationException("The tests run outside of the repository.");
        }

        return directory.FullName;
    }
}
