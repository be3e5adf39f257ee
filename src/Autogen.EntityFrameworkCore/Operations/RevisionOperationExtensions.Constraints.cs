using Autogen.Operations;
using Autogen.Schema.Objects;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Autogen;

// Constraints and indexes.
public static partial class RevisionOperationExtensions
{
    /// <summary>Renames a constraint; its index is not built again.</summary>
    /// <param name="op">The revision's builder.</param>
    /// <param name="table">The table.</param>
    /// <param name="name">The constraint's current name.</param>
    /// <param name="newName">The constraint's new name.</param>
    /// <param name="schema">The table's schema; the default one if omitted.</param>
    public static void RenameConstraint(this MigrationBuilder op, string table, string name, string newName, string? schema = null)
        => op.Add(new RenameConstraintOperation { Table = table, Schema = schema, Name = name, NewName = newName });

    /// <summary>
    /// Checks a constraint that was added as <c>NOT VALID</c> against the rows that existed before it. In a later revision than the one
    /// that adds it, others can write while it runs.
    /// </summary>
    /// <param name="op">The revision's builder.</param>
    /// <param name="table">The table.</param>
    /// <param name="name">The constraint.</param>
    /// <param name="schema">The table's schema; the default one if omitted.</param>
    public static void ValidateConstraint(this MigrationBuilder op, string table, string name, string? schema = null)
        => op.Add(new ValidateConstraintOperation { Table = table, Schema = schema, Name = name });

    /// <summary>Changes when a foreign key is checked.</summary>
    /// <param name="op">The revision's builder.</param>
    /// <param name="table">The table.</param>
    /// <param name="name">The constraint.</param>
    /// <param name="deferrability">When it is checked.</param>
    /// <param name="schema">The table's schema; the default one if omitted.</param>
    public static void AlterConstraint(
        this MigrationBuilder op, string table, string name, Deferrability deferrability, string? schema = null)
        => op.Add(new AlterConstraintOperation { Table = table, Schema = schema, Name = name, Deferrability = deferrability });

    /// <summary>
    /// Creates an index of expressions, or one with parts that EF Core's <c>CreateIndex</c> can't express:
    /// <c>op.CreateExpressionIndex("ix_name", "people", ["lower(\"Name\")"])</c>.
    /// </summary>
    /// <param name="op">The revision's builder.</param>
    /// <param name="name">The index.</param>
    /// <param name="table">The table.</param>
    /// <param name="parts">The parts, as SQL, as they are written between the brackets of <c>CREATE INDEX</c>.</param>
    /// <param name="unique">Whether no two rows may have the same values.</param>
    /// <param name="method">The access method; the server's default if omitted.</param>
    /// <param name="include">Columns that the index holds besides.</param>
    /// <param name="nullsNotDistinct">Whether NULLs count as equal.</param>
    /// <param name="with">Storage parameters, as SQL: <c>"fillfactor = '70'"</c>.</param>
    /// <param name="where">The condition that rows of the index fulfil, as SQL; all rows if omitted.</param>
    /// <param name="concurrently">Whether it is built while others write, outside the revision's transaction.</param>
    /// <param name="schema">The table's schema; the default one if omitted.</param>
    public static void CreateExpressionIndex(
        this MigrationBuilder op,
        string name,
        string table,
        IReadOnlyList<string> parts,
        bool unique = false,
        string? method = null,
        IReadOnlyList<string>? include = null,
        bool nullsNotDistinct = false,
        IReadOnlyList<string>? with = null,
        string? where = null,
        bool concurrently = false,
        string? schema = null)
        => op.Add(new CreateExpressionIndexOperation
        {
            Table = table,
            Schema = schema,
            Name = name,
            Parts = parts,
            Unique = unique,
            Method = method,
            Include = include,
            NullsNotDistinct = nullsNotDistinct,
            With = with,
            Where = where,
            Concurrently = concurrently,
        });
}
