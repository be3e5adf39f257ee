using Autogen.Design.Planning.Columns;
using Autogen.Design.Planning.Moving;
using Autogen.Design.Planning.Naming;
using Autogen.Design.Planning.Numbering;
using Autogen.Design.Planning.Recreation;
using Autogen.Design.Planning.Steps;
using Autogen.Design.Planning.TableParts;
using Autogen.Operations;
using Autogen.Schema.Comparison;
using Autogen.Schema.Objects;
using Microsoft.EntityFrameworkCore.Migrations.Operations;

namespace Autogen.Design.Planning.Tables;

/// <summary>Tables: made after what they refer to, dropped after what refers to them.</summary>
internal sealed class TablePlanner(PlanScope scope, RenameGuesses guesses) : KindPlanner<Table>(scope, ObjectKind.Table)
{
    /// <inheritdoc/>
    public override IEnumerable<Step> Plan(IReadOnlyList<Change> changes)
    {
        var renames = changes.OfType<Altered<Table>>()
            .Where(change => change.Current.Name != change.Target.Name)
            .Select(change => (change.Current.Name, change.Target.Name));
        return base.Plan(changes).Concat(Rename(renames));
    }

    /// <inheritdoc/>
    protected override IEnumerable<Step> Add(Added<Table> change)
    {
        var table = change.Item;
        var serials = table.Columns.Where(column => SerialColumn.IsExplicit(Scope, table.Name, column))
            .Select(column => new SerialColumn(Scope, table.Name, column))
            .ToList();
        var shared = serials.FindAll(serial => serial.IsShared);
        foreach (var serial in shared)
            yield return new Step(serial.Creating, [serial.Create()]);
        var step = Step(
            Phase.CreateTable,
            table.Name,
            "",
            [
                .. serials.Except(shared).Select(serial => serial.Create()),
                new PlannedOperation(Create(table), [.. NotKept(table)]),
                .. serials.Select(serial => serial.Own()),
                .. IdentitySequences.Named(Scope, table),
            ]);
        yield return step with
        {
            After =
            [
                .. Scope.TargetCycles.PrincipalsOf(table.Name).Select(principal => Vertex.OfTable(Phase.CreateTable, principal)),
                .. Scope.SharedNames.Freeing(table.Name),
                .. table.ForeignKeys.Where(key => InlineConstraints.IsInline(Scope, table.Name, key))
                    .SelectMany(key => ReferredKeys.Adding(Scope, key))
                    .Where(step => step.Phase == Phase.AddKey),
                .. table.ForeignKeys.Select(key => key.PrincipalTable).Append(table.Name).SelectMany(RenamesAwayFrom),
                .. shared.Select(serial => serial.Creating),
            ],
        };
    }

    /// <inheritdoc/>
    protected override IEnumerable<Step> Remove(Removed<Table> change)
    {
        var table = change.Item;
        var children = Scope.CurrentCycles.ChildrenOf(table.Name).Select(child => Vertex.OfTable(Phase.DropTable, child));
        var loss = MoveText.OfDrop(Scope, table);
        var operation = new PlannedOperation(
            new DropTableOperation { Name = table.Name.Name, Schema = table.Name.Schema },
            [
                loss,
                .. MoveText.Proposals(Scope, table.Name),
                .. Dependents.Risks(table),
                .. Scope.Moves.Keep(table) ? [] : guesses.OfTable(table.Name),
            ]);
        var shared = SharedSequences(table).ToList();
        var released = shared.Select(
            name => PlanScope.Planned(new SetSequenceOwnerOperation { Name = name.Name, Schema = name.Schema }));
        yield return Step(Phase.DropTable, table.Name, "", [.. released, operation]) with
        {
            After = [.. children, .. MovePlanner.Proposed(Scope, table.Name)]
        };
        foreach (var name in shared)
            yield return new Step(
                Vertex.Of(Phase.DropObject, ObjectKind.Sequence, name),
                [PlanScope.Planned(new DropSequenceOperation { Name = name.Name, Schema = name.Schema })]);
    }

    /// <inheritdoc/>
    protected override IEnumerable<Step> Alter(Altered<Table> change)
    {
        var (current, target) = (change.Current, change.Target);
        var operation = Fill(new AlterTableOperation { Name = target.Name.Name, Schema = target.Name.Schema }, target);
        Fill(operation.OldTable, current);
        if (!Scope.AltersInPlace || AreEqual(operation, operation.OldTable))
            return [];

        List<Risk> risks = current.IsUnlogged == target.IsUnlogged
            ? []
            : [new Risk(RiskKind.TableRewrite, $"rewrites table '{target.Name}'{Scope.About(target.Name)} under an exclusive lock")];
        return [Step(Phase.AlterTable, target.Name, "", new PlannedOperation(operation, risks)) with
        {
            After = [.. LoggedBefore(current, target)]
        }];
    }

