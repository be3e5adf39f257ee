using System.Buffers.Binary;
using System.Collections.Concurrent;
using System.Globalization;
using System.Net.Sockets;
using System.Text.RegularExpressions;

namespace Autogen.Scenarios.Databases.Proxying;

/// <summary>
/// A client's connection. A rejected statement is replaced by one that is not SQL, so that the server itself fails it, at the right place,
/// with all that follows from it (the rest of the batch is skipped,
/// the transaction is aborted); its error is replaced on the way back.
/// </summary>
internal sealed partial class ProxiedSession(WireProxy proxy, string host, int port, TcpClient client)
{
    private const int CancelRequest = 80877102;
    private const int SslRequest = 80877103;
    private const int GssRequest = 80877104;

    private readonly TransactionContent content = new();
    private readonly ConcurrentDictionary<string, Refusal> refusals = new(StringComparer.Ordinal);

    /// <summary>Forwards until either side ends.</summary>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        using var here = client;
        using var server = new TcpClient { NoDelay = true };
        client.NoDelay = true;
        using var end = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        try
        {
            await server.ConnectAsync(host, port, end.Token);
            if (!await BeginAsync(client.GetStream(), server.GetStream(), end.Token))
                return;
            await await Task.WhenAny(
                ForwardAsync(client.GetStream(), server.GetStream(), end.Token),
                AnswerAsync(server.GetStream(), client.GetStream(), end.Token));
        }
        catch (Exception exception)
            when (exception is IOException or SocketException or OperationCanceledException or ObjectDisposedException)
        {
            // One of the two has gone: the other one goes, too.
        }
        finally
        {
            await end.CancelAsync();
        }
    }

    // Whether a session begins; encryption is declined.
    private static async Task<bool> BeginAsync(NetworkStream from, NetworkStream to, CancellationToken cancellationToken)
    {
        while (await WireMessage.ReadAsync(from, isFirst: true, cancellationToken) is { } message)
        {
            var code = BinaryPrimitives.ReadInt32BigEndian(message.Body);
            if (code is SslRequest or GssRequest)
            {
                await from.WriteAsync("N"u8.ToArray(), cancellationToken);
                continue;
            }

            await message.WriteAsync(to, cancellationToken);
            return code != CancelRequest;
        }

        return false;
    }

    private async Task ForwardAsync(NetworkStream from, NetworkStream to, CancellationToken cancellationToken)
    {
        while (await WireMessage.ReadAsync(from, isFirst: false, cancellationToken) is { } message)
        {
            if (message.Sql is { } sql)
            {
                if (proxy.IsCut(sql))
                    return;
                message = Judged(message, Comments().Replace(sql, "").Trim());
            }

            if (message.IsSync)
                content.Synchronize();
            await message.WriteAsync(to, cancellationToken);
        }
    }

    private WireMessage Judged(WireMessage message, string sql)
    {
        if (proxy.Judge(sql, content) is not { } refusal)
        {
            content.Add(sql);
            return message;
        }

        var name = string.Create(CultureInfo.InvariantCulture, $"refused_{refusals.Count}");
        refusals[name] = refusal;
        return message.With(name);
    }

    private async Task AnswerAsync(NetworkStream from, NetworkStream to, CancellationToken cancellationToken)
    {
        while (await WireMessage.ReadAsync(from, isFirst: false, cancellationToken) is { } message)
        {
            var name = Name().Match(message.ErrorText ?? "").Groups[1].Value;
            await (refusals.TryGetValue(name, out var refusal) ? WireMessage.Error(refusal) : message).WriteAsync(to, cancellationToken);
        }
    }

    [GeneratedRegex("at or near \"(refused_[0-9]+)\"", RegexOptions.CultureInvariant)]
    private static partial Regex Name();

    [GeneratedRegex(@"^(?:\s*(?:/\*.*?\*/|--[^\n]*\n))+", RegexOptions.CultureInvariant | RegexOptions.Singleline)]
    private static partial Regex Comments();
}
