using System.CommandLine;
using Autogen.Messages;
using Autogen.Rendering;

namespace Autogen.Tool.Commands;

/// <summary><c>list-templates</c>: how files can be named.</summary>
internal static class ListTemplatesCommand
{
    /// <summary>Creates the command with its options.</summary>
    public static Command Create()
    {
        var command = new Command(
            "list-templates",
            "Lists the templates for the names of revisions' files ('fileName' in autogen.json).\n\n  dotnet autogen list-templates");
        command.SetAction(parsed =>
        {
            var context = new CommandContext(parsed);
            var header = new DateTimeOffset(2026, 1, 31, 14, 5, 9, TimeSpan.Zero);
            var lines = FileNamePattern.Known
                .Select(
                    known =>
                        $"{known.Key,-10}{known.Value,-28}"
                            + $"{FileNamePattern.Parse(known.Key).FileName("ae1027a6acf0", "add order table", header, 12)}")
                .Append(
                    $"A template of your own is made of {string.Join(", ", FileNamePattern.Placeholders.Select(name => $"{{{name}}}"))}.")
                .ToList();
            if (context.Terminal.IsJson)
                context.Terminal.Document(new DoneResult { Command = "list-templates", Done = lines }, HostJson.Default.DoneResult);
            else
                lines.ForEach(line => context.Terminal.Line(line));
            return 0;
        });
        return command;
    }
}
