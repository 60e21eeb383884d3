using System.Net;
using System.Net.Sockets;

namespace ChatSupport.Tests.Driver;

internal static class Loopback
{
    /// <summary>Below the ports from which the system gives out its own, so that none of the tests' connections takes it meanwhile.</summary>
    private const int First = 20_000;

    private const int Last = 32_000;

    /// <summary>For a program that must be known by its address before it listens there.</summary>
    public static int FreePort()
    {
        while (true)
        {
            var port = Random.Shared.Next(First, Last);
            using var listener = new TcpListener(IPAddress.Loopback, port);
            try
            {
                listener.Start();
                return port;
            }
            catch (SocketException)
            {
                // Somebody listens there: another then.
            }
        }
    }
}
