using Autogen.Schema.Objects;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Autogen.Design.Models.Moving;

/// <summary>Reads how the model stores one entity type.</summary>
/// <param name="scope">The model.</param>
/// <param name="target">The schema that was read from it.</param>
/// <param name="type">The type.</param>
/// <param name="principalOf">By which key a type is a part of another one.</param>
internal sealed class StoredEntityReader(
    ModelScope scope, DatabaseSchema target, IEntityType type, Func<IEntityType, IForeignKey?> principalOf)
{
    private readonly IReadOnlyList<IProperty> key = type.FindPrimaryKey()?.Properties ?? [];
    private readonly Dictionary<ObjectName, List<StoredValue>> values = [];
    private readonly Dictionary<ObjectName, EquatableList<string>> keys = [];
    private readonly HashSet<ObjectName> required = [];
    private readonly List<ObjectName> order = [];
    private readonly List<PropertySlot> own = [];

    /// <summary>Reads it; <see langword="null"/> if a part of it is not in a table of the schema.</summary>
    public TypeShape? Read()
    {
        var tables = type.GetTableMappings().Select(mapping => mapping.Table).Distinct().ToList();
        foreach (var table in tables)
            AddTable(table, key, isRequired: true);
        foreach (var mapping in type.GetTableMappings().SelectMany(table => table.ColumnMappings))
            Add(mapping, "", isOwn: false);
        foreach (var mapping in type.GetDeclaredProperties().SelectMany(property => property.GetTableColumnMappings().Take(1)))
            AddSlot(mapping, mapping.Property.Name);
        foreach (var property in type.GetComplexProperties())
            AddComplex(property, property.Name, tables, property.DeclaringType == type);
        foreach (var dependent in type.Model.GetEntityTypes())
            AddDependent(dependent, type, "", tables);
        foreach (var (path, table, column, isRequired, members) in new DocumentReader(scope, type).Read())
        {
            if (values.TryGetValue(NameOf(table), out var ofTable) && target.FindTable(NameOf(table))?.FindColumn(column) is not null)
            {
                ofTable.Add(new StoredValue(path, column, isRequired) { Members = members });
                own.AddRange(DocumentReader.Slots(scope, path, members));
            }
        }

        if (order.Exists(table => !keys.ContainsKey(table)))
            return null;

        var name = type.ShortName();
        return new TypeShape(type.Name, type.BaseType?.Name, [name, type.Name, type.DisplayName(), .. TableLabels()], own)
        {
            Stored = type.IsAbstract() || order.Count == 0 ? null : Stored(),
            OwnTable = OwnTable(),
        };
    }

    // The table's default name is the set's: https://learn.microsoft.com/ef/core/modeling/entity-types#table-name
    private IEnumerable<string> TableLabels()
        => type.BaseType is null || OwnTable() is not null ? order.Take(1).Select(table => table.Name) : [];

    private StoredEntity Stored()
    {
        var parts = order.Select(table => new StoredPart(table, keys[table], values[table].ToEquatableList())
        {
            IsOptional = !required.Contains(table),
        });
        return new StoredEntity(type.Name, parts.ToEquatableList()) { Discriminator = Discriminator(), Except = Except() };
    }

    private StoredDiscriminator? Discriminator()
        => type.FindDiscriminatorProperty() is { } property
            && type.GetTableMappings().SelectMany(table => table.ColumnMappings)
                .FirstOrDefault(one => one.Property == property) is { } found
            && type.GetDiscriminatorValue() is { } value
                ? new StoredDiscriminator(scope.Identifier(found.Column.Name), found.TypeMapping.GenerateSqlLiteral(value))
                : null;

    private EquatableList<StoredPart> Except()
        => type.GetMappingStrategy() != RelationalAnnotationNames.TptMappingStrategy ? [] : type.GetDirectlyDerivedTypes()
            .SelectMany(derived => derived.GetTableMappings().Select(mapping => mapping.Table))
            .Select(table => (Name: NameOf(table), Key: KeyIn(table, key)))
            .Where(table => table.Key is not null && !order.Contains(table.Name))
            .Select(table => new StoredPart(table.Name, table.Key!.Value, []))
            .ToEquatableList();

    private ObjectName? OwnTable()
    {
        var ofBase = type.BaseType?.GetTableMappings().Select(mapping => mapping.Table).ToHashSet() ?? [];
        return type.GetTableMappings().Select(mapping => mapping.Table).Where(table => !ofBase.Contains(table))
            .Select(NameOf).FirstOrDefault();
    }

    private void AddDependent(IEntityType dependent, IEntityType principal, string path, IReadOnlyList<ITable> tables)
    {
        if (principalOf(dependent) is not { } reference || !IsOf(reference.PrincipalEntityType, principal))
            return;
        var name = $"{path}{reference.PrincipalToDependent?.Name ?? dependent.ShortName()}.";
        var others = type.GetRootType().GetDerivedTypesInclusive().Where(other => other != type)
            .SelectMany(other => other.GetTableMappings().Select(mapping => mapping.Table)).ToHashSet();
        var mappings = dependent.GetTableMappings()
            .Where(mapping => tables.Contains(mapping.Table) || !others.Contains(mapping.Table))
            .ToList();
        foreach (var mapping in mappings)
        {
            AddTable(mapping.Table, dependent.FindPrimaryKey()!.Properties, reference.IsRequiredDependent); // it has one: it is a reference
            foreach (var column in mapping.ColumnMappings.Where(column => !column.Property.IsPrimaryKey()))
                Add(column, name, reference.PrincipalEntityType == type || path.Length > 0);
        }

        foreach (var property in dependent.GetComplexProperties())
            AddComplex(property, name + property.Name, [.. mappings.Select(mapping => mapping.Table)], isOwn: true);
        foreach (var next in dependent.Model.GetEntityTypes().Where(next => next != dependent))
            AddDependent(next, dependent, name, tables);
    }

    private static bool IsOf(IEntityType wanted, IEntityType type) => wanted == type || (type.BaseType is { } other && IsOf(wanted, other));

    private void AddComplex(IComplexProperty property, string path, IReadOnlyList<ITable> tables, bool isOwn)
    {
        if (property.IsCollection || property.ComplexType.IsMappedToJson())
            return;
        foreach (var mapping in property.ComplexType.GetProperties().SelectMany(inner => inner.GetTableColumnMappings())
            .Where(mapping => tables.Contains(mapping.Column.Table)))
            Add(mapping, path + ".", isOwn);
        foreach (var inner in property.ComplexType.GetComplexProperties())
            AddComplex(inner, $"{path}.{inner.Name}", tables, isOwn);
    }

    private void AddTable(ITable table, IReadOnlyList<IProperty> properties, bool isRequired)
    {
        var name = NameOf(table);
        if (isRequired)
            required.Add(name);
        if (values.ContainsKey(name))
            return;
        order.Add(name);
        values.Add(name, []);
        if (KeyIn(table, properties) is { } columns && target.FindTable(name) is not null)
            keys.Add(name, columns);
    }

    private EquatableList<string>? KeyIn(ITable table, IReadOnlyList<IProperty> properties)
    {
        var columns = properties
            .Select(property => property.GetTableColumnMappings().FirstOrDefault(mapping => mapping.Column.Table == table))
            .OfType<IColumnMapping>()
            .Select(mapping => scope.Identifier(mapping.Column.Name))
            .ToEquatableList();
        return columns.Count == properties.Count ? columns : null;
    }

    private void Add(IColumnMapping mapping, string path, bool isOwn)
    {
        var property = mapping.Property;
        var name = scope.Identifier(mapping.Column.Name);
        if (IsKept(mapping)
            && values.TryGetValue(NameOf(mapping.Column.Table), out var ofTable)
            && !ofTable.Exists(value => string.Equals(value.Column, name, StringComparison.Ordinal)))
            ofTable.Add(new StoredValue(path + property.Name, name, !property.IsNullable));
        if (isOwn)
            AddSlot(mapping, path + property.Name);
    }

    private void AddSlot(IColumnMapping mapping, string path)
    {
        var name = scope.Identifier(mapping.Column.Name);
        if (IsKept(mapping) && !own.Exists(slot => string.Equals(slot.Property, path, StringComparison.Ordinal)))
            own.Add(new PropertySlot(
                path,
                [.. NamesOf(name, path, mapping.Property)],
                target.FindTable(NameOf(mapping.Column.Table))!.FindColumn(name)!.Type) // it is kept, so it is in the schema
            {
                IsRequired = !mapping.Property.IsNullable,
                IsTruth = (mapping.TypeMapping.Converter?.ProviderClrType ?? mapping.TypeMapping.ClrType) == typeof(bool),
            });
    }

    // Generated columns are not written, the key and the discriminator are no values.
    private bool IsKept(IColumnMapping mapping)
        => !key.Contains(mapping.Property)
            && mapping.Property != type.FindDiscriminatorProperty()
            && target.FindTable(NameOf(mapping.Column.Table))?.FindColumn(scope.Identifier(mapping.Column.Name)) is { Generated: null };

    // EF Core's own names: https://learn.microsoft.com/ef/core/modeling/owned-entities, and of properties with equal names in one table.
    private IEnumerable<string> NamesOf(string column, string path, IProperty property)
        => new[]
        {
            // In one table the second of two types with equal properties has it so; the first has the plain name.
            type.BaseType is null ? column : $"{type.ShortName()}_{property.Name}",
            column,
            path.Replace('.', '_'),
            property.Name,
            property.GetColumnName(),
            $"{type.ShortName()}_{property.Name}",
        }.Select(scope.Identifier).Distinct(StringComparer.Ordinal);

    private ObjectName NameOf(ITable table) => scope.Name(table.Schema, table.Name);
}
