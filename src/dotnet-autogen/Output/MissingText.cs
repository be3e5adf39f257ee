using Autogen.Messages;
using Autogen.Output;

namespace Autogen.Tool.Output;

/// <summary>Objects that the model maps and the database does not have, for people.</summary>
internal static class MissingText
{
    /// <summary>What precedes the list.</summary>
    public const string Title = "Mapped by the model, and not in the database:";

    /// <summary>What to do about them.</summary>
    public const string Advice = "The tool does not create these objects: write their SQL into a revision.";

    /// <summary>Prints them; nothing where none is missing.</summary>
    public static void Print(Terminal terminal, IReadOnlyList<MissingMessage> missing)
    {
        if (missing.Count == 0)
            return;
        terminal.Line(Title, "yellow");
        foreach (var line in LongList.Lines([.. missing.Select(item => "  " + item.Text)], terminal.IsVerbose))
            terminal.Line(line);
        terminal.Line(Advice);
    }
}
