using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;

namespace VendorGov.Web.Shared.Uploads;

/// <summary>
/// A small upload that travels with its preview, sealed for an hour to one purpose and tenant, so that nothing waits on the server and
/// what was previewed is what is applied.
/// </summary>
public static class SealedFile
{
    private static readonly TimeSpan Life = TimeSpan.FromHours(1);

    public static string Seal(IDataProtectionProvider protection, string purpose, Guid owner, byte[] bytes) =>
        Convert.ToBase64String(Protector(protection, purpose, owner).Protect(bytes, Life));

    /// <summary>Null for anything that was not sealed so, or too long ago.</summary>
    public static byte[]? Open(IDataProtectionProvider protection, string purpose, Guid owner, string? text)
    {
        try
        {
            return Protector(protection, purpose, owner).Unprotect(Convert.FromBase64String(text ?? ""));
        }
        catch (Exception e) when (e is CryptographicException or FormatException)
        {
            return null;
        }
    }

    private static ITimeLimitedDataProtector Protector(IDataProtectionProvider protection, string purpose, Guid owner) =>
        protection.CreateProtector(purpose, owner.ToString("N")).ToTimeLimitedDataProtector();
}
