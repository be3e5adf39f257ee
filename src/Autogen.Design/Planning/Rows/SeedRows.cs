using Autogen.Design.Planning.Numbering;
using Autogen.Operations;
using Autogen.Schema.Objects;
using Microsoft.EntityFrameworkCore.Migrations.Operations;

namespace Autogen.Design.Planning.Rows;

/// <summary>
/// The operations on rows of a table: EF Core's, always with the columns' types (there is no model to take them from), as far as all values
/// are simple ones of the framework; else our own, by literals. Rows next to one another that have the same columns share an operation, up
/// to a million characters of literals: an operation is written, read and run as a whole.
/// </summary>
/// <param name="scope">The plan.</param>
/// <param name="name">The table's name at that point of the plan.</param>
/// <param name="table">The table with the columns' types at that point.</param>
internal sealed class SeedRows(PlanScope scope, ObjectName name, Table table)
{
    private const int MostCharacters = 1_000_000;

    /// <summary>Inserts rows, in their order.</summary>
    public IEnumerable<PlannedOperation> Insert(IReadOnlyList<SeedRow> rows)
    {
        var columns = rows.Select(row => row.Key.Concat(row.Values.Where(value => !IsGenerated(value))).ToList()).ToList();
        foreach (var batch in Batches(columns, row => row))
        {
            var names = Names(batch[0]);
            if (names.Any(IsAlwaysIdentity) || !batch.All(AreSimple))
            {
                yield return PlanScope.Planned(new InsertRowsOperation
                {
                    Schema = name.Schema,
                    Table = name.Name,
                    Columns = names,
                    Rows = [.. batch.Select(Literals)],
                    OverridingSystemValue = names.Any(IsAlwaysIdentity),
                });
                continue;
            }

            yield return new PlannedOperation(
                new InsertDataOperation
                {
                    Schema = name.Schema,
                    Table = name.Name,
                    Columns = names,
                    ColumnTypes = Types(names),
                    Values = Values(batch)
                },
                []);
        }

        // Sequences do not follow what is inserted.
        if (!scope.Dialect.Capabilities.Sequences)
            yield break;
        foreach (var column in table.Columns.Where(
            column => column.Identity is not null && rows.Any(row => row.Key.Concat(row.Values).Any(value => Is(value, column)))))
            yield return new RowNumbering(scope, name, column, column).SetToMaximum();
    }

    /// <summary>Updates the values that differ.</summary>
    public IEnumerable<PlannedOperation> Update(IReadOnlyList<(SeedRow Current, SeedRow Target)> rows)
    {
        var changes = rows.Select(row => (Key: row.Target.Key.ToList(), Values: row.Target.Values
            .Where(value => !row.Current.Values.Contains(value) && !IsGenerated(value))
            .ToList()))
            .Where(row => row.Values.Count != 0)
            .ToList();

        // A number that the database always gives can be inserted, but not changed.
        var given = table.Columns
            .Where(column => column.Identity?.Kind == IdentityKind.Always
                && changes.Exists(row => row.Values.Exists(value => Is(value, column))))
            .ToList();
        foreach (var column in given)
            yield return Generation(column, always: false);
        foreach (var operation in UpdateValues(changes))
            yield return operation;
        foreach (var column in given)
            yield return Generation(column, always: true);
    }

    private IEnumerable<PlannedOperation> UpdateValues(List<(List<SeedValue> Key, List<SeedValue> Values)> changes)
    {
        foreach (var batch in Batches(changes, row => row.Values))
        {
            if (!batch.All(row => AreSimple(row.Key) && AreSimple(row.Values)))
            {
                foreach (var (key, values) in batch)
                    yield return PlanScope.Planned(new UpdateRowOperation
                    {
                        Schema = name.Schema,
                        Table = name.Name,
                        KeyColumns = Names(key),
                        KeyValues = Literals(key),
                        Columns = Names(values),
                        Values = Literals(values),
                        ForeignOperators = scope.ForeignOperators(table, Names(key)),
                    });
                continue;
            }

            var (keys, columns) = (Names(batch[0].Key), Names(batch[0].Values));
            yield return new PlannedOperation(
                new UpdateDataOperation
                {
                    Schema = name.Schema,
                    Table = name.Name,
                    KeyColumns = keys,
                    KeyColumnTypes = Types(keys),
                    KeyValues = Values([.. batch.Select(row => row.Key)]),
                    Columns = columns,
                    ColumnTypes = Types(columns),
                    Values = Values([.. batch.Select(row => row.Values)]),
                },
                []);
        }
    }

