using System.Runtime.InteropServices;
using System.Security.Cryptography;

namespace Autogen.Schema.Objects;

/// <summary>
/// A long SQL literal that is not kept in memory beside the value that it is written from: rows of a model may have hundreds of megabytes.
/// Two are equal if their texts are, as far as the first 128 bits of SHA-256 tell.
/// </summary>
internal sealed class LongLiteral : IEquatable<LongLiteral>
{
    private readonly Func<string> write;
    private readonly UInt128 digest;

    /// <summary>A literal that is known now and can be written again.</summary>
    /// <param name="text">The literal; it is not kept.</param>
    /// <param name="write">Writes it again, always the same text.</param>
    public LongLiteral(string text, Func<string> write)
    {
        this.write = write;
        Length = text.Length;
        digest = MemoryMarshal.Read<UInt128>(SHA256.HashData(MemoryMarshal.AsBytes(text.AsSpan())));
    }

    /// <summary>Literals of more characters are worth it: this object takes the memory of about a hundred.</summary>
    public static int Shortest => 200;

    /// <summary>Characters of the literal.</summary>
    public int Length { get; }

    /// <summary>The literal.</summary>
    public string Write() => write();

    /// <inheritdoc/>
    public bool Equals(LongLiteral? other) => other is not null && Length == other.Length && digest == other.digest;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as LongLiteral);

    /// <inheritdoc/>
    public override int GetHashCode() => digest.GetHashCode();
}
