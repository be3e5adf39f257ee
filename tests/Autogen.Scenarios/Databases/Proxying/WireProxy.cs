using System.Net;
using System.Net.Sockets;
using Npgsql;

namespace Autogen.Scenarios.Databases.Proxying;

/// <summary>
/// A server in front of the throw-away server, on a free port of the loopback address: it rejects what another engine that speaks
/// PostgreSQL's protocol rejects, and can lose a connection at a
/// given message. All else is the server's own.
/// </summary>
public sealed class WireProxy : IAsyncDisposable
{
    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource stop = new();
    private readonly NpgsqlConnectionStringBuilder server;
    private readonly Func<string, TransactionContent, Refusal?> rules;
    private readonly Func<string, bool> cuts;
    private readonly Lock gate = new();
    private readonly List<string> refused = [];
    private readonly List<Task> sessions = [];
    private readonly Task accepting;

    private WireProxy(string connectionString, Func<string, TransactionContent, Refusal?> rules, Func<string, bool> cuts)
    {
        server = new NpgsqlConnectionStringBuilder(connectionString);
        this.rules = rules;
        this.cuts = cuts;
        listener.Start();
        accepting = AcceptAsync();
    }

    /// <summary>The connection string to use in place of the server's.</summary>
    public string ConnectionString => new NpgsqlConnectionStringBuilder(server.ConnectionString)
    {
        Host = "127.0.0.1",
        Port = ((IPEndPoint)listener.LocalEndpoint).Port,
    }.ConnectionString;

    /// <summary>The statements that were rejected.</summary>
    public IReadOnlyList<string> Refused
    {
        get
        {
            lock (gate)
                return [.. refused];
        }
    }

    /// <summary>Starts one that rejects statements.</summary>
    /// <param name="connectionString">The server's connection string.</param>
    /// <param name="rules">What it answers to a statement, given what the transaction has run; <see langword="null"/> to hand it to the
    /// server.</param>
    public static WireProxy Start(string connectionString, Func<string, TransactionContent, Refusal?> rules)
        => new(connectionString, rules, _ => false);

    /// <summary>Starts one that loses a connection.</summary>
    /// <param name="connectionString">The server's connection string.</param>
    /// <param name="cuts">Is asked with every statement, whatever the connection: whether it is lost instead, so that the server gets no
    /// more of it.</param>
    public static WireProxy Cutting(string connectionString, Func<string, bool> cuts) => new(connectionString, (_, _) => null, cuts);

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await stop.CancelAsync();
        listener.Stop();
        await accepting;
        await Task.WhenAll(sessions);
        stop.Dispose();
    }

    internal Refusal? Judge(string sql, TransactionContent content)
    {
        if (rules(sql, content) is not { } refusal)
            return null;
        lock (gate)
            refused.Add(sql);
        return refusal;
    }

    internal bool IsCut(string sql)
    {
        lock (gate)
            return cuts(sql);
    }

    private async Task AcceptAsync()
    {
        try
        {
            while (true)
            {
                var client = await listener.AcceptTcpClientAsync(stop.Token);
                var session = new ProxiedSession(this, server.Host!, server.Port, client); // a server's connection string has a host
                sessions.Add(Task.Run(() => session.RunAsync(stop.Token)));
            }
        }
        catch (Exception exception) when (exception is OperationCanceledException or SocketException or ObjectDisposedException)
        {
            // Disposed.
        }
    }
}
