using Autogen.Schema.Objects;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Autogen.Design.Models.Moving;

/// <summary>
/// Reads which JSON documents hold parts of an entity type: owned and complex types with values that every database writes into a
/// document as EF Core does. Documents with other values, and lists, are left out.
/// </summary>
/// <param name="scope">The model.</param>
/// <param name="type">The type.</param>
internal sealed class DocumentReader(ModelScope scope, IEntityType type)
{
    private static readonly Type[] simple = [typeof(string), typeof(bool), typeof(byte), typeof(short), typeof(int), typeof(long)];

    /// <summary>The documents, with the properties that they hold.</summary>
    public IEnumerable<(string Path, ITable Table, string Column, bool IsRequired, EquatableList<DocumentMember> Members)> Read()
    {
        var tables = type.GetTableMappings().Select(mapping => mapping.Table).ToList();
        foreach (var navigation in type.GetNavigations().Where(navigation => IsDocument(navigation.TargetEntityType, navigation)))
        {
            var path = navigation.Name;
            if (Members(navigation.TargetEntityType, path + ".") is { } members
                && Find(tables, navigation.TargetEntityType.GetContainerColumnName()) is { } column)
                yield return (path, column.Table, scope.Identifier(column.Name), !column.IsNullable, members);
        }

        foreach (var property in type.GetComplexProperties()
            .Where(property => !property.IsCollection && property.ComplexType.IsMappedToJson()))
        {
            if (Members(property.ComplexType, property.Name + ".") is { } members
                && Find(tables, property.ComplexType.GetContainerColumnName()) is { } column)
                yield return (property.Name, column.Table, scope.Identifier(column.Name), !column.IsNullable, members);
        }
    }

    /// <summary>The columns that the properties of a document may have had.</summary>
    public static IEnumerable<PropertySlot> Slots(ModelScope scope, string document, EquatableList<DocumentMember> members)
        => members.SelectMany(member => member.Members.Count > 0
            ? Slots(scope, document, member.Members)
            :
            [
                new PropertySlot(
                    member.Property,
                    [.. new[] { member.Property.Replace('.', '_'), member.Property[(member.Property.LastIndexOf('.') + 1)..] }
                        .Select(scope.Identifier).Distinct(StringComparer.Ordinal)],
                    scope.TypeOf(member.StoreType!)) // a value has one
                {
                    Document = document,
                }
            ]);

    private static bool IsDocument(IEntityType target, INavigation navigation)
        => target.IsMappedToJson() && !navigation.IsCollection && navigation.ForeignKey.IsOwnership && !navigation.IsOnDependent;

    private static IColumn? Find(List<ITable> tables, string? name)
        => tables.Select(table => name is null ? null : table.FindColumn(name)).OfType<IColumn>().FirstOrDefault();

    // Null if the document has a value of a type that databases write in another way.
    private static EquatableList<DocumentMember>? Members(ITypeBase holder, string path)
    {
        List<DocumentMember> members = [];
        foreach (var property in holder.GetProperties().Where(property => property.GetJsonPropertyName() is { Length: > 0 }))
        {
            var mapping = property.GetRelationalTypeMapping();
            var written = mapping.Converter?.ProviderClrType ?? mapping.ClrType;
            written = Nullable.GetUnderlyingType(written) ?? written;
            if (written.IsEnum)
                written = Enum.GetUnderlyingType(written);
            if (!simple.Contains(written) || mapping.ElementTypeMapping is not null)
                return null;
            members.Add(new DocumentMember(property.GetJsonPropertyName()!, path + property.Name, !property.IsNullable) // chosen so
            {
                IsTruth = written == typeof(bool),
                StoreType = mapping.StoreType,
            });
        }

        var inner = holder.GetComplexProperties().Select(one => (
                Name: one.ComplexType.GetJsonPropertyName() ?? one.Name,
                Path: one.Name,
                Type: (ITypeBase)one.ComplexType,
                one.IsCollection,
                IsRequired: !one.IsNullable))
            .Concat(holder is not IEntityType entity ? [] : entity.GetNavigations().Where(one => !one.IsOnDependent).Select(one => (
                Name: one.TargetEntityType.GetJsonPropertyName() ?? one.Name,
                Path: one.Name,
                Type: (ITypeBase)one.TargetEntityType,
                one.IsCollection,
                IsRequired: one.ForeignKey.IsRequiredDependent)));
        foreach (var (name, own, nested, isCollection, isRequired) in inner)
        {
            if (isCollection || Members(nested, $"{path}{own}.") is not { } found)
                return null;
            members.Add(new DocumentMember(name, path + own, isRequired) { Members = found });
        }

        return members.ToEquatableList();
    }
}
