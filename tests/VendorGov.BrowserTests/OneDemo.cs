using Xunit;

namespace VendorGov.BrowserTests;

/// <summary>The tests share one demo: making it takes longer than most of them.</summary>
[CollectionDefinition(Name)]
public sealed class OneDemo : ICollectionFixture<DemoPortal>
{
    public const string Name = "demo";
}
