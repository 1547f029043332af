using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;

namespace VendorGov.Web.Hosting.OpenId;

/// <summary>The secrets of networks at their providers, under the portal's own keys.</summary>
public sealed class OpenIdVault(IDataProtectionProvider protection)
{
    private readonly IDataProtector _keys = protection.CreateProtector("VendorGov.OpenId");

    public string Seal(string plain) => _keys.Protect(plain);

    /// <summary>Null where the keys under which it was sealed are gone, as after a restore without them.</summary>
    public string? Open(string @sealed)
    {
        try
        {
            return _keys.Unprotect(@sealed);
        }
        catch (CryptographicException)
        {
            return null;
        }
    }
}
