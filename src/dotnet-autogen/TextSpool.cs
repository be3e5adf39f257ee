using Autogen.Output;
using Autogen.Tool.Output;

namespace Autogen.Tool;

/// <summary>
/// A temporary file in which the engine hands over a long text: a revision with its rows, or a script. Only the user can read it.
/// It is deleted with this object.
/// </summary>
internal sealed class TextSpool : IDisposable
{
    /// <summary>The file; the engine writes it in UTF-8.</summary>
    public string Path { get; } = System.IO.Path.GetTempFileName();

    /// <summary>Whether anything was written.</summary>
    public bool IsWritten => new FileInfo(Path).Length > 0;

    /// <summary>The text; <see langword="null"/> for none.</summary>
    public string? Read() => IsWritten ? File.ReadAllText(Path) : null;

    /// <summary>Prints the text, a piece at a time.</summary>
    public void Print(Terminal terminal)
    {
        using var reader = new StreamReader(Path);
        terminal.Exact(reader);
    }

    /// <inheritdoc/>
    public void Dispose() => File.Delete(Path);
}
