using Autogen.Schema.Objects;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Autogen.Design.Models;

/// <summary>Something of the model whose name must be another than those of others.</summary>
/// <param name="Noun">What it is, for people.</param>
/// <param name="Owner">Whose it is, for people.</param>
/// <param name="Name">The name in the model.</param>
/// <param name="Stored">The name as the database has it, with what it must be distinct within.</param>
/// <param name="Renaming">The method that gives it another name.</param>
internal sealed record NamedThing(string Noun, string Owner, string Name, string Stored, string Renaming)
{
    /// <summary>The thing, for people.</summary>
    public string Description => $"{Noun} '{Name}'{Owner}";

    /// <summary>
    /// What shares one space of names with the tables, for each schema: indexes; on PostgreSQL also sequences, and the
    /// indexes that keys are made of.
    /// </summary>
    public static IEnumerable<NamedThing> Relations(ModelScope scope, IReadOnlyList<ITable> tables)
    {
        foreach (var table in tables)
        {
            var owner = $" of entity '{DistinctNames.EntityOf(table)}'";
            string Stored(string name) => scope.Name(table.Schema, name).ToString();
            yield return new("table", owner, table.Name, Stored(table.Name), "ToTable");
            foreach (var index in table.Indexes)
                yield return new("index", owner, index.Name, Stored(index.Name), "HasDatabaseName");
            foreach (var key in scope.Dialect.Capabilities.ConstraintsAreNamed ? table.UniqueConstraints : [])
                yield return new("key", owner, key.Name, Stored(key.Name), "HasName");
        }

        foreach (var sequence in scope.Dialect.Capabilities.Sequences ? scope.Model.Sequences : [])
            yield return new("sequence", "", sequence.Name, scope.Name(sequence.Schema, sequence.Name).ToString(), "HasSequence");
    }

    /// <summary>The constraints of a table, where they have names.</summary>
    public static IEnumerable<NamedThing> Constraints(ModelScope scope, ITable table)
    {
        if (!scope.Dialect.Capabilities.ConstraintsAreNamed)
            return [];
        var owner = $" of entity '{DistinctNames.EntityOf(table)}'";
        NamedThing Thing(string noun, string name, string renaming) => new(noun, owner, name, scope.Identifier(name), renaming);
        return
        [
            .. table.UniqueConstraints.Select(key => Thing("key", key.Name, "HasName")),
            .. table.ForeignKeyConstraints.Select(key => Thing("foreign key", key.Name, "HasConstraintName")),
            .. table.CheckConstraints.Select(check => Thing("check constraint", check.Name ?? check.ModelName, "HasCheckConstraint")),
        ];
    }
}
