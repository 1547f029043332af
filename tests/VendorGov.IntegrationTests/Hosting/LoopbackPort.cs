using System.Net;
using System.Net.Sockets;

namespace VendorGov.IntegrationTests.Hosting;

/// <summary>A port for a program that is about to start.</summary>
public static class LoopbackPort
{
    /// <summary>
    /// Below those that the machine hands to outgoing connections (from 32768 on Linux): between this look and the program's start a client of
    /// another test would now and then get one of them.
    /// </summary>
    public static int Next()
    {
        while (true)
        {
            var port = Random.Shared.Next(20_000, 32_000);
            try
            {
                using var probe = new TcpListener(IPAddress.Loopback, port);
                probe.Start();
                return port;
            }
            catch (SocketException)
            {
                // Somebody has it.
            }
        }
    }
}
