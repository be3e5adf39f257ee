using Autogen.Schema.Objects;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Autogen.Design.Models;

/// <summary>A primary key of the model.</summary>
internal static class PrimaryKeyModel
{
    /// <summary>Reads a primary key.</summary>
    public static PrimaryKey Read(ModelScope scope, IPrimaryKeyConstraint key)
        => new(scope.Identifier(key.Name), key.Columns.Select(column => scope.Identifier(column.Name)).ToEquatableList());
}
