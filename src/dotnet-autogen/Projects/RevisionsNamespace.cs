using Autogen.Rendering.Syntax;
using Autogen.Schema;

namespace Autogen.Tool.Projects;

/// <summary>The namespace of new revisions.</summary>
internal static class RevisionsNamespace
{
    /// <summary>The one of <c>autogen.json</c>; else the project's root namespace and the folder's parts.</summary>
    /// <param name="given">The namespace of <c>autogen.json</c>, if it has one.</param>
    /// <param name="rootNamespace">The project's root namespace, as MSBuild has it: not always a valid one.</param>
    /// <param name="folder">The folder of the revisions, relative to the project.</param>
    /// <exception cref="AutogenException"><see cref="ErrorCode.ConfigurationInvalid"/>: the given one is not valid.</exception>
    public static string Of(string? given, string rootNamespace, string folder)
    {
        if (given is null)
            return Of(rootNamespace, folder);
        if (!Namespaces.IsValid(given))
        {
            throw new AutogenException(
                ErrorCode.ConfigurationInvalid,
                $"'namespace' in autogen.json: '{given}' is not a valid namespace. "
                    + (Namespaces.Of(given) is { Length: > 0 } near ? $"Did you mean '{near}'?" : "Leave the key out for the default."));
        }

        return given.Replace("@", "", StringComparison.Ordinal); // the renderer puts it before keywords
    }

    /// <summary>The project's root namespace and the folder's parts, each made valid as C# tools do.</summary>
    public static string Of(string rootNamespace, string folder)
        => string.Join('.', folder.Split('/', '\\')
            .Where(part => part is not "." and not "..")
            .Prepend(rootNamespace)
            .Select(Namespaces.Of)
            .Where(part => part.Length > 0));
}
