using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Autogen.Schema;

namespace Autogen.Rendering;

/// <summary>How a revision's file is named: a text with placeholders in braces.</summary>
internal sealed partial record FileNamePattern
{
    private static readonly SearchValues<char> forbidden = SearchValues.Create("\\/:*?\"<>|{}");

    private FileNamePattern(string text) => Text = text;

    /// <summary>The templates that have a name.</summary>
    public static IReadOnlyDictionary<string, string> Known { get; } = new SortedDictionary<string, string>(StringComparer.Ordinal)
    {
        ["id"] = "{id}_{slug}",
        ["dated"] = "{date}_{time}_{id}_{slug}",
        ["numbered"] = "{number}_{slug}",
    };

    /// <summary>The names of the placeholders.</summary>
    public static IReadOnlyList<string> Placeholders { get; } =
    [
        "id", "slug", "number", "date", "time", "year", "month", "day", "hour", "minute", "second"
    ];

    /// <summary>The default: <c>ae1027a6acf0_add_order_table.cs</c>.</summary>
    public static FileNamePattern Default { get; } = new(Known["id"]);

    /// <summary>The text with its placeholders.</summary>
    public string Text { get; }

    /// <summary>Reads a template, or the name of one.</summary>
    /// <exception cref="AutogenException">
    /// <see cref="ErrorCode.ConfigurationInvalid"/>: a placeholder is not known, or none tells two revisions apart.
    /// </exception>
    public static FileNamePattern Parse(string text)
    {
        var pattern = Known.GetValueOrDefault(text, text);
        var names = Placeholder().Matches(pattern).Select(match => match.Groups["name"].Value).ToList();
        var problem = names.Find(name => !Placeholders.Contains(name, StringComparer.Ordinal)) is { } unknown
            ? $"there is no placeholder {{{unknown}}}; there are {string.Join(", ", Placeholders.Select(name => $"{{{name}}}"))}"
            : !names.Exists(name => name is "id" or "number" or "slug")
                ? "nothing in it tells revisions apart: it needs {id}, {number} or {slug}, or is one of "
                    + $"{string.Join(", ", Known.Keys)}"
            : Placeholder().Replace(pattern, "") is var rest && (rest.AsSpan().ContainsAny(forbidden) || VisibleText.OneLine(rest) != rest)
                ? "a file's name has none of \\ / : * ? \" < > | { }, and no invisible character"
            : null;
        return problem is null
            ? new FileNamePattern(pattern)
            : throw new AutogenException(
                ErrorCode.ConfigurationInvalid, $"'fileName' in autogen.json: '{text}' is not a valid template: {problem}.");
    }

    /// <summary>The name of a revision's file, with its ending.</summary>
    /// <param name="id">The revision's id.</param>
    /// <param name="message">What it is about.</param>
    /// <param name="created">When it was written.</param>
    /// <param name="number">Its number among the revisions.</param>
    public string FileName(string id, string message, DateTimeOffset created, int number)
    {
        var name = Placeholder().Replace(Text, match => match.Groups["name"].Value switch
        {
            "id" => Plain(id),
            "slug" => FileNamer.Slug(message),
            "number" => number.ToString("0000", CultureInfo.InvariantCulture),
            "date" => Time("yyyyMMdd"),
            "time" => Time("HHmmss"),
            "year" => Time("yyyy"),
            "month" => Time("MM"),
            "day" => Time("dd"),
            "hour" => Time("HH"),
            "minute" => Time("mm"),
            _ => Time("ss"),
        });

        // Without a slug its separator goes, too.
        string[] names = [Trimmed(name), Trimmed(Plain(id)), Convert.ToHexStringLower(Encoding.UTF8.GetBytes(id))];
        return $"{names.First(candidate => candidate.Length > 0)}.cs";

        string Time(string format) => created.UtcDateTime.ToString(format, CultureInfo.InvariantCulture);
    }

    private static string Plain(string id)
        => string.Concat(id.Select(character => char.IsAsciiLetterOrDigit(character) || character is '_' or '.' ? character : '_'));

    private static string Trimmed(string name) => name.Trim('_', '-', '.', ' ');

    [GeneratedRegex(@"\{(?<name>[^{}]*)\}", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 60_000)]
    private static partial Regex Placeholder();
}
