using System.Net;
using System.Net.Sockets;

namespace ImsAudit.Simulator.Http;

/// <summary>Opens an HTTP listener on a port, or on a free one.</summary>
internal static class Port
{
    private const int Attempts = 20;

    /// <exception cref="HttpListenerException">The port is taken, or no free one could be had.</exception>
    public static (HttpListener Listener, Uri Endpoint) Open(string host, int port)
    {
        for (var attempt = 1; ; attempt++)
        {
            var endpoint = new Uri($"http://{host}:{(port == 0 ? FindFree() : port)}/");
            var listener = new HttpListener { IgnoreWriteExceptions = true };
            listener.Prefixes.Add(endpoint.AbsoluteUri);
            try
            {
                listener.Start();
                return (listener, endpoint);
            }
            catch (HttpListenerException) when (port == 0 && attempt < Attempts)
            {
                // Someone took the port between our looking and our opening it; HttpListener cannot ask for "any".
                listener.Close();
            }
        }
    }

    private static int FindFree()
    {
        using var probe = new TcpListener(IPAddress.Loopback, 0);
        probe.Start();
        return ((IPEndPoint)probe.LocalEndpoint).Port;
    }
}
