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
        return [Step(Phase.EnumType, null, type.Name.ToString(), operation)];
    }

    /// <inheritdoc/>
    protected override IEnumerable<Step> Remove(Removed<EnumType> change)
    {
        var name = change.Item.Name;
        if (!Scope.Diff.Changes.OfType<Altered<Table>>().Any(table => table.Wanted.Name == name && table.There.Name != name))
            return [Step(Phase.DropEnumType, null, name.ToString(), Drop(change.Item))];

        // A table has a type of its own name, so one that is renamed can't have it before the columns have left this type.
        var old = name with { Name = TemporaryNames.From(name.Name, "_old", IsTaken(name.Schema)) };
        return
        [
            Step(Phase.Rename, null, name.ToString(), [.. Renames.Statements(Scope, "TYPE", name, old)]),
            Step(Phase.DropEnumType, null, old.ToString(), PlanScope.Sql($"DROP TYPE {Scope.Quote(old)};")),
        ];
    }

    /// <inheritdoc/>
    protected override IEnumerable<Step> Alter(Altered<EnumType> change)
    {
        var (there, wanted) = (change.There, change.Wanted);
        if (there.Name != wanted.Name)
            yield return Step(Phase.Rename, null, there.Name.ToString(), [.. Renames.Statements(Scope, "TYPE", there.Name, wanted.Name)]);

        var renames = EnumTypeComparison.RenamesBetween(there, wanted);
        if (renames.Count != 0)
            yield return Step(Phase.Rename, null, wanted.Name.ToString(), [.. renames.Select(rename =>
                PlanScope.Sql($"ALTER TYPE {Scope.Quote(wanted.Name)} RENAME VALUE {Literal(rename.Old)} TO {Literal(rename.New)};"))]);

        if (Scope.Recreations.FirstOrDefault(candidate => candidate.There == there) is { } recreation)
        {
            foreach (var step in Recreate(recreation))
                yield return step;
        }
        else if (EnumTypeComparison.Renamed(there, wanted) is var renamed && renamed.Labels != wanted.Labels)
        {
            yield return Step(Phase.EnumType, null, wanted.Name.ToString(), [.. AddLabels(renamed, wanted)]);
        }
    }

    private IEnumerable<PlannedOperation> AddLabels(EnumType there, EnumType wanted)
    {
        for (var i = 0; i < wanted.Labels.Count; i++)
        {
            var label = wanted.Labels[i];
            if (there.Labels.Contains(label, StringComparer.Ordinal))
                continue;
            var place = i > 0 ? $" AFTER {Literal(wanted.Labels[i - 1])}"
                : there.Labels.Count > 0 ? $" BEFORE {Literal(there.Labels[0])}"
                : "";
            yield return PlanScope.Sql($"ALTER TYPE {Scope.Quote(wanted.Name)} ADD VALUE {Literal(label)}{place};");
        }
    }

    private IEnumerable<Step> Recreate(EnumRecreation recreation)
    {
        var wanted = recreation.Wanted;
        var old = wanted.Name with { Name = TemporaryNames.From(wanted.Name.Name, "_old", IsTaken(wanted.Name.Schema)) };
        var gone = EnumTypeComparison.Renamed(recreation.There, wanted).Labels
            .Where(label => !wanted.Labels.Contains(label, StringComparer.Ordinal))
            .ToList();

        yield return Step(
            Phase.EnumType,
            null,
            wanted.Name.ToString(),
            [
                PlanScope.Sql(
                    $"ALTER TYPE {Scope.Quote(wanted.Name)} RENAME TO {Scope.Quote(old.Name)};",
                    [.. guesses.OfLabels(recreation.There, wanted)]),
                PlanScope.Sql(Create(wanted)),
                .. recreation.Columns
                    .Where(column => column.There.Generated is null)
                    .SelectMany(column => Convert(column, wanted, [.. gone.Select(Literal)])),
            ]);
        yield return Step(Phase.DropEnumType, null, old.ToString(), PlanScope.Sql($"DROP TYPE {Scope.Quote(old)};"));
    }

    private IEnumerable<PlannedOperation> Convert(EnumColumn column, EnumType wanted, List<string> gone)
    {
        var name = Scope.Quote(column.Wanted.Name);
        var alter = $"ALTER TABLE {Scope.Quote(column.Table)} ALTER COLUMN {name}";
        var array = string.Concat(Enumerable.Repeat("[]", column.There.Type.ArrayRank));
        var type = Scope.Quote(wanted.Name) + array;

        // A default can't follow its column to another type.
        if (column.There.Default is not null)
            yield return PlanScope.Sql($"{alter} DROP DEFAULT;");

        var where = $"'{column.Table}.{column.Wanted.Name}'";
        List<Risk> risks = [];
        if (gone.Count != 0)
            risks.Add(
                new Risk(RiskKind.MayFail, $"fails if a row still has {string.Join(" or ", gone)} in {where}: change such rows before"));
        risks.AddRange(Dependents.Risks(column.Table, column.There));
        risks.Add(new Risk(RiskKind.TableRewrite, $"rewrites table '{column.Table}'{Scope.About(column.Table)} under an exclusive lock"));
        var (seeded, others) = (new SeededValues(Scope, column.Table, column.Wanted.Name), $"{name}::text{array}::{type}");
        yield return PlanScope.Sql(
            $"{alter} TYPE {type} USING {(seeded.Any && gone.Count != 0 ? seeded.Or(others, type) : others)};", risks);

        // A default that changes is set where the column is altered: the one that is there may be of a label that is gone.
        if (column.There.Default is { } value && value.Equals(column.Wanted.Default))
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
        => name => Scope.Diff.There.EnumTypes.Concat(Scope.Diff.Wanted.EnumTypes).Select(type => type.Name)
            .Concat(Scope.Diff.There.Tables.Concat(Scope.Diff.Wanted.Tables).Select(table => table.Name))
            .Contains(new ObjectName(schema, name));

    private string Create(EnumType type)
        => $"CREATE TYPE {Scope.Quote(type.Name)} AS ENUM ({string.Join(", ", type.Labels.Select(Literal))});";

    private string Literal(string label) => Scope.Dialect.StringLiteral(label);
}
