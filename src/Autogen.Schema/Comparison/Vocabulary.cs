using Autogen.Schema.Dialects;
using Autogen.Schema.Objects;

namespace Autogen.Schema.Comparison;

/// <summary>
/// Target names of the current tables and columns. Keys, indexes and expressions are compared in the
/// words of the latter: when a column is renamed, all that refers to it follows by itself and is no difference.
/// </summary>
internal sealed class Vocabulary(Dialect dialect)
{
    private readonly Dictionary<ObjectName, ObjectName> tables = [];
    private readonly Dictionary<ObjectName, Dictionary<string, string>> columns = [];
    private readonly Dictionary<ObjectName, Dictionary<string, string>> spellings = [];

    /// <summary>Learns the names of a table and its columns.</summary>
    public void Learn(Table current, Table target, IEnumerable<(Column Current, Column Target)> pairs)
    {
        if (current.Name != target.Name)
            tables[current.Name] = target.Name;

        foreach (var (old, renamed) in pairs)
        {
            if (string.Equals(old.Name, renamed.Name, StringComparison.Ordinal))
                continue;

            Of(columns, current.Name)[old.Name] = renamed.Name;
            Of(spellings, target.Name)[renamed.Name] = renamed.Name;
        }

        if (!columns.TryGetValue(current.Name, out var names))
            return;
        var given = names.Values.ToHashSet(StringComparer.Ordinal);
        foreach (var going in current.Columns.Where(column => given.Contains(column.Name) && !names.ContainsKey(column.Name)))
            names[going.Name] = NameOfGoing(current, target, going.Name);
    }

    /// <summary>
    /// Gives dropped tables a placeholder when their name is reused: references to a dropped table
    /// must not be taken for what will refer to the other.
    /// </summary>
    public void LearnGoing(IEnumerable<Table> going)
    {
        var given = tables.Values.ToHashSet();
        foreach (var table in going.Where(table => given.Contains(table.Name)))
            tables[table.Name] = table.Name with { Name = Going(table.Name.Name, name => given.Contains(table.Name with { Name = name })) };
    }

    /// <summary>What the comparison calls a dropped column while another one of its table gets its name.</summary>
    public static string NameOfGoing(Table current, Table target, string column)
        => Going(column, name => current.FindColumn(name) is not null || target.FindColumn(name) is not null);

    private static string Going(string name, Func<string, bool> isTaken)
    {
        do
            name += " (old)";
        while (isTaken(name));
        return name;
    }

    /// <summary>The current schema in the words of the target schema; tables and columns keep their own names.</summary>
    public DatabaseSchema Translate(DatabaseSchema current)
        => tables.Count == 0 && columns.Count == 0 ? current : current with { Tables = current.Tables.Select(Translate).ToEquatableList() };

    /// <summary>
    /// The target schema, its expressions spelt as those of the other schema are after their
    /// translation: renamed columns in quotes.
    /// </summary>
    public DatabaseSchema Spell(DatabaseSchema target)
        => spellings.Count == 0
            ? target
            : target with
            {
                Tables = target.Tables
                    .Select(table => spellings.TryGetValue(table.Name, out var names) ? RenameInExpressions(table, names) : table)
                    .ToEquatableList(),
            };

    private static Dictionary<string, string> Of(Dictionary<ObjectName, Dictionary<string, string>> names, ObjectName table)
        => names.TryGetValue(table, out var found) ? found : names[table] = new Dictionary<string, string>(StringComparer.Ordinal);

    private Table Translate(Table table)
    {
        var foreignKeys = table.ForeignKeys.Select(key => key with
        {
            Columns = Translate(table.Name, key.Columns),
            PrincipalTable = tables.GetValueOrDefault(key.PrincipalTable, key.PrincipalTable),
            PrincipalColumns = Translate(key.PrincipalTable, key.PrincipalColumns),
        });
        var translated = table with { ForeignKeys = foreignKeys.ToEquatableList() };
        if (!columns.TryGetValue(table.Name, out var names))
            return translated;

        return RenameInExpressions(translated, names) with
        {
            PrimaryKey = table.PrimaryKey is { } key ? key with { Columns = Translate(table.Name, key.Columns) } : null,
            UniqueConstraints = table.UniqueConstraints
                .Select(unique => unique with { Columns = Translate(table.Name, unique.Columns) }).ToEquatableList(),
            SeedRows = table.SeedRows.Select(row => new SeedRow(Translate(names, row.Key), Translate(names, row.Values))).ToEquatableList(),
        };
    }

    private Table RenameInExpressions(Table table, Dictionary<string, string> names) => table with
    {
        Columns = table.Columns
            .Select(column => column.Generated is not { } generated
                ? column
                : column with { Generated = generated with { Expression = Rename(generated.Expression, names) } })
            .ToEquatableList(),
        CheckConstraints = table.CheckConstraints
            .Select(check => check with { Expression = Rename(check.Expression, names) })
            .ToEquatableList(),
        Indexes = table.Indexes.Select(index => index with
        {
            Parts = index.Parts.Select(part => part with
            {
                Column = part.Column is null ? null : names.GetValueOrDefault(part.Column, part.Column),
                Expression = part.Expression is null ? null : Rename(part.Expression, names),
            }).ToEquatableList(),
            Filter = index.Filter is null ? null : Rename(index.Filter, names),
            IncludedColumns = index.IncludedColumns.Select(column => names.GetValueOrDefault(column, column)).ToEquatableList(),
        }).ToEquatableList(),
    };

    private SqlExpression Rename(SqlExpression expression, Dictionary<string, string> names)
        => ColumnMentions.Rename(expression, names, dialect);

    private EquatableList<string> Translate(ObjectName table, EquatableList<string> list)
        => columns.TryGetValue(table, out var names) ? list.Select(name => names.GetValueOrDefault(name, name)).ToEquatableList() : list;

    private static EquatableList<SeedValue> Translate(Dictionary<string, string> names, EquatableList<SeedValue> values)
        => values.Select(value => value with { Column = names.GetValueOrDefault(value.Column, value.Column) }).ToEquatableList();
}
