using System.Reflection;
using Autogen.Schema;

namespace Autogen.Host.Session;

/// <summary>The version of the library that the application uses.</summary>
internal static class LibraryVersion
{
    /// <summary>Refuses a library of another version than the tool's: they are released together.</summary>
    public static void Require(string toolVersion)
    {
        var library =
            typeof(Revision).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion.Split('+')[0];
        if (!string.Equals(library, toolVersion.Split('+')[0], StringComparison.Ordinal))
        {
            throw new AutogenException(
                ErrorCode.VersionMismatch,
                $"The tool is version {toolVersion.Split('+')[0]}, the project's Autogen.EntityFrameworkCore is {library}. "
                + "They are released together: run 'dotnet tool update dotnet-autogen', or change the version of the package reference.");
        }
    }
}
