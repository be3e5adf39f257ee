using Autogen.Schema.Dialects;
using Autogen.Schema.Objects;

namespace Autogen.Schema.Comparison;

/// <summary>
/// Finds the tables, columns, sequences and labels of enumerated types that rename hints name. Names may hold dots themselves, so a hint is
/// not split at its dots: it is compared with the existing names. A name can be handed on (<c>a=b</c> and <c>b=c</c>) or exchanged
/// (<c>a=b</c> and <c>b=a</c>): what bears it leaves it by a hint of its own. A new object can take the old name, and an old one go for the
/// new name. Names that are one to the database (SQLite's, in another case) may be given as well: they need no operation.
/// </summary>
internal sealed class RenameSearch(DatabaseSchema live, DatabaseSchema model, Dialect dialect, RenameHints hints)
{
    /// <summary>The table of the database that a hint's old name is; <see langword="null"/> where it is no table's.</summary>
    public Table? LiveTable(RenameHint hint)
        => live.Tables.FirstOrDefault(table => hint.Subject is { } subject
            ? subject.Is(ObjectKind.Table, table.Name)
            : Paths(live, table.Name).Contains(hint.Old, StringComparer.Ordinal));

    /// <summary>The table of the model that a hint's new name is.</summary>
    public Table ModelTable(RenameHint hint, Table old)
    {
        if (Find(model, old.Name) is { } same && same.Name != old.Name && Names(same.Name.Name, Paths(model, same.Name), hint.New))
            return same;
        var renamed = model.FindTable(hint.Subject?.NewName ?? old.Name with { Name = hint.New })
            ?? model.Tables.FirstOrDefault(table => Paths(model, table.Name).Contains(hint.New, StringComparer.Ordinal))
            ?? throw Refusal(hint, $"the model has no table '{hint.New}'");
        var already = Find(live, renamed.Name) is { } before && !Others(hint).Any(other => LiveTable(other) == before) ? before : null;
        var still = Find(model, old.Name) is { } after
            && !Others(hint).Any(other => LiveTable(other) is not null && Names(after.Name.Name, Paths(model, after.Name), other.New))
            ? after
            : null;
        RequireFree(hint, "table", (already?.Name.ToString(), renamed.Name.ToString()), (still?.Name.ToString(), old.Name.ToString()));
        return renamed;
    }

    /// <summary>
    /// The object of the database that a hint's old name is, other than a table; <see langword="null"/> where it is no such object's.
    /// </summary>
    public SchemaItem? LiveObject(RenameHint hint)
        => live.Items()
            .Where(item => item.Kind.IsRenamable && item.Value is not Table)
            .Where(item => hint.Subject is { } subject
                ? subject.Is(item.Kind.Value, item.Name)
                : Paths(live, item.Name).Contains(hint.Old, StringComparer.Ordinal))
            .Select(item => (SchemaItem?)item)
            .FirstOrDefault();

    /// <summary>The name in the model, of an object of the same kind, that a hint's new name is.</summary>
    public ObjectName ModelObject(RenameHint hint, SchemaItem old)
    {
        var names = old.Kind.In(model).Select(old.Kind.NameOf).ToList();
        var renamed = names.Find(name => name == (hint.Subject?.NewName ?? old.Name with { Name = hint.New }))
            ?? names.Find(name => Paths(model, name).Contains(hint.New, StringComparer.Ordinal))
            ?? throw Refusal(hint, $"the model has no {old.Kind.Noun} '{hint.New}'");
        var already = live.Has(old.Kind, renamed) && !Others(hint).Any(other => IsOf(other, renamed)) ? renamed : null;
        var still = names.Contains(old.Name)
            && !Others(hint).Any(other => IsOf(other) && Names(old.Name.Name, Paths(model, old.Name), other.New))
            ? old.Name
            : null;
        RequireFree(hint, old.Kind.Noun, (already?.ToString(), renamed.ToString()), (still?.ToString(), old.Name.ToString()));
        return renamed;

        bool IsOf(RenameHint other, ObjectName? name = null)
            => LiveObject(other) is { } found && found.Kind == old.Kind && (name is null || found.Name == name);
    }

    /// <summary>
    /// The label of an enumerated type of the database that a hint's old name is; <see langword="null"/> if it is not one.
    /// </summary>
    public (EnumType Type, string Label)? LiveLabel(RenameHint hint)
        => (from type in live.EnumTypes
            from label in type.Labels
            where hint.Subject is { } subject
                ? subject.Is(ObjectKind.EnumType, type.Name, label)
                : Paths(live, type.Name).Any(path => string.Equals(hint.Old, $"{path}.{label}", StringComparison.Ordinal))
            select ((EnumType, string)?)(type, label)).FirstOrDefault();

    /// <summary>The label of the model that a hint's new name is.</summary>
    public string ModelLabel(RenameHint hint, EnumType type, string label)
    {
        var labels = model.EnumTypes.FirstOrDefault(other => other.Name == type.Name)?.Labels
            ?? throw Refusal(hint, $"the model has no enumerated type '{type.Name}'");
        if (labels.Contains(label, StringComparer.Ordinal))
            throw Refusal(hint, $"the model's '{type.Name}' still has a label '{label}'");

        var renamed = labels.FirstOrDefault(other => string.Equals(other, hint.New, StringComparison.Ordinal))
            ?? labels.FirstOrDefault(
                other => Paths(model, type.Name).Any(path => string.Equals(hint.New, $"{path}.{other}", StringComparison.Ordinal)))
            ?? throw Refusal(hint, $"the model's '{type.Name}' has no label '{hint.New}'");
        return type.Labels.Contains(renamed, StringComparer.Ordinal)
            ? throw Refusal(hint, $"the database's '{type.Name}' already has a label '{renamed}'")
            : renamed;
    }

