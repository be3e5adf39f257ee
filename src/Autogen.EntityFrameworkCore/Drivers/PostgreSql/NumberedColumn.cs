using Autogen.Schema.Dialects;
using Autogen.Upgrading;

namespace Autogen.Drivers.PostgreSql;

/// <summary>A column whose rows are numbered by a sequence of its own (identity, serial).</summary>
internal static class NumberedColumn
{
    /// <summary>
    /// Moves the sequence behind rows that were inserted with their numbers, as EF Core's provider does; never back, and not past its end.
    /// </summary>
    /// <param name="table">The table's name as SQL.</param>
    /// <param name="column">The column.</param>
    /// <param name="dialect">Writes names and texts.</param>
    public static string CatchUpSql(string table, string column, Dialect dialect)
        => $"""
            SELECT pg_catalog.setval(s.seqrelid::pg_catalog.regclass, m.top)
            FROM pg_catalog.pg_sequence s, (SELECT pg_catalog.max({dialect.Quote(column)})::pg_catalog.int8 AS top FROM {table}) m
            WHERE s.seqrelid OPERATOR(pg_catalog.=) pg_catalog.pg_get_serial_sequence({dialect.StringLiteral(table)}, {dialect.StringLiteral(column)})::pg_catalog.regclass::pg_catalog.oid
              AND s.seqincrement OPERATOR(pg_catalog.>) 0 AND m.top OPERATOR(pg_catalog.<=) s.seqmax
              AND m.top OPERATOR(pg_catalog.>) COALESCE(pg_catalog.pg_sequence_last_value(s.seqrelid::pg_catalog.regclass), s.seqstart OPERATOR(pg_catalog.-) 1)
            """.ReplaceLineEndings("\n");
}
