using Autogen.Operations;
using Autogen.Schema.Objects;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.EntityFrameworkCore.Migrations.Operations;

namespace Autogen.Statements.PostgreSql;

// Constraints.
internal sealed partial class PostgreSqlStatementGenerator
{
    private string? ConstraintSql(MigrationOperation operation) => operation switch
    {
        RenameConstraintOperation rename => $"{AlterTable(rename)} RENAME CONSTRAINT {Quote(rename.Name)} TO {Quote(rename.NewName)};",
        ValidateConstraintOperation validate => $"{AlterTable(validate)} VALIDATE CONSTRAINT {Quote(validate.Name)};",
        AlterConstraintOperation alter
            => $"{AlterTable(alter)} ALTER CONSTRAINT {Quote(alter.Name)}"
                + (alter.Deferrability == Deferrability.NotDeferrable ? " NOT DEFERRABLE;" : $"{Deferral(alter.Deferrability)};"),
        AddForeignKeyOperation key when IsMore(key) => AddForeignKey(key),
        AddUniqueConstraintOperation unique when IsMore(unique)
            => $"{Add(unique, unique.Name)} UNIQUE{(Has(unique, ConstraintAnnotations.NullsNotDistinct) ? " NULLS NOT DISTINCT" : "")}"
                + $" ({Quote(unique.Columns)}){Deferral(unique)};",
        AddCheckConstraintOperation check when IsMore(check) => $"{Add(check, check.Name)} CHECK ({check.Sql}){Checking(check)};",
        _ => null,
    };

    /// <summary>Whether the operation says more than EF Core's generator writes.</summary>
    private static bool IsMore(MigrationOperation operation)
        => operation.GetAnnotations().Any(annotation => ConstraintAnnotations.All.Contains(annotation.Name, StringComparer.Ordinal));

    private string Add(ITableMigrationOperation operation, string name)
        => $"ALTER TABLE {Quote(operation.Schema, operation.Table)} ADD CONSTRAINT {Quote(name)}";

    private string AddForeignKey(AddForeignKeyOperation key)
        => $"{Add(key, key.Name)} FOREIGN KEY ({Quote(key.Columns)}) REFERENCES {Quote(key.PrincipalSchema, key.PrincipalTable)}"
            + (key.PrincipalColumns is { } columns ? $" ({Quote(columns)})" : "")
            + (key.OnUpdate == ReferentialAction.NoAction ? "" : $" ON UPDATE {Action(key.OnUpdate)}")
            + (key.OnDelete == ReferentialAction.NoAction ? "" : $" ON DELETE {Action(key.OnDelete)}")
            + $"{Deferral(key)}{Checking(key)};";

    private static string Deferral(AnnotatableBase operation)
        => operation.FindAnnotation(ConstraintAnnotations.Deferrability)?.Value is Deferrability deferrability
            ? Deferral(deferrability)
            : "";

    private static string Deferral(Deferrability deferrability) => deferrability switch
    {
        Deferrability.InitiallyDeferred => " DEFERRABLE INITIALLY DEFERRED",
        Deferrability.InitiallyImmediate => " DEFERRABLE INITIALLY IMMEDIATE",
        _ => "",
    };

    private static string Checking(AnnotatableBase operation)
        => Has(operation, ConstraintAnnotations.NotEnforced) ? " NOT ENFORCED"
            : Has(operation, ConstraintAnnotations.NotValid) ? " NOT VALID"
            : "";

    private static bool Has(AnnotatableBase operation, string annotation) => operation.FindAnnotation(annotation)?.Value is true;

    private static string Action(ReferentialAction action) => action switch
    {
        ReferentialAction.Restrict => "RESTRICT",
        ReferentialAction.Cascade => "CASCADE",
        ReferentialAction.SetNull => "SET NULL",
        ReferentialAction.SetDefault => "SET DEFAULT",
        _ => "NO ACTION",
    };
}
