using Autogen.Design.Providers;
using Autogen.Schema.Dialects;
using Autogen.Schema.Objects;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage;

namespace Autogen.Design.Models;

/// <summary>What every part of the model's reading needs.</summary>
/// <param name="Context">The context.</param>
/// <param name="Dialect">Its database.</param>
/// <param name="Model">The relational model.</param>
/// <param name="DefaultSchema">The live connection's default schema.</param>
internal sealed record ModelScope(DbContext Context, Dialect Dialect, IRelationalModel Model, string? DefaultSchema)
{
    /// <summary>The provider's type mappings.</summary>
    public IRelationalTypeMappingSource TypeMappings { get; } = Context.GetService<IRelationalTypeMappingSource>();

    /// <summary>What is known before the tables: schemas and types, those of the live database, too.</summary>
    public DatabaseSchema Known { get; init; } = DatabaseSchema.Empty;

    /// <summary>The provider's words.</summary>
    public ProviderAnnotations Provider { get; } = AllProviders.Of(Dialect);

    /// <summary>The annotations of the model as a whole.</summary>
    public IEnumerable<IAnnotation> Annotations => ModelAnnotations.Of(Model);

    /// <summary>
    /// A name as the database will have it: no schema for the default one, and PostgreSQL cuts names after 63 bytes.
    /// </summary>
    public ObjectName Name(string? schema, string name)
    {
        var own = string.Equals(schema, DefaultSchema, StringComparison.Ordinal) ? null : Dialect.SchemaOf(schema);
        return new ObjectName(own is null ? null : Identifier(own), Identifier(name));
    }

    /// <summary>A type that the model writes, in canonical spelling, with what the live database knows of it.</summary>
    public StoreType TypeOf(string storeType) => Dialect.Resolve(Dialect.CanonicalType(storeType), Known);

    /// <summary>
    /// A collation. EF Core has one text for its name: what precedes the first full stop is a schema if there is one of that name
    /// (<c>en_US.utf8</c> is the name of a collation).
    /// </summary>
    public ObjectName? Collation(string? name)
    {
        if (name is null)
            return null;
        var stop = name.IndexOf('.', StringComparison.Ordinal);
        return stop > 0 && IsSchema(name[..stop]) ? new ObjectName(name[..stop], name[(stop + 1)..]) : new ObjectName(name);
    }

    private bool IsSchema(string name)
        => Known.Schemas.Contains(name, StringComparer.Ordinal) || string.Equals(name, DefaultSchema, StringComparison.Ordinal);

    /// <summary>An identifier as the database will have it.</summary>
    public string Identifier(string name) => Dialect.StoredName(name);
}
