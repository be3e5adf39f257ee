using Autogen.Design.Planning.Moving;
using Autogen.Design.Planning.Numbering;
using Autogen.Operations;
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

        if (FilledColumn.Is(scope, table, column))
            return [Add(FilledColumn.Before(column), [])];
        var needsValue = column is { IsNullable: false, Default: null };
        var isGiven = column.RowValue.Value is { IsGiven: true };
        return column is { Generated: null, Identity: null } && (needsValue || isGiven) ? AddFilled() : [Add(column, Rewrites())];
    }

    private PlannedOperation Add(Column added, IEnumerable<Risk> risks)
        => new(SerialColumn.Fill(new AddColumnOperation(), scope, table, added).Carry(scope, added.Annotations), [.. risks]);

    private IEnumerable<PlannedOperation> AddFilled()
    {
        var fill = RowFill.Of(scope, table, null, column);
        if (fill.Sql is not { } value)
            return [Add(column, [.. fill.Risks, .. Rewrites()])];

        List<Risk> risks =
        [
            new(fill.IsGiven ? RiskKind.Note : RiskKind.Guess, $"sets existing rows of '{table}' to {value} in '{column.Name}'"),
            .. TypeChanges.CheckRisks(Where, column, value),
            .. fill.Risks,
        ];
        var filled = column with { Default = new SqlExpression(value) };
        if (!fill.IsConstant(scope))
            return AddThenFill(value, risks);
        if (scope.AltersInPlace)
            return [Add(filled, [.. risks, .. Rewrites()]), Become(filled)];

        // A default could only be dropped by a rebuild of the table. One that every comparison takes for a left-over may stay, unless
        // left-over defaults count; another one would be a difference, so the column has none at any time.
        return !fill.IsGiven && column.Default is null && scope.Dialect.IsBackfillDefault(filled)
            ? [Add(filled, [.. risks, .. Rewrites()]), .. scope.DropsFillers ? [Become(filled)] : Array.Empty<PlannedOperation>()]
            : AddThenFill(value, risks);
    }

    /// <summary>A value that is computed for each row can't be a default: it may need the row's other columns.</summary>
    private IEnumerable<PlannedOperation> AddThenFill(string value, IEnumerable<Risk> risks)
    {
        var empty = column with { IsNullable = true, Default = null };
        yield return Add(empty, Rewrites());
        yield return PlanScope.Planned(
            new FillColumnOperation { Table = table.Name, Schema = table.Schema, Column = column.Name, Value = value }, [.. risks]);
        if (!empty.Equals(column))
            yield return Become(
                empty, [.. scope.Locks(table, $"locks table '{table}' while {Where} is checked in all its rows")]);
    }

    private PlannedOperation Become(Column before, params IReadOnlyList<Risk> risks)
    {
        var operation = new AlterColumnOperation().Fill(scope, table, column);
        operation.OldColumn.Fill(scope, table, before);
        return new PlannedOperation(operation, risks);
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
