using Autogen.Design.Planning.Numbering;
using Autogen.Design.Planning.Rows;
using Autogen.Operations;
using Autogen.Schema.Objects;
using Microsoft.EntityFrameworkCore.Migrations.Operations;

namespace Autogen.Design.Planning.Columns;

/// <summary>
/// The way from a column as it is to the one that is wanted; under its wanted name, and without a change of a
/// generated column's expression.
/// </summary>
internal sealed class ColumnAlteration(PlanScope scope, ObjectName table, Column there, Column wanted)
{
    private readonly List<PlannedOperation> operations = [];

    // What the column is after the operations so far.
    private Column current = there with { Name = wanted.Name };

    private string Where => $"'{table}.{wanted.Name}'";

    /// <summary>The operations, in order.</summary>
    public IReadOnlyList<PlannedOperation> Operations()
    {
        var numbering = new RowNumbering(scope, table, current, wanted);
        if (scope.AltersInPlace)
        {
            operations.AddRange(numbering.Before());
            DropIdentityBeforeNotNull();
            FollowRenamedType();
            if (wanted.Generated is null)
                current = current with { Generated = null };
        }

        else if (IsInTwoRebuilds)
        {
            StoreComputedValues();
        }

        var risks = ChangeType();
        if (scope.AltersInPlace)
        {
            if (there.IsNullable && wanted is { IsNullable: false, Identity: not null })
                operations.Add(numbering.NumberMissing());
            FillMissing(operations.Add);
        }

        risks.AddRange(RequiredRisks());
        ChangeRest(numbering, risks);
        if (scope.AltersInPlace)
            operations.AddRange(numbering.After());
        return operations;
    }

    /// <summary>Gives rows that have no value one, where the column becomes required.</summary>
    public void FillMissing(Action<PlannedOperation> add)
    {
        if (!there.IsNullable || wanted.IsNullable || wanted.Generated is not null || wanted.Identity is not null)
            return;

        // What is still computed can't be written to.
        if (current.Generated is not null)
            return;
        var fill = Fill;
        if (fill.Sql is not { } value)
            return;
        var risk = new Risk(
            wanted.Default is null && !fill.IsGiven ? RiskKind.Guess : RiskKind.Note,
            $"gives rows of '{table}' that have no value in '{wanted.Name}' the value {value}");
        var check = TypeChanges.CheckRisks($"'{table}.{wanted.Name}'", wanted, value);
        add(PlanScope.Planned(
            new FillColumnOperation { Table = table.Name, Schema = table.Schema, Column = wanted.Name, Value = value },
            [risk, .. check, .. fill.Risks]));
    }

    /// <summary>
    /// Whether a table that is rebuilt is so twice: a computed column becomes an ordinary one, and in between those of its
    /// values that are missing are given.
    /// </summary>
    public bool IsInTwoRebuilds
        => !scope.AltersInPlace && there.Generated is not null && wanted.Generated is null && there.IsNullable && !wanted.IsNullable;

    private RowFill Fill => RowFill.Of(scope, table, there, wanted);

    // An identity column is required for as long as it is one; EF Core's operation takes NOT NULL away first.
    private void DropIdentityBeforeNotNull()
    {
        if (current is not { Identity.Kind: IdentityKind.Always or IdentityKind.ByDefault, IsNullable: false }
            || wanted is not { Identity: null, IsNullable: true })
            return;
        operations.Add(PlanScope.Planned(
            new DropIdentityOperation { Table = table.Name, Schema = table.Schema, Column = wanted.Name, IfExists = true }));
        current = current with { Identity = null };
    }

    /// <summary>A type that was renamed, or recreated, was followed by its columns.</summary>
    private void FollowRenamedType()
    {
        var type = PlanScope.EnumTypeOf(scope.Diff.Target, wanted.Type);
        if (type is not null && current.Type.IsArray == wanted.Type.IsArray
            && scope.CurrentEnumName(type.Name) is { } name && current.Type.IsNamed(name, scope.Diff.Current.DefaultSchema.Value))
        {
            current = current with { Type = wanted.Type };
        }
    }

