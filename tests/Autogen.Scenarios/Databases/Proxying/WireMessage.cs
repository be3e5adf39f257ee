using System.Buffers.Binary;
using System.Text;

namespace Autogen.Scenarios.Databases.Proxying;

/// <summary>A message of PostgreSQL's protocol, version 3. https://www.postgresql.org/docs/current/protocol-message-formats.html</summary>
/// <param name="Kind">Its first byte; 0 for the messages that begin a connection, which have none.</param>
/// <param name="Body">What follows its length.</param>
internal sealed record WireMessage(byte Kind, byte[] Body)
{
    private const int LengthSize = 4;

    /// <summary>The SQL that it brings: a query, or a statement to be prepared; else <see langword="null"/>.</summary>
    public string? Sql => (char)Kind switch
    {
        'Q' => TextAt(0),
        'P' => TextAt(Array.IndexOf(Body, (byte)0) + 1), // behind the statement's name
        _ => null,
    };

    /// <summary>Whether the server answers everything that was sent before it.</summary>
    public bool IsSync => (char)Kind is 'S' or 'Q';

    /// <summary>Reads one; <see langword="null"/> at the end.</summary>
    public static async Task<WireMessage?> ReadAsync(Stream stream, bool isFirst, CancellationToken cancellationToken)
    {
        var head = new byte[isFirst ? LengthSize : LengthSize + 1];
        if (await stream.ReadAtLeastAsync(head, head.Length, throwOnEndOfStream: false, cancellationToken) < head.Length)
            return null;
        var body = new byte[BinaryPrimitives.ReadInt32BigEndian(head.AsSpan(head.Length - LengthSize)) - LengthSize];
        await stream.ReadExactlyAsync(body, cancellationToken);
        return new WireMessage(isFirst ? (byte)0 : head[0], body);
    }

    /// <summary>Writes it.</summary>
    public async Task WriteAsync(Stream stream, CancellationToken cancellationToken)
    {
        var start = Kind == 0 ? 0 : 1;
        var bytes = new byte[start + LengthSize + Body.Length];
        bytes[0] = Kind;
        BinaryPrimitives.WriteInt32BigEndian(bytes.AsSpan(start), LengthSize + Body.Length);
        Body.CopyTo(bytes, start + LengthSize);
        await stream.WriteAsync(bytes, cancellationToken);
    }

    /// <summary>The same message with another SQL.</summary>
    public WireMessage With(string sql)
    {
        var start = Kind == (byte)'Q' ? 0 : Array.IndexOf(Body, (byte)0) + 1;
        var end = Array.IndexOf(Body, (byte)0, start);
        return this with { Body = [.. Body[..start], .. Encoding.UTF8.GetBytes(sql), .. Body[end..]] };
    }

    /// <summary>An error as the server tells it.</summary>
    public static WireMessage Error(Refusal refusal)
        => new((byte)'E', Encoding.UTF8.GetBytes($"SERROR\0VERROR\0C{refusal.SqlState}\0M{refusal.Message}\0\0"));

    /// <summary>The text of an error's message.</summary>
    public string? ErrorText
        => Kind == (byte)'E' ? Encoding.UTF8.GetString(Body).Split('\0').FirstOrDefault(part => part.StartsWith('M'))?[1..] : null;

    private string TextAt(int start) => Encoding.UTF8.GetString(Body, start, Array.IndexOf(Body, (byte)0, start) - start);
}
