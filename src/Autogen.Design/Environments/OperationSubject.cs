using Autogen.Schema.Comparison;
using Autogen.Schema.Objects;
using Microsoft.EntityFrameworkCore.Migrations.Operations;

namespace Autogen.Design.Environments;

/// <summary>What an operation, or a difference, is about; enough to know which differences a project's review takes away.</summary>
/// <param name="Kind">The kind of object.</param>
/// <param name="Table">The name of its table, for what is part of one.</param>
/// <param name="Name">Its own name; of a primary key none, as a table has one.</param>
internal sealed record OperationSubject(ObjectKind Kind, string? Table, string? Name)
{
    /// <summary>The subject of an operation; <see langword="null"/> where it can't be told.</summary>
    public static OperationSubject? Of(MigrationOperation operation) => operation switch
    {
        EnsureSchemaOperation schema => new(ObjectKind.Schema, null, schema.Name),
        DropSchemaOperation schema => new(ObjectKind.Schema, null, schema.Name),
        CreateSequenceOperation create => new(ObjectKind.Sequence, null, create.Name),
        DropSequenceOperation drop => new(ObjectKind.Sequence, null, drop.Name),
        AlterSequenceOperation alter => new(ObjectKind.Sequence, null, alter.Name),
        CreateTableOperation create => new(ObjectKind.Table, null, create.Name),
        DropTableOperation drop => new(ObjectKind.Table, null, drop.Name),
        AlterTableOperation alter => new(ObjectKind.Table, null, alter.Name),
        ColumnOperation column => new(ObjectKind.Column, column.Table, column.Name),
        DropColumnOperation drop => new(ObjectKind.Column, drop.Table, drop.Name),
        AddPrimaryKeyOperation key => new(ObjectKind.PrimaryKey, key.Table, null),
        DropPrimaryKeyOperation key => new(ObjectKind.PrimaryKey, key.Table, null),
        AddUniqueConstraintOperation unique => new(ObjectKind.UniqueConstraint, unique.Table, unique.Name),
        DropUniqueConstraintOperation unique => new(ObjectKind.UniqueConstraint, unique.Table, unique.Name),
        AddCheckConstraintOperation check => new(ObjectKind.CheckConstraint, check.Table, check.Name),
        DropCheckConstraintOperation check => new(ObjectKind.CheckConstraint, check.Table, check.Name),
        CreateIndexOperation index => new(ObjectKind.Index, index.Table, index.Name),
        DropIndexOperation index => new(ObjectKind.Index, index.Table, index.Name),
        AddForeignKeyOperation key => new(ObjectKind.ForeignKey, key.Table, key.Name),
        DropForeignKeyOperation key => new(ObjectKind.ForeignKey, key.Table, key.Name),
        _ => null,
    };

    /// <summary>The subjects of a difference: under the name that is there, and under the name that is wanted.</summary>
    public static IEnumerable<OperationSubject> Of(Change change)
        => new[] { change.Before, change.After }.OfType<object>().Select(item => new OperationSubject(
            change.Kind, change.Table?.Name, change.Kind == ObjectKind.PrimaryKey ? null : SchemaObjects.NameOf(change.Table, item)?.Name));
}
