using Autogen.Operations;
using Autogen.Schema.Objects;
using Microsoft.EntityFrameworkCore.Migrations.Operations;

namespace Autogen.Design.Ownership;

/// <summary>The constraints and indexes that the applied revisions have named and not dropped again.</summary>
/// <param name="name">Gives an operation's schema and name as the readers would.</param>
internal sealed class CreatedParts(Func<string?, string, ObjectName> name)
{
    private readonly HashSet<(ObjectName Table, string Name)> parts = [];

    /// <summary>Whether a revision gave that name to a constraint or an index of that table.</summary>
    public bool Has(ObjectName table, string part) => parts.Contains((table, part));

    /// <summary>Does to the set what the operation does to a database.</summary>
    public void Replay(MigrationOperation operation)
    {
        switch (operation)
        {
            case CreateTableOperation create:
                Add(create.Schema, create.Name, create.PrimaryKey?.Name);
                IEnumerable<string> names =
                [
                    .. create.UniqueConstraints.Select(unique => unique.Name), .. create.ForeignKeys.Select(foreignKey => foreignKey.Name),
                    .. create.CheckConstraints.Select(check => check.Name),
                ];
                foreach (var part in names)
                    Add(create.Schema, create.Name, part);
                break;
            case DropTableOperation drop:
                Drop(name(drop.Schema, drop.Name));
                break;
            case RenameTableOperation rename:
                Move(name(rename.Schema, rename.Name), name(rename.NewSchema ?? rename.Schema, rename.NewName ?? rename.Name));
                break;
            case AddPrimaryKeyOperation add:
                Add(add.Schema, add.Table, add.Name);
                break;
            case AddUniqueConstraintOperation add:
                Add(add.Schema, add.Table, add.Name);
                break;
            case AddForeignKeyOperation add:
                Add(add.Schema, add.Table, add.Name);
                break;
            case AddCheckConstraintOperation add:
                Add(add.Schema, add.Table, add.Name);
                break;
            case CreateIndexOperation create:
                Add(create.Schema, create.Table, create.Name);
                break;
            case CreateExpressionIndexOperation create:
                Add(create.Schema, create.Table, create.Name);
                break;
            case RenameConstraintOperation rename:
                Rename(name(rename.Schema, rename.Table), rename.Name, rename.NewName);
                break;
            case RenameIndexOperation { Table: { } table } rename:
                Rename(name(rename.Schema, table), rename.Name, rename.NewName);
                break;
            case DropPrimaryKeyOperation drop:
                Drop(drop.Schema, drop.Table, drop.Name);
                break;
            case DropUniqueConstraintOperation drop:
                Drop(drop.Schema, drop.Table, drop.Name);
                break;
            case DropForeignKeyOperation drop:
                Drop(drop.Schema, drop.Table, drop.Name);
                break;
            case DropCheckConstraintOperation drop:
                Drop(drop.Schema, drop.Table, drop.Name);
                break;
            case DropIndexOperation { Table: { } table } drop:
                Drop(drop.Schema, table, drop.Name);
                break;
        }
    }

    /// <summary>Does to the set what the statement does to a database.</summary>
    public void Replay(OwnedStatement statement)
    {
        var table = name(statement.Name.Schema, statement.Name.Name);
        switch (statement)
        {
            case { Kind: OwnedStatement.Kinds.Table, NewName: { } newName }:
                Move(table, statement.Verb == OwnedStatement.Verbs.Move ? name(newName, table.Name) : table with { Name = newName });
                break;
            case { Part: { } part, Verb: OwnedStatement.Verbs.Create }:
                parts.Add((table, part));
                break;
            case { Part: { } part, Verb: OwnedStatement.Verbs.Drop }:
                parts.Remove((table, part));
                break;
            case { Part: { } part, NewName: { } newName }:
                Rename(table, part, newName);
                break;
        }
    }

    private void Add(string? schema, string table, string? part)
    {
        if (part is not null)
            parts.Add((name(schema, table), part));
    }

    private void Drop(string? schema, string table, string part) => parts.Remove((name(schema, table), part));

    private void Drop(ObjectName table) => parts.RemoveWhere(part => part.Table == table);

    private void Rename(ObjectName table, string part, string newName)
    {
        if (parts.Remove((table, part)))
            parts.Add((table, newName));
    }

    private void Move(ObjectName table, ObjectName renamed)
    {
        foreach (var part in parts.Where(part => part.Table == table).ToList())
        {
            parts.Remove(part);
            parts.Add((renamed, part.Name));
        }
    }
}
