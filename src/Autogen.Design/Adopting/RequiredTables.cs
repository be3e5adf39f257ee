using Autogen.Schema.Dialects;
using Autogen.Schema.Objects;

namespace Autogen.Design.Adopting;

/// <summary>Tables of others that foreign keys of adopted tables refer to.</summary>
internal static class RequiredTables
{
    /// <summary>Them, in order, with the columns and keys that are referred to, and nothing else.</summary>
    public static IReadOnlyList<Table> Of(DatabaseSchema adopted, DatabaseSchema all)
        => [.. adopted.Tables.SelectMany(table => table.ForeignKeys)
            .Where(key => adopted.FindTable(key.PrincipalTable) is null)
            .GroupBy(key => key.PrincipalTable)
            .Select(
                keys => all.FindTable(keys.Key) is { } table ? Stub(table, [.. keys.Select(key => key.PrincipalColumns).Distinct()]) : null)
            .OfType<Table>()
            .OrderBy(table => table.Name)];

    /// <summary>What makes them on a scratch database, so that the foreign keys can be made there.</summary>
    public static string Sql(IEnumerable<Table> required, Dialect dialect)
        => string.Concat(
            required.Select(table => (table.Name.Schema is { } schema ? $"CREATE SCHEMA IF NOT EXISTS {dialect.Quote(schema)};\n" : "")
                + $"CREATE TABLE {dialect.Quote(table.Name)} ("
                + string.Join(", ", table.Columns.Select(column => $"{dialect.Quote(column.Name)} {column.Type}")
                    .Concat(table.UniqueConstraints.Select(key => $"UNIQUE ({string.Join(", ", key.Columns.Select(dialect.Quote))})")))
                + ");\n"));

    private static Table Stub(Table table, IReadOnlyList<EquatableList<string>> keys)
        => new()
        {
            Name = table.Name,
            Columns = table.Columns.Where(column => keys.Any(key => key.Contains(column.Name, StringComparer.Ordinal))).ToEquatableList(),
            UniqueConstraints = keys.Select(key => new UniqueConstraint(null, key)).ToEquatableList(),
        };
}