    /// <summary>Makes a computed column one that keeps its values, and gives those that are missing, before it is required.</summary>
    private void StoreComputedValues()
    {
        var stored = wanted with { IsNullable = true };
        operations.Add(new PlannedOperation(Alteration(stored), []));
        current = stored;
        FillMissing(operations.Add);
    }

    /// <summary>
    /// Changes the type by a statement where values need an expression; returns the dangers of a change that EF Core's operation makes.
    /// </summary>
    private List<Risk> ChangeType()
    {
        if (current.Type.Equals(wanted.Type))
            return [];

        var values = new ValueConversion(scope, current, wanted);
        var conversion = values.Conversion;
        var risks = TypeChanges.Risks(scope, table, current, wanted, conversion);
        risks.InsertRange(0, values.Risks(table));
        var seeded = new SeededValues(scope, table, wanted.Name);
        var isSeeded = seeded.Any && (conversion.MayFail || conversion.MayLoseData);
        if (conversion.Using is null && (!scope.AltersInPlace || (!conversion.InUtc && !isSeeded)))
            return risks;

        // A default can't follow its column to a type that it can't be cast to.
        if (scope.AltersInPlace && current.Default is not null)
            operations.Add(PlanScope.Planned(
                new DropDefaultOperation { Table = table.Name, Schema = table.Schema, Column = wanted.Name }));
        var text = !isSeeded || !scope.AltersInPlace ? conversion.Using
            : conversion.Using is { } converted ? seeded.Or(converted, wanted.Type.Text)
            : seeded.Or(scope.Quote(wanted.Name));
        operations.Add(PlanScope.Planned(
            new AlterColumnTypeOperation
            {
                Table = table.Name,
                Schema = table.Schema,
                Column = wanted.Name,
                Type = wanted.Type.Text,
                Collation = wanted.Collation?.Name,
                CollationSchema = wanted.Collation?.Schema,
                Conversion = text,
                InUtc = conversion.InUtc,
            },
            risks));
        current = current with
        {
            Type = wanted.Type,
            Collation = wanted.Collation,
            Default = scope.AltersInPlace ? null : current.Default
        };
        return [];
    }

    private IEnumerable<Risk> RequiredRisks()
    {
        if (!there.IsNullable || wanted.IsNullable)
            yield break;
        var fill = Fill;
        foreach (var risk in fill.Sql is null ? fill.Risks : [])
            yield return risk;
        foreach (var risk in scope.Locks(table, $"locks table '{table}' while {Where} is checked in all its rows"))
            yield return risk;
    }

    private void ChangeRest(RowNumbering numbering, List<Risk> risks)
    {
        var target = wanted;
        if (scope.AltersInPlace && !numbering.IsByOperation)
            (current, target) = (current with { Identity = null }, wanted with { Identity = null });
        if (!scope.Dialect.Capabilities.Comments)
            current = current with { Comment = target.Comment };
        if (numbering is { IsByOperation: true } && scope.AltersInPlace && current.Identity is not null && target.Identity is not null)
            current = current with { Identity = current.Identity with { Options = target.Identity.Options } };
        if (current.Equals(target))
            return;

        // Two spellings of one default would be set anew for nothing.
        if (current.Default is { } value && value.Equals(target.Default))
            current = current with { Default = target.Default };
        var operation = Alteration(target);
        operation.IsDestructiveChange = risks.Any(risk => risk.Kind == RiskKind.DataLoss);
        operations.Add(new PlannedOperation(operation, risks));
    }

    private AlterColumnOperation Alteration(Column target)
    {
        var operation = new AlterColumnOperation().Fill(scope, table, target);
        operation.OldColumn.Fill(scope, table, current);
        operation.OldColumn.ClrType = current.Type.Equals(target.Type) ? operation.ClrType : operation.OldColumn.ClrType;
        return operation;
    }
}
