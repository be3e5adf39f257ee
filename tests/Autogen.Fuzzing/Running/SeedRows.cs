using Autogen.Fuzzing.Descriptions;

namespace Autogen.Fuzzing.Running;

/// <summary>The rows of <c>HasData</c>.</summary>
internal static class SeedRows
{
    /// <summary>A row's values by property.</summary>
    public static Dictionary<string, object> Of(FuzzDatabase database, ModelDescription model, TableDescription table, SeedDescription seed)
    {
        var row = new Dictionary<string, object>(StringComparer.Ordinal);
        foreach (var column in table.Columns.Where(column => column.Computed is null))
        {
            // A reference of a row of the model would need another such row; without one it is none.
            if (column.IsNullable && table.ForeignKeys.Any(key => key.Columns.Contains(column.Name)))
                continue;
            var isKey = table.Key.Contains(column.Name);
            var type = ColumnTypes.Of(database, model, column);
            var value = type.Value(isKey ? seed.Row : seed.Row + (seed.Variant * 20));

            // EF Core's own CreateTables leaves a CLR default away where the column has another default: a seed of FALSE becomes TRUE.
            if (type.Clr.IsValueType
                && value.Equals(Activator.CreateInstance(type.Clr))
                && (column.Default ?? column.DefaultSql ?? column.DefaultSequence) is not null)
                value = type.Value(seed.Row + 1);
            row[column.Name] = value;
        }

        return row;
    }
}
