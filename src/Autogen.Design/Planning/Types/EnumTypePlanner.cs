using Autogen.Design.Planning.Naming;
using Autogen.Design.Planning.Recreation;
using Autogen.Design.Planning.Rows;
using Autogen.Design.Planning.Steps;
using Autogen.Operations;
using Autogen.Schema.Comparison;
using Autogen.Schema.Objects;
using Microsoft.EntityFrameworkCore.Migrations.Operations;

namespace Autogen.Design.Planning.Types;

/// <summary>
/// Enumerated types: made before the columns of them, dropped after the last. EF Core's provider throws for a removed label, ignores a
/// moved one, and drops a type before its columns have left it; so all but a plain creation is SQL.
/// </summary>
internal sealed class EnumTypePlanner(PlanScope scope, RenameGuesses guesses) : KindPlanner<EnumType>(scope, ObjectKind.EnumType)
{
    /// <inheritdoc/>
    protected override IEnumerable<Step> Add(Added<EnumType> change)
    {
        var type = change.Item;
        return [Step(
            Phase.CreateObject,
            null,
            type.Name.ToString(),
            PlanScope.Planned((MigrationOperation?)Scope.Provider.CreateEnumType(type) ?? Create(type)))];
    }

    /// <inheritdoc/>
    protected override IEnumerable<Step> Remove(Removed<EnumType> change)
    {
        var name = change.Item.Name;
        if (!Scope.Diff.Changes.OfType<Altered<Table>>().Any(table => table.Target.Name == name && table.Current.Name != name))
            return [Step(Phase.DropObject, null, name.ToString(), Drop(change.Item))];

        // A table has a type of its own name, so one that is renamed can't have it before the columns have left this type.
        var old = name with { Name = TemporaryNames.From(name.Name, "_old", IsTaken(name.Schema)) };
        return
        [
            Step(Phase.Rename, null, name.ToString(), Rename(name, old)),
            Step(Phase.DropObject, null, old.ToString(), Drop(old)),
        ];
    }

    /// <inheritdoc/>
    protected override IEnumerable<Step> Alter(Altered<EnumType> change)
    {
        var (current, target) = (change.Current, change.Target);
        if (current.Name != target.Name)
            yield return Step(Phase.Rename, null, current.Name.ToString(), Rename(current.Name, target.Name));

        var renames = EnumTypeComparison.RenamesBetween(current, target);
        if (renames.Count != 0)
            yield return Step(Phase.Rename, null, target.Name.ToString(), [.. renames.Select(rename =>
                PlanScope.Planned(new RenameEnumValueOperation
                {
                    Name = target.Name.Name,
                    Schema = target.Name.Schema,
                    Value = rename.Old,
                    NewValue = rename.New,
                }))]);

        if (Scope.Recreations.FirstOrDefault(candidate => candidate.Current == current) is { } recreation)
        {
            foreach (var step in Recreate(recreation))
                yield return step;
        }
        else if (EnumTypeComparison.Renamed(current, target) is var renamed && renamed.Labels != target.Labels)
        {
            yield return Step(Phase.CreateObject, null, target.Name.ToString(), [.. AddLabels(renamed, target)]);
        }
    }

    private IEnumerable<PlannedOperation> AddLabels(EnumType current, EnumType target)
    {
        for (var i = 0; i < target.Labels.Count; i++)
        {
            var label = target.Labels[i];
            if (current.Labels.Contains(label, StringComparer.Ordinal))
                continue;
            yield return PlanScope.Planned(new AddEnumValueOperation
            {
                Name = target.Name.Name,
                Schema = target.Name.Schema,
                Value = label,
                Before = i == 0 && current.Labels.Count > 0 ? current.Labels[0] : null,
                After = i > 0 ? target.Labels[i - 1] : null,
            });
        }
    }

