using Autogen.Operations;
using Microsoft.EntityFrameworkCore.Migrations.Operations;

namespace Autogen.Statements.PostgreSql;

// Types, collations, extensions and schemas.
internal sealed partial class PostgreSqlStatementGenerator
{
    private string? TypeSql(MigrationOperation operation) => operation switch
    {
        CreateEnumOperation create => $"CREATE TYPE {Name(create)} AS ENUM ({List(create.Values.Select(Literal))});",
        AddEnumValueOperation add
            => $"ALTER TYPE {Name(add)} ADD VALUE {Literal(add.Value)}"
                + (add.Before is { } next ? $" BEFORE {Literal(next)};" : add.After is { } previous ? $" AFTER {Literal(previous)};" : ";"),
        RenameEnumValueOperation rename
            => $"ALTER TYPE {Name(rename)} RENAME VALUE {Literal(rename.Value)} TO {Literal(rename.NewValue)};",
        CreateRangeTypeOperation create => $"CREATE TYPE {Name(create)} AS RANGE ({create.Definition});",
        RenameTypeOperation rename => string.Join('\n', Rename(rename)),
        DropTypeOperation drop => $"DROP TYPE {Name(drop)};",
        CreateCollationOperation create => $"CREATE COLLATION {Name(create)} ({create.Definition});",
        DropCollationOperation drop => $"DROP COLLATION {Name(drop)};",
        CreateExtensionOperation create
            => $"CREATE EXTENSION IF NOT EXISTS {Quote(create.Name)}"
                + (create.Schema is { } schema ? $" SCHEMA {Quote(schema)}" : "")
                + (create.Version is { } version ? $" VERSION {Quote(version)}" : "")
                + " CASCADE;",
        DropExtensionOperation drop => $"DROP EXTENSION {Quote(drop.Name)};",
        RenameSchemaOperation rename => $"ALTER SCHEMA {Quote(rename.Name)} RENAME TO {Quote(rename.NewName)};",
        RequireDefaultSchemaOperation require => RequireDefaultSchema(Literal(require.Name)),
        _ => null,
    };

    private static string RequireDefaultSchema(string schema) => AnonymousBlock.Do($"""
        BEGIN
            IF (pg_catalog.current_schema()::pg_catalog.text OPERATOR(pg_catalog.=) {schema}) IS NOT TRUE THEN
                RAISE EXCEPTION 'This revision is written for tables in schema %, but names without a schema mean % here. Set search_path for this database, role or connection (ALTER DATABASE … SET search_path = …).', {schema}, COALESCE(pg_catalog.current_schema()::pg_catalog.text, 'nothing');
            END IF;
        END
        """);

    private string Name(NamedStatementOperation operation) => Quote(operation.Schema, operation.Name);

    private IEnumerable<string> Rename(RenameTypeOperation rename)
    {
        var name = rename.NewName ?? rename.Name;
        if (!string.Equals(name, rename.Name, StringComparison.Ordinal))
            yield return $"ALTER TYPE {Name(rename)} RENAME TO {Quote(name)};";
        if (rename.NewSchema is { } schema && !string.Equals(schema, rename.Schema, StringComparison.Ordinal))
            yield return $"ALTER TYPE {Quote(rename.Schema, name)} SET SCHEMA {Quote(schema)};";
    }
}
