using Autogen.Schema.Objects;
using Autogen.Upgrading;
using Microsoft.EntityFrameworkCore.Migrations.Operations;

namespace Autogen.Design.Ownership;

/// <summary>
/// What the applied revisions have created and not dropped again, found by replaying their operations in memory. Only such objects may be
/// dropped because the model no longer knows them; everything else belongs to somebody else.
/// </summary>
internal sealed class CreatedObjects
{
    private const string EnumAnnotation = "Npgsql:Enum:";

    private readonly string? defaultSchema;
    private readonly bool hasSchemas;
    private readonly CreatedParts parts;
    private readonly HashSet<ObjectName> tables = [];
    private readonly HashSet<ObjectName> sequences = [];
    private readonly HashSet<ObjectName> enumTypes = [];
    private readonly HashSet<string> schemas = new(StringComparer.Ordinal);

    /// <summary>Nothing created yet.</summary>
    /// <param name="defaultSchema">The schema that a name without one is in.</param>
    /// <param name="hasSchemas">Whether the database has schemas; SQLite ignores those that operations name.</param>
    public CreatedObjects(string? defaultSchema, bool hasSchemas = true)
    {
        this.defaultSchema = defaultSchema;
        this.hasSchemas = hasSchemas;
        Rows = new RevisionRows(Name);
        parts = new CreatedParts(Name);
    }

    /// <summary>The rows that revisions inserted.</summary>
    public RevisionRows Rows { get; }

    /// <summary>Whether a revision created that table.</summary>
    public bool Has(Table table) => tables.Contains(table.Name);

    /// <summary>Whether a revision gave that name to a constraint or an index of that table.</summary>
    public bool Has(ObjectName table, string part) => parts.Has(table, part);

    /// <summary>Whether a revision created that object, which is in a schema.</summary>
    public bool Has(SchemaItem item) => NamesOf(item.Kind)?.Contains(item.Name) == true;

    /// <summary>
    /// Whether operations tell which objects of the kind a revision created. Objects of other kinds are never dropped because the model
    /// no longer knows them.
    /// </summary>
    public static bool IsReplayed(Kind kind) => kind.Value is ObjectKind.Table or ObjectKind.Sequence or ObjectKind.EnumType;

    /// <summary>Whether a revision created that schema.</summary>
    public bool HasSchema(string schema) => schemas.Contains(schema);

    /// <summary>Does to the sets what the operations do to a database.</summary>
    public void Replay(IEnumerable<MigrationOperation> operations)
    {
        foreach (var operation in operations)
            Replay(operation);
    }

    private void Replay(MigrationOperation operation)
    {
        Rows.Replay(operation);
        if (!AdoptedOperations.Has(operation))
            parts.Replay(operation);
        switch (operation)
        {
            case CreateTableOperation create:
                tables.Add(Name(create.Schema, create.Name));
                break;
            case DropTableOperation drop:
                tables.Remove(Name(drop.Schema, drop.Name));
                break;
            case RenameTableOperation rename:
                Rename(tables, Name(rename.Schema, rename.Name), Name(rename.NewSchema ?? rename.Schema, rename.NewName ?? rename.Name));
                break;
            case CreateSequenceOperation create:
                sequences.Add(Name(create.Schema, create.Name));
                break;
            case DropSequenceOperation drop:
                sequences.Remove(Name(drop.Schema, drop.Name));
                break;
            case RenameSequenceOperation rename:
                Rename(sequences, Name(rename.Schema, rename.Name), Name(rename.NewSchema ?? rename.Schema, rename.NewName ?? rename.Name));
                break;
            case EnsureSchemaOperation ensure:
                schemas.Add(ensure.Name);
                break;
            case DropSchemaOperation drop:
                schemas.Remove(drop.Name);
                break;
            case AlterDatabaseOperation alter:
                foreach (var name in EnumNames(alter.OldDatabase.GetAnnotations()))
                    enumTypes.Remove(name);
                foreach (var name in EnumNames(alter.GetAnnotations()))
                    enumTypes.Add(name);
                break;
            default:
                ReplaySql(operation as SqlOperation);
                break;
        }
    }

    // What EF Core has no operation for is done by SQL that this tool wrote; a hand-written statement of the same form counts, too.
    private void ReplaySql(SqlOperation? operation)
    {
        if (operation is null || OwnedStatement.Read(operation.Sql) is not { } statement)
            return;

        if (!AdoptedOperations.Has(operation))
            parts.Replay(statement);
        var (name, newName) = (Name(statement.Name.Schema, statement.Name.Name), statement.NewName);
        var names = statement.Kind switch
        {
            OwnedStatement.Kinds.EnumType => enumTypes,
            OwnedStatement.Kinds.Sequence => sequences,
            OwnedStatement.Kinds.Table => tables,
            _ => null,
        };
        switch (statement.Verb)
        {
            case OwnedStatement.Verbs.Create:
                names?.Add(name);
                break;
            case OwnedStatement.Verbs.Drop:
                names?.Remove(name);
                break;
            case OwnedStatement.Verbs.Rename when names is not null && newName is not null:
                Rename(names, name, name with { Name = newName });
                break;
            case OwnedStatement.Verbs.Move when names is not null && newName is not null:
                Rename(names, name, Name(newName, name.Name));
                break;
        }
    }

    private HashSet<ObjectName>? NamesOf(Kind kind) => kind.Value switch
    {
        ObjectKind.Table => tables,
        ObjectKind.Sequence => sequences,
        ObjectKind.EnumType => enumTypes,
        _ => null,
    };

    private IEnumerable<ObjectName> EnumNames(IEnumerable<Microsoft.EntityFrameworkCore.Infrastructure.IAnnotation> annotations)
        => annotations
            .Where(annotation => annotation.Name.StartsWith(EnumAnnotation, StringComparison.Ordinal))
            .Select(annotation => annotation.Name[EnumAnnotation.Length..].Split('.', 2))
            .Select(parts => parts.Length == 2 ? Name(parts[0], parts[1]) : Name(null, parts[0]));

    private ObjectName Name(string? schema, string name)
        => new(!hasSchemas || string.Equals(schema, defaultSchema, StringComparison.Ordinal) ? null : schema, name);

    private static void Rename(HashSet<ObjectName> names, ObjectName old, ObjectName renamed)
    {
        if (names.Remove(old))
            names.Add(renamed);
    }
}
