using System.Text;
using Autogen.Schema;

namespace Autogen.Tool;

/// <summary>Writes files whole or not at all, and never over another.</summary>
internal static class AtomicFile
{
    /// <summary>Writes a new file, with the folders that it needs.</summary>
    /// <exception cref="AutogenException"><see cref="ErrorCode.FileExists"/>, <see cref="ErrorCode.FileUnusable"/>.</exception>
    public static void Write(string path, string text)
    {
        RequireNone(path);
        Replace(path, text, overwrite: false);
    }

    /// <summary>Writes a new file with the content of another one.</summary>
    /// <inheritdoc cref="Write"/>
    public static void Copy(string path, string source)
    {
        RequireNone(path);
        Replace(path, temporary => CopyContent(source, temporary), overwrite: false);
    }

    /// <summary>Puts a text in the place of a file's.</summary>
    /// <exception cref="AutogenException"><see cref="ErrorCode.FileUnusable"/>.</exception>
    public static void Replace(string path, string text, bool overwrite = true)
        => Replace(path, text, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), overwrite);

    /// <summary>Puts a text in the place of a file's.</summary>
    /// <param name="path">The file.</param>
    /// <param name="text">The text.</param>
    /// <param name="encoding">How it is written.</param>
    /// <param name="overwrite">Whether there may be a file.</param>
    /// <exception cref="AutogenException"><see cref="ErrorCode.FileUnusable"/>.</exception>
    public static void Replace(string path, string text, Encoding encoding, bool overwrite = true)
        => Replace(path, temporary => File.WriteAllText(temporary, text, encoding), overwrite);

    private static void RequireNone(string path)
    {
        if (Path.Exists(path))
            throw new AutogenException(ErrorCode.FileExists, $"{path} exists already, and was not overwritten.");
    }

    // Not the file itself: it has the rights of a temporary one.
    private static void CopyContent(string source, string path)
    {
        using var from = File.OpenRead(source);
        using var to = File.Create(path);
        from.CopyTo(to);
    }

    private static void Replace(string path, Action<string> write, bool overwrite)
    {
        var folder = Path.GetDirectoryName(path)!; // a file has a folder
        var temporary = Path.Combine(folder, $".autogen-{Environment.ProcessId}.tmp");
        var missing = MissingFolders(folder);
        try
        {
            Directory.CreateDirectory(folder);
            write(temporary);
            File.Move(temporary, path, overwrite);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            Undo(temporary, missing);
            throw new AutogenException(
                ErrorCode.FileUnusable,
                $"{path} can't be written: {Sentence.Ended(exception.Message)} Nothing was changed. "
                    + "Check the folder, its permissions and the space on the disk.",
                exception);
        }
    }

    // The folder and those above that do not exist, innermost first.
    private static List<string> MissingFolders(string folder)
    {
        var missing = new List<string>();
        for (string? current = folder; current is not null && !Path.Exists(current); current = Path.GetDirectoryName(current))
            missing.Add(current);
        return missing;
    }

    // A part of a file is of no use to anybody, nor are folders without it.
    private static void Undo(string file, List<string> folders)
    {
        try
        {
            File.Delete(file);
            foreach (var folder in folders.Where(Directory.Exists))
                Directory.Delete(folder);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // Best effort: the failure that is reported is the first one.
        }
    }
}