    /// <summary>Deletes rows, in their order.</summary>
    public IEnumerable<PlannedOperation> Delete(IReadOnlyList<SeedRow> rows)
    {
        foreach (var batch in Batches([.. rows.Select(row => row.Key.ToList())], row => row))
        {
            var risk = new Risk(
                RiskKind.DataLoss, $"deletes {batch.Count} {(batch.Count == 1 ? "row" : "rows")} of '{name}' that the model no longer has");
            if (!batch.All(AreSimple))
            {
                foreach (var key in batch)
                    yield return PlanScope.Planned(
                        new DeleteRowOperation
                        {
                            Schema = name.Schema,
                            Table = name.Name,
                            KeyColumns = Names(key),
                            KeyValues = Literals(key),
                            ForeignOperators = scope.ForeignOperators(table, Names(key)),
                        },
                        key == batch[0] ? [risk] : []);
                continue;
            }

            var keys = Names(batch[0]);
            yield return new PlannedOperation(
                new DeleteDataOperation
                {
                    Schema = name.Schema,
                    Table = name.Name,
                    KeyColumns = keys,
                    KeyColumnTypes = Types(keys),
                    KeyValues = Values(batch)
                },
                [risk]);
        }
    }

    private static IEnumerable<List<T>> Batches<T>(IEnumerable<T> rows, Func<T, List<SeedValue>> columns)
    {
        List<T> batch = [];
        var characters = 0L;
        foreach (var row in rows)
        {
            var length = columns(row).Sum(value => (long)value.Length);
            if (batch.Count != 0 && (characters + length > MostCharacters || !HaveSameColumns(columns(batch[0]), columns(row))))
            {
                yield return batch;
                (batch, characters) = ([], 0);
            }

            batch.Add(row);
            characters += length;
        }

        if (batch.Count != 0)
            yield return batch;
    }

    private static bool HaveSameColumns(List<SeedValue> row, List<SeedValue> other)
        => row.Select(value => value.Column).SequenceEqual(other.Select(value => value.Column), StringComparer.Ordinal);

    private bool AreSimple(List<SeedValue> values) => values.All(value =>
        (value.Value.Value is { } simple
            ? FrameworkValues.IsScalar(simple) && !(simple is TimeSpan span && FrameworkValues.IsMisspelt(span))
            : string.Equals(value.Literal, "NULL", StringComparison.OrdinalIgnoreCase))
        && table.FindColumn(value.Column) is { } column
        && !scope.IsEnum(column.Type));

    // A revision may have given a value to what is computed at this point.
    private bool IsGenerated(SeedValue value) => table.FindColumn(value.Column)?.Generated is not null;

    private bool IsAlwaysIdentity(string column) => table.FindColumn(column)?.Identity?.Kind == IdentityKind.Always;

    private PlannedOperation Generation(Column column, bool always)
        => PlanScope.Planned(
            new SetIdentityGenerationOperation { Schema = name.Schema, Table = name.Name, Column = column.Name, Always = always });

    private static bool Is(SeedValue value, Column column) => string.Equals(value.Column, column.Name, StringComparison.Ordinal);

    private static string[] Names(List<SeedValue> values) => [.. values.Select(value => value.Column)];

    private static string[] Literals(List<SeedValue> values) => [.. values.Select(value => value.Literal)];

    private string[] Types(string[] columns) => [.. columns.Select(column => table.FindColumn(column)?.Type.Text ?? "")];

    private static object?[,] Values(List<List<SeedValue>> rows)
    {
        var values = new object?[rows.Count, rows[0].Count];
        for (var row = 0; row < rows.Count; row++)
        {
            for (var column = 0; column < rows[0].Count; column++)
                values[row, column] = rows[row][column].Value.Value;
        }

        return values;
    }
}
