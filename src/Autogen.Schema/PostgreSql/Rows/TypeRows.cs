using Autogen.Schema.Objects;

namespace Autogen.Schema.PostgreSql.Rows;

/// <summary>Rows of <c>types.sql</c>, and the types of the rows of other queries. A type is found by its oid, not by its name.</summary>
internal sealed class TypeRows
{
    private readonly Dictionary<long, (DefinedType Type, Beneath? Of)> types = [];

    /// <summary>All of them, in the order of the query.</summary>
    public EquatableList<DefinedType> All => types.Keys.Select(oid => Find(oid)).OfType<DefinedType>().ToEquatableList();

    /// <summary>Adds a type.</summary>
    public long Add(Row row)
    {
        var type = new DefinedType(row.Name("schema", "name"), Kind(row.Text("kind")))
        {
            IsVisible = row.Bool("is_visible"),
            Extension = row.TextOrNull("extension"),
            Labels = row.Texts("labels"),
            Default = row.TextOrNull("default_text"),
            IsChecked = row.Bool("is_checked"),
        };
        var of = row.TextOrNull("of_type") is { } text ? new Beneath(text, row.Long("of_oid"), row.Text("of_kind")) : null;
        types.Add(row.Long("oid"), (type, of));
        return row.Long("oid");
    }

    /// <summary>The type of a row: columns <c>type</c>, <c>type_oid</c> and <c>type_kind</c>, the two of an array's elements.</summary>
    public StoreType Read(Row row) => Of(new Beneath(row.Text("type"), row.Long("type_oid"), row.Text("type_kind")));

    private StoreType Of(Beneath type)
    {
        var parsed = new StoreType(type.Text);
        return parsed with { Definition = Find(type.Oid) ?? PostgreSqlKnownTypes.OfServer(parsed) ?? OfServer(parsed, type.Kind) };
    }

    private static DefinedType OfServer(StoreType type, string kind) => new(new ObjectName(DefinedType.Server, type.Name), Kind(kind));

    private DefinedType? Find(long oid)
        => types.TryGetValue(oid, out var found) ? found.Of is { } of ? found.Type with { Of = Of(of) } : found.Type : null;

    private static StoreTypeKind Kind(string letter) => letter switch
    {
        "b" => StoreTypeKind.Base,
        "c" => StoreTypeKind.Composite,
        "d" => StoreTypeKind.Domain,
        "e" => StoreTypeKind.Enum,
        "m" => StoreTypeKind.Multirange,
        "r" => StoreTypeKind.Range,
        _ => StoreTypeKind.Unknown,
    };

    private sealed record Beneath(string Text, long Oid, string Kind);
}
