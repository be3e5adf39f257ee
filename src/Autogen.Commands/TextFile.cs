using System.Text;

namespace Autogen.Commands;

/// <summary>A long text of a result: in a file where the request names one, else in the result.</summary>
internal static class TextFile
{
    /// <summary>Writes the text, in UTF-8.</summary>
    /// <returns>The text for the result; <see langword="null"/> where the file has it.</returns>
    public static string? Write(string? path, Action<Stream> write)
    {
        using Stream output = path is not null ? new FileStream(path, FileMode.Create, FileAccess.Write) : new MemoryStream();
        write(output);
        return output is MemoryStream memory ? Encoding.UTF8.GetString(memory.GetBuffer(), 0, (int)memory.Length) : null;
    }

    /// <summary>Length of a text that was written: bytes in the file, characters in the result.</summary>
    public static long Length(string? path, string? text)
        => text?.Length ?? (path is not null ? new FileInfo(path).Length : 0);

    /// <summary>Writes the text.</summary>
    /// <returns>The text for the result; <see langword="null"/> where the file has it.</returns>
    public static async Task<string?> WriteAsync(string? path, Func<TextWriter, Task> write)
    {
        await using TextWriter output = path is not null ? new StreamWriter(path) : new StringWriter();
        await write(output);
        return output is StringWriter text ? text.ToString() : null;
    }
}
