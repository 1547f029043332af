namespace VendorGov.Web.Shared;

/// <summary>What a navigation link shows: overdue in red, otherwise open in grey.</summary>
public sealed record NavNumber(int Late, int Open);

public sealed record NavNumbers(IReadOnlyDictionary<string, NavNumber> ByPage)
{
    public static NavNumbers None { get; } = new(new Dictionary<string, NavNumber>());

    public NavNumber? Of(string page) => ByPage.GetValueOrDefault(page);
}

/// <summary>Counts beside the navigation.</summary>
public sealed class NavCounts
{
    public Task<NavNumbers> OfAsync(CancellationToken cancellationToken) => Task.FromResult(NavNumbers.None);
}
