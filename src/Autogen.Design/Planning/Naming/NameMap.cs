using Autogen.Schema.Comparison;
using Autogen.Schema.Objects;

namespace Autogen.Design.Planning.Naming;

/// <summary>What is called how before and after the plan: the renames of a diff, both ways.</summary>
internal sealed class NameMap
{
    private readonly Dictionary<ObjectName, ObjectName> currentTable = [];
    private readonly Dictionary<ObjectName, ObjectName> targetTable = [];
    private readonly Dictionary<(ObjectName Table, string Column), string> currentColumn = [];
    private readonly Dictionary<(ObjectName Table, string Column), string> targetColumn = [];

    /// <summary>Collects the renames of tables and columns.</summary>
    public NameMap(SchemaDiff diff)
    {
        foreach (var table in diff.Changes.OfType<Altered<Table>>().Where(change => change.Current.Name != change.Target.Name))
        {
            currentTable[table.Target.Name] = table.Current.Name;
            targetTable[table.Current.Name] = table.Target.Name;
        }

        foreach (var column in diff.Changes.OfType<Altered<Column>>())
        {
            if (column.Table is null || string.Equals(column.Current.Name, column.Target.Name, StringComparison.Ordinal))
                continue;
            currentColumn[(column.Table, column.Target.Name)] = column.Current.Name;
            targetColumn[(column.Table, column.Current.Name)] = column.Target.Name;
        }

        // A table can't have the name of an index, either.
        var takenTables = diff.Current.Tables
            .SelectMany(table => table.Indexes.Select(index => table.Name with { Name = index.Name }).Append(table.Name))
            .ToHashSet();
        HasConflicts = currentTable.Keys.Any(takenTables.Contains)
            || currentColumn.Keys.Any(key => diff.Current.FindTable(CurrentTable(key.Table))?.FindColumn(key.Column) is not null);

        // What goes while another column gets its name has a name of its own in the diff.
        foreach (var going in diff.Changes.OfType<Removed<Column>>()
            .Where(change => change.Table is not null && currentColumn.ContainsKey((change.Table, change.Item.Name)))
            .ToList())
        {
            if (going.Table is { } table
                && diff.Current.FindTable(CurrentTable(table)) is { } current
                && diff.Target.FindTable(table) is { } target)
            {
                var name = Vocabulary.NameOfGoing(current, target, going.Item.Name);
                currentColumn[(table, name)] = going.Item.Name;
                targetColumn[(table, going.Item.Name)] = name;
            }
        }
    }

    /// <summary>Whether a target name is still borne by something else, so that a rename must wait.</summary>
    public bool HasConflicts { get; }

    /// <summary>The table's present name.</summary>
    public ObjectName CurrentTable(ObjectName target) => currentTable.GetValueOrDefault(target, target);

    /// <summary>The table's name when all is done.</summary>
    public ObjectName TargetTable(ObjectName current) => targetTable.GetValueOrDefault(current, current);

    /// <summary>The column's present name; the table by its wanted one.</summary>
    public string CurrentColumn(ObjectName table, string target) => currentColumn.GetValueOrDefault((table, target), target);

    /// <summary>The column's name when all is done; the table by its wanted one.</summary>
    public string TargetColumn(ObjectName table, string current) => targetColumn.GetValueOrDefault((table, current), current);

    /// <summary>The columns' names when all is done; the table by its wanted one.</summary>
    public EquatableList<string> TargetColumns(ObjectName table, IEnumerable<string> current)
        => current.Select(column => TargetColumn(table, column)).ToEquatableList();
}