    private IEnumerable<Step> Recreate(EnumRecreation recreation)
    {
        var target = recreation.Target;
        var old = target.Name with { Name = TemporaryNames.From(target.Name.Name, "_old", IsTaken(target.Name.Schema)) };
        var gone = EnumTypeComparison.Renamed(recreation.Current, target).Labels
            .Where(label => !target.Labels.Contains(label, StringComparer.Ordinal))
            .ToList();

        yield return Step(
            Phase.CreateObject,
            null,
            target.Name.ToString(),
            [
                Rename(target.Name, old, [.. guesses.OfLabels(recreation.Current, target)]),
                PlanScope.Planned(Create(target)),
                .. recreation.Columns
                    .Where(column => column.Current.Generated is null)
                    .SelectMany(column => Convert(column, target, [.. gone.Select(Scope.Dialect.StringLiteral)])),
            ]);
        yield return Step(Phase.DropObject, null, old.ToString(), Drop(old));
    }

    private IEnumerable<PlannedOperation> Convert(EnumColumn column, EnumType target, List<string> gone)
    {
        var name = Scope.Quote(column.Target.Name);
        var array = string.Concat(Enumerable.Repeat("[]", column.Current.Type.ArrayRank));
        var type = Scope.Quote(target.Name) + array;

        // A default can't follow its column to another type.
        if (column.Current.Default is not null)
            yield return PlanScope.Planned(new DropDefaultOperation
            {
                Table = column.Table.Name,
                Schema = column.Table.Schema,
                Column = column.Target.Name,
            });

        var where = $"'{column.Table}.{column.Target.Name}'";
        List<Risk> risks = [];
        if (gone.Count != 0)
            risks.Add(
                new Risk(RiskKind.MayFail, $"fails if a row still has {string.Join(" or ", gone)} in {where}: change such rows before"));
        risks.AddRange(Dependents.Risks(column.Table, column.Current));
        risks.Add(new Risk(RiskKind.TableRewrite, $"rewrites table '{column.Table}'{Scope.About(column.Table)} under an exclusive lock"));
        var (seeded, others) = (new SeededValues(Scope, column.Table, column.Target.Name), $"{name}::text{array}::{type}");
        yield return PlanScope.Planned(
            new AlterColumnTypeOperation
            {
                Table = column.Table.Name,
                Schema = column.Table.Schema,
                Column = column.Target.Name,
                Type = type,
                Conversion = seeded.Any && gone.Count != 0 ? seeded.Or(others, type) : others,
            },
            risks);

        // A default that changes is set where the column is altered: the one that exists may be of a label that is gone.
        if (column.Current.Default is { } value && value.Equals(column.Target.Default))
            yield return PlanScope.Planned(new SetDefaultOperation
            {
                Table = column.Table.Name,
                Schema = column.Table.Schema,
                Column = column.Target.Name,
                Sql = value.Text,
            });
    }

    private PlannedOperation Drop(EnumType type)
    {
        // The annotation of a type that the provider can't spell could not drop it, either.
        if (Scope.Provider.CreateEnumType(type) is not { } create)
            return Drop(type.Name);
        var operation = new AlterDatabaseOperation();
        foreach (var annotation in create.GetAnnotations())
            operation.OldDatabase.AddAnnotation(annotation.Name, annotation.Value);
        return new PlannedOperation(operation, []);
    }

    private Func<string, bool> IsTaken(string? schema)
        => name => Scope.Diff.Current.EnumTypes.Concat(Scope.Diff.Target.EnumTypes).Select(type => type.Name)
            .Concat(Scope.Diff.Current.Tables.Concat(Scope.Diff.Target.Tables).Select(table => table.Name))
            .Contains(new ObjectName(schema, name));

    private static PlannedOperation Drop(ObjectName type)
        => PlanScope.Planned(new DropTypeOperation { Name = type.Name, Schema = type.Schema });

    private PlannedOperation Rename(ObjectName from, ObjectName to, params IReadOnlyList<Risk> risks)
        => PlanScope.Planned(
            new RenameTypeOperation
            {
                Name = from.Name,
                Schema = from.Schema,
                NewName = Renames.NewName(from, to),
                NewSchema = Renames.NewSchema(Scope, from, to),
            },
            risks);

    private static CreateEnumOperation Create(EnumType type)
        => new() { Name = type.Name.Name, Schema = type.Name.Schema, Values = [.. type.Labels] };
}
