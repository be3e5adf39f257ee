using Autogen.Fuzzing.Descriptions;
using Autogen.Schema.Objects;

namespace Autogen.Fuzzing.Generation;

/// <summary>Ways to map entities to tables, chosen last and by numbers of their own: a seed's tables do not depend on them.</summary>
public static class TableMappings
{
    /// <summary>With a way for every table that can have another than one entity.</summary>
    public static ModelDescription Assign(FuzzDatabase database, ModelDescription model, Random random)
        => model with { Tables = model.Tables.Select(table => Assign(database, table, random.Next(18))).ToEquatableList() };

    /// <summary>The columns that the second entity declares: nullable ones that no key, no foreign key and no index has.</summary>
    public static IReadOnlyList<ColumnDescription> SecondColumns(TableDescription table)
        => [.. table.Columns.Where(column => column is { IsNullable: true, Computed: null } && !IsUsed(table, column.Name))];

    /// <summary>The column that can tell the entities of a hierarchy apart, or <see langword="null"/>.</summary>
    /// <remarks>EF Core limits the length of a text that tells entities apart, where the model names no store type.</remarks>
    public static ColumnDescription? Discriminator(FuzzDatabase database, TableDescription table)
        => table.Columns.FirstOrDefault(column => column is
        {
            IsNullable: false,
            Computed: null,
            Default: null,
            DefaultSql: null,
            DefaultSequence: null,
            Identity: IdentityDescription.None
        }
            && !IsUsed(table, column.Name)
            && (column.Type is "int" or "long" or "short"
                || (ColumnTypes.Of(database).TryGetValue(column.Type, out var type)
                    && type.Clr == typeof(string)
                    && type.StoreType is not null
                    && type.Family == TypeFamily.Text)));

    /// <summary>The column that can hold a document, or <see langword="null"/>.</summary>
    /// <remarks>EF Core gives such a column neither a default nor a comment nor a collation.</remarks>
    public static ColumnDescription? Document(FuzzDatabase database, TableDescription table)
        => table.Columns.FirstOrDefault(
            column => column is { Computed: null, Default: null, DefaultSql: null, DefaultSequence: null, Comment: null, Collation: null }
                && column.Type == DocumentType(database)
                && !IsUsed(table, column.Name));

    /// <summary>The type that documents have by convention; a key of <see cref="ColumnTypes"/>.</summary>
    public static string DocumentType(FuzzDatabase database) => database == FuzzDatabase.PostgreSql ? "jsonb" : "text";

    private static TableDescription Assign(FuzzDatabase database, TableDescription table, int chosen)
        => table with { Mapping = table.Seeds.Count > 0 || table.Key.Count == 0 ? TableMapping.Entity : Choose(database, table, chosen) };

    private static TableMapping Choose(FuzzDatabase database, TableDescription table, int chosen)
    {
        var hasSecond = SecondColumns(table).Count > 0;
        return (chosen / 3) switch
        {
            0 or 1 when hasSecond
                && table.Key.All(name => table.Find(name) is { Computed: null, Default: null, DefaultSql: null, DefaultSequence: null })
                => TableMapping.Split,
            2 or 3 when hasSecond && Discriminator(database, table) is not null => TableMapping.Hierarchy,
            > 2 when Document(database, table) is not null && chosen % 3 > 0
                => chosen % 3 == 1 ? TableMapping.OwnedDocument : TableMapping.ComplexDocument,
            4 when hasSecond => TableMapping.Owned,
            _ => TableMapping.Entity,
        };
    }

    private static bool IsUsed(TableDescription table, string column)
        => table.Key.Contains(column)
            || table.AlternateKeys.Any(key => key.Columns.Contains(column))
            || table.ForeignKeys.Any(key => key.Columns.Contains(column))
            || table.Indexes.Any(index => index.Columns.Contains(column) || index.Included.Contains(column));
}
