using Autogen.Schema;
using Autogen.Schema.Objects;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Autogen.Design.Models;

/// <summary>The rows of <c>HasData</c>.</summary>
internal static class SeedRowModel
{
    /// <summary>The tables with their rows. Entity types that share a table make one row of what they say of one key.</summary>
    public static EquatableList<Table> Add(ModelScope scope, IModel model, EquatableList<Table> tables)
    {
        var rows = new Dictionary<ObjectName, Dictionary<string, (List<SeedValue> Key, SortedDictionary<string, SeedValue> Values)>>();
        foreach (var entityType in model.GetEntityTypes())
        {
            foreach (var seed in entityType.GetSeedData(providerValues: true))
            {
                foreach (var table in entityType.GetTableMappings()
                    .Select(mapping => mapping.Table)
                    .Where(table => !table.IsExcludedFromMigrations))
                    Add(scope, rows, table, entityType, seed);
            }
        }

        return tables.Select(table => rows.TryGetValue(table.Name, out var own) ? table with { SeedRows = Sorted(own.Values) } : table)
            .ToEquatableList();
    }

    private static void Add(
        ModelScope scope,
        Dictionary<ObjectName, Dictionary<string, (List<SeedValue> Key, SortedDictionary<string, SeedValue> Values)>> rows,
        ITable table,
        IEntityType entityType,
        IDictionary<string, object?> seed)
    {
        if (table.PrimaryKey is not { } primaryKey)
            return;

        var values = new Dictionary<string, SeedValue>(StringComparer.Ordinal);
        foreach (var property in entityType.GetProperties())
        {
            if (table.FindColumn(property) is not { } column
                || column.ComputedColumnSql is not null
                || scope.Provider.IsSystemColumn(column))
                continue;
            if (seed.TryGetValue(property.Name, out var value) && !IsLeftToDatabase(scope, property, column, value))
            {
                RequireValue(scope, table, column, entityType, property, value);
                values[column.Name] = SeedColumns.Value(scope, column, value);
            }
            else if (property == entityType.FindDiscriminatorProperty() && entityType.GetDiscriminatorValue() is { } discriminator)
                values[column.Name] = SeedColumns.Value(scope, column, ProviderValue(property, discriminator));
        }

        if (!primaryKey.Columns.All(column => values.ContainsKey(column.Name)))
            return;

        var name = scope.Name(table.Schema, table.Name);
        if (!rows.TryGetValue(name, out var own))
            rows.Add(name, own = new(StringComparer.Ordinal));
        var key = primaryKey.Columns.Select(column => values[column.Name]).ToList();
        if (!own.TryGetValue(SeedColumns.KeyText(key), out var row))
            own.Add(SeedColumns.KeyText(key), row = (key, new(StringComparer.Ordinal)));
        foreach (var value in values.Where(entry => primaryKey.Columns.All(column => column.Name != entry.Key)))
            row.Values[value.Value.Column] = value.Value;
    }

    /// <summary>EF Core accepts no value for a property that gets one when a row is added; a revision would insert NULL.</summary>
    private static void RequireValue(
        ModelScope scope, ITable table, IColumn column, IEntityType entityType, IProperty property, object? value)
    {
        if (value is null && !column.IsNullable)
            throw new AutogenException(
                ErrorCode.ModelInvalid,
                $"HasData of entity '{ModelRefusals.Name(entityType)}' has no value for property '{property.Name}', but column "
                    + $"'{scope.Name(table.Schema, table.Name)}.{column.Name}' is required. Give every row a value, give the column a "
                    + "default (HasDefaultValue), or make the property optional.");
    }

    /// <summary>What EF Core takes for no value it does not insert, where the database has a default for it or numbers it.</summary>
    private static bool IsLeftToDatabase(ModelScope scope, IProperty property, IColumn column, object? value)
        => property.ValueGenerated is ValueGenerated.OnAdd or ValueGenerated.OnAddOrUpdate
            && !property.IsPrimaryKey()
            && (column.DefaultValueSql is not null || column.DefaultValue is not null || scope.Provider.Identity(column) is not null)
            && (value is null || value.Equals(property.Sentinel is { } sentinel ? ProviderValue(property, sentinel) : null));

    private static object? ProviderValue(IProperty property, object value)
        => property.GetTypeMapping().Converter is { } converter ? converter.ConvertToProvider(value) : value;

    private static EquatableList<SeedRow> Sorted(IEnumerable<(List<SeedValue> Key, SortedDictionary<string, SeedValue> Values)> rows)
        => rows.OrderBy(row => row.Key, KeyComparer.Instance)
            .Select(row => new SeedRow(row.Key.ToEquatableList(), row.Values.Values.ToEquatableList()))
            .ToEquatableList();

    // Keys by value where they are numbers: row 10 comes after row 9.
    private sealed class KeyComparer : IComparer<IReadOnlyList<SeedValue>>
    {
        public static KeyComparer Instance { get; } = new();

        public int Compare(IReadOnlyList<SeedValue>? x, IReadOnlyList<SeedValue>? y)
        {
            foreach (var (left, right) in x!.Zip(y!)) // never null: the list's own items
            {
                var order = decimal.TryParse(left.Literal, System.Globalization.CultureInfo.InvariantCulture, out var first)
                    && decimal.TryParse(right.Literal, System.Globalization.CultureInfo.InvariantCulture, out var second)
                        ? first.CompareTo(second)
                        : string.CompareOrdinal(left.Literal, right.Literal);
                if (order != 0)
                    return order;
            }

            return 0;
        }
    }
}
