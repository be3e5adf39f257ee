using Autogen.Schema.Comparison;
using Autogen.Schema.Objects;
using Microsoft.EntityFrameworkCore.Migrations.Operations;

namespace Autogen.Design.Planning;

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
        var operation = Scope.Provider.CreateEnumType(type) is { } create ? new PlannedOperation(create, []) : PlanScope.Sql(Create(type));
        return [Step(Phase.CreateObject, null, type.Name.ToString(), operation)];
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
            Step(Phase.Rename, null, name.ToString(), [.. Renames.Statements(Scope, "TYPE", name, old)]),
            Step(Phase.DropObject, null, old.ToString(), PlanScope.Sql($"DROP TYPE {Scope.Quote(old)};")),
        ];
    }

    /// <inheritdoc/>
    protected override IEnumerable<Step> Alter(Altered<EnumType> change)
    {
        var (current, target) = (change.Current, change.Target);
        if (current.Name != target.Name)
            yield return Step(
                Phase.Rename, null, current.Name.ToString(), [.. Renames.Statements(Scope, "TYPE", current.Name, target.Name)]);

        var renames = EnumTypeComparison.RenamesBetween(current, target);
        if (renames.Count != 0)
            yield return Step(Phase.Rename, null, target.Name.ToString(), [.. renames.Select(rename =>
                PlanScope.Sql($"ALTER TYPE {Scope.Quote(target.Name)} RENAME VALUE {Literal(rename.Old)} TO {Literal(rename.New)};"))]);

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
            var place = i > 0 ? $" AFTER {Literal(target.Labels[i - 1])}"
                : current.Labels.Count > 0 ? $" BEFORE {Literal(current.Labels[0])}"
                : "";
            yield return PlanScope.Sql($"ALTER TYPE {Scope.Quote(target.Name)} ADD VALUE {Literal(label)}{place};");
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
                PlanScope.Sql(
                    $"ALTER TYPE {Scope.Quote(target.Name)} RENAME TO {Scope.Quote(old.Name)};",
                    [.. guesses.OfLabels(recreation.Current, target)]),
                PlanScope.Sql(Create(target)),
                .. recreation.Columns
                    .Where(column => column.Current.Generated is null)
                    .SelectMany(column => Convert(column, target, [.. gone.Select(Literal)])),
            ]);
        yield return Step(Phase.DropObject, null, old.ToString(), PlanScope.Sql($"DROP TYPE {Scope.Quote(old)};"));
    }

    private IEnumerable<PlannedOperation> Convert(EnumColumn column, EnumType target, List<string> gone)
    {
        var name = Scope.Quote(column.Target.Name);
        var alter = $"ALTER TABLE {Scope.Quote(column.Table)} ALTER COLUMN {name}";
        var array = string.Concat(Enumerable.Repeat("[]", column.Current.Type.ArrayRank));
        var type = Scope.Quote(target.Name) + array;

        // A default can't follow its column to another type.
        if (column.Current.Default is not null)
            yield return PlanScope.Sql($"{alter} DROP DEFAULT;");

        var where = $"'{column.Table}.{column.Target.Name}'";
        List<Risk> risks = [];
        if (gone.Count != 0)
            risks.Add(
                new Risk(RiskKind.MayFail, $"fails if a row still has {string.Join(" or ", gone)} in {where}: change such rows before"));
        risks.AddRange(Dependents.Risks(column.Table, column.Current));
        risks.Add(new Risk(RiskKind.TableRewrite, $"rewrites table '{column.Table}'{Scope.About(column.Table)} under an exclusive lock"));
        var (seeded, others) = (new SeededValues(Scope, column.Table, column.Target.Name), $"{name}::text{array}::{type}");
        yield return PlanScope.Sql(
            $"{alter} TYPE {type} USING {(seeded.Any && gone.Count != 0 ? seeded.Or(others, type) : others)};", risks);

        // A default that changes is set where the column is altered: the one that exists may be of a label that is gone.
        if (column.Current.Default is { } value && value.Equals(column.Target.Default))
            yield return PlanScope.Sql($"{alter} SET DEFAULT {value.Text};");
    }

    private PlannedOperation Drop(EnumType type)
    {
        // The annotation of a type that the provider can't spell could not drop it, either.
        if (Scope.Provider.CreateEnumType(type) is not { } create)
            return PlanScope.Sql($"DROP TYPE {Scope.Quote(type.Name)};");
        var operation = new AlterDatabaseOperation();
        foreach (var annotation in create.GetAnnotations())
            operation.OldDatabase.AddAnnotation(annotation.Name, annotation.Value);
        return new PlannedOperation(operation, []);
    }

    private Func<string, bool> IsTaken(string? schema)
        => name => Scope.Diff.Current.EnumTypes.Concat(Scope.Diff.Target.EnumTypes).Select(type => type.Name)
            .Concat(Scope.Diff.Current.Tables.Concat(Scope.Diff.Target.Tables).Select(table => table.Name))
            .Contains(new ObjectName(schema, name));

    private string Create(EnumType type)
        => $"CREATE TYPE {Scope.Quote(type.Name)} AS ENUM ({string.Join(", ", type.Labels.Select(Literal))});";

    private string Literal(string label) => Scope.Dialect.StringLiteral(label);
}
