using Autogen.Messages;
using Autogen.Output;
using Autogen.Tool.Output.Diff;

namespace Autogen.Tool.Output;

/// <summary>Tables that a comparison leaves alone, for people.</summary>
internal static class LeftAloneText
{
    /// <summary>Tables of nobody that the tool knows.</summary>
    public static string Unmanaged(int count)
        => $"{DiffSummary.Number(count, count == 1 ? "table" : "tables")} that neither the model nor a revision knows";

    /// <summary>Tables in which applied migrations are kept.</summary>
    public static string History(int count)
        => $"{DiffSummary.Number(count, count == 1 ? "version table" : "version tables and logs")} of other tools or schemas";

    /// <summary>Prints them; nothing where none is left alone.</summary>
    public static void Print(Terminal terminal, DiffResult result)
    {
        if (result.UnmanagedTables.Count > 0)
            terminal.Progress(
                $"Left alone: {Unmanaged(result.UnmanagedTables.Count)}: {LongList.Names(result.UnmanagedTables, terminal.IsVerbose)}.");
        if (result.HistoryTables.Count > 0)
            terminal.Progress(
                $"Left alone: {History(result.HistoryTables.Count)}"
                    + (terminal.IsVerbose ? $": {LongList.Names(result.HistoryTables, terminal.IsVerbose)}." : " (--verbose names them)."));
    }
}
