using System.Text;
using Autogen.Schema;
using Autogen.Tool.Sources;

namespace Autogen.Tool.Settings;

/// <summary>The text of <c>autogen.json</c>.</summary>
internal static class SettingsText
{
    /// <summary>Reads it: UTF-8, or what a byte order mark says.</summary>
    /// <param name="path">The file, which exists.</param>
    /// <exception cref="AutogenException">
    /// <see cref="ErrorCode.ConfigurationInvalid"/>: it can't be read, or has merge conflict markers.
    /// </exception>
    public static string Read(string path)
    {
        if (Directory.Exists(path))
            throw Refused($"{path} is a folder. The settings are a file: rename or remove the folder.");
        try
        {
            using var reader = new StreamReader(
                path,
                new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true),
                detectEncodingFromByteOrderMarks: true);
            var text = reader.ReadToEnd();
            return ConflictMarkers.Find(text) is { } line ? throw Refused(ConflictMarkers.Message($"{path}({line})")) : text;
        }
        catch (DecoderFallbackException exception)
        {
            throw Refused($"{path} is not in UTF-8. Save it as UTF-8.", exception);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw Refused($"{path} can't be read: {Sentence.Ended(exception.Message)} Check the file and its permissions.", exception);
        }
    }

    private static AutogenException Refused(string message, Exception? inner = null) => new(ErrorCode.ConfigurationInvalid, message, inner);
}
