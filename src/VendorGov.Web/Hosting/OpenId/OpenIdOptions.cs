namespace VendorGov.Web.Hosting.OpenId;

/// <summary>Providers of networks; configuration section <c>OpenId</c>.</summary>
public sealed class OpenIdOptions
{
    /// <summary>Lets providers be plain HTTP and at private addresses. For tests, and for a provider within the operator's own network.</summary>
    public bool AllowInsecure { get; set; }
}
