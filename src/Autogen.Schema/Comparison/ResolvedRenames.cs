using Autogen.Schema.Dialects;
using Autogen.Schema.Objects;

namespace Autogen.Schema.Comparison;

/// <summary>The rename hints, found in the two schemas.</summary>
internal sealed class ResolvedRenames
{
    private readonly Dictionary<ObjectName, ObjectName> tables = [];
    private readonly Dictionary<(ObjectName Table, string Column), string> columns = [];

    /// <summary>Whether a table of the database is that table of the model under a new name.</summary>
    public bool Has(Table live, Table model) => tables.TryGetValue(live.Name, out var name) && name == model.Name;

    /// <summary>Whether a column of the database's table is that column of the model under a new name.</summary>
    public bool Has(Table live, Column liveColumn, Column modelColumn)
        => columns.TryGetValue((live.Name, liveColumn.Name), out var name) && string.Equals(name, modelColumn.Name, StringComparison.Ordinal);

    /// <summary>Finds what the hints mean.</summary>
    /// <exception cref="AutogenException">
    /// A hint names what is not there, what is not gone, or what is there already (<see cref="ErrorCode.CommandLine"/>).
    /// </exception>
    public static ResolvedRenames Resolve(RenameHints hints, DatabaseSchema live, DatabaseSchema model, Dialect dialect)
    {
        var renames = new ResolvedRenames();
        var search = new RenameSearch(live, model, dialect);
        var ofColumns = new List<RenameHint>();
        foreach (var hint in hints.Items)
        {
            if (search.LiveTable(hint) is not { } table)
                ofColumns.Add(hint);
            else if (!renames.tables.TryAdd(table.Name, search.ModelTable(hint, table).Name))
                throw RenameSearch.Refusal(hint, $"table '{table.Name}' is renamed twice");
        }

        // A column may be named by its table's old name or by its new one.
        foreach (var hint in ofColumns)
        {
            var (table, column) = search.LiveColumn(hint, renames.tables);
            var newColumn = search.ModelColumn(hint, table, column, renames.tables.GetValueOrDefault(table.Name));
            if (!renames.columns.TryAdd((table.Name, column.Name), newColumn.Name))
                throw RenameSearch.Refusal(hint, $"column '{table.Name}.{column.Name}' is renamed twice");
        }

        foreach (var twice in renames.tables.GroupBy(pair => pair.Value).Where(group => group.Skip(1).Any()))
            throw Contradiction($"tables can't be renamed to '{twice.Key}'", twice.Select(pair => pair.Key.ToString()));

        foreach (var twice in renames.columns.GroupBy(pair => (pair.Key.Table, pair.Value)).Where(group => group.Skip(1).Any()))
            throw Contradiction($"columns of '{twice.Key.Table}' can't be renamed to '{twice.Key.Value}'", twice.Select(pair => pair.Key.Column));

        return renames;
    }

    private static AutogenException Contradiction(string what, IEnumerable<string> names)
        => new(ErrorCode.CommandLine, $"Several {what}: {ObjectText.Quoted(names.Order(StringComparer.Ordinal).ToEquatableList())}. Keep one of these renames.");
}
