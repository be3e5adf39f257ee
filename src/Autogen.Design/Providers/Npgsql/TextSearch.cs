using Autogen.Schema.Dialects;
using Autogen.Schema.Objects;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Autogen.Design.Providers.Npgsql;

/// <summary>
/// The expression that Npgsql's provider makes of a full-text column or index (its generator needs a model for it, so
/// the expression is written out).
/// </summary>
internal static class TextSearch
{
    /// <summary>That of a column; <see langword="null"/> for another column.</summary>
    public static GeneratedColumn? Of(IColumn column, Dialect dialect)
        => column.FindAnnotation(NpgsqlNames.TextSearchConfiguration)?.Value is string configuration
            && column.FindAnnotation(NpgsqlNames.TextSearchProperties)?.Value is IReadOnlyList<string> columns
                ? new GeneratedColumn(
                    Vector(dialect, configuration, columns.Select(name => column.Table.FindColumn(name)).OfType<IColumn>()),
                    IsStored: true)
                : null;

    /// <summary>That of an index; <see langword="null"/> for another index.</summary>
    public static SqlExpression? Of(ITableIndex index, Dialect dialect)
        => index.FindAnnotation(NpgsqlNames.TextSearchConfiguration)?.Value is string configuration
            ? Vector(dialect, configuration, index.Columns)
            : null;

    // to_tsvector('english', "required" || ' ' || coalesce("nullable", ''))
    //     || jsonb_to_tsvector('english', coalesce("doc", '{}'), '"all"'):
    // grouped by kind, the kinds in the order of their first columns.
    private static SqlExpression Vector(Dialect dialect, string configuration, IEnumerable<IColumn> columns)
    {
        var name = dialect.StringLiteral(configuration);
        string Or(IColumn column, string empty)
            => column.IsNullable ? $"coalesce({dialect.Quote(column.Name)}, '{empty}')" : dialect.Quote(column.Name);
        var vectors =
            columns.GroupBy(column => column.StoreType is "json" or "jsonb" ? column.StoreType : "", StringComparer.Ordinal).Select(
                group => group.Key.Length == 0
                    ? $"to_tsvector({name}, {string.Join(" || ' ' || ", group.Select(column => Or(column, "")))})"
                    : string.Join(" || ", group.Select(column => $"{group.Key}_to_tsvector({name}, {Or(column, "{}")}, '\"all\"')")));
        return new SqlExpression(string.Join(" || ", vectors));
    }
}
