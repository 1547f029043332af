using System.Reflection;
using Xunit;

namespace VendorGov.IntegrationTests.Architecture;

public sealed class DependencyTests
{
    private static readonly string[] DocumentLibraries = ["ClosedXML", "PdfSharp", "DocumentFormat.OpenXml", "CsvHelper"];

    [Fact]
    public void The_domain_needs_nothing_but_the_base_library()
    {
        Assert.All(Product.Domain.GetReferencedAssemblies(), a => Assert.StartsWith("System", a.Name, StringComparison.Ordinal));
    }

    [Fact]
    public void Data_and_documents_never_meet()
    {
        Assert.DoesNotContain("VendorGov.Documents", Names(Product.Data));
        Assert.DoesNotContain("VendorGov.Data", Names(Product.Documents));
    }

    [Fact]
    public void Nothing_below_the_web_knows_the_web()
    {
        Assert.All(new[] { Product.Domain, Product.Data, Product.Documents }, a => Assert.DoesNotContain("VendorGov.Web", Names(a)));
    }

    [Fact]
    public void Only_documents_knows_the_libraries_for_pdf_excel_and_csv()
    {
        foreach (var assembly in new[] { Product.Domain, Product.Data, Product.Web })
        {
            Assert.DoesNotContain(Names(assembly), name => DocumentLibraries.Any(l => name.StartsWith(l, StringComparison.OrdinalIgnoreCase)));
        }
    }

    [Fact]
    public void A_capability_uses_no_other_capability_of_the_web()
    {
        var crossings = Product.Web.GetTypes()
            .Where(t => CapabilityOf(t) is not null)
            .SelectMany(t => References.Of(t).Select(used => (From: t, To: used)))
            .Where(r => CapabilityOf(r.To) is { } other && other != CapabilityOf(r.From))
            .Select(r => $"{r.From} uses {r.To}")
            .Distinct();
        Assert.Empty(crossings);
    }

    private static string? CapabilityOf(Type type)
    {
        const string features = "VendorGov.Web.Features.";
        return type.Assembly == Product.Web && type.Namespace?.StartsWith(features, StringComparison.Ordinal) == true
            ? type.Namespace[features.Length..].Split('.')[0]
            : null;
    }

    private static IEnumerable<string> Names(Assembly assembly) => assembly.GetReferencedAssemblies().Select(a => a.Name!);
}
