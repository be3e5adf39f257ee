using Autogen.Design.Planning.Columns;
using Autogen.Design.Planning.Steps;
using Autogen.Operations;
using Autogen.Schema.Comparison;
using Autogen.Schema.Objects;
using Microsoft.EntityFrameworkCore.Migrations.Operations;

namespace Autogen.Design.Planning.Moving;

/// <summary>
/// The steps that move rows: after what they write is created, before what they read is dropped, and before what the rows must obey.
/// </summary>
internal sealed class MovePlanner(PlanScope scope)
{
    private readonly ILookup<ObjectName, ObjectName> writersOf = scope.Moves.All
        .Where(move => move.Kind != RowMoveKind.Delete)
        .SelectMany(move => move.Sources.Select(source => (source, move.Table)))
        .Distinct()
        .ToLookup(pair => pair.source, pair => pair.Table);

    /// <summary>The steps.</summary>
    public IEnumerable<Step> Steps()
    {
        foreach (var moves in scope.Moves.All.Where(move => move.Kind != RowMoveKind.Delete).GroupBy(move => move.Table))
        {
            yield return Write(moves.Key, [.. moves]);
            foreach (var step in Require(moves.Key))
                yield return step;
        }

        foreach (var moves in scope.Moves.All.Where(move => move.Kind == RowMoveKind.Delete).GroupBy(move => move.Table))
            yield return Delete(moves.Key, [.. moves]);
    }

    /// <summary>
    /// Whether a column is dropped by its table's target name: it is read after the renames. One whose name another column gets must be
    /// dropped before.
    /// </summary>
    public static bool DropsAfterRename(PlanScope scope, ObjectName table, Column column)
        => !scope.RenamesFirst
            && scope.Pairs.OfTarget(table) is { } pair
            && (pair.Current.Name != table || pair.Renamed.Count > 0)
            && string.Equals(pair.TargetColumn(column.Name), column.Name, StringComparison.Ordinal)
            && scope.Moves.All.Any(move => move.Sources.Contains(table) || move.Table == table);

    /// <summary>The steps that create what the rows of a table may be moved to.</summary>
    public static IEnumerable<StepReference> Proposed(PlanScope scope, ObjectName source)
        => scope.Proposals.Where(move => move.Source == source)
            .SelectMany(move => new StepReference[]
            {
                Vertex.OfTable(Phase.CreateTable, move.Target), new StepSet(Phase.Column, move.Target),
            });

    private Step Write(ObjectName table, IReadOnlyList<RowMove> moves)
    {
        var sources = moves.SelectMany(move => move.Sources).Distinct().ToList();
        List<PlannedOperation> operations = [.. moves.Select(Operation)];
        if (moves.Any(move => move.Kind == RowMoveKind.Insert))
            operations.AddRange(Counters(table));
        return new Step(VertexOf(table), operations)
        {
            After =
            [
                Vertex.OfTable(Phase.CreateTable, table),
                new StepSet(Phase.Column, table),
                .. scope.TargetCycles.PrincipalsOf(table).Where(principal => principal != table).Select(VertexOf),
                .. sources.Append(table).Select(name => new StepSet(Phase.Rename, name)),
                .. moves.Any(move => move.Kind == RowMoveKind.Insert)
                    ? new[] { new Vertex(Phase.InsertRows, ObjectKind.SeedRow, table, "") }
                    : [],
            ],
            Before =
            [
                .. sources.SelectMany(source => new StepReference[]
                {
                    Vertex.OfTable(Phase.DropTable, source), new StepSet(Phase.DropColumn, source),
                    new StepSet(Phase.DropMovedColumn, source),
                }),
                new StepSet(Phase.DropMovedColumn, table),
                new StepSet(Phase.DropColumn, table), // rows get a value for what is dropped and required
                .. Obeyed(table),
            ],
        };
    }

    /// <summary>What rows must obey; foreign keys that refer to the table, too.</summary>
    private IEnumerable<StepReference> Obeyed(ObjectName table) =>
    [
        new StepSet(Phase.AddCheck, table),
        new StepSet(Phase.CreateIndex, table),
        new StepSet(Phase.AddForeignKey, table),
        .. scope.Diff.Target.Tables.Where(other => other.ForeignKeys.Any(key => key.PrincipalTable == table))
            .Select(other => new StepSet(Phase.AddForeignKey, other.Name)),
    ];

    // The keys were given, so the column's own counter does not know of them.
    private IEnumerable<PlannedOperation> Counters(ObjectName table)
        => from column in scope.Diff.Target.FindTable(table)?.Columns ?? []
           where scope.AltersInPlace && column.Identity is not null
           select PlanScope.Planned(new MoveCounterBehindRowsOperation
           {
               Table = table.Name,
               Schema = table.Schema,
               Column = column.Name,
               Descending = column.Identity?.Options.Increment < 0,
           });

    /// <summary>New columns that are required once the rows have their values.</summary>
    private IEnumerable<Step> Require(ObjectName table)
    {
        foreach (var column in scope.Diff.Target.FindTable(table)?.Columns ?? [])
        {
            if (FilledColumn.Operations(scope, table, column) is { Count: > 0 } operations)
                yield return new Step(new Vertex(Phase.RequireMoved, ObjectKind.Column, table, column.Name), operations)
                {
                    After = [VertexOf(table), new Vertex(Phase.DeleteMovedRows, ObjectKind.Table, table, "")],
                    Before = [.. Obeyed(table)],
                };
        }
    }

    private Step Delete(ObjectName table, IReadOnlyList<RowMove> moves)
        => new(new Vertex(Phase.DeleteMovedRows, ObjectKind.Table, table, ""), [.. moves.Select(Operation)])
        {
            After =
            [
                .. moves.SelectMany(move => move.Sources).Concat(writersOf[table]).Distinct().Select(VertexOf),
                new StepSet(Phase.DropForeignKey, table),
                .. scope.Diff.Current.Tables
                    .Where(other => other.ForeignKeys.Any(key => scope.Pairs.TargetTable(key.PrincipalTable) == table))
                    .Select(other => new StepSet(Phase.DropForeignKey, scope.Pairs.TargetTable(other.Name))),
            ],
        };

    private static PlannedOperation Operation(RowMove move)
        => PlanScope.Planned(new SqlOperation { Sql = move.Sql });

    private static Vertex VertexOf(ObjectName table) => Vertex.OfTable(Phase.MoveRows, table);
}
