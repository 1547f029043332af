using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;

namespace VendorGov.Web.Hosting.Robots;

/// <summary>Addresses and secrets of robots, under the portal's own keys.</summary>
public sealed class RobotVault(IDataProtectionProvider protection)
{
    private readonly IDataProtector _keys = protection.CreateProtector("VendorGov.Robots");

    public string Seal(string plain) => _keys.Protect(plain);

    /// <summary>Null where the keys under which it was sealed are gone, as after a restore without them.</summary>
    public string? Open(string? @sealed)
    {
        try
        {
            return @sealed is null ? null : _keys.Unprotect(@sealed);
        }
        catch (CryptographicException)
        {
            return null;
        }
    }
}
