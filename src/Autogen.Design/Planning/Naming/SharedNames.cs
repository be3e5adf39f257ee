using Autogen.Design.Planning.Steps;
using Autogen.Schema.Comparison;
using Autogen.Schema.Objects;

namespace Autogen.Design.Planning.Naming;

/// <summary>
/// Names that tables, indexes, sequences and types share in a schema (a table has a type of its own name): a new table or index is created
/// once its name is free.
/// </summary>
internal sealed class SharedNames(SchemaDiff diff)
{
    private static readonly IReadOnlyList<ObjectKind> Objects =
        [.. Kinds.All.Where(kind => kind.SharesNamesWithTables && kind.Value != ObjectKind.Table).Select(kind => kind.Value)];

    private readonly ILookup<string, (ObjectKind Kind, Table Table)> parts = diff.Current.Tables.SelectMany(PartsOf)
        .ToLookup(part => part.Name, part => (part.Kind, part.Table), StringComparer.Ordinal);

    /// <summary>Whether parts of tables of a kind have such names.</summary>
    public static bool AreThoseOf(ObjectKind part) => part is ObjectKind.Index or ObjectKind.PrimaryKey or ObjectKind.UniqueConstraint;

    /// <summary>The steps that free a name.</summary>
    public IEnumerable<Vertex> Freeing(ObjectName name)
    {
        yield return Vertex.OfTable(Phase.DropTable, name);
        foreach (var kind in Objects)
            yield return Vertex.Of(Phase.DropObject, kind, name);
        foreach (var (kind, table) in parts[name.Name])
        {
            var target = diff.Pairs.TargetTable(table.Name);
            if (table.Name.Schema != name.Schema && target.Schema != name.Schema)
                continue;
            yield return new Vertex(Phase.Rename, kind, target, name.Name);
            if (kind != ObjectKind.Index)
                continue;
            yield return new Vertex(Phase.DropIndex, kind, target, name.Name);
            yield return Vertex.OfTable(Phase.DropTable, table.Name);
        }
    }

    private static IEnumerable<(string Name, ObjectKind Kind, Table Table)> PartsOf(Table table) =>
    [
        .. table.Indexes.Select(index => (index.Name, ObjectKind.Index, table)),
        .. table.PrimaryKey is { Name: { } key } ? new[] { (key, ObjectKind.PrimaryKey, table) } : [],
        .. table.UniqueConstraints.Where(unique => unique.Name is not null)
            .Select(unique => (unique.Name!, ObjectKind.UniqueConstraint, table)), // not null: chosen so
    ];
}
