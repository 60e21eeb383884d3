using System.Net;
using System.Net.Sockets;

namespace ChatSupport.Tests.Driver;

internal static class Loopback
{
    /// <summary>For a program that must be known by its address before it listens there.</summary>
    public static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
