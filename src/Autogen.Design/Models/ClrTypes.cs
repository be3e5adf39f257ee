using Autogen.Design.Planning;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Storage;

namespace Autogen.Design.Models;

/// <summary>The CLR type for a store type, as the provider maps it.</summary>
internal sealed class ClrTypes(DbContext context) : IClrTypes
{
    private readonly IRelationalTypeMappingSource mappings = context.GetService<IRelationalTypeMappingSource>();

    /// <inheritdoc/>
    public Type ClrTypeOf(string storeType)
    {
        if (storeType.Length == 0)
            return typeof(byte[]);
        var mapping = mappings.FindMapping(storeType);
        var type = mapping?.Converter?.ProviderClrType ?? mapping?.ClrType ?? typeof(string);
        return type.IsEnum || type.Assembly != typeof(object).Assembly ? typeof(string) : type;
    }
}
