using Autogen.Schema.Objects;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Autogen.Design.Models;

/// <summary>Check constraints of the model.</summary>
internal static class CheckConstraintModel
{
    /// <summary>Reads a table's, sorted.</summary>
    public static IEnumerable<CheckConstraint> Read(ModelScope scope, ITable table)
        => table.CheckConstraints
            .Select(constraint => new CheckConstraint(
                constraint.Name is null ? null : scope.Identifier(constraint.Name), new SqlExpression(constraint.Sql)))
            .OrderBy(constraint => constraint.Name, StringComparer.Ordinal);
}
