using System.CommandLine;
using System.CommandLine.Parsing;
using Autogen.Graph;

namespace Autogen.Tool;

/// <summary>What is wrong with a command line, with the word that was probably meant.</summary>
internal static class CommandLineErrors
{
    /// <summary>What users of <c>dotnet ef</c> and of other tools call our commands, by the longest beginning that fits.</summary>
    private static readonly Dictionary<string, string> others = new(StringComparer.OrdinalIgnoreCase)
    {
        ["migrations"] = DidYouMean("revision --autogenerate"),
        ["migrations add"] = DidYouMean("revision --autogenerate -m MSG"),
        ["migrations bundle"] = DidYouMean("bundle"),
        ["migrations has-pending-model-changes"] = DidYouMean("check"),
        ["migrations list"] = DidYouMean("status"),
        ["migrations remove"] = "A revision that no database has is removed by deleting its file; 'dotnet autogen downgrade -1' first, "
            + "where yours has it.",
        ["migrations script"] = DidYouMean("upgrade head --sql"),
        ["migration"] = DidYouMean("revision --autogenerate"),
        ["makemigrations"] = DidYouMean("revision --autogenerate"),
        ["showmigrations"] = DidYouMean("status"),
        ["migrate"] = DidYouMean("upgrade head"),
        ["database"] = DidYouMean("upgrade head"),
        ["database drop"] = "A database is not dropped by this tool; 'dotnet autogen downgrade base' takes back what revisions made.",
        ["dbcontext"] = DidYouMean("check"),
        ["dbcontext scaffold"] = "The model is written by people, and 'dotnet ef dbcontext scaffold' can begin it; "
            + "'dotnet autogen adopt' takes over the database.",
        ["dbcontext script"] = DidYouMean("upgrade base:head --sql"),
        ["dbcontext optimize"] = "Compiled models are made by 'dotnet ef dbcontext optimize', and used as they are.",
        ["rollback"] = DidYouMean("downgrade -1"),
        ["script"] = DidYouMean("upgrade head --sql"),
        ["log"] = DidYouMean("history --log"),
    };

    /// <summary>The errors, a sentence each.</summary>
    /// <param name="parsed">The command line, which has at least one.</param>
    /// <param name="words">Its words.</param>
    public static IReadOnlyList<string> Of(ParseResult parsed, IReadOnlyList<string> words)
    {
        if (parsed.CommandResult.Command is RootCommand root && words.Count > 0 && !words[0].StartsWith('-'))
            return [UnknownCommand(root, words)];
        var options = parsed.CommandResult.Command.Options
            .Concat(parsed.RootCommandResult.Command.Options.Where(option => option.Recursive))
            .Select(option => option.Name);
        return [.. parsed.Errors.Select(
            error => error.Message + Meant(Mentioned(error, parsed) is { } word && word.StartsWith('-') ? Nearest(word, options) : null))];
    }

    private static string UnknownCommand(RootCommand root, IReadOnlyList<string> words)
    {
        foreach (var length in new[] { 2, 1 })
        {
            var name = string.Join(' ', words.Take(length));
            if (others.TryGetValue(name, out var advice))
                return $"There is no command '{name}'. {advice}";
        }

        return $"There is no command '{words[0]}'."
            + Meant(Nearest(words[0], root.Subcommands.Select(command => command.Name)));
    }

    private static string DidYouMean(string command) => $"Did you mean '{command}'?";

    private static string? Mentioned(ParseError error, ParseResult parsed)
        => parsed.UnmatchedTokens.FirstOrDefault(token => error.Message.Contains($"'{token}'", StringComparison.Ordinal));

    private static string Meant(string? name) => name is null ? "" : " " + DidYouMean(name);

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
