using System.Globalization;
using System.Text;
using Autogen.Fuzzing.Descriptions;

namespace Autogen.Fuzzing.Running;

/// <summary>
/// Rows that are valid in the first model and stay so in the second. Row <c>i</c> has, in all columns of a type, the one value that the
/// type has for <c>i</c>: so every foreign key finds its row, and every key is unique, in both models.
/// </summary>
internal sealed class RowFiller(ModelPair pair)
{
    private const long RowWithNulls = 3;

    /// <summary>The statements that put the rows in, with foreign keys looked away from; <c>""</c> for none.</summary>
    public string Sql()
    {
        if (pair.Rows == 0)
            return "";
        var sql = new StringBuilder(
            pair.Database == FuzzDatabase.Sqlite ? "PRAGMA foreign_keys = 0;\n" : "SET session_replication_role = replica;\n");
        foreach (var table in pair.Current.Tables)
        {
            var columns = table.Columns.Where(column => column.Computed is null).ToList();
            var always = columns.Any(column => column.Identity == IdentityDescription.Always) && pair.Database == FuzzDatabase.PostgreSql
                ? " OVERRIDING SYSTEM VALUE"
                : "";
            for (var row = 1; row <= pair.Rows; row++)
            {
                sql.Append(
                    CultureInfo.InvariantCulture,
                    $"INSERT INTO {(table.Schema is null ? "" : ColumnTypes.Quote(table.Schema) + ".")}{ColumnTypes.Quote(table.Name)} ")
                    .Append(
                        CultureInfo.InvariantCulture,
                        $"({string.Join(", ", columns.Select(column => ColumnTypes.Quote(column.Name)))}){always} ")
                    .AppendLine(
                        CultureInfo.InvariantCulture,
                        $"VALUES ({string.Join(", ", columns.Select(column => Literal(table, column, row)))});");
            }
        }

        return sql.Append(pair.Database == FuzzDatabase.Sqlite ? "" : "RESET session_replication_role;").ToString();
    }

    /// <summary>A query for what must be the same before and after: the columns that both models have, as text.</summary>
    /// <param name="table">A table of the first model.</param>
    /// <returns><see langword="null"/> where nothing survives.</returns>
    public (string Before, string After)? Kept(TableDescription table)
    {
        if (pair.Target.Find(table.Name) is not { } target || target.Schema != table.Schema)
            return null;
        var columns = table.Columns.Where(column => IsKept(table, column, target.Find(column.Name))).Select(column => column.Name).ToList();
        return (Query(table, columns, table.Schema), Query(table, columns, target.Schema));
    }

    private string Query(TableDescription table, List<string> columns, string? schema)
    {
        string AsText(string column)
            => pair.Database == FuzzDatabase.Sqlite ? $"quote({ColumnTypes.Quote(column)})" : $"{ColumnTypes.Quote(column)}::text";
        var selected = columns.Count == 0 ? "count(*)" : string.Join(", ", columns.Select(AsText));
        var order = columns.Count == 0 ? "" : $" ORDER BY {string.Join(", ", columns.Select((_, index) => index + 1))}";

        // Rows of the model come and go with it.
        var own = table.Seeds.Count == 0 && pair.Target.Find(table.Name)!.Seeds.Count == 0 ? "" : " LIMIT 0";
        return $"SELECT {selected} "
            + $"FROM {(schema is null ? "" : ColumnTypes.Quote(schema) + ".")}{ColumnTypes.Quote(table.Name)}{order}{own}";
    }

    private bool IsKept(TableDescription table, ColumnDescription column, ColumnDescription? target)
        => target is not null && column.Computed is null && target.Computed is null
            && column.Type == target.Type
            && (column.Type.StartsWith("enum:", StringComparison.Ordinal)
                ? pair.Target.Enums.Contains(pair.Current.Enums.First(type => "enum:" + type.Name == column.Type))
                : true)
            && (!HasNull(table, column) || target.IsNullable);

    private bool HasNull(TableDescription table, ColumnDescription column)
    {
        if (!column.IsNullable)
            return false;

        // A NULL that becomes a value must not become one that refers to nothing, nor one that another row has where values are unique, nor
        // one that is none of the type on the way back.
        var target = pair.Target.Find(table.Name);
        return target?.Find(column.Name) is null or { IsNullable: true }
            || ColumnTypes.Of(pair.Database, pair.Target, target.Find(column.Name)!).Family
                == ColumnTypes.Of(pair.Database, pair.Current, column).Family
                && !IsUnique(target, column.Name)
                && !table.ForeignKeys.Concat(target.ForeignKeys).Any(key => key.Columns.Contains(column.Name))
                && ColumnTypes.Of(pair.Database, pair.Current, column).HasBackfill;
    }

    private static bool IsUnique(TableDescription table, string column)
        => table.Find(column) is { Identity: IdentityDescription.None }
            && (table.Key.Contains(column)
                || table.AlternateKeys.Any(key => key.Columns.Contains(column))
                || table.Indexes.Any(index => index.IsUnique && index.Columns.Contains(column)));

    private string Literal(TableDescription table, ColumnDescription column, int row)
    {
        if (row == RowWithNulls && HasNull(table, column))
            return "NULL";
        var type = ColumnTypes.Of(pair.Database, pair.Current, column);
        var text = type.Text(row);

        // A text that becomes something else must be the text of such a thing.
        if (type.Family == TypeFamily.Text && pair.Target.Find(table.Name)?.Find(column.Name) is { Computed: null } target
            && ColumnTypes.Of(pair.Database, pair.Target, target) is { Family: not TypeFamily.Text } other)
        {
            text = other.Text(row);
        }

        var isBare = pair.Database == FuzzDatabase.Sqlite
            && (type.Family is TypeFamily.Integer or TypeFamily.Number || type.Key is "bool" or "blob");
        return isBare ? text : $"'{text.Replace("'", "''", StringComparison.Ordinal)}'";
    }
}
