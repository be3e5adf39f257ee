using System.Buffers;
using System.Globalization;
using System.Text;
using Autogen.Schema;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using static Microsoft.CodeAnalysis.CSharp.SyntaxFactory;

namespace Autogen.Rendering.Syntax;

internal static partial class SyntaxKit
{
    // Letters, digits and signs of ASCII that no kind of quotes needs to escape.
    private static readonly SearchValues<char> unescaped =
        SearchValues.Create(" !#$%&()*+,-./0123456789:;<=>?@ABCDEFGHIJKLMNOPQRSTUVWXYZ[]^_`abcdefghijklmnopqrstuvwxyz{|}~'");

    /// <summary>A text: raw where that reads better and nothing in it needs an escape, else in quotes.</summary>
    internal static Draft Text(string text)
    {
        if (text.Contains('\n', StringComparison.Ordinal))
            return IsPlain(text) ? place => RawLines(text, place) : place => QuotedLines(text, place);
        var gains = text.Contains('"', StringComparison.Ordinal) || text.Contains('\\', StringComparison.Ordinal);
        if (gains && IsPlain(text) && !text.StartsWith('"') && !text.EndsWith('"'))
            return Settled(RawLine(text));
        return Settled(Quoted(text));
    }

    /// <summary>A text in quotes, on one line, with escapes for what can't be seen.</summary>
    internal static LiteralExpressionSyntax Quoted(string text)
    {
        if (!text.AsSpan().ContainsAnyExcept(unescaped))
            return LiteralExpression(
                SyntaxKind.StringLiteralExpression, SyntaxFactory.Literal(TriviaList(), $"\"{text}\"", text, TriviaList()));
        var written = new StringBuilder("\"");
        for (var i = 0; i < text.Length; i++)
        {
            if (char.IsSurrogatePair(text, i) && !VisibleText.IsInvisible(text, i))
                written.Append(text[i]).Append(text[++i]);
            else
                AppendEscaped(written, text[i], '"');
        }

        var token = SyntaxFactory.Literal(TriviaList(), written.Append('"').ToString(), text, TriviaList());
        return LiteralExpression(SyntaxKind.StringLiteralExpression, token);
    }

    private static LiteralExpressionSyntax Character(char character)
    {
        var written = new StringBuilder("'");
        AppendEscaped(written, character, '\'');
        return LiteralExpression(
            SyntaxKind.CharacterLiteralExpression,
            SyntaxFactory.Literal(TriviaList(), written.Append('\'').ToString(), character, TriviaList()));
    }

    private static LiteralExpressionSyntax RawLine(string text)
    {
        var quotes = Delimiter(text);
        return LiteralExpression(
            SyntaxKind.StringLiteralExpression,
            Token(TriviaList(), SyntaxKind.SingleLineRawStringLiteralToken, quotes + text + quotes, text, TriviaList()));
    }

    /// <summary>Each line has the indent of the closing quotes before it, which is no part of the text. An empty line needs none.</summary>
    private static LiteralExpressionSyntax RawLines(string text, Place place)
    {
        var quotes = Delimiter(text);
        var indent = new string(' ', ContinuationIndent(place));
        var written = new StringBuilder(quotes).Append('\n');
        foreach (var line in text.Split('\n'))
            written.Append(line.Length == 0 ? "" : indent).Append(line).Append('\n');
        written.Append(indent).Append(quotes);
        return LiteralExpression(
            SyntaxKind.StringLiteralExpression,
            Token(TriviaList(), SyntaxKind.MultiLineRawStringLiteralToken, written.ToString(), text, TriviaList()));
    }

    /// <summary>Lines that need escapes, a text each, joined by plus signs: still a constant, and still read line by line.</summary>
    private static ExpressionSyntax QuotedLines(string text, Place place)
    {
        var indent = ContinuationIndent(place);
        ExpressionSyntax? result = null;
        for (var start = 0; start < text.Length;)
        {
            var end = text.IndexOf('\n', start);
            var line = Quoted(text[start..(end < 0 ? text.Length : end + 1)]);
            start = end < 0 ? text.Length : end + 1;
            var plus = Token(TriviaList(Space), SyntaxKind.PlusToken, LineBreak(indent));
            result = result is null ? line : BinaryExpression(SyntaxKind.AddExpression, result, plus, line);
        }

        return result ?? Quoted(text);
    }

    /// <summary>
    /// Lines that continue an expression are aligned with it where it begins its line, else one level deeper than the line.
    /// </summary>
    private static int ContinuationIndent(Place place) => place.Column == place.Indent ? place.Indent : place.Indent + Place.Step;

    private static string Delimiter(string text)
    {
        int longest = 0, run = 0;
        foreach (var character in text)
        {
            run = character == '"' ? run + 1 : 0;
            longest = Math.Max(longest, run);
        }

        return new string('"', Math.Max(3, longest + 1));
    }

    /// <summary>
    /// Whether the text can be written literally: every character can be seen, but for spaces, tabs and plain line ends.
    /// </summary>
    private static bool IsPlain(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] is '\n' or '\t')
                continue;
            if (VisibleText.IsInvisible(text, i))
                return false;
            if (char.IsSurrogatePair(text, i))
                i++;
        }

        return true;
    }

    private static void AppendEscaped(StringBuilder written, char character, char quote)
    {
        _ = character switch
        {
            '\n' => written.Append(@"\n"),
            '\r' => written.Append(@"\r"),
            '\t' => written.Append(@"\t"),
            '\0' => written.Append(@"\0"),
            '\\' => written.Append(@"\\"),
            _ when character == quote => written.Append('\\').Append(character),
            _ when VisibleText.IsInvisible(character.ToString(), 0)
                => written.Append(CultureInfo.InvariantCulture, $"\\u{(int)character:x4}"),
            _ => written.Append(character),
        };
    }
}
