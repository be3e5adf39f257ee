using Autogen.Graph;
using Autogen.Messages;
using Autogen.Rendering;
using Autogen.Schema;
using Autogen.Tool.Projects;

namespace Autogen.Tool.Commands;

/// <summary>Writes a new revision's file, and says so.</summary>
internal static class NewRevisionFile
{
    /// <summary>What the file of a revision without operations says of it.</summary>
    /// <exception cref="AutogenException">There is a revision of that id, or the project could not compile the file.</exception>
    public static async Task<RevisionHeader> HeaderAsync(
        CommandContext context, NewRevisionPlace place, string message, string? givenId, CancellationToken cancellationToken)
    {
        var id = givenId ?? RevisionIds.New();
        if (context.Graph.Find(id) is { } other)
            throw new AutogenException(
                ErrorCode.RevisionDuplicated, $"{other.Source} has the id '{id}' already. Give another with --rev-id, or none.");
        if (context.Graph.Labels.TryGetValue(id, out var labelled))
            throw new AutogenException(
                ErrorCode.LabelDuplicated, $"'{id}' is a branch label of {labelled.Source}. Give another id with --rev-id, or none.");
        var facts = await ProjectFacts.OfAsync(context.Project, context.Terminal, cancellationToken);
        facts.RequireRevisions();
        return new RevisionHeader
        {
            Id = id,
            Revises = place.Revises,
            DependsOn = place.DependsOn,
            Labels = place.Labels,
            Message = message,
            Created = TimeProvider.System.GetUtcNow(),
            Namespace = RevisionsNamespace.Of(context.Settings.Namespace, facts.RootNamespace, context.RevisionsFolder),
            TakenClassNames = [.. context.Revisions.Select(revision => revision.ClassName)],
            NamePattern = context.NamePattern,
            Number = context.NextNumber,
            Lines = context.Settings.Header ?? [],
        };
    }

    /// <summary>The file as the engine is asked for it.</summary>
    /// <param name="context">The project.</param>
    /// <param name="header">What the file says of the revision.</param>
    /// <param name="id">The revision's id; <see langword="null"/> for a random one.</param>
    public static NewFile Request(CommandContext context, RevisionHeader header, string? id) => new()
    {
        Id = id,
        Message = header.Message,
        Namespace = header.Namespace,
        NamePattern = context.Settings.FileName,
        Number = header.Number,
        Header = header.Lines,
    };

    /// <summary>Writes the file.</summary>
    /// <returns>The file, relative to the project.</returns>
    public static string Write(CommandContext context, string? folder, string name, string text)
        => Write(context, folder, name, path => AtomicFile.Write(path, text));

    private static string Write(CommandContext context, string? folder, string name, Action<string> write)
    {
        var relative = Path.Combine(folder ?? context.RevisionsFolder, name).Replace('\\', '/');
        context.Terminal.ProgressPart($"Generating {relative} ...");
        write(Path.Combine(context.Project.Directory, relative));
        context.Terminal.Progress(" done");
        return relative;
    }

    /// <summary>Runs what the project wants to be run once a file is written.</summary>
    public static async Task RunHooksAsync(CommandContext context, string file, CancellationToken cancellationToken)
    {
        foreach (var hook in context.Settings.AfterWrite ?? [])
            await WriteHook.RunAsync(hook, file, context.Project.Directory, context.Terminal, cancellationToken);
    }

    /// <summary>Writes the file, unless it is only printed, and runs what the project wants to be run then.</summary>
    public static async Task FinishAsync(
        CommandContext context,
        RevisionResult result,
        TextSpool? spool,
        string? folder,
        bool isOnlyPrinted,
        CancellationToken cancellationToken)
    {
        var terminal = context.Terminal;
        var isSpooled = result.Text is null && result.Script is null && spool is { IsWritten: true };
        if (!isOnlyPrinted && result.FileName is { } name && (isSpooled || result.Text is not null))
        {
            result = result with { File = Write(context, folder, name, path => WriteText(path, result.Text, spool)) };
            await RunHooksAsync(context, result.File, cancellationToken);
        }

        if (terminal.IsJson && isSpooled)
            result = result.Id is null ? result with { Script = spool!.Read() } : result with { Text = spool!.Read() };
        if (terminal.IsJson)
            terminal.Document(result, HostJson.Default.RevisionResult);
        else if (isOnlyPrinted && isSpooled)
            spool!.Print(terminal);
        else if (isOnlyPrinted)
            terminal.Exact(result.Script ?? result.Text ?? "");
    }

    private static void WriteText(string path, string? text, TextSpool? spool)
    {
        if (text is not null)
            AtomicFile.Write(path, text);
        else
            AtomicFile.Copy(path, spool!.Path); // where there is no text, there is a file
    }
}
