using Autogen.Schema.Dialects;
using Autogen.Schema.Objects;

namespace Autogen.Design.Models.Moving;

/// <summary>
/// The tables of a database, and those of the model that they are; tables and columns that the model has no longer are gone.
/// </summary>
internal sealed class LiveTables
{
    private readonly Dictionary<ObjectName, SeededTable> byModel = [];
    private readonly Dictionary<ObjectName, SeededTable> byLive = [];

    private readonly Dialect dialect;

    /// <summary>Pairs them.</summary>
    public LiveTables(Dialect dialect, DatabaseSchema current, DatabaseSchema target, RenamedParts renames)
    {
        this.dialect = dialect;
        foreach (var pair in current.Tables.Select(table => SeededTable.Of(renames, table, target)))
        {
            byLive[pair.Live.Name] = pair;
            if (pair.Target is { } table)
                byModel[table.Name] = pair;
        }

        Gone = [.. byLive.Values.Where(pair => pair.Target is null).Select(pair => pair.Live).OrderBy(table => table.Name)];
    }

    /// <summary>The tables that the model has no longer.</summary>
    public IReadOnlyList<Table> Gone { get; }

    /// <summary>The database's table; <see langword="null"/> for a new one.</summary>
    public Table? Of(ObjectName? model) => model is not null && byModel.TryGetValue(model, out var pair) ? pair.Live : null;

    /// <summary>The database's name of a column of the model; <see langword="null"/> for a new one.</summary>
    public string? ColumnOf(ObjectName model, string column)
        => byModel.TryGetValue(model, out var pair) ? pair.LiveColumn(column)?.Name : null;

    /// <summary>Whether the model has the column no longer.</summary>
    public bool IsGone(Table table, string column) => byLive[table.Name].ModelName(column) is null;

    /// <summary>Whether EF Core may keep JSON documents in a column of a type.</summary>
    public bool MayHoldDocuments(StoreType type) => dialect.Documents?.MayBeIn(type) == true;

    /// <summary>The tables whose whole primary key refers to the primary key of another one.</summary>
    public IEnumerable<Table> GoneThatExtend(Table table) => Gone.Where(other => Extends(other, table));

    /// <summary>Whether the primary key of a table refers to that of another one.</summary>
    public static bool Extends(Table table, Table other)
        => table.Name != other.Name
            && table.PrimaryKey is { } key
            && other.PrimaryKey is { } principal
            && table.ForeignKeys.Any(reference => reference.PrincipalTable == other.Name
                && reference.Columns.Count == key.Columns.Count
                && reference.Columns.All(column => key.Columns.Contains(column, StringComparer.Ordinal))
                && reference.PrincipalColumns.All(column => principal.Columns.Contains(column, StringComparer.Ordinal)));
}
