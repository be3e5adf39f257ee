namespace Autogen.Tool.Projects;

/// <summary>The namespace of new revisions where the configuration says none.</summary>
internal static class RevisionsNamespace
{
    /// <summary>The project's root namespace and the folder's parts, as C# tools name them.</summary>
    public static string Of(string rootNamespace, string folder)
        => string.Join('.', folder.Split('/', '\\').Where(part => part.Length > 0 && part is not "." and not "..").Select(Identifier).Prepend(rootNamespace).Where(part => part.Length > 0));

    private static string Identifier(string part)
    {
        var text = string.Concat(part.Select(character => char.IsLetterOrDigit(character) ? character : '_'));
        return char.IsDigit(text[0]) ? "_" + text : text;
    }
}
