using System.Text;
using Autogen.Messages;

namespace Autogen.Host.Commands;

/// <summary>A long text of a result: in the file that the request names, else in the result.</summary>
internal static class TextFile
{
    /// <summary>Writes the text, in UTF-8.</summary>
    /// <returns>The text for the result; <see langword="null"/> where the file has it.</returns>
    public static string? Write(HostRequest request, Action<Stream> write)
    {
        using Stream output = request.TextFile is { } path ? new FileStream(path, FileMode.Create, FileAccess.Write) : new MemoryStream();
        write(output);
        return output is MemoryStream memory ? Encoding.UTF8.GetString(memory.GetBuffer(), 0, (int)memory.Length) : null;
    }

    /// <summary>Length of a text that was written: bytes in the file, characters in the result.</summary>
    public static long Length(HostRequest request, string? text)
        => text?.Length ?? (request.TextFile is { } path ? new FileInfo(path).Length : 0);

    /// <summary>Writes the text.</summary>
    /// <returns>The text for the result; <see langword="null"/> where the file has it.</returns>
    public static async Task<string?> WriteAsync(HostRequest request, Func<TextWriter, Task> write)
    {
        await using TextWriter output = request.TextFile is { } path ? new StreamWriter(path) : new StringWriter();
        await write(output);
        return output is StringWriter text ? text.ToString() : null;
    }
}
