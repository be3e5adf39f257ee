using Autogen.Schema;

namespace Autogen.Upgrading.Scripting;

/// <summary>
/// The comments that the tool writes into scripts: the only place that writes one, because a line feed in a name would
/// end it and the rest would be SQL.
/// </summary>
internal static class SqlComment
{
    /// <summary>A comment on a line of its own.</summary>
    public static string Line(string text) => $"-- {VisibleText.OneLine(text)}\n";
}
