using System.Globalization;
using System.Reflection;
using VendorGov.Documents.Reading;
using VendorGov.Domain.Issues;
using Xunit;

namespace VendorGov.IntegrationTests.Architecture;

/// <summary>What is taken as a file, and how much of it, stands in the reference of the deployment (ASVS 5.1.1) as the code has it.</summary>
public sealed class FileLimitTests
{
    private const long Megabyte = 1024 * 1024;

    /// <summary>Which row of the reference a limit stands in; a new one needs a row.</summary>
    private static readonly Dictionary<string, string> Rows = new()
    {
        ["Exemptions.ProofFiles"] = "proofs of exemptions", ["Reports.DocumentDesk"] = "documents owed", ["Training.BrandDesk"] = "brand packs", ["Reports.ReportReading"] = "reports of a month",
        ["Feed.FeedBody"] = "direct feed", ["Feed.TableLines"] = "direct feed", ["Sheets.SheetForm"] = "sheets of rosters", ["Ledger.ImportModel"] = "ledger of complaints", ["Network.ImportModel"] = "| network",
        ["Faults.MissedSheet"] = "missed contacts", ["Faults.MissedModel"] = "missed contacts", ["Calendars.NoticeFile"] = "notice of holidays",
    };

    /// <summary>Whole requests, which hold one or two of the files above and the form around them.</summary>
    private static readonly string[] Requests = ["Reports.UploadModel", "Imports.RunModel"];

    private static readonly string[] Lines = File.ReadAllLines(Path.Combine(Product.Root, "src", "VendorGov.Web", "deploy", "README.md"));

    [Fact]
    public void Each_limit_of_size_stands_in_the_reference()
    {
        Says("evidence of issues", $"{EvidenceFile.MaxBytes / Megabyte} MB, {EvidenceFile.MaxFormBytes / Megabyte} MB a form");
        var found = Product.WrittenTypes(Product.Web).SelectMany(t => t.GetFields(BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly)).ToList();
        var sizes = found.Where(f => f.IsLiteral && f.FieldType == typeof(long) && f.Name is "MaxBytes" or "MostBytes")
            .Select(f => (Place: PlaceOf(f), Says: Text((long)f.GetRawConstantValue()!))).Where(s => !Requests.Contains(s.Place)).ToList();
        Assert.True(sizes.Count >= 7);
        Assert.All(sizes, s => Says(Rows[s.Place], s.Says));
        foreach (var (place, limits) in found.Where(f => f.FieldType == typeof(TabularLimits)).Select(f => (PlaceOf(f), (TabularLimits)f.GetValue(null)!)))
        {
            if (Rows.TryGetValue(place, out var row))
            {
                Says(row, Text(limits.MaxBytes));
                Assert.True(limits.MaxInflatedBytes == TabularLimits.Default.MaxInflatedBytes || Row(row).Contains($"{Text(limits.MaxInflatedBytes)} inflated", StringComparison.Ordinal), place);
            }
            else
            {
                Assert.Fail($"{place} has limits that the reference does not name.");
            }
        }
    }

    [Fact]
    public void Each_kind_of_evidence_stands_in_the_reference() =>
        Assert.All(EvidenceGate.Accepted.Split(',').Select(e => e.TrimStart('.')).Where(e => e != "jpeg"), kind => Says("evidence of issues", kind));

    private static string PlaceOf(FieldInfo field) => $"{field.DeclaringType!.Namespace!.Split('.')[^1]}.{field.DeclaringType.Name}";

    private static string Text(long bytes) => string.Create(CultureInfo.InvariantCulture, $"{bytes / Megabyte} MB");

    private static string Row(string place) => Assert.Single(Lines, l => l.StartsWith('|') && l.Contains(place, StringComparison.Ordinal));

    private static void Says(string place, string limit) => Assert.Contains(limit, Row(place), StringComparison.Ordinal);
}
