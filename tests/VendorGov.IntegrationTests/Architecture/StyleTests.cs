using System.Reflection;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Xunit;

namespace VendorGov.IntegrationTests.Architecture;

public sealed partial class StyleTests
{
    /// <summary>Seams to the outside world may have a single implementation: files, mail, PDF, search.</summary>
    private static readonly HashSet<string> Seams = [];

    [Fact]
    public void An_interface_has_more_than_one_implementation_or_is_a_seam()
    {
        var types = Product.WrittenTypes(Product.All).ToList();
        var lonely = types
            .Where(t => t.IsInterface && !IsMarker(t) && !Seams.Contains(t.Name))
            .Where(i => types.Count(t => !t.IsInterface && Implements(t, i)) < 2)
            .Select(i => i.FullName);
        Assert.Empty(lonely);
    }

    [Fact]
    public void A_class_that_nothing_derives_from_is_sealed()
    {
        var types = Product.WrittenTypes(Product.All).ToList();
        var bases = types.Select(t => t.BaseType).OfType<Type>().Select(Definition).ToHashSet();
        Assert.Empty(types.Where(t => t is { IsClass: true, IsSealed: false, IsAbstract: false } && !bases.Contains(t)).Select(t => t.FullName));
    }

    [Fact]
    public void Nothing_is_called_manager_helper_or_util()
    {
        Assert.Empty(Product.WrittenTypes(Product.All).Where(t => VagueName().IsMatch(t.Name)).Select(t => t.FullName));
    }

    [Fact]
    public void A_page_lives_in_a_capability_and_its_model_ends_with_model()
    {
        var strays = Product.WrittenTypes(Product.Web)
            .Where(t => typeof(PageModel).IsAssignableFrom(t) && !t.IsAbstract)
            .Where(t => t.Namespace?.StartsWith("VendorGov.Web.Features.", StringComparison.Ordinal) != true ||
                !t.Name.EndsWith("Model", StringComparison.Ordinal));
        Assert.Empty(strays);
    }

    [Fact]
    public void Domain_entities_guard_their_state()
    {
        var open = Product.WrittenTypes(Product.Domain)
            .Where(t => t.IsClass)
            .SelectMany(t => t.GetProperties(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly))
            .Where(p => p.SetMethod is { IsPublic: true } set && !IsInitOnly(set))
            .Select(p => $"{p.DeclaringType!.Name}.{p.Name}");
        Assert.Empty(open);
    }

    [Fact]
    public void No_source_file_leaves_work_for_later()
    {
        var sources = new[] { "src", "db", "tests" }
            .SelectMany(d => Directory.EnumerateFiles(Path.Combine(Product.Root, d), "*.cs*", SearchOption.AllDirectories))
            .Where(f => !f.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal));
        Assert.Empty(sources.Where(f => LaterMarker().IsMatch(File.ReadAllText(f))).Select(f => Path.GetRelativePath(Product.Root, f)));
    }

    /// <summary>The walls and the audit ask for these by name; they own no behaviour.</summary>
    private static bool IsMarker(Type contract) => contract.Namespace == "VendorGov.Domain.Tenancy" && contract.Name.EndsWith("Owned", StringComparison.Ordinal);

    private static bool Implements(Type type, Type contract) => type.GetInterfaces().Any(i => Definition(i) == contract);

    private static Type Definition(Type type) => type.IsGenericType ? type.GetGenericTypeDefinition() : type;

    private static bool IsInitOnly(MethodInfo set) => set.ReturnParameter.GetRequiredCustomModifiers()
        .Contains(typeof(System.Runtime.CompilerServices.IsExternalInit));

    [GeneratedRegex("(Manager|Helper|Helpers|Util|Utils|Utility)$")]
    private static partial Regex VagueName();

    // Written apart, so that the test does not find itself.
    [GeneratedRegex("\\b(TO" + "DO|FIX" + "ME|HA" + "CK)\\b|Not" + "ImplementedException")]
    private static partial Regex LaterMarker();
}
