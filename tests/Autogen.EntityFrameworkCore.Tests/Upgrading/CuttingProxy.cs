using System.Net;
using System.Net.Sockets;

namespace Autogen.EntityFrameworkCore.Tests.Upgrading;

/// <summary>
/// Stands between a client and PostgreSQL, and cuts both off once the client has sent so many packets.
/// https://www.postgresql.org/docs/current/protocol-flow.html
/// </summary>
internal sealed class CuttingProxy : IDisposable
{
    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly string host;
    private readonly int port;
    private readonly int packets;
    private readonly CancellationTokenSource ending = new();
    private int sent;

    public CuttingProxy(string host, int port, int packets)
    {
        (this.host, this.port, this.packets) = (host, port, packets);
        listener.Start();
        _ = AcceptAsync();
    }

    public int Port => ((IPEndPoint)listener.LocalEndpoint).Port;

    /// <summary>Whether it has come to that.</summary>
    public bool HasCut => Volatile.Read(ref sent) > packets;

    public void Dispose()
    {
        ending.Cancel();
        listener.Dispose();
        ending.Dispose();
    }

    private async Task AcceptAsync()
    {
        try
        {
            while (true)
                _ = ServeAsync(await listener.AcceptTcpClientAsync(ending.Token));
        }
        catch (Exception exception) when (exception is OperationCanceledException or SocketException or ObjectDisposedException)
        {
            // The test is over.
        }
    }

    private async Task ServeAsync(TcpClient client)
    {
        using var own = client;
        using var server = new TcpClient();
        try
        {
            await server.ConnectAsync(host, port, ending.Token);
            await Task.WhenAny(ForwardAsync(client, server, counts: true), ForwardAsync(server, client, counts: false));
        }
        catch (Exception exception) when (exception is OperationCanceledException or SocketException or IOException)
        {
            // One of the two has gone.
        }
    }

    private async Task ForwardAsync(TcpClient from, TcpClient to, bool counts)
    {
        var buffer = new byte[65536];
        while (await from.GetStream().ReadAsync(buffer, ending.Token) is > 0 and var read)
        {
            if (counts && Interlocked.Increment(ref sent) > packets)
                return;
            await to.GetStream().WriteAsync(buffer.AsMemory(0, read), ending.Token);
        }
    }
}
