using VendorGov.Data.Identity;

namespace VendorGov.Web.Hosting.Api;

/// <summary>The key of an API request. Filled by <see cref="ApiKeyHandler"/>; null for every other caller.</summary>
public sealed class CurrentKey
{
    public ApiKeyDirectory.Holder? Holder { get; private set; }

    /// <summary>The key; throws where the endpoint demanded none.</summary>
    public ApiKeyDirectory.Holder Demanded => Holder ?? throw new InvalidOperationException("The request has no key.");

    public void Become(ApiKeyDirectory.Holder holder) => Holder = holder;
}
