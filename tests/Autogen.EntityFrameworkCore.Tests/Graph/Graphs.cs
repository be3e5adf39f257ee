using Autogen.Graph;
using Autogen.Schema.Objects;

namespace Autogen.EntityFrameworkCore.Tests.Graph;

/// <summary>Graphs from a line of text.</summary>
internal static class Graphs
{
    /// <summary><c>a b:a c:a d:b,c</c>: each revision with its parents behind a colon.</summary>
    public static RevisionGraph Of(string text) => new(text.Split(' ').Select(Node));

    private static RevisionNode Node(string text)
    {
        var parts = text.Split(':');
        return new RevisionNode(parts[0], parts.Length > 1 ? parts[1].Split(',').ToEquatableList() : []) { Source = parts[0] + ".cs" };
    }
}
