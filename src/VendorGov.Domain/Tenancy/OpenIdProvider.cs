namespace VendorGov.Domain.Tenancy;

/// <summary>
/// The OpenID Connect provider by which a network's members sign in with their company accounts. It vouches for this network alone. The secret is kept
/// encrypted by the portal's keys, and never shown again.
/// </summary>
public sealed class OpenIdProvider : IHeadquartersOwned, IAudited, IVersioned
{
    public const int LongestAuthority = 256;
    public const int LongestClient = 200;

    private OpenIdProvider()
    {
    }

    public OpenIdProvider(TenantId tenant) => TenantId = tenant;

    public TenantId TenantId { get; private set; }

    /// <summary>The issuer's address without a slash at its end, such as <c>https://login.example.com/realm</c>.</summary>
    public string Authority { get; private set; } = "";

    /// <summary>What the provider calls this portal, its <c>client_id</c>.</summary>
    public string ClientName { get; private set; } = "";

    /// <summary>Null: none was given yet.</summary>
    public string? SealedSecret { get; private set; }

    public bool Active { get; private set; }

    /// <summary>Members other than headquarters enter this network by the provider alone. Headquarters keep their password, should the provider fail.</summary>
    public bool OnlyThis { get; private set; }

    public int Version { get; private set; } = 1;

    /// <param name="sealedSecret">Already encrypted; null keeps the one that is there.</param>
    /// <exception cref="RuleViolationException">open-id-incomplete, where it is to be active without address, client or secret</exception>
    public void Change(string authority, string clientName, string? sealedSecret, bool active, bool onlyThis)
    {
        var secret = sealedSecret ?? SealedSecret;
        if (active && (authority.Length == 0 || clientName.Length == 0 || secret is null))
        {
            throw new RuleViolationException("open-id-incomplete");
        }

        (Authority, ClientName, SealedSecret, Active, OnlyThis) = (authority.TrimEnd('/'), clientName, secret, active, active && onlyThis);
    }
}
