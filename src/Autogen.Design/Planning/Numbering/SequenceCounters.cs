using Autogen.Design.Planning.Steps;
using Autogen.Operations;
using Autogen.Schema.Comparison;
using Autogen.Schema.Objects;
using Autogen.Schema.Sql;

namespace Autogen.Design.Planning.Numbering;

/// <summary>
/// Sequences that begin to number the rows of a table that has rows already: their counters are moved behind the keys of every table that
/// they number, once the model's own rows are in them.
/// </summary>
internal sealed class SequenceCounters(PlanScope scope)
{
    private readonly HashSet<ObjectName> created = [.. scope.Diff.Changes.OfType<Added<Sequence>>().Select(change => change.Item.Name)];

    private readonly ILookup<ObjectName, SeedRow> insertedRows = scope.Diff.Changes.OfType<Added<SeedRow>>()
        .Where(change => change.Table is not null)
        .ToLookup(change => change.Table!, change => change.Item);

    /// <summary>A step for each sequence whose counter is moved.</summary>
    public IEnumerable<Step> Steps()
        => scope.Dialect.Capabilities.Sequences
            ? scope.Diff.Target.Sequences.Select(Step).Where(step => step.Operations.Count > 0)
            : [];

    private Step Step(Sequence sequence)
    {
        var numbered = scope.Diff.Target.Tables
            .SelectMany(table => table.Columns.Where(column => IsNumberedBy(sequence, table, column)).Select(column => (table, column)))
            .Where(pair => HasNewNumbers(sequence.Name, pair.table, pair.column))
            .ToList();
        return new Step(
            Vertex.Of(Phase.MoveCounter, ObjectKind.Sequence, sequence.Name),
            [.. numbered.Select(pair => Move(sequence.Name, pair.table.Name, pair.column.Name))])
        {
            After =
            [
                .. numbered.SelectMany(pair => new[]
                {
                    new Vertex(Phase.InsertRows, ObjectKind.SeedRow, pair.table.Name, ""),
                    new Vertex(Phase.Column, ObjectKind.Column, pair.table.Name, pair.column.Name),
                    Vertex.OfTable(Phase.CreateTable, pair.table.Name),
                    Vertex.OfTable(Phase.MoveRows, pair.table.Name),
                })
            ],
        };
    }

    private static PlannedOperation Move(ObjectName sequence, ObjectName table, string column)
        => PlanScope.Planned(new MoveSequenceBehindRowsOperation
        {
            Sequence = sequence.Name,
            SequenceSchema = sequence.Schema,
            Table = table.Name,
            Schema = table.Schema,
            Column = column,
        });

    private bool IsNumberedBy(Sequence sequence, Table table, Column column)
        => IntegerTypes.ClrTypeOf(column.Type) is not null && column.Identity is null && IsUnique(table, column.Name)
            && (IsOf(column.Default, sequence.Name)
                || (column.Default is null && IsSame(column.KeySequence.Value, sequence.Name))
                || IsTakenInBlocks(sequence, table, column));

    // No database knows by which sequence an application numbers rows itself. It is one that no default uses, whose numbers are the
    // first of a block each; and the key is one that is numbered in another way on the other side.
    private bool IsTakenInBlocks(Sequence sequence, Table table, Column column)
        => created.Contains(sequence.Name)
            && Math.Abs(sequence.Options.Increment) > 1
            && column.Default is null
            && column.KeySequence.Value is null
            && table.PrimaryKey is { Columns: [var key] }
            && string.Equals(key, column.Name, StringComparison.Ordinal)
            && !scope.TargetDefaults.Use(sequence.Name)
            && Existing(table, column) is { } current
            && (current.Identity is not null || current.Default is not null || current.KeySequence.Value is not null);

    // Only what is looked up by an index.
    private static bool IsUnique(Table table, string column)
        => table.PrimaryKey is { Columns: [var key, ..] } && string.Equals(key, column, StringComparison.Ordinal)
            || table.UniqueConstraints.Any(unique => string.Equals(unique.Columns[0], column, StringComparison.Ordinal));

    private bool HasNewNumbers(ObjectName sequence, Table table, Column column)
    {
        if (insertedRows[table.Name].Concat(scope.IsNew(table.Name) ? table.SeedRows : [])
            .Any(row => row.Key.Concat(row.Values).Any(value => string.Equals(value.Column, column.Name, StringComparison.Ordinal))))
            return true;
        if (scope.Moves.InsertInto(table.Name))
            return true;
        return Existing(table, column) is { } current && (created.Contains(sequence) || IsNumberedOtherwise(current, sequence));
    }

    private bool IsNumberedOtherwise(Column current, ObjectName sequence)
    {
        var before = scope.Diff.Changes.OfType<Altered<Sequence>>()
            .Where(change => change.Target.Name == sequence)
            .Select(change => change.Current.Name)
            .FirstOrDefault(sequence);
        return current.Identity is not null
            || (current.Default is not null && !IsOf(current.Default, before))
            || (current.KeySequence.Value is { } other && !IsSame(other, before));
    }

    private Column? Existing(Table table, Column column)
        => scope.CurrentTable(table.Name)?.FindColumn(scope.Pairs.CurrentColumn(table.Name, column.Name));

    /// <summary>Whether a default is a sequence's next value, and nothing is done to it.</summary>
    private bool IsOf(SqlExpression? value, ObjectName sequence)
        => value is not null
            && SqlReferences.SequenceNames(value.Text).ToList() is [var name]
            && IsSame(name, sequence)
            && SqlLexer.Read(value.Text, scope.Dialect.Syntax).All(token => token.Kind == SqlTokenKind.String
                || token.IsMark("(") || token.IsMark(")") || token.IsMark("::") || token.IsMark(".")
                || token.IsAny("NEXTVAL", "REGCLASS", "PG_CATALOG"));

    private bool IsSame(ObjectName? one, ObjectName other)
        => one is not null && string.Equals(one.Name, other.Name, StringComparison.Ordinal)
            && string.Equals(one.Schema ?? scope.DefaultSchema, other.Schema ?? scope.DefaultSchema, StringComparison.Ordinal);
}
