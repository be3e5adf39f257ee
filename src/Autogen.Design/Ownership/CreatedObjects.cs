using Autogen.Design.Providers;
using Autogen.Operations;
using Autogen.Schema.Dialects;
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
    private readonly string? defaultSchema;
    private readonly Dialect? dialect;
    private readonly CreatedParts parts;
    private readonly HashSet<ObjectName> tables = [];
    private readonly HashSet<ObjectName> sequences = [];
    private readonly HashSet<ObjectName> types = [];
    private readonly HashSet<ObjectName> collations = [];
    private readonly HashSet<string> schemas = new(StringComparer.Ordinal);

    /// <summary>Nothing created yet.</summary>
    /// <param name="defaultSchema">The schema that a name without one is in.</param>
    /// <param name="dialect">The database, which may ignore schemas that operations name; <see langword="null"/> where none is.</param>
    public CreatedObjects(string? defaultSchema, Dialect? dialect = null)
    {
        this.defaultSchema = defaultSchema;
        this.dialect = dialect;
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
    public static bool IsReplayed(Kind kind) => kind.Value is ObjectKind.Table || kind.Use != default;

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
                    types.Remove(name);
                foreach (var name in EnumNames(alter.GetAnnotations()))
                    types.Add(name);
                break;
            case CreateEnumOperation create:
                types.Add(Name(create.Schema, create.Name));
                break;
            case DropTypeOperation drop:
                types.Remove(Name(drop.Schema, drop.Name));
                break;
            case RenameTypeOperation rename:
                Rename(types, Name(rename.Schema, rename.Name), Name(rename.NewSchema ?? rename.Schema, rename.NewName ?? rename.Name));
                break;
            case CreateRangeTypeOperation create:
                types.Add(Name(create.Schema, create.Name));
                break;
            case CreateCollationOperation create:
                collations.Add(Name(create.Schema, create.Name));
                break;
            case DropCollationOperation drop:
                collations.Remove(Name(drop.Schema, drop.Name));
                break;
            case CreateTypedSequenceOperation create:
                sequences.Add(Name(create.Schema, create.Name));
                break;
            default:
                ReplaySql(operation as SqlOperation);
                break;
        }
    }

    // Statements of an author count like operations; revisions of version 0.1.0 have such of this tool, too.
    private void ReplaySql(SqlOperation? operation)
    {
        if (operation is null || OwnedStatement.Read(operation.Sql) is not { } statement)
            return;

        if (!AdoptedOperations.Has(operation))
            parts.Replay(statement);
        var (name, newName) = (Name(statement.Name.Schema, statement.Name.Name), statement.NewName);
        var names = statement.Kind switch
        {
            OwnedStatement.Kinds.EnumType => types,
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

    private HashSet<ObjectName>? NamesOf(Kind kind) => (kind.Value, kind.Use) switch
    {
        (ObjectKind.Table, _) => tables,
        (_, TableUse.Values) => sequences,
        (_, TableUse.Type) => types,
        (_, TableUse.Collation) => collations,
        _ => null,
    };

    private IEnumerable<ObjectName> EnumNames(IEnumerable<Microsoft.EntityFrameworkCore.Infrastructure.IAnnotation> annotations)
        => AllProviders.EnumTypes(annotations).Select(type => Name(type.Name.Schema, type.Name.Name));

    private ObjectName Name(string? schema, string name)
        => new(
            string.Equals(schema, defaultSchema, StringComparison.Ordinal) ? null
                : dialect is null ? schema : dialect.SchemaOf(schema),
            name);

    private static void Rename(HashSet<ObjectName> names, ObjectName old, ObjectName renamed)
    {
        if (names.Remove(old))
            names.Add(renamed);
    }
}
