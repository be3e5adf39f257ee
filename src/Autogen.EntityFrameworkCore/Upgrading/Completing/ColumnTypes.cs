using Autogen.Schema;
using Microsoft.EntityFrameworkCore.Migrations.Operations;
using Microsoft.EntityFrameworkCore.Storage;

namespace Autogen.Upgrading.Completing;

/// <summary>
/// The store type of a column operation that gives none. EF Core takes it from the model of the migration; a revision has no model.
/// </summary>
internal sealed class ColumnTypes(IRelationalTypeMappingSource mappings)
{
    /// <summary>
    /// The store type of a column that does not exist yet: the provider's mapping of the CLR type with its length and precision.
    /// </summary>
    /// <exception cref="AutogenException">
    /// <see cref="ErrorCode.RevisionInvalid"/>: the provider has no store type for the CLR type.
    /// </exception>
    public string OfNew(ColumnOperation operation)
        => Find(operation)
            ?? throw new AutogenException(
                ErrorCode.RevisionInvalid,
                $"Column '{operation.Table}.{operation.Name}' has no store type, and the provider maps "
                    + $"{operation.ClrType?.Name ?? "no CLR type"} to none. Give it one: type: \"…\".");

    /// <summary>The same; <see langword="null"/> where the provider has no store type for the CLR type.</summary>
    public string? Find(ColumnOperation operation) => operation.ColumnType ?? Mapping(operation)?.StoreType;

    /// <summary>
    /// The store type of a column that exists: it keeps its type unless the operation gives another CLR type, a length or a precision.
    /// </summary>
    public string OfExisting(ColumnOperation operation, string existing)
    {
        if (operation.ColumnType is { } given)
            return given;
        var hasFacets = operation.MaxLength is not null
            || operation.Precision is not null
            || operation.Scale is not null
            || operation.IsFixedLength is not null
            || operation.IsUnicode is not null;
        return !hasFacets && mappings.FindMapping(operation.ClrType, existing) is { Converter: null } ? existing : OfNew(operation);
    }

    private RelationalTypeMapping? Mapping(ColumnOperation operation)
        => operation.ClrType is null
            ? null
            : mappings.FindMapping(
                operation.ClrType,
                storeTypeName: null,
                keyOrIndex: false,
                operation.IsUnicode,
                operation.MaxLength,
                operation.IsRowVersion,
                operation.IsFixedLength,
                operation.Precision,
                operation.Scale);
}
