using Autogen.Schema.Dialects;
using Autogen.Schema.Objects;

namespace Autogen.Schema.Comparison;

/// <summary>
/// The current schema in target names. Keys, indexes and expressions are compared in these: when a column is renamed, all that refers to it
/// follows by itself and is no difference.
/// </summary>
internal sealed class TargetNames(SchemaPairs pairs, Dialect dialect)
{
    /// <summary>The current schema in target names; tables and columns keep their own names.</summary>
    public DatabaseSchema Translate(DatabaseSchema current)
        => pairs.Tables.All(pair => pair.Current.Name == pair.Target.Name && pair.TargetNames.Count == 0)
            ? current
            : current with { Tables = current.Tables.Select(Translate).ToEquatableList() };

    /// <summary>
    /// The target schema, its expressions spelt as those of the other schema are after their
    /// translation: renamed columns in quotes.
    /// </summary>
    public DatabaseSchema Spell(DatabaseSchema target)
        => pairs.Tables.All(pair => pair.Renamed.Count == 0)
            ? target
            : target with { Tables = target.Tables.Select(Spell).ToEquatableList() };

    private Table Spell(Table table)
        => pairs.OfTarget(table.Name) is { Renamed.Count: > 0 } pair
            ? RenameInExpressions(
                table, pair.Renamed.ToDictionary(column => column.Target.Name, column => column.Target.Name, StringComparer.Ordinal))
            : table;

    private Table Translate(Table table)
    {
        var foreignKeys = table.ForeignKeys.Select(key => key with
        {
            Columns = Translate(table.Name, key.Columns),
            PrincipalTable = pairs.TargetTable(key.PrincipalTable),
            PrincipalColumns = Translate(key.PrincipalTable, key.PrincipalColumns),
        });
        var translated = table with { ForeignKeys = foreignKeys.ToEquatableList() };
        if (pairs.OfCurrent(table.Name) is not { TargetNames: { Count: > 0 } names })
            return translated;

        return RenameInExpressions(translated, names) with
        {
            PrimaryKey = table.PrimaryKey is { } key ? key with { Columns = Translate(table.Name, key.Columns) } : null,
            UniqueConstraints = table.UniqueConstraints
                .Select(unique => unique with { Columns = Translate(table.Name, unique.Columns) }).ToEquatableList(),
            SeedRows = table.SeedRows.Select(row => new SeedRow(Translate(names, row.Key), Translate(names, row.Values))).ToEquatableList(),
        };
    }

    private Table RenameInExpressions(Table table, IReadOnlyDictionary<string, string> names) => table with
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

    private SqlExpression Rename(SqlExpression expression, IReadOnlyDictionary<string, string> names)
        => ColumnMentions.Rename(expression, names, dialect);

    private EquatableList<string> Translate(ObjectName table, EquatableList<string> list)
        => pairs.OfCurrent(table) is { TargetNames.Count: > 0 } pair ? list.Select(pair.TargetColumn).ToEquatableList() : list;

    private static EquatableList<SeedValue> Translate(IReadOnlyDictionary<string, string> names, EquatableList<SeedValue> values)
        => values.Select(value => value with { Column = names.GetValueOrDefault(value.Column, value.Column) }).ToEquatableList();
}
