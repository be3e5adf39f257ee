using System.CommandLine;
using System.Diagnostics;
using Autogen.Graph;
using Autogen.Schema;
using Autogen.Tool.Projects;

namespace Autogen.Tool.Commands;

/// <summary><c>edit</c>: opens a revision's file in the user's editor.</summary>
internal static class EditCommand
{
    /// <summary>Makes it.</summary>
    public static Command Create()
    {
        var revision = new Argument<string>("REV") { Description = Target.Forms + "." };
        var command = new Command("edit", "Opens a revision's file in $VISUAL or $EDITOR.\n\n  dotnet autogen edit head") { revision };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var context = new CommandContext(parsed);
            var nodes = await context.PlacesAsync(ArgumentRewriting.Restore(parsed.GetRequiredValue(revision)), cancellationToken);
            if (nodes.Count == 0)
                throw new AutogenException(ErrorCode.RevisionNotFound, "There is no revision to edit: the base has no file. 'dotnet autogen history' lists the revisions.");
            var editor = new[] { "VISUAL", "EDITOR" }.Select(Environment.GetEnvironmentVariable).FirstOrDefault(value => !string.IsNullOrWhiteSpace(value))
                ?? throw new AutogenException(ErrorCode.EditorFailed, $"No editor is known: set VISUAL or EDITOR, or open {string.Join(", ", nodes.Select(node => node.Source))} yourself.");
            var files = string.Join(' ', nodes.Select(node => Shell.Quoted(context.SourceOf(node).Path)));
            using var process = Process.Start(Shell.Start($"{editor} {files}", context.Project.Directory)) ?? throw new AutogenException(ErrorCode.EditorFailed, $"'{editor}' could not be started.");
            await process.WaitForExitAsync(cancellationToken);
            return process.ExitCode == 0 ? 0 : throw new AutogenException(ErrorCode.EditorFailed, $"'{editor}' ended with exit code {process.ExitCode}. Is VISUAL or EDITOR right?");
        });
        return command;
    }
}
