using Autogen.Graph;
using Autogen.Messages;
using Autogen.Schema;
using Autogen.Tool.Sources;

namespace Autogen.Tool.Commands;

/// <summary>Adds to the message about a revision that no file has which branches of the repository have it.</summary>
internal static class UnknownRevisionHint
{
    private const int Named = 3;

    /// <summary>The engine's failure, with the branches.</summary>
    public static async Task<FailedEvent> AddAsync(FailedEvent failed, CommandContext context, CancellationToken cancellationToken)
    {
        if (failed.Code != ErrorCode.DatabaseRevisionUnknown.Written()
            || !failed.Details.TryGetValue(UnknownRevisions.Detail, out var text))
            return failed;
        var ids = text.Split(',');
        if (UnknownRevisions.Of(context.Graph, ids).Count == 0)
            return failed with { Message = NotBuilt(ids) };
        return await OfAsync(ids, context, cancellationToken) is { Length: > 0 } hint
            ? failed with { Message = $"{failed.Message}\n{hint}" }
            : failed;
    }

    /// <summary>Warns of the database's revisions that no file has; nothing if none exists, or no branch has them.</summary>
    public static async Task WarnAsync(IReadOnlyList<string> current, CommandContext context, CancellationToken cancellationToken)
    {
        if (await OfAsync(current, context, cancellationToken) is { Length: > 0 } hint)
            context.Terminal.Warn(hint);
    }

    // The files exist, and the engine runs what was built before they were written.
    private static string NotBuilt(IReadOnlyList<string> ids)
        => $"The database is at {(ids.Count == 1 ? "revision" : "revisions")} {string.Join(", ", ids.Select(id => $"'{id}'"))}, "
            + $"whose {(ids.Count == 1 ? "file is" : "files are")} not in the build. Run the command again without --no-build.";

    // The branches that have the revisions, a line each; empty where none is found.
    private static async Task<string> OfAsync(IReadOnlyList<string> ids, CommandContext context, CancellationToken cancellationToken)
    {
        var lines = new List<string>();
        foreach (var id in UnknownRevisions.Of(context.Graph, ids))
        {
            var files = await GitBranches.WithRevisionAsync(id, FolderOf(context), cancellationToken);
            if (files.Count > 0)
                lines.Add(Line(id, files));
        }

        return string.Join('\n', lines);
    }

    // The names of branches are somebody else's: nothing in them may move the cursor.
    private static string Line(string id, IReadOnlyList<GitFile> files)
    {
        var branches = string.Join(", ", files.Take(Named).Select(file => $"'{VisibleText.OneLine(file.Branch)}'"));
        var more = files.Count > Named ? $" and {files.Count - Named} more" : "";
        return $"Revision {VisibleText.OneLine(id)} is on {(files.Count == 1 ? "branch" : "branches")} {branches}{more}: "
            + $"{VisibleText.OneLine(files[0].Path)}.";
    }

    // Revisions that only the other branch has may be in a folder that does not exist here.
    private static string FolderOf(CommandContext context)
        => Path.GetFullPath(context.RevisionsFolder, context.Project.Directory) is var folder && Directory.Exists(folder)
            ? folder
            : context.Project.Directory;
}
