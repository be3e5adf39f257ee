using Autogen.Graph;
using Autogen.Schema.Objects;

namespace Autogen.EntityFrameworkCore.Tests.Graph;

/// <summary>Graphs from a line of text.</summary>
internal static class Graphs
{
    /// <summary>
    /// <c>a b:a c:a d:b,c e&gt;a f#left</c>: each revision with its parents behind a colon, what it depends on behind a
    /// <c>&gt;</c>, its labels behind a <c>#</c>.
    /// </summary>
    public static RevisionGraph Of(string text) => new(text.Split(' ').Select(Node));

    private static RevisionNode Node(string text)
    {
        var id = text.Split(':', '>', '#')[0];
        return new RevisionNode(id, Behind(text, ':')) { DependsOn = Behind(text, '>'), Labels = Behind(text, '#'), Source = id + ".cs" };
    }

    private static EquatableList<string> Behind(string text, char mark)
        => text.IndexOf(mark, StringComparison.Ordinal) is var start && start < 0
            ? []
            : text[(start + 1)..].Split(':', '>', '#')[0].Split(',').ToEquatableList();
}
