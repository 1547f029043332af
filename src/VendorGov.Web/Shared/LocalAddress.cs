using System.Diagnostics.CodeAnalysis;
using System.Text;
using Microsoft.AspNetCore.Mvc;

namespace VendorGov.Web.Shared;

/// <summary>Where a request may ask to be led back to (ASVS 3.7.2).</summary>
public static class LocalAddress
{
    /// <summary>Within the portal, and in letters that a header can hold: the addresses that the portal itself gives along are encoded.</summary>
    public static bool IsOwn(this IUrlHelper url, [NotNullWhen(true)] string? asked) => url.IsLocalUrl(asked) && Ascii.IsValid(asked);

    public static string OwnOrHome(this IUrlHelper url, string? asked) => url.IsOwn(asked) ? asked : "/";
}
