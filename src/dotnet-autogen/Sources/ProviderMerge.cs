using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Autogen.Tool.Sources;

/// <summary>
/// Makes one revision of two that were written for two databases: common statements are written once, others in
/// <c>if (op.IsNpgsql())</c> and <c>else if (op.IsSqlite())</c>, in the order of both. Pure.
/// </summary>
internal static class ProviderMerge
{
    private const string Indentation = "        ";
    private static readonly CSharpParseOptions Options = new(LanguageVersion.Preview);

    /// <summary>Merges two files.</summary>
    /// <param name="postgres">The file for PostgreSQL.</param>
    /// <param name="sqlite">The file for SQLite; of the same id, with the same class.</param>
    public static string Merge(string postgres, string sqlite)
    {
        var (first, second) = (Root(postgres), Root(sqlite));
        var text = postgres;

        // From the end, so that what comes before stays where it is.
        foreach (var name in new[] { "Downgrade", "Upgrade" })
        {
            var method = Method(first, name);
            var (own, other) = (Statements(method), Statements(Method(second, name)));
            if (own.SequenceEqual(other, StringComparer.Ordinal))
                continue;
            var signature = method.ParameterList.Span.End;
            text = text.Remove(signature, method.Span.End - signature).Insert(signature, $"\n    {{\n{Body(own, other)}\n    }}");
        }

        return WithUsings(text, first, second);
    }

    /// <summary>Whether a file does nothing, either way.</summary>
    public static bool IsEmpty(string text)
        => Root(text) is var root && Statements(Method(root, "Upgrade")).Count + Statements(Method(root, "Downgrade")).Count == 0;

    private static CompilationUnitSyntax Root(string text) => CSharpSyntaxTree.ParseText(text, Options).GetCompilationUnitRoot();

    private static MethodDeclarationSyntax Method(CompilationUnitSyntax root, string name)
        // a revision has both
        => root.DescendantNodes()
            .OfType<MethodDeclarationSyntax>()
            .First(method => string.Equals(method.Identifier.ValueText, name, StringComparison.Ordinal));

    // Statements verbatim, with the comments above them.
    private static List<string> Statements(MethodDeclarationSyntax method)
        => method.ExpressionBody is { } arrow
            ? [$"{Indentation}{arrow.Expression};"]
            // one of the two is there
            : [.. method.Body!.Statements.Select(statement => statement.ToFullString().Trim('\n', '\r').TrimEnd())];

    private static string Body(List<string> postgres, List<string> sqlite)
    {
        var common = Common(postgres, sqlite);
        var parts = new List<string>();
        var (left, right) = (0, 0);
        foreach (var (i, j) in common.Append((postgres.Count, sqlite.Count)))
        {
            Differ(parts, postgres[left..i], sqlite[right..j]);
            if (i < postgres.Count)
                parts.Add(postgres[i]);
            (left, right) = (i + 1, j + 1);
        }

        return Joined(parts);
    }

    private static void Differ(List<string> parts, List<string> postgres, List<string> sqlite)
    {
        if (postgres.Count > 0)
            parts.Add(Block("if (op.IsNpgsql())", postgres));
        if (sqlite.Count > 0)
            parts.Add(Block(postgres.Count > 0 ? "else if (op.IsSqlite())" : "if (op.IsSqlite())", sqlite));
    }

    private static string Block(string condition, List<string> statements)
        => $"{Indentation}{condition}\n{Indentation}{{\n{Joined([.. statements.Select(Indented)])}\n{Indentation}}}";

    // What has several lines has room around it; the two arms of a condition are adjacent.
    private static string Joined(List<string> parts)
    {
        var text = new StringBuilder();
        foreach (var (part, index) in parts.Select((part, index) => (part, index)))
        {
            if (index > 0)
                text.Append(
                    !part.TrimStart().StartsWith("else ", StringComparison.Ordinal)
                        && (part.Contains('\n', StringComparison.Ordinal) || parts[index - 1].Contains('\n', StringComparison.Ordinal))
                        ? "\n\n"
                        : "\n");
            text.Append(part);
        }

        return text.ToString();
    }

    // The lines of a verbatim text say what they say: only the others can be moved.
    private static string Indented(string statement)
    {
        var tree = CSharpSyntaxTree.ParseText(statement, Options.WithKind(SourceCodeKind.Script));
        var fixedLines = tree.GetRoot().DescendantTokens()
            .Where(token => token.IsKind(SyntaxKind.StringLiteralToken) && token.Text.StartsWith('@'))
            .SelectMany(token => tree.GetLineSpan(token.Span) is var span
                ? Enumerable.Range(span.StartLinePosition.Line + 1, span.EndLinePosition.Line - span.StartLinePosition.Line)
                : [])
            .ToHashSet();
        return string.Join(
            '\n',
            statement.Split('\n').Select((line, index) => line.Trim().Length == 0 || fixedLines.Contains(index) ? line : "    " + line));
    }

    // The longest sequence that both have, in order: pairs of places.
    private static List<(int Left, int Right)> Common(List<string> left, List<string> right)
    {
        var lengths = new int[left.Count + 1, right.Count + 1];
        for (var i = left.Count - 1; i >= 0; i--)
        {
            for (var j = right.Count - 1; j >= 0; j--)
                lengths[i, j] = string.Equals(left[i], right[j], StringComparison.Ordinal)
                    ? lengths[i + 1, j + 1] + 1
                    : Math.Max(lengths[i + 1, j], lengths[i, j + 1]);
        }

        var pairs = new List<(int, int)>();
        for (var (i, j) = (0, 0); i < left.Count && j < right.Count;)
        {
            if (string.Equals(left[i], right[j], StringComparison.Ordinal))
                pairs.Add((i++, j++));
            else if (lengths[i + 1, j] >= lengths[i, j + 1])
                i++;
            else
                j++;
        }

        return pairs;
    }

    private static string WithUsings(string text, CompilationUnitSyntax first, CompilationUnitSyntax second)
    {
        List<string> own = [.. first.Usings.Select(item => item.ToString())];
        var all = own.Union(second.Usings.Select(item => item.ToString()), StringComparer.Ordinal)
            .OrderBy(line => line.StartsWith("using System", StringComparison.Ordinal) ? 0 : 1)
            .ThenBy(line => line.TrimEnd(';'), StringComparer.Ordinal)
            .ToList();
        var span = Microsoft.CodeAnalysis.Text.TextSpan.FromBounds(first.Usings[0].SpanStart, first.Usings[^1].Span.End);
        return all.Count == own.Count ? text : text.Remove(span.Start, span.Length).Insert(span.Start, string.Join('\n', all));
    }
}
