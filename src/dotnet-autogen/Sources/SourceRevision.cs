using Autogen.Graph;

namespace Autogen.Tool.Sources;

/// <summary>A revision as its file has it.</summary>
/// <param name="Node">Its place in the graph; <see cref="RevisionNode.Source"/> is the file, relative to the project.</param>
/// <param name="ClassName">The class.</param>
/// <param name="Line">The line of the attribute, from 1.</param>
/// <param name="Text">The file's text.</param>
internal sealed record SourceRevision(RevisionNode Node, string ClassName, int Line, string Text);
