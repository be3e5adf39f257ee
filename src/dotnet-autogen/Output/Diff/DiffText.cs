using Autogen.Messages;

namespace Autogen.Tool.Output.Diff;

/// <summary>Words that the formats of a difference share.</summary>
internal static class DiffText
{
    /// <summary>What happens, as people say it.</summary>
    public static string Word(string action) => action == "altered" ? "changed" : action;

    /// <summary>A line without the word that its mark has already.</summary>
    public static string WithoutWord(ChangeMessage line)
        => line.Text.StartsWith(Word(line.Action) + " ", StringComparison.Ordinal)
            ? line.Text[(Word(line.Action).Length + 1)..]
            : line.Text;

    /// <summary>Whether a line says no more than the heading of its card.</summary>
    public static bool IsHeading(DiffCard card, ChangeMessage line)
        => line.Action == card.Action && WithoutWord(line) == $"{card.Kind} '{card.Name}'";
}
