using System.ComponentModel;
using Autogen.Schema;

namespace Autogen.Tool;

/// <summary>Exceptions of the system that are nobody's defect: files that can't be read or written, programs that are missing.</summary>
internal static class KnownFailures
{
    /// <summary>The exception as a user can act on it; itself where it is not known.</summary>
    public static Exception Of(Exception exception) => exception switch
    {
        IOException or UnauthorizedAccessException => new AutogenException(
            ErrorCode.FileUnusable,
            $"{Sentence.Ended(exception.Message)} Check that the file or folder exists, who owns it, its permissions, "
                + "and the space on the disk.",
            exception),
        Win32Exception => new AutogenException(
            ErrorCode.EngineFailed, $"{Sentence.Ended(exception.Message)} Is the .NET SDK installed, and 'dotnet' on the PATH?", exception),
        _ => exception,
    };
}
