using System.Text;
using Autogen.Messages;
using Autogen.Output;

namespace Autogen.Tool.Output;

/// <summary>Draws the history with lines for a terminal, newest first: a column a line of descent, <c>*</c> a revision.</summary>
internal static class GraphDrawing
{
    /// <summary>The lines of the drawing, each with the revision's text behind it.</summary>
    /// <param name="revisions">The revisions, children before parents.</param>
    public static IEnumerable<string> Lines(IReadOnlyList<RevisionMessage> revisions)
    {
        var shown = revisions.Select(revision => revision.Id).ToHashSet(StringComparer.Ordinal);
        List<string> lanes = [];
        foreach (var revision in revisions)
        {
            var column = lanes.IndexOf(revision.Id);
            if (column < 0)
            {
                column = lanes.Count;
                lanes.Add(revision.Id);
            }

            // Other columns that lead here come together first.
            for (var other = lanes.LastIndexOf(revision.Id); other > column; other = lanes.LastIndexOf(revision.Id))
            {
                yield return Joining(lanes.Count, column, other);
                lanes.RemoveAt(other);
            }

            yield return $"{string.Join(' ', lanes.Select((_, index) => index == column ? '*' : '|'))} {ResultText.Line(revision)}";
            var parents = revision.Revises.Where(shown.Contains).ToList();
            if (parents.Count == 0)
            {
                if (column < lanes.Count - 1)
                    yield return Closing(lanes.Count, column);
                lanes.RemoveAt(column);
                continue;
            }

            lanes[column] = parents[0];
            for (var extra = 1; extra < parents.Count; extra++)
            {
                lanes.Insert(column + extra, parents[extra]);
                yield return Opening(lanes.Count, column + extra);
            }
        }
    }

    // |_|/ : a column goes over into one that is further left, and those to the right of it move up.
    private static string Joining(int count, int column, int other)
    {
        var line = new StringBuilder();
        for (var index = 0; index < count; index++)
        {
            if (index < other)
                line.Append('|').Append(index == other - 1 ? '/' : index >= column ? '_' : ' ');
            else if (index > other)
                line.Append(" /");
        }

        return line.ToString().TrimEnd();
    }

    // A column ends; those to the right of it move up.
    private static string Closing(int count, int column)
        => (string.Concat(Enumerable.Repeat("| ", column)) + string.Concat(Enumerable.Repeat(" /", count - column - 1))).TrimEnd();

    // |\ : a column begins to the right of another.
    private static string Opening(int count, int opened)
        => (string.Concat(Enumerable.Repeat("| ", opened)).TrimEnd() + "\\"
            + string.Concat(Enumerable.Repeat(" \\", count - opened - 1))).TrimEnd();
}