    /// <summary>
    /// A logged table may not refer to an unlogged one: principals get their log before what refers to them, and lose it after.
    /// </summary>
    private IEnumerable<Vertex> LoggedBefore(Table current, Table target)
    {
        if (current.IsUnlogged == target.IsUnlogged)
            return [];
        var others = target.IsUnlogged ? Scope.CurrentCycles.ChildrenOf(current.Name) : Scope.CurrentCycles.PrincipalsOf(current.Name);
        return others.Select(other => Vertex.OfTable(Phase.AlterTable, Scope.Pairs.TargetTable(other)));
    }

    // Defaults of other tables hold a sequence that would be dropped with this one.
    private IEnumerable<ObjectName> SharedSequences(Table table)
        => table.Columns.Where(column => column.Identity is { Kind: IdentityKind.Serial } && column.OwnedSequence.Value is not null)
            .Select(column => new ObjectName(table.Name.Schema, column.OwnedSequence.Value!.Name)) // just asked
            .Where(Scope.CurrentDefaults.Use);

    private CreateTableOperation Create(Table table)
    {
        var name = table.Name;
        var operation = Fill(new CreateTableOperation { Name = name.Name, Schema = name.Schema }, table).Carry(Scope, table.Annotations);
        foreach (var column in table.Columns)
            operation.Columns.Add(SerialColumn.Fill(new AddColumnOperation(), Scope, name, column).Carry(Scope, column.Annotations));
        if (table.PrimaryKey is { } key)
            operation.PrimaryKey = PrimaryKeyPlanner.Operation(name, key);
        foreach (var constraint in table.UniqueConstraints.Where(constraint => InlineConstraints.IsInline(Scope, constraint)))
            operation.UniqueConstraints.Add(UniqueConstraintPlanner.Operation(name, constraint));
        foreach (var check in table.CheckConstraints.Where(check => InlineConstraints.IsInline(Scope, check)))
            operation.CheckConstraints.Add(CheckConstraintPlanner.Operation(name, check));
        foreach (var foreignKey in table.ForeignKeys.Where(foreignKey => InlineConstraints.IsInline(Scope, name, foreignKey)))
            operation.ForeignKeys.Add(ForeignKeyPlanner.Operation(name, foreignKey));
        return operation;
    }

    private T Fill<T>(T operation, Table table)
        where T : TableOperation
    {
        operation.Comment = Scope.Dialect.Capabilities.Comments ? table.Comment : null;
        Scope.Provider.AddTable(operation, table);
        return operation;
    }

    private static bool AreEqual(TableOperation operation, TableOperation old)
        => string.Equals(operation.Comment, old.Comment, StringComparison.Ordinal)
            && operation.GetAnnotations().Select(annotation => (annotation.Name, annotation.Value))
                .SequenceEqual(old.GetAnnotations().Select(annotation => (annotation.Name, annotation.Value)));

    private IEnumerable<Risk> NotKept(Table table)
    {
        if (table.PartitionKey.Value is { } key)
            yield return new Risk(RiskKind.Note, $"table '{table.Name}' was partitioned by {key}; it is made as a plain table");
        if (!Scope.AltersInPlace && table.ForeignKeys.Any(Constraints.IsDeferrable))
            yield return new Risk(RiskKind.Note, $"foreign keys of table '{table.Name}' were deferrable; EF Core can't express that");
    }

    /// <summary>A new table needs its name, and a reference to another new table must not mean the one that still has its name.</summary>
    private IEnumerable<Vertex> RenamesAwayFrom(ObjectName name)
        => Scope.Pairs.TargetTable(name) is var target && target != name ? [RenameVertex(name, target)] : [];

    /// <summary>By the target name, as all that is done to a table; a move out of a temporary name ends there.</summary>
    private Vertex RenameVertex(ObjectName from, ObjectName to)
    {
        var target = Scope.Pairs.TargetTable(from);
        return new Vertex(Phase.Rename, Kind, target == from ? to : target, from.ToString());
    }

    private IEnumerable<Step> Rename(IEnumerable<(ObjectName, ObjectName)> renames)
    {
        var moves = Moves.Order(
            renames,
            Comparer<ObjectName>.Default,
            name => name with { Name = TemporaryNames.From(name.Name, "_moving", taken => IsTable(name with { Name = taken })) });
        Vertex? previous = null;
        foreach (var (from, to) in moves)
        {
            var step = new Step(RenameVertex(from, to), [Move(from, to)]);
            var table = step.Vertex.Table ?? to;
            yield return step with
            {
                After =
                [
                    Vertex.OfTable(Phase.DropTable, to), Vertex.Of(Phase.Rename, ObjectKind.EnumType, to),
                    .. previous is null ? [] : new[] { previous },
                    .. NamesInUse.Current(Scope, table),
                ],
                Before = [new StepSet(Phase.Rename, table, ObjectKind.Column), .. NamesInUse.Target(Scope, table)],
            };
            previous = step.Vertex;
        }
    }

    private PlannedOperation Move(ObjectName from, ObjectName to)
        => PlanScope.Planned(new RenameTableOperation
        {
            Name = from.Name,
            Schema = from.Schema,
            NewName = to.Name,
            NewSchema = to.Schema ?? Renames.NewSchema(Scope, from, to),
        });

    private bool IsTable(ObjectName name)
        => Scope.Diff.Current.FindTable(name) is not null || Scope.Diff.Target.FindTable(name) is not null;
}
