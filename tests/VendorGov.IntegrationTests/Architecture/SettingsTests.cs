using System.Reflection;
using System.Text.RegularExpressions;
using VendorGov.Web.Shared;
using Xunit;

namespace VendorGov.IntegrationTests.Architecture;

/// <summary>The reference of settings for those who run the portal is whole.</summary>
public sealed class SettingsTests
{
    [Fact]
    public void Every_setting_stands_in_the_reference_of_the_deployment()
    {
        var reference = string.Join('\n', File.ReadLines(Path.Combine(Product.Root, "src", "VendorGov.Web", "deploy", "README.md")).Where(l => l.StartsWith("| `", StringComparison.Ordinal)));
        var settings = typeof(SiteOptions).Assembly.GetTypes()
            .Where(t => t.Name.EndsWith("Options", StringComparison.Ordinal) && t.Namespace?.StartsWith("VendorGov.Web", StringComparison.Ordinal) == true)
            .SelectMany(t => t.GetProperties(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly).Where(IsBound))
            .Select(p => (Section: p.DeclaringType!.Name[..^"Options".Length], p.Name)).ToList();

        Assert.True(settings.Count > 15);
        var lines = reference.Split('\n');
        Assert.All(settings, s => Assert.Contains(lines, l => l.Contains(s.Section.TrimEnd('s'), StringComparison.Ordinal) && Regex.IsMatch(l, $@"[`:]{s.Name}\b")));
    }

    /// <summary>Configuration sets what can be set; a record that code makes is no section.</summary>
    private static bool IsBound(PropertyInfo property) =>
        property.SetMethod is { IsPublic: true } set && set.ReturnParameter.GetRequiredCustomModifiers().Length == 0;
}
