using System.CommandLine;
using Autogen.Output;
using Autogen.Schema;

namespace Autogen.Tool.Commands;

/// <summary><c>--format</c> and <c>--output</c> of a command whose result is a report.</summary>
internal sealed class ReportOptions
{
    private readonly Option<string> format;
    private readonly string choices;

    private readonly Option<string?> output = new("--output", "-o")
    {
        Description = "Writes into a file, over an existing one; with a --format other than text.",
        HelpName = "FILE",
    };

    /// <summary>Options.</summary>
    /// <param name="formats">The formats; the first is <c>text</c>, the default.</param>
    public ReportOptions(params string[] formats)
    {
        choices = $"{string.Join(", ", formats[1..^1])} or {formats[^1]}";
        format = new("--format")
        {
            Description = $"{string.Join(", ", formats[..^1])} or {formats[^1]}; default: {formats[0]}.",
            HelpName = "FORMAT",
            DefaultValueFactory = _ => formats[0],
        };
        format.AcceptOnlyFromAmong(formats);
    }

    /// <summary>Adds them to a command.</summary>
    public void AddTo(Command command)
    {
        command.Options.Add(format);
        command.Options.Add(output);
    }

    /// <summary>Refuses a file for what can't be in one.</summary>
    /// <exception cref="AutogenException"><see cref="ErrorCode.CommandLine"/>.</exception>
    public void Require(ParseResult parsed)
    {
        if (parsed.GetValue(output) is null)
            return;
        if (parsed.GetValue(format) is "text")
            throw new AutogenException(ErrorCode.CommandLine, $"--output needs --format {choices}.");
        if (parsed.GetValue(GlobalOptions.Database) is { Length: > 1 })
            throw new AutogenException(ErrorCode.CommandLine, "--output takes the report of one database: name one with -d.");
    }

    /// <summary>Prints the report, or writes it into the file.</summary>
    /// <param name="terminal">Where it is printed.</param>
    /// <param name="parsed">The command line.</param>
    /// <param name="write">Writes it in a format other than text.</param>
    /// <param name="document">Prints it as the one document of <c>--json</c>.</param>
    /// <param name="print">Prints it as text.</param>
    public void Print(Terminal terminal, ParseResult parsed, Func<string, string> write, Action document, Action print)
    {
        var chosen = parsed.GetValue(format)!; // it has a default
        if (parsed.GetValue(output) is { } file)
        {
            AtomicFile.Replace(Path.GetFullPath(file), write(chosen));
            terminal.Progress($"Wrote {file}.");
            if (!terminal.IsJson)
                return;
        }

        if (terminal.IsJson || chosen is "json")
            document();
        else if (chosen is "text")
            print();
        else
            terminal.Exact(write(chosen));
    }
}
