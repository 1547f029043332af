using System.Net;
using System.Net.Sockets;

namespace VendorGov.Web.Hosting;

/// <summary>By what limits count a caller that nobody knows.</summary>
public static class CallerAddress
{
    private const int NetworkBytes = 8;

    /// <summary>The address; of IPv6 its network of 64 bits, within which one machine has as many addresses as it likes.</summary>
    public static string Of(HttpContext context)
    {
        if (context.Connection.RemoteIpAddress is not { } address)
        {
            return "none";
        }

        if (address.IsIPv4MappedToIPv6)
        {
            return address.MapToIPv4().ToString();
        }

        if (address.AddressFamily != AddressFamily.InterNetworkV6)
        {
            return address.ToString();
        }

        var bytes = address.GetAddressBytes();
        Array.Clear(bytes, NetworkBytes, bytes.Length - NetworkBytes);
        return $"{new IPAddress(bytes)}/64";
    }
}
