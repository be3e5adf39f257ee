using Autogen.Schema.Comparison;
using Autogen.Schema.Dialects;
using Autogen.Schema.Objects;

namespace Autogen.Design.Ownership;

/// <summary>Which part of a database the tool answers for.</summary>
/// <param name="Settings">What the configuration says.</param>
/// <param name="OwnTables">
/// The version table, the log, and EF Core's history, with the default schema named or not: never compared, never listed.
/// </param>
internal sealed record Scope(ScopeSettings Settings, IReadOnlyCollection<ObjectName> OwnTables)
{
    /// <summary>Leaves out of both schemas what the configuration excludes, and the tool's own tables.</summary>
    public DatabaseSchema Narrow(DatabaseSchema schema)
        => schema.Where(item => item.Value switch
        {
            Table table => !IsOwn(schema, table.Name) && Includes(schema, table.Name),
            View view => Includes(schema, view.Name),
            string name => IncludesSchema(schema, name),
            _ => item.Kind.IsOfDatabase || IncludesSchema(schema, item.Schema),
        });

    /// <summary>
    /// Takes out of what exists all that is neither wanted nor made by a revision: it belongs to somebody else, and is left alone.
    /// </summary>
    /// <param name="current">What is there, of what counts.</param>
    /// <param name="target">What the model wants.</param>
    /// <param name="created">What revisions made.</param>
    /// <param name="renames">What was renamed.</param>
    /// <param name="dialect">How the database spells names.</param>
    /// <param name="all">All that exists, also what does not count; <see langword="null"/> where all counts.</param>
    /// <returns>What is left, and the names of the tables that were taken out.</returns>
    public (DatabaseSchema Current, IReadOnlyList<ObjectName> Unmanaged) LeaveAlone(
        DatabaseSchema current,
        DatabaseSchema target,
        CreatedObjects created,
        RenameHints renames,
        Dialect dialect,
        DatabaseSchema? all = null)
    {
        bool IsWanted(ObjectName name) => target.FindTable(name) is not null
            || target.Tables.Any(table => string.Equals(table.Name.Schema, name.Schema, StringComparison.Ordinal)
                && dialect.SameName(name.Name, table.Name.Name));
        bool IsManagedTable(Table table)
            => IsWanted(table.Name)
                || created.Has(table)
                || renames.Mention(table.Name, current.DefaultSchema.Value)
                || (Settings.DropUnmanagedTables && !HistoryTable.Is(table) && !IsHistory(table.Name));

        // What a revision made and the model does not name may still be what the model's columns are made of: a type given by
        // its name, a default that is SQL.
        var used = new UsedObjects(target.Tables, current.DefaultSchema.Value);
        var wanted = target.Items().Select(item => (item.Kind, item.Name)).ToHashSet();
        bool IsManaged(SchemaItem item) => item.Value switch
        {
            Table table => IsManagedTable(table),
            View or string => true,
            _ => wanted.Contains((item.Kind, item.Name))
                || (created.Has(item) && !used.Has(item))
                || (item.Kind.IsRenamable && renames.Mention(item.Name, current.DefaultSchema.Value)),
        };
        var managed = current.Where(IsManaged);
        var unmanaged = current.Tables.Except(managed.Tables)
            .Where(table => !HistoryTable.Is(table))
            .Select(table => table.Name)
            .Order()
            .ToList();

        // A schema in which somebody else's object lives is not dropped, whoever made it; nor is one in which
        // something lives that does not count.
        var inhabited = (all ?? current).Items().Where(item => !item.Kind.IsOfDatabase).Select(item => item.Name)
            .Except(managed.Items().Where(item => CreatedObjects.IsReplayed(item.Kind)).Select(item => item.Name))
            .Select(name => name.Schema)
            .ToHashSet(StringComparer.Ordinal);
        var schemas = current.Schemas.Where(schema => target.Schemas.Contains(schema, StringComparer.Ordinal)
            || (created.HasSchema(schema) && !inhabited.Contains(schema)));
        return (managed with { Schemas = schemas.ToEquatableList() }, unmanaged);
    }

    /// <summary>A model without the schemas in which nothing of it is left: they are there for what is excluded.</summary>
    public static DatabaseSchema WithoutEmptySchemas(DatabaseSchema model)
    {
        var inhabited = model.Items().Select(item => item.Schema).ToHashSet(StringComparer.Ordinal);
        return model with { Schemas = model.Schemas.Where(inhabited.Contains).ToEquatableList() };
    }

    /// <summary>
    /// Whether a table keeps what was applied to a database: another tool's by its default name, or this tool's for another schema.
    /// </summary>
    public bool IsHistory(ObjectName table)
        => HistoryTables.Has(table) || OwnTables.Any(own => string.Equals(own.Name, table.Name, StringComparison.Ordinal));

    private bool IsOwn(DatabaseSchema schema, ObjectName name)
        => OwnTables.Contains(name) || (name.Schema is null && OwnTables.Contains(name with { Schema = schema.DefaultSchema.Value }));

    /// <summary>Whether a table or view counts.</summary>
    public bool Includes(DatabaseSchema schema, ObjectName name)
        => IncludesSchema(schema, name.Schema)
            && (Settings.IncludeTables.Count == 0 || Matches(Settings.IncludeTables, schema, name))
            && !Matches(Settings.ExcludeTables, schema, name);

    private static bool Matches(IReadOnlyList<string> patterns, DatabaseSchema schema, ObjectName name)
        => patterns.Any(pattern => TablePattern.Matches(pattern, name, schema.DefaultSchema.Value));

    /// <summary>Whether a schema counts; a database without schemas (SQLite) has nothing outside of those that are listed.</summary>
    public bool IncludesSchema(DatabaseSchema schema, string? name)
        => Settings.Schemas.Count == 0
            || (name ?? schema.DefaultSchema.Value) is not { } own
            || Settings.Schemas.Contains(own, StringComparer.Ordinal);
}

/// <summary>What the configuration says of the scope.</summary>
internal sealed record ScopeSettings
{
    /// <summary>The only schemas to look at; empty for all.</summary>
    public IReadOnlyList<string> Schemas { get; init; } = [];

    /// <summary>The only tables and views to look at; empty for all.</summary>
    public IReadOnlyList<string> IncludeTables { get; init; } = [];

    /// <summary>Tables that are left alone, even if they are included: <c>audit_*</c>, <c>legacy.*</c>.</summary>
    public IReadOnlyList<string> ExcludeTables { get; init; } = [];

    /// <summary>Whether tables that neither the model nor a revision knows are dropped.</summary>
    public bool DropUnmanagedTables { get; init; }
}
