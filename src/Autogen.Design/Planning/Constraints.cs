using Autogen.Schema.Comparison;
using Autogen.Schema.Objects;

namespace Autogen.Design.Planning;

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

    /// <summary>The clauses that end a key's definition, each with a space before it.</summary>
    public static string Ending(ForeignKey key) => Clause(key.Deferrability) + Checking(key.IsValidated, key.IsEnforced);

    /// <summary>The clauses that end a check's definition, each with a space before it.</summary>
    public static string Ending(CheckConstraint check) => Checking(check.IsValidated, check.IsEnforced);

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
            PlanScope.Sql($"ALTER TABLE {scope.Quote(table)} RENAME CONSTRAINT {scope.Quote(old)} TO {scope.Quote(renamed)};"));

    /// <summary>Checks the rows that existed before a constraint.</summary>
    public static PlannedOperation Validate(PlanScope scope, ObjectName table, string? name, Risk risk)
        => PlanScope.Sql($"ALTER TABLE {scope.Quote(table)} VALIDATE CONSTRAINT {scope.Quote(name ?? "")};", risk);

    /// <summary>Whether the server can be told to check a key at the end of the transaction.</summary>
    public static bool IsDeferrable(ForeignKey key) => key.Deferrability != Deferrability.NotDeferrable;

    /// <summary>The clause that alters when a key is checked, with a space before it.</summary>
    public static string Alteration(ForeignKey key) => IsDeferrable(key) ? Clause(key.Deferrability) : " NOT DEFERRABLE";

    /// <summary>The clause, with a space before it; nothing for the default.</summary>
    public static string Clause(Deferrability deferrability) => deferrability switch
    {
        Deferrability.InitiallyDeferred => " DEFERRABLE INITIALLY DEFERRED",
        Deferrability.InitiallyImmediate => " DEFERRABLE INITIALLY IMMEDIATE",
        _ => "",
    };

    // For rows that are not checked, now or ever, with a space before it; nothing for the default.
    private static string Checking(bool isValidated, bool isEnforced) => !isEnforced ? " NOT ENFORCED" : isValidated ? "" : " NOT VALID";

    private static bool IsOnly(EquatableList<FacetChange> facets, string facet)
        => facets.Where(change => change.Significance == Significance.Significant)
            .All(change => string.Equals(change.Facet, facet, StringComparison.Ordinal));
}
