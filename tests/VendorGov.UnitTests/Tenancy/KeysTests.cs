using VendorGov.Domain.Tenancy;
using Xunit;

namespace VendorGov.UnitTests.Tenancy;

public sealed class KeysTests
{
    [Fact]
    public void Keys_sort_in_the_order_in_which_they_were_made_and_are_version_7()
    {
        var keys = Enumerable.Range(0, 20_000).Select(_ => Keys.Next()).ToList();

        Assert.Equal(keys.Select(k => k.ToString()).Order(StringComparer.Ordinal), keys.Select(k => k.ToString()));
        Assert.All(keys, k => Assert.Equal((7, 2), (k.Version, k.Variant >> 2)));
    }

    [Fact]
    public void Keys_made_at_once_are_all_different()
    {
        var keys = new Guid[40_000];
        Parallel.For(0, keys.Length, i => keys[i] = Keys.Next());

        Assert.Equal(keys.Length, keys.Distinct().Count());
    }
}