    /// <summary>The column of the database that a hint's old name is.</summary>
    public (Table Table, Column Column) LiveColumn(RenameHint hint, IReadOnlyDictionary<ObjectName, ObjectName> tables)
    {
        if (hint.Subject is { Part: { } part } subject
            && live.FindTable(subject.Name) is { } owner
            && owner.FindColumn(part) is { } known
            && subject.Is(ObjectKind.Column, owner.Name, part))
            return (owner, known);

        var found = Named(table => Paths(live, table.Name));
        if (found.Count == 0)
            found = Named(table => tables.TryGetValue(table.Name, out var name) ? Paths(model, name) : []);
        return found.Count switch
        {
            1 => found[0],
            0 => throw Refusal(hint, $"the database has no table and no column '{hint.Old}'"),
            _ => throw Refusal(
                hint, $"'{hint.Old}' is a column of several tables: {string.Join(", ", found.Select(item => $"'{item.table.Name}'"))}"),
        };

        List<(Table table, Column column)> Named(Func<Table, IEnumerable<string>> paths) =>
        [
            .. (from table in live.Tables
                from path in paths(table)
                where hint.Old.StartsWith(path + ".", StringComparison.Ordinal)
                let column = table.FindColumn(hint.Old[(path.Length + 1)..])
                where column is not null
                select (table, column)).Distinct(),
        ];
    }

    /// <summary>The column of the model that a hint's new name is.</summary>
    public Column ModelColumn(RenameHint hint, Table table, Column column, ObjectName? newName)
    {
        var modelTable = Find(model, newName ?? table.Name) ?? throw Refusal(hint, $"the model has no table '{table.Name}'");
        List<string> paths = [.. Paths(live, table.Name), .. Paths(model, modelTable.Name)];
        bool IsOf(RenameHint other, string name)
            => paths.Exists(path => string.Equals(other.Old, $"{path}.{name}", StringComparison.Ordinal));
        if (Find(modelTable, column.Name) is { } same
            && !string.Equals(same.Name, column.Name, StringComparison.Ordinal)
            && Names(same.Name, paths.Select(path => $"{path}.{same.Name}"), hint.New))
            return same;
        var renamed = modelTable.FindColumn(hint.New)
            ?? Paths(model, modelTable.Name).Where(path => hint.New.StartsWith(path + ".", StringComparison.Ordinal))
                .Select(path => modelTable.FindColumn(hint.New[(path.Length + 1)..])).FirstOrDefault(found => found is not null)
            ?? throw Refusal(hint, $"the model's table '{modelTable.Name}' has no column '{hint.New}'");
        var already = Find(table, renamed.Name) is { } before && !Others(hint).Any(other => IsOf(other, before.Name))
            ? $"{table.Name}.{before.Name}"
            : null;
        var still = Find(modelTable, column.Name) is { } after
            && !Others(hint).Any(other => table.Columns.Any(left => IsOf(other, left.Name))
                && Names(after.Name, paths.Select(path => $"{path}.{after.Name}"), other.New))
            ? $"{modelTable.Name}.{after.Name}"
            : null;
        RequireFree(hint, "column", (already, $"{table.Name}.{renamed.Name}"), (still, $"{modelTable.Name}.{column.Name}"));
        return renamed;
    }

    /// <summary>The error of a hint that can't be followed.</summary>
    public static AutogenException Refusal(RenameHint hint, string why)
        => new(
            ErrorCode.CommandLine,
            $"The rename '{hint}' can't be done: {why}. Write OLD=NEW with the name in the database first and the "
                + "name in the model second.");

    // Something new may take the old name, and what has the new one may go for it. Where both names are used before and after, nothing says
    // that one object became the other; and names that are one to the database can't change places in it.
    private static void RequireFree(RenameHint hint, string noun, (string? Current, string Name) target, (string? Target, string Name) old)
    {
        if (target.Current is not null && old.Target is not null)
            throw Refusal(
                hint,
                $"the database already has a {noun} '{target.Current}', and the model still has a {noun} '{old.Target}'; "
                    + "to exchange the two names, say both");
        if (target.Current is not null && !string.Equals(target.Current, target.Name, StringComparison.Ordinal))
            throw Refusal(hint, $"the database already has a {noun} '{target.Current}'");
        if (old.Target is not null && !string.Equals(old.Target, old.Name, StringComparison.Ordinal))
            throw Refusal(hint, $"the model still has a {noun} '{old.Target}'");
    }

    private static bool Names(string name, IEnumerable<string> paths, string written)
        => paths.Append(name).Contains(written, StringComparer.Ordinal);

    private IEnumerable<RenameHint> Others(RenameHint hint) => hints.Items.Where(other => other != hint);

    /// <summary>How a person may write a table's name: with its schema, or without it in the default schema.</summary>
    private static IEnumerable<string> Paths(DatabaseSchema schema, ObjectName name)
        => name.Schema is null && schema.DefaultSchema.Value is { } defaultSchema
            ? [name.Name, $"{defaultSchema}.{name.Name}"]
            : [name.ToString()];

    private Table? Find(DatabaseSchema schema, ObjectName name)
        => schema.Tables.FirstOrDefault(table => Same(table.Name.Schema ?? "", name.Schema ?? "") && Same(table.Name.Name, name.Name));

    private Column? Find(Table table, string name) => table.Columns.FirstOrDefault(column => Same(column.Name, name));

    private bool Same(string one, string other) => string.Equals(one, other, StringComparison.Ordinal) || dialect.SameName(one, other);
}
