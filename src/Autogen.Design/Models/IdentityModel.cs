using Autogen.Schema.Objects;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Autogen.Design.Models;

/// <summary>How a column of the model numbers rows.</summary>
internal static class IdentityModel
{
    /// <summary>Reads it; <see langword="null"/> for a column that does not.</summary>
    public static Identity? Read(ModelScope scope, IColumn column)
        => scope.Provider.Identity(column) is { } identity
            ? identity with { Options = identity.Options.Normal(scope.Dialect.CanonicalType(column.StoreType)) }
            : null;
}
