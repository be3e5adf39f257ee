using Autogen.Operations;
using Autogen.Schema.Comparison;
using Autogen.Schema.Objects;
using Microsoft.EntityFrameworkCore.Migrations.Operations;

namespace Autogen.Design.Environments;

/// <summary>What an operation, or a difference, is about; enough to know which differences a project's review takes away.</summary>
/// <param name="Kind">The kind of object.</param>
/// <param name="Schema">The schema of the object or its table; <see langword="null"/> for the default one.</param>
/// <param name="Table">The name of its table, for what is part of one.</param>
/// <param name="Name">Its own name; of a primary key none, as a table has one.</param>
internal sealed record OperationSubject(ObjectKind Kind, string? Schema, string? Table, string? Name)
{
    /// <summary>The subject of an operation; <see langword="null"/> if unknown. Of a rename the current name.</summary>
    public static OperationSubject? Of(MigrationOperation operation) => operation switch
    {
        EnsureSchemaOperation schema => new(ObjectKind.Schema, null, null, schema.Name),
        DropSchemaOperation schema => new(ObjectKind.Schema, null, null, schema.Name),
        CreateSequenceOperation sequence => new(ObjectKind.Sequence, sequence.Schema, null, sequence.Name),
        DropSequenceOperation sequence => new(ObjectKind.Sequence, sequence.Schema, null, sequence.Name),
        AlterSequenceOperation sequence => new(ObjectKind.Sequence, sequence.Schema, null, sequence.Name),
        RenameSequenceOperation sequence => new(ObjectKind.Sequence, sequence.Schema, null, sequence.Name),
        CreateTypedSequenceOperation sequence => new(ObjectKind.Sequence, sequence.Schema, null, sequence.Name),
        SetSequenceOptionsOperation sequence => new(ObjectKind.Sequence, sequence.Schema, null, sequence.Name),
        CreateEnumOperation type => new(ObjectKind.EnumType, type.Schema, null, type.Name),
        AddEnumValueOperation type => new(ObjectKind.EnumType, type.Schema, null, type.Name),
        RenameEnumValueOperation type => new(ObjectKind.EnumType, type.Schema, null, type.Name),
        RenameTypeOperation type => new(ObjectKind.EnumType, type.Schema, null, type.Name),
        CreateTableOperation table => new(ObjectKind.Table, table.Schema, null, table.Name),
        DropTableOperation table => new(ObjectKind.Table, table.Schema, null, table.Name),
        AlterTableOperation table => new(ObjectKind.Table, table.Schema, null, table.Name),
        RenameTableOperation table => new(ObjectKind.Table, table.Schema, null, table.Name),
        ColumnOperation column => new(ObjectKind.Column, column.Schema, column.Table, column.Name),
        DropColumnOperation column => new(ObjectKind.Column, column.Schema, column.Table, column.Name),
        RenameColumnOperation column => new(ObjectKind.Column, column.Schema, column.Table, column.Name),
        AddPrimaryKeyOperation key => new(ObjectKind.PrimaryKey, key.Schema, key.Table, null),
        DropPrimaryKeyOperation key => new(ObjectKind.PrimaryKey, key.Schema, key.Table, null),
        AddUniqueConstraintOperation unique => new(ObjectKind.UniqueConstraint, unique.Schema, unique.Table, unique.Name),
        DropUniqueConstraintOperation unique => new(ObjectKind.UniqueConstraint, unique.Schema, unique.Table, unique.Name),
        AddCheckConstraintOperation check => new(ObjectKind.CheckConstraint, check.Schema, check.Table, check.Name),
        DropCheckConstraintOperation check => new(ObjectKind.CheckConstraint, check.Schema, check.Table, check.Name),
        CreateIndexOperation index => new(ObjectKind.Index, index.Schema, index.Table, index.Name),
        CreateExpressionIndexOperation index => new(ObjectKind.Index, index.Schema, index.Table, index.Name),
        DropIndexOperation index => new(ObjectKind.Index, index.Schema, index.Table, index.Name),
        RenameIndexOperation index => new(ObjectKind.Index, index.Schema, index.Table, index.Name),
        AddForeignKeyOperation key => new(ObjectKind.ForeignKey, key.Schema, key.Table, key.Name),
        DropForeignKeyOperation key => new(ObjectKind.ForeignKey, key.Schema, key.Table, key.Name),
        _ => null,
    };

    /// <summary>The subjects of a difference: under the current name, and under the target name.</summary>
    public static IEnumerable<OperationSubject> Of(Change change)
    {
        foreach (var item in new[] { change.Before, change.After }.OfType<object>())
        {
            var name = SchemaObjects.NameOf(change.Table, item);
            yield return change.Table is { } table && change.Kind != ObjectKind.Table
                ? new OperationSubject(change.Kind, table.Schema, table.Name, change.Kind == ObjectKind.PrimaryKey ? null : name?.Name)
                : new OperationSubject(change.Kind, name?.Schema, null, name?.Name);
        }
    }
}
