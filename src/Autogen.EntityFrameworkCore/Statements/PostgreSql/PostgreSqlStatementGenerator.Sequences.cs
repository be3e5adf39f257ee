using Autogen.Operations;
using Microsoft.EntityFrameworkCore.Migrations.Operations;
using static System.FormattableString;

namespace Autogen.Statements.PostgreSql;

// Sequences and their counters.
internal sealed partial class PostgreSqlStatementGenerator
{
    private string? SequenceSql(MigrationOperation operation) => operation switch
    {
        CreateTypedSequenceOperation create
            => $"CREATE {(create.Unlogged ? "UNLOGGED " : "")}SEQUENCE {Name(create)} AS {create.Type}{SequenceOptionSql.Of(create)};",
        SetSequenceOptionsOperation set => $"ALTER SEQUENCE {Name(set)}{SequenceOptionSql.Of(set)};",
        SetSequenceOwnerOperation { Table: { } table, Column: { } column } set
            => $"ALTER SEQUENCE {Name(set)} OWNED BY {Quote(set.Schema, table)}.{Quote(column)};",
        SetSequenceOwnerOperation set => $"ALTER SEQUENCE {Name(set)} OWNED BY NONE;",
        KeepCounterWithinOperation keep => KeepCounterWithin(keep),
        StartUnusedCounterOperation start => StartUnusedCounter(start),
        _ => null,
    };

    private string KeepCounterWithin(KeepCounterWithinOperation keep)
    {
        if (keep.Sequence is { } sequence)
        {
            var name = Quote(keep.Schema, sequence);
            return Invariant($"SELECT pg_catalog.setval({Literal(name)}, ")
                + Invariant($"LEAST(GREATEST(last_value, {keep.MinValue}), {keep.MaxValue}), ")
                + $"is_called AND {IsBetween("last_value", keep.MinValue, keep.MaxValue)}) FROM {name};";
        }

        var numbering = SequenceOf(keep);
        return Invariant($"SELECT pg_catalog.setval({numbering}, LEAST(GREATEST(position, {keep.MinValue}), {keep.MaxValue}), ")
            + $"COALESCE({IsBetween("position", keep.MinValue, keep.MaxValue)}, false)) FROM {LastValue(numbering)} AS position;";
    }

    private string StartUnusedCounter(StartUnusedCounterOperation start)
    {
        if (start.Sequence is { } sequence)
        {
            var name = Quote(start.Schema, sequence);
            return Invariant($"SELECT pg_catalog.setval({Literal(name)}, {start.StartValue}, false) FROM {name} WHERE NOT is_called;");
        }

        var numbering = SequenceOf(start);
        return Invariant($"SELECT pg_catalog.setval({numbering}, {start.StartValue}, false) WHERE {LastValue(numbering)} IS NULL;");
    }

    /// <summary>The sequence that numbers a column, asked of the catalogue when the revision runs: whatever its name is.</summary>
    private string SequenceOf(string? schema, string table, string column)
        => $"pg_catalog.pg_get_serial_sequence({Literal(Quote(schema, table))}, {Literal(column)})";

    private string SequenceOf(CounterOperation operation)
        => operation is { Table: { } table, Column: { } column }
            ? SequenceOf(operation.Schema, table, column)
            : throw new NotSupportedException("It names neither a sequence nor a table and a column.");

    private string SequenceOf(ColumnStatementOperation operation) => SequenceOf(operation.Schema, operation.Table, operation.Column);

    private static string LastValue(string sequence) => $"pg_catalog.pg_sequence_last_value({sequence}::pg_catalog.regclass)";

    private static string IsBetween(string value, long least, long most)
        => Invariant($"{value} OPERATOR(pg_catalog.>=) {least} AND {value} OPERATOR(pg_catalog.<=) {most}");
}
