using Autogen.Schema.Objects;
using Autogen.Schema.Refusals;

namespace Autogen.Schema.PostgreSql;

/// <summary>
/// What a model may want and only a newer server has (appendix E of PostgreSQL's documentation, Release Notes), and what no server has.
/// </summary>
internal static class PostgreSqlNewFeatures
{
    private const int Multiranges = 14;
    private const int NullsNotDistinct = 15;
    private const int VirtualColumns = 18;

    // Functions and types of the server's own that models name, and that older servers do not know.
    private static readonly (string Name, int Since, string Instead)[] names =
    [
        ("gen_random_uuid", 13, "; before, the extension pgcrypto has it"), ("uuidv4", VirtualColumns, ""), ("uuidv7", VirtualColumns, ""),
        ("casefold", VirtualColumns, ""),
        ("xid8", 13, ""), ("pg_snapshot", 13, ""),
        ("int4multirange", Multiranges, ""), ("int8multirange", Multiranges, ""), ("nummultirange", Multiranges, ""),
        ("datemultirange", Multiranges, ""),
        ("tsmultirange", Multiranges, ""), ("tstzmultirange", Multiranges, ""),
    ];

    /// <summary>What is refused without a trial.</summary>
    /// <param name="version">The server's major version.</param>
    /// <param name="parts">What is asked for.</param>
    public static IEnumerable<Refusal> Refuse(int version, NewParts parts)
        => parts.Tables.SelectMany(
            table => table.Columns.Where(column => parts.Has(table, column)).SelectMany(column => Refuse(version, table, column))
                .Concat(table.Indexes.Where(index => parts.Has(table, index)).SelectMany(index => Refuse(version, table, index))));

    /// <summary>
    /// Since when the server knows what the message says it does not; <see langword="null"/> where that is no matter of its version.
    /// </summary>
    public static string? Explain(int version, string message)
        => names.FirstOrDefault(item => version < item.Since && (message.Contains($" {item.Name}(", StringComparison.Ordinal)
            || message.Contains($"\"{item.Name}\"", StringComparison.Ordinal)
            || message.Contains($"\"{item.Name}[", StringComparison.Ordinal))) is { Name: not null } known
            ? $"{message} (PostgreSQL {known.Since} has it{known.Instead})"
            : null;

    private static IEnumerable<Refusal> Refuse(int version, Table table, Column column)
    {
        if (column.Generated is { IsStored: false } && version < VirtualColumns)
            yield return new(
                table.Name,
                ObjectKind.Column,
                column.Name,
                $"PostgreSQL {version} has no virtual generated columns, {VirtualColumns} has: store it (HasComputedColumnSql with stored: "
                    + "true)");
        if (version < 14
            && column.Annotations.Value.Any(annotation => string.Equals(annotation.Name, "Npgsql:Compression:", StringComparison.Ordinal)))
            yield return new(
                table.Name, ObjectKind.Column, column.Name, $"PostgreSQL {version} has no compression methods of columns, 14 has");
    }

    private static IEnumerable<Refusal> Refuse(int version, Table table, TableIndex index)
    {
        if (!index.NullsDistinct && version < NullsNotDistinct)
            yield return new(
                table.Name, ObjectKind.Index, index.Name, $"PostgreSQL {version} has no NULLS NOT DISTINCT, {NullsNotDistinct} has");
        if (version < 13
            && index.StorageParameters.Any(
                parameter => string.Equals(parameter.Name, "deduplicate_items", StringComparison.OrdinalIgnoreCase)))
            yield return new(
                table.Name, ObjectKind.Index, index.Name, $"PostgreSQL {version} has no storage parameter deduplicate_items, 13 has");
        if (string.Equals(index.Method, "spgist", StringComparison.OrdinalIgnoreCase) && index.IncludedColumns.Count > 0 && version < 14)
            yield return new(
                table.Name, ObjectKind.Index, index.Name, $"PostgreSQL {version} has no included columns in spgist indexes, 14 has");
        if (index.Parts.Any(part => table.FindColumn(part.Column ?? "") is { Generated.IsStored: false }))
            yield return new(
                table.Name,
                ObjectKind.Index,
                index.Name,
                "PostgreSQL has no indexes on virtual generated columns: store the column (HasComputedColumnSql with stored: true)");
    }
}
