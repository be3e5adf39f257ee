using Autogen.Design.Rendering;
using Autogen.Rendering;
using Autogen.Rendering.Syntax;
using Microsoft.CodeAnalysis.CSharp;

namespace Autogen.Design.Environments;

/// <summary>What the project wants a new revision's file to be called, and to hold in addition.</summary>
internal static class FileCustomization
{
    /// <summary>Asks the environment for the name, the header and the usings of a file.</summary>
    /// <exception cref="Autogen.Schema.AutogenException">A name or a line can't be used.</exception>
    public static RevisionFile Apply(RevisionFile file, ProjectEnvironment environment)
    {
        var naming = environment.Naming(file.Id, file.Message);
        if (naming.ClassName is { } name && !FileNamer.IsFree(name, file.TakenClassNames))
        {
            throw environment.Refused(
                $"Name gives the class name '{name}', which is not a valid identifier, is another class's, "
                    + "or would hide a type that revisions use. Give another, or none.");
        }

        var rendering = environment.Rendering(file.Id);
        foreach (var line in rendering.Header)
        {
            if (line is null || !SyntaxKit.IsLeading(line))
                throw environment.Refused(
                    $"Render gives the header line '{line}', which is neither a comment nor a preprocessor directive of one line.");
        }

        foreach (var space in rendering.Usings)
        {
            if (space is null || !space.Split('.').All(SyntaxFacts.IsValidIdentifier))
                throw environment.Refused(
                    $"Render gives the using '{space}', which is not a namespace. Give the name alone: MyCompany.Migrations.");
        }

        return file with
        {
            Message = naming.Message ?? "",
            ClassName = naming.ClassName,
            Slug = naming.Slug,
            Lines = [.. rendering.Header],
            Usings = [.. rendering.Usings]
        };
    }
}
