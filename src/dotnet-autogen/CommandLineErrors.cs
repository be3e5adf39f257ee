using System.CommandLine;
using System.CommandLine.Parsing;
using Autogen.Graph;

namespace Autogen.Tool;

/// <summary>What is wrong with a command line, with the word that was probably meant.</summary>
internal static class CommandLineErrors
{
    /// <summary>What users of <c>dotnet ef</c> and of other tools call our commands.</summary>
    private static readonly Dictionary<string, string> others = new(StringComparer.OrdinalIgnoreCase)
    {
        ["migrations"] = "revision --autogenerate",
        ["migration"] = "revision --autogenerate",
        ["migrate"] = "upgrade head",
        ["database"] = "upgrade head",
        ["rollback"] = "downgrade -1",
        ["script"] = "upgrade head --sql",
        ["log"] = "history --log",
    };

    /// <summary>The errors, a sentence each.</summary>
    /// <param name="parsed">The command line, which has at least one.</param>
    /// <param name="words">Its words.</param>
    public static IReadOnlyList<string> Of(ParseResult parsed, IReadOnlyList<string> words)
    {
        if (parsed.CommandResult.Command is RootCommand root && words.Count > 0 && !words[0].StartsWith('-'))
            return
            [
                $"There is no command '{words[0]}'."
                    + $"{Meant(others.GetValueOrDefault(words[0]) ?? Nearest(words[0], root.Subcommands.Select(command => command.Name)))}"
            ];
        var options = parsed.CommandResult.Command.Options
            .Concat(parsed.RootCommandResult.Command.Options.Where(option => option.Recursive))
            .Select(option => option.Name);
        return [.. parsed.Errors.Select(
            error => error.Message + Meant(Mentioned(error, parsed) is { } word && word.StartsWith('-') ? Nearest(word, options) : null))];
    }

    private static string? Mentioned(ParseError error, ParseResult parsed)
        => parsed.UnmatchedTokens.FirstOrDefault(token => error.Message.Contains($"'{token}'", StringComparison.Ordinal));

    private static string Meant(string? name) => name is null ? "" : $" Did you mean '{name}'?";

    /// <summary>The name that a few letters turn the word into; <see langword="null"/> where none is near.</summary>
    private static string? Nearest(string word, IEnumerable<string> names)
        => names
            .Select(name => (
                Name: name,
                Distance: name.StartsWith(word, StringComparison.Ordinal) ? 1 : EditDistance.Between(word, name)))
            .Where(candidate => candidate.Distance <= Math.Max(2, word.Length / 4))
            .OrderBy(candidate => candidate.Distance).ThenBy(candidate => candidate.Name, StringComparer.Ordinal)
            .Select(candidate => candidate.Name).FirstOrDefault();
}
