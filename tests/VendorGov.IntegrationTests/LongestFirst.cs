using Xunit;
using Xunit.Abstractions;

[assembly: TestCollectionOrderer("VendorGov.IntegrationTests.LongestFirst", "VendorGov.IntegrationTests")]

namespace VendorGov.IntegrationTests;

/// <summary>The classes that take minutes begin first, so that none of them runs alone at the end while the other core idles.</summary>
public sealed class LongestFirst : ITestCollectionOrderer
{
    private static readonly string[] Long = ["RouteWalkTests", "VerifyTests", "ScorecardFilesTests", "HostileFileTests", "KilledDeliveryTests", "NodesTests", "BackupTests", "CrawlTests", "SearchTests"];

    public IEnumerable<ITestCollection> OrderTestCollections(IEnumerable<ITestCollection> testCollections) =>
        testCollections.OrderBy(c => Array.FindIndex(Long, name => c.DisplayName.EndsWith(name, StringComparison.Ordinal)) is var place and >= 0 ? place : Long.Length);
}
