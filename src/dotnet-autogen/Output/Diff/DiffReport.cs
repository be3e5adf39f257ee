using Autogen.Messages;

namespace Autogen.Tool.Output.Diff;

/// <summary>A difference for a pull request or a page: the dangers, what changes by table, both definitions, and the SQL.</summary>
internal static class DiffReport
{
    /// <summary>The heading.</summary>
    public const string Title = "Model against database";

    /// <summary>What is written where nothing differs.</summary>
    public const string Nothing = "The model and the database are the same.";

    /// <summary>GitHub's Markdown, short enough for a comment.</summary>
    /// <param name="result">The difference.</param>
    /// <param name="isVerbose">Whether everything is written, however long it is.</param>
    public static string Markdown(DiffResult result, bool isVerbose = false) => new DiffMarkdown(result, isVerbose).ToString();

    /// <summary>A page of its own, without scripts and without anything from elsewhere.</summary>
    /// <param name="result">The difference.</param>
    /// <param name="isVerbose">Whether lists are written to their ends.</param>
    public static string Html(DiffResult result, bool isVerbose = false) => new DiffHtml(result, isVerbose).ToString();
}
