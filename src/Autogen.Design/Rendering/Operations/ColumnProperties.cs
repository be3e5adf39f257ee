using Autogen.Rendering.Syntax;
using Autogen.Schema;

namespace Autogen.Design.Rendering.Operations;

/// <summary>The properties of the anonymous object with a new table's columns.</summary>
internal sealed class ColumnProperties
{
    private const string Parameter = "x";
    private readonly Dictionary<string, string> properties;

    private ColumnProperties(Dictionary<string, string> properties) => this.properties = properties;

    /// <summary>Properties for columns of these names.</summary>
    internal static ColumnProperties Of(IEnumerable<string> columns)
    {
        string[] names = [.. columns];
        return new(names.Zip(Identifiers.OfColumns(names)).ToDictionary(p => p.First, p => p.Second, StringComparer.Ordinal));
    }

    /// <summary>The property of a column.</summary>
    internal string Of(string column) => properties.TryGetValue(column, out var property)
        ? property
        : throw new AutogenException(
            ErrorCode.OperationNotSupported,
            $"A constraint refers to the column '{column}', which the new table does not have. Compare the names in the model.");

    /// <summary><c>x => x.column</c>, or <c>x => new { x.column, x.other }</c>.</summary>
    internal Draft Selector(IReadOnlyList<string> columns)
    {
        Draft[] members = [.. columns.Select(c => (Draft)(_ => SyntaxKit.Member(SyntaxKit.Identified(Parameter), Of(c))))];
        foreach (var column in columns)
            _ = Of(column);
        return SyntaxKit.Lambda(
            Parameter,
            members is [var only] ? only : SyntaxKit.AnonymousObject([.. members.Select(m => new Argument(null, m))], aLineEach: false));
    }
}
