using Autogen.Schema.Objects;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Autogen.Design.Models;

/// <summary>Unique constraints of the model: EF Core's alternate keys.</summary>
internal static class UniqueConstraintModel
{
    /// <summary>Reads a table's, sorted.</summary>
    public static IEnumerable<UniqueConstraint> Read(ModelScope scope, ITable table)
        => table.UniqueConstraints
            .Where(constraint => !constraint.GetIsPrimaryKey())
            .Select(constraint => new UniqueConstraint(
                scope.Identifier(constraint.Name), constraint.Columns.Select(column => scope.Identifier(column.Name)).ToEquatableList()))
            .OrderBy(constraint => constraint.Name, StringComparer.Ordinal);
}
