using System.CommandLine;
using System.Diagnostics;
using Autogen.Graph;
using Autogen.Schema;
using Autogen.Tool.Projects;

namespace Autogen.Tool.Commands;

/// <summary><c>edit</c>: opens a revision's file in the user's editor.</summary>
internal static class EditCommand
{
    /// <summary>Creates the command with its options.</summary>
    public static Command Create()
    {
        var revision = new Argument<string>("REV") { Description = Target.Forms + "." };
        var command = new Command("edit", "Opens a revision's file in $VISUAL or $EDITOR.\n\n  dotnet autogen edit head") { revision };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var context = new CommandContext(parsed);
            var files = await FilesAsync(context, ArgumentRewriting.Restore(parsed.GetRequiredValue(revision)), cancellationToken);
            var editor = new[] { "VISUAL", "EDITOR" }
                .Select(Environment.GetEnvironmentVariable)
                .FirstOrDefault(value => !string.IsNullOrWhiteSpace(value))
                ?? throw new AutogenException(
                    ErrorCode.EditorFailed, $"No editor is known: set VISUAL or EDITOR, or open {string.Join(", ", files)} yourself.");
            var paths = string.Join(' ', files.Select(file => Shell.Quoted(Path.GetFullPath(file, context.Project.Directory))));
            using var process = Process.Start(Shell.Start($"{editor} {paths}", context.Project.Directory))
                ?? throw new AutogenException(ErrorCode.EditorFailed, $"'{editor}' could not be started.");
            await process.WaitForExitAsync(cancellationToken);
            return process.ExitCode == 0
                ? 0
                : throw new AutogenException(
                    ErrorCode.EditorFailed, $"'{editor}' ended with exit code {process.ExitCode}. Is VISUAL or EDITOR right?");
        });
        return command;
    }

    // Paths relative to the project.
    private static async Task<IReadOnlyList<string>> FilesAsync(CommandContext context, string target, CancellationToken cancellationToken)
    {
        try
        {
            var nodes = await context.PlacesAsync(target, cancellationToken);
            return nodes.Count > 0
                ? [.. nodes.Select(node => node.Source)]
                : throw new AutogenException(
                    ErrorCode.RevisionNotFound,
                    "There is no revision to edit: the base has no file. 'dotnet autogen history' lists the revisions.");
        }
        catch (AutogenException exception)
            when (exception.Code == ErrorCode.RevisionInvalid && exception.Details.TryGetValue("file", out var place))
        {
            // A file that can't be understood (merge conflict markers …) is what an editor is wanted for.
            context.Terminal.Warn($"{Sentence.Ended(exception.Message)} That file is opened.");
            return [WithoutLine(place)];
        }
    }

    private static string WithoutLine(string place)
        => place.LastIndexOf(':') is > 0 and var colon && place.AsSpan(colon + 1).IndexOfAnyExceptInRange('0', '9') < 0
            ? place[..colon]
            : place;
}
