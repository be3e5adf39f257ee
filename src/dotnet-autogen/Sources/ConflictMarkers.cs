using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Autogen.Tool.Sources;

/// <summary>
/// Lines that git writes into a file that it could not merge. Whoever reads the file all the same takes one of the two
/// sides, or both, without a word.
/// </summary>
internal static class ConflictMarkers
{
    private const int Length = 7;
    private const string Middle = "=======";

    /// <summary>The line of the first marker, counted from 1; <see langword="null"/> if none exists.</summary>
    /// <param name="text">Any text. A line of equals signs alone is a marker only beside another one.</param>
    public static int? Find(string text)
        => FirstLine(text, line => IsMarker(line, '<') || IsMarker(line, '|') || IsMarker(line, '>')) is { } marked
            ? Earlier(text, marked)
            : null;

    /// <summary>The same for C#, in which a line of equals signs outside of texts and comments is a marker by itself.</summary>
    public static int? FindInCode(string text) => Find(text) ?? FindMiddle(text);

    /// <summary>What is to be done.</summary>
    /// <param name="place">The file and the line.</param>
    public static string Message(string place)
        => $"{place}: The file has merge conflict markers (<<<<<<<, =======, >>>>>>>). "
            + "Resolve the conflict in the file ('git status' lists all that are left), then run the command again.";

    // Where the first line is missing (it was edited away), the middle one comes first.
    private static int Earlier(string text, int marked)
        => FirstLine(text, line => IsMarker(line, '=')) is { } middle && middle < marked ? middle : marked;

    private static int? FindMiddle(string text)
    {
        if (!text.StartsWith(Middle, StringComparison.Ordinal) && !text.Contains('\n' + Middle, StringComparison.Ordinal))
            return null;
        var tree = CSharpSyntaxTree.ParseText(text, new CSharpParseOptions(LanguageVersion.Preview));
        var marker = tree.GetRoot().DescendantTrivia().FirstOrDefault(trivia => trivia.IsKind(SyntaxKind.ConflictMarkerTrivia));
        return marker == default ? null : tree.GetLineSpan(marker.Span).StartLinePosition.Line + 1;
    }

    private static int? FirstLine(string text, Func<ReadOnlySpan<char>, bool> isWanted)
    {
        var number = 0;
        foreach (var line in text.AsSpan().EnumerateLines())
        {
            number++;
            if (isWanted(line))
                return number;
        }

        return null;
    }

    // Exactly seven, then the end of the line or a space and a name: a comment may have a longer row of them.
    private static bool IsMarker(ReadOnlySpan<char> line, char character)
        => line.Length >= Length && !line[..Length].ContainsAnyExcept(character) && (line.Length == Length || line[Length] == ' ');
}
