using System.Text;
using System.Text.RegularExpressions;

namespace Autogen.EndToEnd.Tests.Running;

/// <summary>
/// A text of commands and what they must print, run against the packed tool. Lines: <c># comment</c>; <c>@databases sqlite postgresql</c>;
/// <c>@sample Shop</c> (copied, and gone into); <c>@cd folder</c>; <c>@set NAME value</c>; <c>@unset NAME</c>; <c>@file path</c> …
/// <c>@end</c>; <c>@delete path</c>; <c>@type text</c> (the next command runs on a terminal, where this is typed at its next prompt;
/// <c>^C</c> and <c>^D</c> are those keys); <c>$ command</c>, followed by the lines it must print on both streams together, standard output
/// first
/// (<c>…</c> stands for any lines), and <c>=> N</c> for an exit code other than 0. <c>{connection}</c> is the database's; ids, times and
/// folders are told apart from the rest by <see cref="Normal"/>.
/// </summary>
public sealed partial class Story(string text, Workspace workspace)
{
    private readonly Dictionary<string, string> environment = new(StringComparer.Ordinal);
    private readonly List<string> typed = [];
    private string directory = workspace.Folder;

    private static string Folder { get; } = Path.Combine(Repository.Root, "tests/Autogen.EndToEnd.Tests/Stories");

    /// <summary>The names of the stories that are told on a database, without those that have a class of their own.</summary>
    public static TheoryData<string> NamesFor(string database, string[] except)
    {
        var data = new TheoryData<string>();
        foreach (var file in Directory.EnumerateFiles(Folder, "*.story").Order(StringComparer.Ordinal))
        {
            if (DatabasesOf(File.ReadAllText(file)).Contains(database, StringComparer.Ordinal)
                && !except.Contains(Path.GetFileNameWithoutExtension(file), StringComparer.Ordinal))
                data.Add(Path.GetFileNameWithoutExtension(file));
        }

        return data;
    }

    /// <summary>Tells one on a database of its own.</summary>
    public static async Task RunAsync(string name, string database)
    {
        await using var workspace = await Workspace.CreateAsync(database);
        await new Story(await File.ReadAllTextAsync(Path.Combine(Folder, name + ".story")), workspace).RunAsync();
    }

    private static IReadOnlyList<string> DatabasesOf(string text)
        => text.Split('\n').FirstOrDefault(line => line.StartsWith("@databases ", StringComparison.Ordinal)) is { } line
            ? line.Trim().Split(' ')[1..]
            : ["sqlite"];

    /// <summary>Runs it; fails with what was expected and what was printed.</summary>
    private async Task RunAsync()
    {
        var lines = text.ReplaceLineEndings("\n").Split('\n');
        for (var index = 0; index < lines.Length; index++)
        {
            var line = lines[index];
            if (line.StartsWith("@file ", StringComparison.Ordinal))
            {
                var end = Array.IndexOf(lines, "@end", index);
                var path = Path.Combine(directory, line["@file ".Length..]);
                Directory.CreateDirectory(Path.GetDirectoryName(path)!);
                await File.WriteAllTextAsync(path, string.Join('\n', lines[(index + 1)..end]) + "\n");
                index = end;
            }
            else if (line.StartsWith('@'))
            {
                Direct(line[1..]);
            }
            else if (line.StartsWith("$ ", StringComparison.Ordinal))
            {
                var expected = lines.Skip(index + 1)
                    .TakeWhile(next => !next.StartsWith("$ ", StringComparison.Ordinal) && !next.StartsWith('@') && !next.StartsWith('#'))
                    .ToList();
                index += expected.Count;
                await RunAsync(line[2..], expected);
            }
        }
    }

    private void Direct(string line)
    {
        var words = line.Split(' ', 3);
        switch (words[0])
        {
            case "sample":
                directory = workspace.CopySample(words[1]);
                break;
            case "cd":
                directory = Path.GetFullPath(Path.Combine(workspace.Folder, words[1]));
                Directory.CreateDirectory(directory);
                break;
            case "set":
                environment[words[1]] = Filled(words[2]);
                break;
            case "unset":
                environment.Remove(words[1]);
                break;
            case "type":
                typed.Add(line["type ".Length..] switch
                {
                    "^C" => "\u0003",
                    "^D" => "\u0004",
                    var answer => answer + "\r",
                });
                break;
            case "delete":
                File.Delete(Path.Combine(directory, words[1]));
                break;
        }
    }

    private async Task RunAsync(string command, List<string> expected)
    {
        var exitCode = 0;
        if (expected.FindLastIndex(line => line.StartsWith("=> ", StringComparison.Ordinal)) is var last && last >= 0)
        {
            exitCode = int.Parse(expected[last][3..], System.Globalization.CultureInfo.InvariantCulture);
            expected.RemoveAt(last);
        }

        var result = await ResultAsync(Words(Filled(command)));
        var printed = Normal(result.Output).TrimEnd('\n');
        var target = string.Join('\n', expected).TrimEnd('\n');
        var pattern = "^"
            + string.Concat(target.Split('\n').Select(
                line => line == "…" ? @"(?:[^\n]*\n)*" : Regex.Escape(line).Replace("…", @"[^\n]*", StringComparison.Ordinal) + @"\n"))
            + "$";
        var matches = Regex.IsMatch(printed + "\n", pattern, RegexOptions.CultureInvariant, TimeSpan.FromSeconds(10));
        Assert.True(
            matches && exitCode == result.ExitCode,
            $"$ {command}\nexpected (exit code {exitCode}):\n{target}\n\nprinted (exit code {result.ExitCode}):\n{printed}");
    }

    private async Task<(int ExitCode, string Output)> ResultAsync(IEnumerable<string> command)
    {
        if (typed.Count == 0)
        {
            var (exitCode, output, errors) = await PackedTool.RunAsync(directory, command, environment);
            return (exitCode, output + errors);
        }

        List<Func<int, string?>> answers = [.. typed.Select(text => (Func<int, string?>)(_ => text))];
        typed.Clear();
        return await PackedTool.RunOnTerminalAsync(directory, command, environment, answers);
    }

    private string Filled(string line)
        => line.Replace("{connection}", workspace.Connection, StringComparison.Ordinal).Replace(
            "{folder}", workspace.Folder, StringComparison.Ordinal);

    private string Normal(string printed)
    {
        var normal = printed.ReplaceLineEndings("\n")
            .Replace(workspace.Folder, "<folder>", StringComparison.Ordinal)
            .Replace(PackedTool.Version, "<version>", StringComparison.Ordinal);
        normal = Id().Replace(normal, "<id>");
        normal = Milliseconds().Replace(normal, "(<n> ms)");
        return Trailing().Replace(normal, "");
    }

    private static IEnumerable<string> Words(string command)
    {
        var word = new StringBuilder();
        var quoted = false;
        foreach (var character in command)
        {
            if (character == '\'')
            {
                quoted = !quoted;
            }
            else if (character == ' ' && !quoted)
            {
                yield return word.ToString();
                word.Clear();
            }
            else
            {
                word.Append(character);
            }
        }

        yield return word.ToString();
    }

    [GeneratedRegex(@"\b[0-9a-f]{12}(?=\b|_)")]
    private static partial Regex Id();

    [GeneratedRegex(@"\(\d+ ms\)")]
    private static partial Regex Milliseconds();

    [GeneratedRegex(@"[ \t]+(?=\n|$)")]
    private static partial Regex Trailing();
}
