using Autogen.Schema.Objects;
using Microsoft.EntityFrameworkCore.Migrations.Operations;

namespace Autogen.Design.Planning;

/// <summary>
/// The operations on rows of a table: EF Core's, always with the columns' types (there is no model to take them from), as far as all values are simple
/// ones of the framework; else SQL. Rows next to one another that have the same columns share an operation.
/// </summary>
/// <param name="scope">The plan.</param>
/// <param name="name">The table's name at that point of the plan.</param>
/// <param name="table">The table with the columns' types at that point.</param>
internal sealed class SeedRows(PlanScope scope, ObjectName name, Table table)
{
    /// <summary>Inserts rows, in their order.</summary>
    public IEnumerable<PlannedOperation> Insert(IReadOnlyList<SeedRow> rows)
    {
        var columns = rows.Select(row => row.Key.Concat(row.Values).ToList()).ToList();
        foreach (var batch in Batches(columns, row => row))
        {
            var names = Names(batch[0]);
            if (names.Any(column => table.FindColumn(column)?.Identity?.Kind == IdentityKind.Always) || !batch.All(AreSimple))
            {
                yield return PlanScope.Sql(new SeedSql(scope, name, table).Insert(names, batch));
                continue;
            }

            yield return new PlannedOperation(
                new InsertDataOperation { Schema = name.Schema, Table = name.Name, Columns = names, ColumnTypes = Types(names), Values = Values(batch) },
                []);
        }

        if (!scope.AltersInPlace)
            yield break;
        foreach (var column in table.Columns.Where(column => column.Identity is not null && rows.Any(row => row.Key.Concat(row.Values).Any(value => Is(value, column)))))
            yield return new RowNumbering(scope, name, column, column).SetToMaximum();
    }

    /// <summary>Updates the values that differ.</summary>
    public IEnumerable<PlannedOperation> Update(IReadOnlyList<(SeedRow There, SeedRow Wanted)> rows)
    {
        var changes = rows.Select(row => (Key: row.Wanted.Key.ToList(), Values: row.Wanted.Values.Where(value => !row.There.Values.Contains(value)).ToList()))
            .Where(row => row.Values.Count != 0)
            .ToList();
        foreach (var batch in Batches(changes, row => row.Values))
        {
            if (!batch.All(row => AreSimple(row.Key) && AreSimple(row.Values)))
            {
                foreach (var (key, values) in batch)
                    yield return PlanScope.Sql(new SeedSql(scope, name, table).Update(key, values));
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
            var risk = new Risk(RiskKind.DataLoss, $"deletes {batch.Count} {(batch.Count == 1 ? "row" : "rows")} of '{name}' that the model no longer has");
            if (!batch.All(AreSimple))
            {
                foreach (var key in batch)
                    yield return PlanScope.Sql(new SeedSql(scope, name, table).Delete(key), key == batch[0] ? [risk] : []);
                continue;
            }

            var keys = Names(batch[0]);
            yield return new PlannedOperation(
                new DeleteDataOperation { Schema = name.Schema, Table = name.Name, KeyColumns = keys, KeyColumnTypes = Types(keys), KeyValues = Values(batch) },
                [risk]);
        }
    }

    private static IEnumerable<List<T>> Batches<T>(IEnumerable<T> rows, Func<T, List<SeedValue>> columns)
    {
        List<T> batch = [];
        foreach (var row in rows)
        {
            if (batch.Count != 0 && !Names(columns(batch[0])).SequenceEqual(Names(columns(row)), StringComparer.Ordinal))
            {
                yield return batch;
                batch = [];
            }

            batch.Add(row);
        }

        if (batch.Count != 0)
            yield return batch;
    }

    private bool AreSimple(List<SeedValue> values) => values.All(value =>
        (value.Value.Value is { } simple ? FrameworkValues.IsScalar(simple) : string.Equals(value.Literal, "NULL", StringComparison.OrdinalIgnoreCase))
        && table.FindColumn(value.Column) is { } column
        && !scope.IsEnum(column.Type));

    private static bool Is(SeedValue value, Column column) => string.Equals(value.Column, column.Name, StringComparison.Ordinal);

    private static string[] Names(List<SeedValue> values) => [.. values.Select(value => value.Column)];

    private string[] Types(string[] columns) => [.. columns.Select(column => table.FindColumn(column)?.Type ?? "")];

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
