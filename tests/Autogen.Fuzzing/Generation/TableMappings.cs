using Autogen.Fuzzing.Descriptions;
using Autogen.Schema.Objects;

namespace Autogen.Fuzzing.Generation;

/// <summary>Ways to map entities to tables, chosen last and by numbers of their own: a seed's tables do not depend on them.</summary>
public static class TableMappings
{
    /// <summary>With a way for every table that can have another than one entity.</summary>
    public static ModelDescription Assign(FuzzDatabase database, ModelDescription model, Random random)
        => model with { Tables = model.Tables.Select(table => Assign(database, table, random.Next(6))).ToEquatableList() };

    /// <summary>The columns that the second entity declares: nullable ones that no key, no foreign key and no index has.</summary>
    public static IReadOnlyList<ColumnDescription> SecondColumns(TableDescription table)
        => [.. table.Columns.Where(column => column is { IsNullable: true, Computed: null } && !IsUsed(table, column.Name))];

    /// <summary>The column that can tell the entities of a hierarchy apart, or <see langword="null"/>.</summary>
    /// <remarks>EF Core limits the length of a text that tells entities apart, where the model names no store type.</remarks>
    public static ColumnDescription? Discriminator(FuzzDatabase database, TableDescription table)
        => table.Columns.FirstOrDefault(column => column is { IsNullable: false, Computed: null, Default: null, DefaultSql: null, DefaultSequence: null, Identity: IdentityDescription.None }
            && !IsUsed(table, column.Name)
            && (column.Type is "int" or "long" or "short" || (ColumnTypes.Of(database).TryGetValue(column.Type, out var type) && type.Clr == typeof(string) && type.StoreType is not null && type.Family == TypeFamily.Text)));

    private static TableDescription Assign(FuzzDatabase database, TableDescription table, int chosen)
        => table with
        {
            Mapping = table.Seeds.Count > 0 || table.Key.Count == 0 || SecondColumns(table).Count == 0 ? TableMapping.Entity : chosen switch
            {
                0 or 1 when table.Key.All(name => table.Find(name) is { Computed: null, Default: null, DefaultSql: null, DefaultSequence: null }) => TableMapping.Split,
                2 or 3 when Discriminator(database, table) is not null => TableMapping.Hierarchy,
                _ => TableMapping.Entity,
            },
        };

    private static bool IsUsed(TableDescription table, string column)
        => table.Key.Contains(column) || table.AlternateKeys.Any(key => key.Columns.Contains(column)) || table.ForeignKeys.Any(key => key.Columns.Contains(column))
            || table.Indexes.Any(index => index.Columns.Contains(column) || index.Included.Contains(column));
}
