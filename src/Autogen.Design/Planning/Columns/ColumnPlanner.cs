using Autogen.Design.Planning.Moving;
using Autogen.Design.Planning.Naming;
using Autogen.Design.Planning.Recreation;
using Autogen.Design.Planning.Steps;
using Autogen.Schema.Comparison;
using Autogen.Schema.Objects;
using Microsoft.EntityFrameworkCore.Migrations.Operations;

namespace Autogen.Design.Planning.Columns;

/// <summary>Columns of existing tables.</summary>
internal sealed class ColumnPlanner(PlanScope scope, RenameGuesses guesses) : KindPlanner<Column>(scope, ObjectKind.Column)
{
    /// <inheritdoc/>
    public override IEnumerable<Step> Plan(IReadOnlyList<Change> changes)
    {
        var renames = changes.OfType<Altered<Column>>()
            .Where(change => !string.Equals(change.Current.Name, change.Target.Name, StringComparison.Ordinal))
            .GroupBy(TableOf);
        return base.Plan(changes).Concat(renames.SelectMany(group => Rename(group.Key, group)));
    }

    /// <inheritdoc/>
    protected override IEnumerable<Step> Add(Added<Column> change)
    {
        var (table, column) = (TableOf(change), change.Item);
        var addition = new ColumnAddition(Scope, table, column);
        yield return Step(Phase.Column, table, column.Name, [.. addition.Operations()]) with { Ordinal = OrdinalOf(table, column) };
    }

    /// <inheritdoc/>
    protected override IEnumerable<Step> Remove(Removed<Column> change)
    {
        var (table, column) = (TableOf(change), change.Item);
        var isLate = MovePlanner.DropsAfterRename(Scope, table, column);
        var name = isLate ? table : Scope.NameAtDrop(table);
        var own = isLate ? column.Name : Scope.ColumnAtDrop(table, column.Name);
        var operation = new DropColumnOperation { Schema = name.Schema, Table = name.Name, Name = own };
        yield return Step(
            isLate ? Phase.DropMovedColumn : Phase.DropColumn,
            table,
            column.Name,
            new PlannedOperation(
                operation,
                [
                    .. MoveText.Proposals(Scope, table, column),
                    .. guesses.OfColumn(table, column),
                    .. Dependents.Risks(table, column),
                ])) with
        {
            // A generated column may be made of the others.
            Ordinal = column.Generated is null ? 1 : 0,
            After =
            [
                .. Scope.AltersInPlace ? [] : MadeOf(table, column),
                .. FilledFrom(table, column),
                .. MovePlanner.Proposed(Scope, table),
            ],
        };
    }

    /// <summary>Columns whose given value uses the dropped column.</summary>
    private IEnumerable<Vertex> FilledFrom(ObjectName table, Column column)
        => from filled in Scope.Diff.Target.FindTable(table)?.Columns ?? []
           where filled.RowValue.Value is { IsGiven: true, Sql: { } sql }
               && Scope.Diff.Target.FindTable(table)?.FindColumn(column.Name) is null
               && ColumnMentions.SurelyMentions(new SqlExpression(sql), column.Name, Scope.Dialect)
           from phase in new[] { Phase.AlterTable, Phase.Column }
           select new Vertex(phase, ObjectKind.Column, table, filled.Name);

    /// <summary>
    /// The columns that become ordinary ones and were made of one that goes: a rebuild in between, for the values of another column,
    /// would find them made of nothing.
    /// </summary>
    private IEnumerable<Vertex> MadeOf(ObjectName table, Column column)
        => Scope.Diff.Changes.OfType<Altered<Column>>()
            .Where(change => change.Table == table
                && change.Target.Generated is null
                && change.Current.Generated is { } generated
                && ColumnMentions.SurelyMentions(generated.Expression, column.Name, Scope.Dialect))
            .Select(change => new Vertex(Phase.Column, ObjectKind.Column, table, change.Target.Name));

    /// <inheritdoc/>
    protected override IEnumerable<Step> Alter(Altered<Column> change)
    {
        var (table, target) = (TableOf(change), change.Target);
        var alteration = new ColumnAlteration(Scope, table, change.Current, target);
        if (!Scope.AltersInPlace)
        {
            // Before the first operation that needs a rebuild, so that there is one rebuild only.
            List<PlannedOperation> updates = [];
            alteration.FillMissing(updates.Add);
            yield return Step(Phase.AlterTable, table, target.Name, updates);
        }

        else if (change.Current.Generated is not null && target.Generated is null)
        {
            // Before the columns go that it is made of.
            yield return Step(
                Phase.DropColumn, table, change.Current.Name, new GeneratedColumnConversion(Scope, table, change.Current).Operation()) with
            {
                Ordinal = -1
            };
        }

        yield return Step(Phase.Column, table, target.Name, alteration.Operations()) with
        {
            Ordinal = OrdinalOf(table, target),
            After = [.. alteration.IsInTwoRebuilds ? KeyOfOthers(table, target) : []]
        };
    }

    /// <summary>The first of two rebuilds must be given the whole key, or it can't number its column.</summary>
    private IEnumerable<Vertex> KeyOfOthers(ObjectName table, Column column)
        => Scope.Diff.Target.FindTable(table)?.PrimaryKey is { } key && !key.Columns.Contains(column.Name, StringComparer.Ordinal)
            ? [new Vertex(Phase.AddKey, ObjectKind.PrimaryKey, table, "")]
            : [];

    /// <summary>Columns come in the order of the target table, generated ones after those that they may be made of.</summary>
    private int OrdinalOf(ObjectName table, Column column)
    {
        var columns = Scope.Diff.Target.FindTable(table)?.Columns ?? [];
        var place = columns.TakeWhile(other => !string.Equals(other.Name, column.Name, StringComparison.Ordinal)).Count();
        return column.Generated is null ? place : columns.Count + place;
    }

    private IEnumerable<Step> Rename(ObjectName table, IEnumerable<Altered<Column>> changes)
    {
        var taken = (Scope.CurrentTable(table)?.Columns ?? [])
            .Concat(Scope.Diff.Target.FindTable(table)?.Columns ?? [])
            .Select(column => column.Name)
            .ToHashSet(StringComparer.Ordinal);
        var moves = Moves.Order(
            changes.Select(change => (change.Current.Name, change.Target.Name)),
            StringComparer.Ordinal,
            name => TemporaryNames.From(name, "_moving", taken.Contains));
        Vertex? previous = null;
        foreach (var (from, to) in moves)
        {
            var operation = new RenameColumnOperation { Schema = table.Schema, Table = table.Name, Name = from, NewName = to };
            var step = Step(Phase.Rename, table, from, new PlannedOperation(operation, []));
            yield return step with
            {
                After =
                [
                    new Vertex(Phase.DropColumn, ObjectKind.Column, table, to),
                    .. previous is null ? [] : new[] { previous },
                    .. NamesInUse.Current(Scope, table),
                ],
                Before = [.. NamesInUse.Target(Scope, table)],
            };
            previous = step.Vertex;
        }
    }
}
