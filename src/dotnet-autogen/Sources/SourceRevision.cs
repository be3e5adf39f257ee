using Autogen.Graph;

namespace Autogen.Tool.Sources;

/// <summary>A revision as its source file says it, whether or not the project compiles.</summary>
/// <param name="Node">Its place in the history; <see cref="RevisionNode.Source"/> is the file, relative to the project.</param>
/// <param name="Path">The file: absolute path.</param>
/// <param name="Line">The line of the attribute, counted from 1.</param>
/// <param name="ClassName">The name of the class; new revisions need another.</param>
/// <param name="Text">The whole file.</param>
internal sealed record SourceRevision(RevisionNode Node, string Path, int Line, string ClassName, string Text)
{
    private const int MostKept = 1_000_000;

    private readonly string? text = Text.Length <= MostKept ? Text : null;

    /// <summary>The whole file; a long one, with rows in it, is read when it is asked for.</summary>
    public string Text
    {
        get => text ?? File.ReadAllText(Path);
        init => text = value;
    }
}
