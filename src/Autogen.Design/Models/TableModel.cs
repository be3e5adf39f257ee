using Autogen.Schema.Objects;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Autogen.Design.Models;

/// <summary>A table of the model.</summary>
internal static class TableModel
{
    /// <summary>Reads it with all that belongs to it, but for rows.</summary>
    public static Table Read(ModelScope scope, ITable table)
    {
        var columns = ColumnOrder.Of(table).Where(column => !scope.Provider.IsSystemColumn(column)).ToList();
        var words = scope.Provider.TableWords(table);
        return new Table
        {
            Name = scope.Name(table.Schema, table.Name),
            Columns = columns.Select(column => ColumnModel.Read(scope, column)).ToEquatableList(),
            PrimaryKey = table.PrimaryKey is { } key ? PrimaryKeyModel.Read(scope, key) : null,
            UniqueConstraints = UniqueConstraintModel.Read(scope, table).ToEquatableList(),
            CheckConstraints = CheckConstraintModel.Read(scope, table).ToEquatableList(),
            ForeignKeys = ForeignKeyModel.Read(scope, table).ToEquatableList(),
            Indexes = table.Indexes.Select(index => IndexModel.Read(scope, index))
                .OrderBy(index => index.Name, StringComparer.Ordinal)
                .ToEquatableList(),
            Comment = scope.Dialect.Capabilities.Comments && !string.IsNullOrEmpty(table.Comment) ? table.Comment : null,
            IsUnlogged = words.IsUnlogged,
            StorageParameters = words.StorageParameters,
            Annotations = CarriedAnnotations.Of(scope, table),
        };
    }
}
