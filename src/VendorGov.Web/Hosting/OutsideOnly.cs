using System.Net;
using System.Net.Sockets;
using VendorGov.Web.Hosting.Robots;

namespace VendorGov.Web.Hosting;

/// <summary>A name that somebody typed leads into the operator's own network.</summary>
public sealed class InsideAddressException() : IOException("The name leads to a private address.");

/// <summary>
/// Connections to addresses that users type: no redirect, no proxy, and public addresses only, judged at the connection itself, so that no name can
/// change its mind in between.
/// </summary>
public static class OutsideOnly
{
    public static SocketsHttpHandler Handler(bool allowInside) => new()
    {
        AllowAutoRedirect = false,
        UseProxy = false,
        UseCookies = false,
        ConnectTimeout = TimeSpan.FromSeconds(5),
        PooledConnectionLifetime = TimeSpan.FromMinutes(2),
        ConnectCallback = (context, cancel) => ConnectAsync(context.DnsEndPoint, allowInside, cancel),
    };

    private static async ValueTask<Stream> ConnectAsync(DnsEndPoint name, bool allowInside, CancellationToken cancel)
    {
        var found = await Dns.GetHostAddressesAsync(name.Host, cancel);
        var open = found.Where(a => allowInside || RobotAddress.IsPublic(a)).ToArray();
        if (open.Length == 0)
        {
            throw new InsideAddressException();
        }

        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(open, name.Port, cancel);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }
}
