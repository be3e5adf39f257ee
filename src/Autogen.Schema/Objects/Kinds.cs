namespace Autogen.Schema.Objects;

/// <summary>
/// The kinds of object that the tool knows, in the order in which they are created (and, read backwards, dropped).
/// This file is the place to begin when a kind is added: a value here, an entry in <see cref="Kinds"/>, and the conventions tests name
/// what else it needs.
/// </summary>
public enum ObjectKind
{
    /// <summary>A namespace of a database (<c>CREATE SCHEMA</c>).</summary>
    Schema,

    /// <summary>A PostgreSQL extension.</summary>
    Extension,

    /// <summary>A PostgreSQL enumerated type.</summary>
    EnumType,

    /// <summary>A PostgreSQL collation that is not the system's.</summary>
    Collation,

    /// <summary>A PostgreSQL range type that is not the system's.</summary>
    RangeType,

    /// <summary>A sequence that no column owns.</summary>
    Sequence,

    /// <summary>A base table.</summary>
    Table,

    /// <summary>A column of a table.</summary>
    Column,

    /// <summary>A table's primary key.</summary>
    PrimaryKey,

    /// <summary>A unique constraint; EF Core's alternate keys are such.</summary>
    UniqueConstraint,

    /// <summary>A check constraint.</summary>
    CheckConstraint,

    /// <summary>A row that the model wants to be there (EF Core's <c>HasData</c>).</summary>
    SeedRow,

    /// <summary>An index that no constraint owns.</summary>
    Index,

    /// <summary>A foreign key.</summary>
    ForeignKey,

    /// <summary>A view; known by name only, never created or dropped.</summary>
    View,
}

/// <summary>
/// The one list of kinds: whatever is done with objects of every kind loops over it. What is done with the parts of tables is in
/// <see cref="PartNouns"/> and in the classes that take tables apart.
/// </summary>
internal static class Kinds
{
    /// <summary>Kinds of which a schema has a list, in the order of <see cref="ObjectKind"/>.</summary>
    public static IReadOnlyList<Kind> All { get; } =
    [
        new Kind<string>(
            ObjectKind.Schema,
            "schema",
            schema => schema.Schemas,
            (schema, items) => schema with { Schemas = items },
            name => new ObjectName(name))
        {
            Query = "schemas",
            FromRow = row => row.Text("name"),
            IsOfDatabase = true,
        },
        new Kind<Extension>(
            ObjectKind.Extension,
            "extension",
            schema => schema.Extensions,
            (schema, items) => schema with { Extensions = items },
            item => new ObjectName(item.Name))
        {
            Query = "extensions",
            FromRow = Extension.Read,
            Schema = item => item.Schema.Value,
            IsOfDatabase = true,
            BringsTypes = true,
        },
        new Kind<EnumType>(
            ObjectKind.EnumType,
            "enum type",
            schema => schema.EnumTypes,
            (schema, items) => schema with { EnumTypes = items },
            item => item.Name)
        {
            ListedAs = "enumerated type",
            Query = "enum_types",
            FromRow = row => new EnumType(row.Name(), row.Texts("labels")),
            Types = item => [new DefinedType(item.Name, StoreTypeKind.Enum) { Labels = item.Labels }],
            SharesNamesWithTables = true,
            Use = TableUse.Type,
            BringsTypes = true,
        },
        new Kind<Collation>(
            ObjectKind.Collation,
            "collation",
            schema => schema.Collations,
            (schema, items) => schema with { Collations = items },
            item => item.Name)
        {
            Query = "collations",
            FromRow = row => new Collation(row.Name()) { Definition = new(row.Text("definition")) },
            Use = TableUse.Collation,
        },
        new Kind<RangeType>(
            ObjectKind.RangeType,
            "range type",
            schema => schema.RangeTypes,
            (schema, items) => schema with { RangeTypes = items },
            item => item.Name)
        {
            Query = "range_types",
            FromRow = row => new RangeType(row.Name()) { Definition = new(row.Text("definition")) },
            Types = RangeType.TypesOf,
            SharesNamesWithTables = true,
            Use = TableUse.Type,
            BringsTypes = true,
        },
        new Kind<Sequence>(
            ObjectKind.Sequence,
            "sequence",
            schema => schema.Sequences,
            (schema, items) => schema with { Sequences = items },
            item => item.Name)
        {
            Query = "sequences",
            FromRow = Sequence.Read,
            SharesNamesWithTables = true,
            IsRenamable = true,
            Use = TableUse.Values,
        },
        new Kind<Table>(
            ObjectKind.Table,
            "table",
            schema => schema.Tables,
            (schema, items) => schema with { Tables = items },
            item => item.Name)
        {
            SharesNamesWithTables = true,
            IsRenamable = true,
        },
        new Kind<View>(
            ObjectKind.View,
            "view",
            schema => schema.Views,
            (schema, items) => schema with { Views = items },
            item => item.Name)
        {
            Query = "views",
            FromRow = row => new View(row.Name(), row.Bool("is_materialized")),
            SharesNamesWithTables = true,
        },
    ];

    /// <summary>The names of the kinds that are parts of tables, in the lines that people read.</summary>
    public static IReadOnlyDictionary<ObjectKind, string> PartNouns { get; } = new Dictionary<ObjectKind, string>
    {
        [ObjectKind.Column] = "column",
        [ObjectKind.PrimaryKey] = "primary key",
        [ObjectKind.UniqueConstraint] = "unique constraint",
        [ObjectKind.CheckConstraint] = "check constraint",
        [ObjectKind.SeedRow] = "seed row",
        [ObjectKind.Index] = "index",
        [ObjectKind.ForeignKey] = "foreign key",
    };

    /// <summary>The entry of a kind; <see langword="null"/> for a part of a table.</summary>
    public static Kind? Of(ObjectKind value) => All.FirstOrDefault(kind => kind.Value == value);

    /// <summary>The entry of an object's kind; <see langword="null"/> for a part of a table.</summary>
    public static Kind? OfItem(object item) => All.FirstOrDefault(kind => kind.Has(item));

    /// <summary>The name of a kind, or of a part of a table, in the lines that people read.</summary>
    public static string NounOf(ObjectKind value)
        => Of(value)?.Noun
            ?? PartNouns.GetValueOrDefault(value)
            ?? throw new ArgumentOutOfRangeException(nameof(value), value, message: null);
}
