using System.Text;
using Autogen.Rendering.Syntax;
using Autogen.Schema;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Autogen.Tool.Sources;

/// <summary>Changes a revision's attribute in its file, and nothing else: every other byte stays.</summary>
internal static class RevisionEdit
{
    private const string Revises = "Revises";

    /// <summary>The file's text with another parent.</summary>
    /// <param name="source">The revision; it has one parent, or none.</param>
    /// <param name="parent">The id of the new one.</param>
    /// <exception cref="AutogenException"><see cref="ErrorCode.NotRebasable"/>.</exception>
    public static string SetParent(SourceRevision source, string parent)
    {
        var quoted = SyntaxKit.Quoted(parent).ToString();
        var attribute = CSharpSyntaxTree.ParseText(source.Text, new CSharpParseOptions(LanguageVersion.Preview))
            .GetRoot()
            .DescendantNodes()
            .OfType<AttributeSyntax>()
            // where it was read from
            .First(attribute => SourceProblem.LineOf(attribute) == source.Line && attribute.ArgumentList?.Arguments.Count > 0);
        var arguments = attribute.ArgumentList!.Arguments; // it has an id at least
        var argument = arguments.FirstOrDefault(candidate => IsOfParents(candidate, arguments[0]));
        if (argument is null)
        {
            // Behind the id, which is the first argument.
            var end = arguments[0].Span.End;
            return source.Text.Insert(end, $", {Revises} = {quoted}");
        }

        // An array of one keeps its brackets.
        var literal = argument.Expression.DescendantNodesAndSelf().OfType<LiteralExpressionSyntax>().Single();
        return source.Text.Remove(literal.Span.Start, literal.Span.Length).Insert(literal.Span.Start, quoted);
    }

    // Revises = "a", revises: ["a"], or behind the id.
    private static bool IsOfParents(AttributeArgumentSyntax argument, AttributeArgumentSyntax id)
        => argument.NameEquals is { } property ? property.Name.Identifier.ValueText == Revises
            : argument.NameColon is { } parameter ? parameter.Name.Identifier.ValueText == "revises"
            : argument != id;

    /// <summary>Puts the text into the file, which keeps its byte order mark.</summary>
    /// <exception cref="AutogenException">The file is no UTF-8: what could not be read can't be kept.</exception>
    public static void Write(string path, string text)
    {
        var bytes = File.ReadAllBytes(path);
        var hasMark = bytes.AsSpan().StartsWith(Encoding.UTF8.Preamble);
        var encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: hasMark, throwOnInvalidBytes: true);
        try
        {
            _ = encoding.GetString(bytes);
        }
        catch (DecoderFallbackException exception)
        {
            throw new AutogenException(
                ErrorCode.NotRebasable,
                $"{path} is not in UTF-8, so it can't be edited without changing other characters. Change 'Revises' by hand.",
                exception);
        }

        AtomicFile.Replace(path, text, encoding);
    }
}
