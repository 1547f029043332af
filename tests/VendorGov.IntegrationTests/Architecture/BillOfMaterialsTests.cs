using System.Text.Json;
using Xunit;
using Xunit.Abstractions;

namespace VendorGov.IntegrationTests.Architecture;

/// <summary>Writes <c>artifacts/sbom.cdx.json</c> with every run of the tests, so that each build has its own.</summary>
public sealed class BillOfMaterialsTests(ITestOutputHelper output)
{
    [Fact]
    public void The_bill_of_materials_names_every_package_script_and_font_with_its_licence()
    {
        var bill = BillOfMaterials.Read();
        Assert.Empty(bill.Unlicensed);
        Assert.Contains(bill.Parts, p => p.StartsWith("pkg:nuget/PDFsharp@", StringComparison.OrdinalIgnoreCase));
        Assert.Contains(bill.Parts, p => p.StartsWith("pkg:nuget/Npgsql@", StringComparison.Ordinal));

        // What others wrote and stands in the repository is in it; a new library fails here.
        var known = bill.Files.Select(f => Path.Combine(Product.Root, f.Path)).ToHashSet(StringComparer.Ordinal);
        var there = Directory.GetFiles(Path.Combine(Product.Root, "src/VendorGov.Web/wwwroot/lib"), "*", SearchOption.AllDirectories)
            .Concat(Directory.GetFiles(Path.Combine(Product.Root, "reports/fonts")));
        Assert.All(there, file => Assert.Contains(file, known));

        var text = bill.Render(typeof(Program).Assembly.GetName().Version!.ToString(3));
        using var read = JsonDocument.Parse(text);
        var refs = read.RootElement.GetProperty("components").EnumerateArray().Select(c => c.GetProperty("bom-ref").GetString()).ToList();
        Assert.Equal(refs.Count, refs.Distinct().Count());
        Assert.All(
            read.RootElement.GetProperty("dependencies").EnumerateArray().SelectMany(d => d.GetProperty("dependsOn").EnumerateArray()),
            need => Assert.Contains(need.GetString(), refs));
        Assert.Equal(text, BillOfMaterials.Read().Render(typeof(Program).Assembly.GetName().Version!.ToString(3)));
        var folder = Directory.CreateDirectory(Path.Combine(Product.Root, "artifacts"));
        File.WriteAllText(Path.Combine(folder.FullName, "sbom.cdx.json"), text);
        output.WriteLine($"{refs.Count} parts.");
    }
}
