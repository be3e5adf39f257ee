using Autogen.Design.Planning.Numbering;
using Autogen.Schema.Objects;
using Microsoft.EntityFrameworkCore.Migrations.Operations;

namespace Autogen.Design.Planning.Columns;

/// <summary>A new column of an existing table, which may have rows.</summary>
internal sealed class ColumnAddition(PlanScope scope, ObjectName table, Column column)
{
    private static readonly string[] Volatile =
        ["nextval(", "random(", "gen_random_uuid(", "uuid_generate_", "uuidv4(", "uuidv7(", "clock_timestamp(", "timeofday("];

    private string Where => $"'{table}.{column.Name}'";

    /// <summary>The operations, in order.</summary>
    public IEnumerable<PlannedOperation> Operations()
    {
        if (SerialColumn.IsExplicit(scope, table, column))
        {
            var serial = new SerialColumn(scope, table, column);
            return [serial.Create(), Add(column, Rewrites()), serial.Own()];
        }

        var needsValue = column is { IsNullable: false, Default: null, Generated: null, Identity: null };
        return needsValue ? AddRequired() : [Add(column, Rewrites())];
    }

    private PlannedOperation Add(Column added, IEnumerable<Risk> risks)
        => new(SerialColumn.Fill(new AddColumnOperation(), scope, table, added).Carry(scope, added.Annotations), [.. risks]);

    /// <summary>
    /// Existing rows need a value, so the column is added with a default, which is dropped again where that costs nothing. SQLite drops it
    /// by a rebuild of the table, so it stays there unless the comparison is strict.
    /// </summary>
    private IEnumerable<PlannedOperation> AddRequired()
    {
        if (scope.Dialect.BackfillValue(column, scope.Diff.Target) is not { } value)
        {
            var reason = $"{Where} is required and has no default, and no value is known for its type {Noun(column.Type)}: "
                + "give it one (HasDefaultValueSql)";
            return [Add(column, [new Risk(RiskKind.MayFail, $"fails if table '{table}' has rows: {reason}"), .. Rewrites()])];
        }

        var filled = column with { Default = new SqlExpression(value) };
        var guess = new Risk(RiskKind.Guess, $"sets existing rows of '{table}' to {value} in '{column.Name}'");
        var add = Add(filled, [guess, .. TypeChanges.CheckRisks(Where, column, value), .. Rewrites()]);
        return scope.AltersInPlace || scope.DropsFillers ? [add, DropDefault(filled)] : [add];
    }

    private static string Noun(StoreType type)
        => type is { Kind: StoreTypeKind.Composite, IsArray: false } ? $"'{type}', a composite type" : $"'{type}'";

    private PlannedOperation DropDefault(Column filled)
    {
        var operation = new AlterColumnOperation().Fill(scope, table, column);
        operation.OldColumn.Fill(scope, table, filled);
        return new PlannedOperation(operation, []);
    }

    private IEnumerable<Risk> Rewrites()
    {
        // PostgreSQL checks a domain's values by writing each row of the table again, whatever the default.
        var computes = column.Identity is not null || column.Type.IsChecked || column.Generated is { IsStored: true }
            || (column.Default is { } value && Volatile.Any(name => value.Text.Contains(name, StringComparison.OrdinalIgnoreCase)));
        if (computes && scope.AltersInPlace)
            yield return new Risk(RiskKind.TableRewrite, $"rewrites table '{table}'{scope.About(table)} under an exclusive lock");
    }
}
