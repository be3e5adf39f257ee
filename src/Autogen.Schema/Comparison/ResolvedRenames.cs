using Autogen.Schema.Dialects;
using Autogen.Schema.Objects;

namespace Autogen.Schema.Comparison;

/// <summary>The rename hints, found in the two schemas.</summary>
internal sealed class ResolvedRenames
{
    private readonly Dictionary<ObjectName, ObjectName> tables = [];
    private readonly Dictionary<(ObjectName Table, string Column), string> columns = [];
    private readonly Dictionary<(ObjectKind Kind, ObjectName Name), ObjectName> others = [];
    private readonly Dictionary<ObjectName, List<LabelRename>> labels = [];

    /// <summary>Whether a table, a column or another object has a new name.</summary>
    public bool Any => tables.Count + columns.Count + others.Count != 0;

    /// <summary>Whether a table of the database is that table of the model under a new name.</summary>
    public bool Has(Table live, Table model) => tables.TryGetValue(live.Name, out var name) && name == model.Name;

    /// <summary>Whether a table of the database has another name in the model.</summary>
    public bool IsRenamed(Table live) => tables.ContainsKey(live.Name);

    /// <summary>Whether a column of the database has another name in the model.</summary>
    public bool IsRenamed(Table live, Column column) => columns.ContainsKey((live.Name, column.Name));

    /// <summary>Whether a column of the database's table is that column of the model under a new name.</summary>
    public bool Has(Table live, Column liveColumn, Column modelColumn)
        => columns.TryGetValue((live.Name, liveColumn.Name), out var name)
            && string.Equals(name, modelColumn.Name, StringComparison.Ordinal);

    /// <summary>Whether an object of the database, other than a table, is that object of the model under a new name.</summary>
    public bool Has(ObjectKind kind, ObjectName live, ObjectName model) => others.TryGetValue((kind, live), out var name) && name == model;

    /// <summary>Whether an expression may name a sequence that gets another name, or one whose name another sequence gets.</summary>
    public bool MayNameARenamedSequence(SqlExpression expression)
        => others.Where(pair => pair.Key.Kind == ObjectKind.Sequence)
            .SelectMany(pair => new[] { pair.Key.Name.Name, pair.Value.Name })
            .Any(name => SqlReferences.MayName(expression.Text, name));

    /// <summary>The labels of an enumerated type that have a new name.</summary>
    public EquatableList<LabelRename> Of(ObjectName enumType)
        => labels.TryGetValue(enumType, out var renames) ? renames.ToEquatableList() : [];

    /// <summary>Finds what the hints mean.</summary>
    /// <exception cref="AutogenException">
    /// A hint names what does not exist, what is not gone, or what exists already (<see cref="ErrorCode.CommandLine"/>).
    /// </exception>
    public static ResolvedRenames Resolve(RenameHints hints, DatabaseSchema live, DatabaseSchema model, Dialect dialect)
    {
        var renames = new ResolvedRenames();
        var search = new RenameSearch(live, model, dialect, hints);
        var ofColumns = new List<RenameHint>();
        foreach (var hint in hints.Items)
        {
            if (search.LiveTable(hint) is { } table)
                AddOnce(renames.tables, hint, table.Name, search.ModelTable(hint, table).Name, SchemaItem.Of(table));
            else if (search.LiveObject(hint) is { } item)
                AddOnce(renames.others, hint, (item.Kind.Value, item.Name), search.ModelObject(hint, item), item);
            else if (search.LiveLabel(hint) is { } label)
                renames.AddLabel(hint, label.Type, new LabelRename(label.Label, search.ModelLabel(hint, label.Type, label.Label)));
            else
                ofColumns.Add(hint);
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
            throw Contradiction(
                $"columns of '{twice.Key.Table}' can't be renamed to '{twice.Key.Value}'", twice.Select(pair => pair.Key.Column));

        foreach (var twice in renames.others.GroupBy(pair => (pair.Key.Kind, pair.Value)).Where(group => group.Skip(1).Any()))
            throw Contradiction(
                $"{Kinds.NounOf(twice.Key.Kind)}s can't be renamed to '{twice.Key.Value}'", twice.Select(pair => pair.Key.Name.ToString()));

        return renames;
    }

    private static void AddOnce<TKey>(Dictionary<TKey, ObjectName> names, RenameHint hint, TKey old, ObjectName renamed, SchemaItem item)
        where TKey : notnull
    {
        if (!names.TryAdd(old, renamed))
            throw RenameSearch.Refusal(hint, $"{item.Kind.Noun} '{item.Name}' is renamed twice");
    }

    private void AddLabel(RenameHint hint, EnumType type, LabelRename rename)
    {
        var ofType = labels.TryGetValue(type.Name, out var found) ? found : labels[type.Name] = [];
        if (ofType.Exists(other => string.Equals(other.Old, rename.Old, StringComparison.Ordinal)))
            throw RenameSearch.Refusal(hint, $"label '{rename.Old}' of '{type.Name}' is renamed twice");
        if (ofType.Exists(other => string.Equals(other.New, rename.New, StringComparison.Ordinal)))
            throw RenameSearch.Refusal(hint, $"another label of '{type.Name}' is renamed to '{rename.New}'");
        ofType.Add(rename);
    }

    private static AutogenException Contradiction(string what, IEnumerable<string> names)
        => new(
            ErrorCode.CommandLine,
            $"Several {what}: {ObjectText.Quoted(names.Order(StringComparer.Ordinal).ToEquatableList())}. Keep one of these renames.");
}
