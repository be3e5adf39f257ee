using System.Text;
using Autogen.Schema;

namespace Autogen.Tool;

/// <summary>Writes files whole or not at all, and never over another.</summary>
internal static class AtomicFile
{
    /// <summary>Writes a new file, with the folders that it needs.</summary>
    /// <exception cref="AutogenException">It is there already.</exception>
    public static void Write(string path, string text)
    {
        if (File.Exists(path))
            throw new AutogenException(ErrorCode.FileExists, $"{path} is there already, and was not overwritten.");
        Directory.CreateDirectory(Path.GetDirectoryName(path)!); // a file has a folder
        Replace(path, text, overwrite: false);
    }

    /// <summary>Puts a text in the place of a file's.</summary>
    public static void Replace(string path, string text, bool overwrite = true)
    {
        var temporary = path + ".tmp";
        File.WriteAllText(temporary, text, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
        File.Move(temporary, path, overwrite);
    }
}
