using System.Text;
using Autogen.Design.Planning;
using Autogen.Design.Rendering.Operations;
using Autogen.Rendering;
using Autogen.Rendering.Syntax;
using Autogen.Schema;

namespace Autogen.Design.Rendering;

/// <summary>Operations as C#: the same operations, the same text.</summary>
internal static class RevisionRenderer
{
    private const int BodyIndent = 2 * Place.Step;

    /// <summary>A revision's file: UTF-8 without a mark, <c>\n</c> at the end of every line, the last one too.</summary>
    /// <exception cref="AutogenException">An operation can't be written (<see cref="ErrorCode.OperationNotSupported"/>).</exception>
    internal static string Render(RevisionFile file)
    {
        using var output = new MemoryStream();
        Write(file, output);
        return Encoding.UTF8.GetString(output.GetBuffer(), 0, (int)output.Length);
    }

    /// <summary>Writes a revision's file. No more than the syntax of one statement is in memory at a time.</summary>
    /// <inheritdoc cref="Render"/>
    internal static void Write(RevisionFile file, Stream output)
    {
        var header = file.Header;
        var names = RevisionSkeleton.Names(header);
        RevisionSkeleton.Write(header, names, Body(file.Upgrade, BodyIndent, names), Body(file.Downgrade, BodyIndent, names), output);
    }

    /// <summary>The statements alone, without an indent: for reading, not for compiling.</summary>
    /// <exception cref="AutogenException">An operation can't be written (<see cref="ErrorCode.OperationNotSupported"/>).</exception>
    internal static string RenderBody(IReadOnlyList<PlannedOperation> operations) =>
        string.Concat(Body(operations, 0, new NameScope([], [])).Statements.Select(Encoding.UTF8.GetString));

    private static MethodBody Body(IReadOnlyList<PlannedOperation> operations, int indent, NameScope names)
    {
        var statements = new List<byte[]>(operations.Count);
        var afterLarge = false;
        Draft? only = null;
        foreach (var planned in operations)
        {
            var draft = OperationHandlers.Write(planned.Operation, names);
            var statement = SyntaxKit.Statement(draft, planned.Risks.Select(Comment), indent);
            var text = statement.ToFullString();
            var isLarge = text.AsSpan().TrimEnd('\n').Contains('\n');
            // Short calls are adjacent; calls of several lines are set apart.
            statements.Add(Encoding.UTF8.GetBytes(statements.Count > 0 && (isLarge || afterLarge) ? "\n" + text : text));
            afterLarge = isLarge;
            only = operations.Count == 1 && planned.Risks.Count == 0 ? draft : null;
        }

        return new(statements, only);
    }

    private static string Comment(Risk risk)
    {
        var text = VisibleText.OneLine(risk.Message).Trim();
        if (text.Length == 0)
            return risk.Kind.ToString();
        return char.ToUpperInvariant(text[0]) + text[1..] + (text[^1] is '.' or '!' or '?' ? "" : ".");
    }
}
