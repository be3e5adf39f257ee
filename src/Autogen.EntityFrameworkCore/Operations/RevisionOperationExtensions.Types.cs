using Autogen.Operations;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Autogen;

// Types, collations, extensions and schemas of PostgreSQL.
public static partial class RevisionOperationExtensions
{
    /// <summary>Creates an enumerated type: <c>op.CreateEnum(name: "mood", values: ["happy", "sad"])</c>.</summary>
    /// <param name="op">The revision's builder.</param>
    /// <param name="name">The type's name.</param>
    /// <param name="values">The values (labels), in their order.</param>
    /// <param name="schema">The type's schema; the default one if omitted.</param>
    public static void CreateEnum(this MigrationBuilder op, string name, IReadOnlyList<string> values, string? schema = null)
        => op.Add(new CreateEnumOperation { Name = name, Schema = schema, Values = values });

    /// <summary>
    /// Adds a value to an enumerated type. The transaction that adds it can't use it: put statements that do into a later revision.
    /// </summary>
    /// <param name="op">The revision's builder.</param>
    /// <param name="name">The type's name.</param>
    /// <param name="value">The new value.</param>
    /// <param name="before">The value that it precedes.</param>
    /// <param name="after">The value that it follows; at the end if both are omitted.</param>
    /// <param name="schema">The type's schema; the default one if omitted.</param>
    /// <exception cref="ArgumentException">Both <paramref name="before"/> and <paramref name="after"/> are given.</exception>
    public static void AddEnumValue(
        this MigrationBuilder op, string name, string value, string? before = null, string? after = null, string? schema = null)
    {
        if (before is not null && after is not null)
            throw new ArgumentException("Give 'before' or 'after', not both.", nameof(after));
        op.Add(new AddEnumValueOperation { Name = name, Schema = schema, Value = value, Before = before, After = after });
    }

    /// <summary>Renames a value of an enumerated type; rows keep it under the new name.</summary>
    /// <param name="op">The revision's builder.</param>
    /// <param name="name">The type's name.</param>
    /// <param name="value">The value's current name.</param>
    /// <param name="newValue">The value's new name.</param>
    /// <param name="schema">The type's schema; the default one if omitted.</param>
    public static void RenameEnumValue(this MigrationBuilder op, string name, string value, string newValue, string? schema = null)
        => op.Add(new RenameEnumValueOperation { Name = name, Schema = schema, Value = value, NewValue = newValue });

    /// <summary>Creates a range type.</summary>
    /// <param name="op">The revision's builder.</param>
    /// <param name="name">The type's name.</param>
    /// <param name="definition">SQL between the brackets of <c>AS RANGE (…)</c>: <c>"SUBTYPE = time"</c>.</param>
    /// <param name="schema">The type's schema; the default one if omitted.</param>
    public static void CreateRangeType(this MigrationBuilder op, string name, string definition, string? schema = null)
        => op.Add(new CreateRangeTypeOperation { Name = name, Schema = schema, Definition = definition });

    /// <summary>Renames a type, moves it to another schema, or both. Columns keep it.</summary>
    /// <param name="op">The revision's builder.</param>
    /// <param name="name">The type's current name.</param>
    /// <param name="schema">The type's current schema; the default one if omitted.</param>
    /// <param name="newName">The new name; the same if omitted.</param>
    /// <param name="newSchema">The new schema; the same if omitted.</param>
    public static void RenameType(
        this MigrationBuilder op, string name, string? schema = null, string? newName = null, string? newSchema = null)
        => op.Add(new RenameTypeOperation { Name = name, Schema = schema, NewName = newName, NewSchema = newSchema });

    /// <summary>Drops a type; fails while anything uses it.</summary>
    /// <param name="op">The revision's builder.</param>
    /// <param name="name">The type's name.</param>
    /// <param name="schema">The type's schema; the default one if omitted.</param>
    public static void DropType(this MigrationBuilder op, string name, string? schema = null)
        => op.Add(new DropTypeOperation { Name = name, Schema = schema });

    /// <summary>Creates a collation.</summary>
    /// <param name="op">The revision's builder.</param>
    /// <param name="name">The collation's name.</param>
    /// <param name="definition">SQL between the brackets of <c>CREATE COLLATION … (…)</c>: <c>"PROVIDER = icu, LOCALE = 'de'"</c>.</param>
    /// <param name="schema">The collation's schema; the default one if omitted.</param>
    public static void CreateCollation(this MigrationBuilder op, string name, string definition, string? schema = null)
        => op.Add(new CreateCollationOperation { Name = name, Schema = schema, Definition = definition });

    /// <summary>Drops a collation; fails while anything uses it.</summary>
    /// <param name="op">The revision's builder.</param>
    /// <param name="name">The collation's name.</param>
    /// <param name="schema">The collation's schema; the default one if omitted.</param>
    public static void DropCollation(this MigrationBuilder op, string name, string? schema = null)
        => op.Add(new DropCollationOperation { Name = name, Schema = schema });

    /// <summary>Creates an extension, with those that it requires, unless it exists.</summary>
    /// <param name="op">The revision's builder.</param>
    /// <param name="name">The extension's name.</param>
    /// <param name="schema">The schema of the extension's objects; the extension's own choice if omitted.</param>
    /// <param name="version">The version; the server's default if omitted.</param>
    public static void CreateExtension(this MigrationBuilder op, string name, string? schema = null, string? version = null)
        => op.Add(new CreateExtensionOperation { Name = name, Schema = schema, Version = version });

    /// <summary>Drops an extension; fails while anything uses it.</summary>
    /// <param name="op">The revision's builder.</param>
    /// <param name="name">The extension's name.</param>
    public static void DropExtension(this MigrationBuilder op, string name) => op.Add(new DropExtensionOperation { Name = name });

    /// <summary>Renames a schema, with all that it holds.</summary>
    /// <param name="op">The revision's builder.</param>
    /// <param name="name">The schema's current name.</param>
    /// <param name="newName">The schema's new name.</param>
    public static void RenameSchema(this MigrationBuilder op, string name, string newName)
        => op.Add(new RenameSchemaOperation { Name = name, NewName = newName });

    /// <summary>Refuses to go on where names without a schema (<c>search_path</c>) do not mean a certain one.</summary>
    /// <param name="op">The revision's builder.</param>
    /// <param name="name">The schema that they must mean.</param>
    public static void RequireDefaultSchema(this MigrationBuilder op, string name)
        => op.Add(new RequireDefaultSchemaOperation { Name = name });

    private static void Add(this MigrationBuilder op, StatementOperation operation)
    {
        ArgumentNullException.ThrowIfNull(op);
        op.Operations.Add(operation);
    }
}
