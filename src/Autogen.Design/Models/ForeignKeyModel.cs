using Autogen.Schema.Objects;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Autogen.Design.Models;

/// <summary>Foreign keys of the model.</summary>
internal static class ForeignKeyModel
{
    /// <summary>Reads a table's, sorted.</summary>
    public static IEnumerable<ForeignKey> Read(ModelScope scope, ITable table)
        => table.ForeignKeyConstraints
            .Select(constraint => new ForeignKey
            {
                Name = scope.Identifier(constraint.Name),
                Columns = constraint.Columns.Select(column => scope.Identifier(column.Name)).ToEquatableList(),
                PrincipalTable = scope.Name(constraint.PrincipalTable.Schema, constraint.PrincipalTable.Name),
                PrincipalColumns = constraint.PrincipalColumns.Select(column => scope.Identifier(column.Name)).ToEquatableList(),
                OnDelete = constraint.OnDeleteAction switch
                {
                    ReferentialAction.Cascade => ForeignKeyAction.Cascade,
                    ReferentialAction.Restrict => ForeignKeyAction.Restrict,
                    ReferentialAction.SetNull => ForeignKeyAction.SetNull,
                    ReferentialAction.SetDefault => ForeignKeyAction.SetDefault,
                    _ => ForeignKeyAction.NoAction,
                },
            })
            .OrderBy(constraint => constraint.Name, StringComparer.Ordinal);
}
