using Autogen.Schema.Comparison;
using Autogen.Schema.Objects;

namespace Autogen.Design.Planning;

/// <summary>What is called how before and after the plan: the renames of a diff, both ways.</summary>
internal sealed class NameMap
{
    private readonly Dictionary<ObjectName, ObjectName> tableThere = [];
    private readonly Dictionary<ObjectName, ObjectName> tableWanted = [];
    private readonly Dictionary<(ObjectName Table, string Column), string> columnThere = [];
    private readonly Dictionary<(ObjectName Table, string Column), string> columnWanted = [];

    /// <summary>Collects the renames of tables and columns.</summary>
    public NameMap(SchemaDiff diff)
    {
        foreach (var table in diff.Changes.OfType<Altered<Table>>().Where(change => change.There.Name != change.Wanted.Name))
        {
            tableThere[table.Wanted.Name] = table.There.Name;
            tableWanted[table.There.Name] = table.Wanted.Name;
        }

        foreach (var column in diff.Changes.OfType<Altered<Column>>())
        {
            if (column.Table is null || string.Equals(column.There.Name, column.Wanted.Name, StringComparison.Ordinal))
                continue;
            columnThere[(column.Table, column.Wanted.Name)] = column.There.Name;
            columnWanted[(column.Table, column.There.Name)] = column.Wanted.Name;
        }

        // A table can't have the name of an index, either.
        var takenTables = diff.There.Tables
            .SelectMany(table => table.Indexes.Select(index => table.Name with { Name = index.Name }).Append(table.Name))
            .ToHashSet();
        HasConflicts = tableThere.Keys.Any(takenTables.Contains)
            || columnThere.Keys.Any(key => diff.There.FindTable(TableThere(key.Table))?.FindColumn(key.Column) is not null);

        // What goes while another column gets its name has a name of its own in the diff.
        foreach (var going in diff.Changes.OfType<Removed<Column>>()
            .Where(change => change.Table is not null && columnThere.ContainsKey((change.Table, change.Item.Name)))
            .ToList())
        {
            if (going.Table is { } table
                && diff.There.FindTable(TableThere(table)) is { } there
                && diff.Wanted.FindTable(table) is { } wanted)
            {
                var name = Vocabulary.NameOfGoing(there, wanted, going.Item.Name);
                columnThere[(table, name)] = going.Item.Name;
                columnWanted[(table, going.Item.Name)] = name;
            }
        }
    }

    /// <summary>Whether a wanted name is still borne by something else, so that a rename must wait.</summary>
    public bool HasConflicts { get; }

    /// <summary>The table's present name.</summary>
    public ObjectName TableThere(ObjectName wanted) => tableThere.GetValueOrDefault(wanted, wanted);

    /// <summary>The table's name when all is done.</summary>
    public ObjectName TableWanted(ObjectName there) => tableWanted.GetValueOrDefault(there, there);

    /// <summary>The column's present name; the table by its wanted one.</summary>
    public string ColumnThere(ObjectName table, string wanted) => columnThere.GetValueOrDefault((table, wanted), wanted);

    /// <summary>The column's name when all is done; the table by its wanted one.</summary>
    public string ColumnWanted(ObjectName table, string there) => columnWanted.GetValueOrDefault((table, there), there);

    /// <summary>The columns' names when all is done; the table by its wanted one.</summary>
    public EquatableList<string> ColumnsWanted(ObjectName table, IEnumerable<string> there)
        => there.Select(column => ColumnWanted(table, column)).ToEquatableList();
}
