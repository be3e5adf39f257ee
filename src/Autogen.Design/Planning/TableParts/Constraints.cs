using Autogen.Design.Planning.Steps;
using Autogen.Operations;
using Autogen.Schema.Comparison;
using Autogen.Schema.Objects;
using Microsoft.EntityFrameworkCore.Migrations.Operations;

namespace Autogen.Design.Planning.TableParts;

/// <summary>What the planners of the several kinds of constraint have in common.</summary>
internal static class Constraints
{
    /// <summary>
    /// On the drop of a key that has no name (SQLite): the columns, a <c>string[]</c>, by which it is found. The operation's own name is
    /// then the one that EF Core would have given.
    /// </summary>
    public const string ColumnsAnnotation = "Autogen:Columns";

    /// <summary>On the drop of a check that has no name (SQLite): the condition, by which it is found.</summary>
    public const string ExpressionAnnotation = "Autogen:Expression";

    /// <summary>Whether EF Core's operation says all of a key: not when it is checked, nor which rows.</summary>
    public static bool IsPlain(ForeignKey key) => key.Deferrability == Deferrability.NotDeferrable && ChecksRows(key);

    /// <summary>Whether EF Core's operation says all of a constraint: not when it is checked, nor that NULLs are equal.</summary>
    public static bool IsPlain(UniqueConstraint constraint)
        => constraint is { Deferrability: Deferrability.NotDeferrable, NullsDistinct: true };

    /// <summary>Whether EF Core's operation says all of a check: not which rows are checked.</summary>
    public static bool IsPlain(CheckConstraint check) => ChecksRows(check);

    /// <summary>Whether the rows that exist are checked when the key is added.</summary>
    public static bool ChecksRows(ForeignKey key) => key is { IsValidated: true, IsEnforced: true };

    /// <summary>Whether the rows that exist are checked when the check is added.</summary>
    public static bool ChecksRows(CheckConstraint check) => check is { IsValidated: true, IsEnforced: true };

    /// <summary>Whether only the name differs, and the database can change it.</summary>
    public static bool IsRename(PlanScope scope, EquatableList<FacetChange> facets) => scope.AltersInPlace && IsOnly(facets, "Name");

    /// <summary>Whether only differs whether the existing rows have been checked.</summary>
    public static bool IsValidation(PlanScope scope, EquatableList<FacetChange> facets)
        => scope.AltersInPlace && IsOnly(facets, "IsValidated");

    /// <summary>Whether only differs when it is checked.</summary>
    public static bool IsDeferrability(PlanScope scope, EquatableList<FacetChange> facets)
        => scope.AltersInPlace && IsOnly(facets, "Deferrability");

    /// <summary>EF Core drops and recreates what is renamed, and so rebuilds a key's index for nothing.</summary>
    public static IEnumerable<Step> RenameSteps(PlanScope scope, ObjectKind kind, ObjectName table, string? from, string? to)
        => scope.ConstraintRenames.Steps(kind, table, from ?? "", to ?? "", (old, renamed) =>
            PlanScope.Planned(new RenameConstraintOperation { Table = table.Name, Schema = table.Schema, Name = old, NewName = renamed }));

    /// <summary>Checks the rows that existed before a constraint.</summary>
    public static PlannedOperation Validate(ObjectName table, string? name, Risk risk)
        => PlanScope.Planned(new ValidateConstraintOperation { Table = table.Name, Schema = table.Schema, Name = name ?? "" }, risk);

    /// <summary>Whether the server can be told to check a key at the end of the transaction.</summary>
    public static bool IsDeferrable(ForeignKey key) => key.Deferrability != Deferrability.NotDeferrable;

    /// <summary>Says on the operation that adds a key what EF Core's does not: when it is checked, and which rows.</summary>
    public static AddForeignKeyOperation Checked(this AddForeignKeyOperation operation, ForeignKey key)
        => operation.Annotated(key.Deferrability).Annotated(key.IsValidated, key.IsEnforced);

    /// <summary>Says on the operation that adds a check what EF Core's does not: which rows are checked.</summary>
    public static AddCheckConstraintOperation Checked(this AddCheckConstraintOperation operation, CheckConstraint check)
        => operation.Annotated(check.IsValidated, check.IsEnforced);

    /// <summary>
    /// Says on the operation that adds a constraint what EF Core's does not: when it is checked, and that NULLs are equal.
    /// </summary>
    public static AddUniqueConstraintOperation Checked(this AddUniqueConstraintOperation operation, UniqueConstraint constraint)
    {
        if (!constraint.NullsDistinct)
            operation.AddAnnotation(ConstraintAnnotations.NullsNotDistinct, true);
        return operation.Annotated(constraint.Deferrability);
    }

    /// <summary>The operation that alters when a key is checked.</summary>
    public static AlterConstraintOperation Alteration(ObjectName table, string name, ForeignKey key)
        => new() { Table = table.Name, Schema = table.Schema, Name = name, Deferrability = key.Deferrability };

    private static T Annotated<T>(this T operation, Deferrability deferrability)
        where T : MigrationOperation
    {
        if (deferrability != Deferrability.NotDeferrable)
            operation.AddAnnotation(ConstraintAnnotations.Deferrability, deferrability);
        return operation;
    }

    private static T Annotated<T>(this T operation, bool isValidated, bool isEnforced)
        where T : MigrationOperation
    {
        if (!isEnforced)
            operation.AddAnnotation(ConstraintAnnotations.NotEnforced, true);
        else if (!isValidated)
            operation.AddAnnotation(ConstraintAnnotations.NotValid, true);
        return operation;
    }

    private static bool IsOnly(EquatableList<FacetChange> facets, string facet)
        => facets.Where(change => change.Significance == Significance.Significant)
            .All(change => string.Equals(change.Facet, facet, StringComparison.Ordinal));
}
