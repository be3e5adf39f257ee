using Autogen.Operations;
using Autogen.Schema.Objects;
using Microsoft.EntityFrameworkCore.Migrations.Operations;
using Microsoft.EntityFrameworkCore.Migrations.Operations.Builders;

namespace Autogen;

/// <summary>What a constraint of PostgreSQL can be beyond EF Core's own operations: <c>op.AddForeignKey(…).NotValid()</c>.</summary>
public static class ConstraintBuilderExtensions
{
    /// <summary>The constraint is checked at the end of a statement or of the transaction.</summary>
    /// <param name="constraint">The operation that adds it.</param>
    /// <param name="deferrability">When it is checked.</param>
    public static OperationBuilder<AddForeignKeyOperation> Deferrable(
        this OperationBuilder<AddForeignKeyOperation> constraint, Deferrability deferrability)
        => Annotated(constraint, ConstraintAnnotations.Deferrability, deferrability);

    /// <inheritdoc cref="Deferrable(OperationBuilder{AddForeignKeyOperation}, Deferrability)"/>
    public static OperationBuilder<AddUniqueConstraintOperation> Deferrable(
        this OperationBuilder<AddUniqueConstraintOperation> constraint, Deferrability deferrability)
        => Annotated(constraint, ConstraintAnnotations.Deferrability, deferrability);

    /// <summary>
    /// Rows that exist already are not checked, so that others wait for a moment only;
    /// <see cref="RevisionOperationExtensions.ValidateConstraint"/> checks them in a later revision.
    /// </summary>
    /// <param name="constraint">The operation that adds it.</param>
    public static OperationBuilder<AddForeignKeyOperation> NotValid(this OperationBuilder<AddForeignKeyOperation> constraint)
        => Annotated(constraint, ConstraintAnnotations.NotValid, true);

    /// <inheritdoc cref="NotValid(OperationBuilder{AddForeignKeyOperation})"/>
    public static OperationBuilder<AddCheckConstraintOperation> NotValid(this OperationBuilder<AddCheckConstraintOperation> constraint)
        => Annotated(constraint, ConstraintAnnotations.NotValid, true);

    /// <summary>No row is checked (PostgreSQL 18 and later).</summary>
    /// <param name="constraint">The operation that adds it.</param>
    public static OperationBuilder<AddForeignKeyOperation> NotEnforced(this OperationBuilder<AddForeignKeyOperation> constraint)
        => Annotated(constraint, ConstraintAnnotations.NotEnforced, true);

    /// <inheritdoc cref="NotEnforced(OperationBuilder{AddForeignKeyOperation})"/>
    public static OperationBuilder<AddCheckConstraintOperation> NotEnforced(this OperationBuilder<AddCheckConstraintOperation> constraint)
        => Annotated(constraint, ConstraintAnnotations.NotEnforced, true);

    /// <summary>NULLs count as equal (PostgreSQL 15 and later).</summary>
    /// <param name="constraint">The operation that adds it.</param>
    public static OperationBuilder<AddUniqueConstraintOperation> NullsNotDistinct(
        this OperationBuilder<AddUniqueConstraintOperation> constraint)
        => Annotated(constraint, ConstraintAnnotations.NullsNotDistinct, true);

    private static OperationBuilder<T> Annotated<T>(OperationBuilder<T> constraint, string name, object value)
        where T : MigrationOperation
    {
        ArgumentNullException.ThrowIfNull(constraint);
        return constraint.Annotation(name, value);
    }
}
