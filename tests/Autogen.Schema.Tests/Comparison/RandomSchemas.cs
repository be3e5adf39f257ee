using Autogen.Schema.Comparison;
using Autogen.Schema.Objects;

namespace Autogen.Schema.Tests.Comparison;

/// <summary>Pairs of schemas that have much in common, made from a seed; with names that databases and people find hard.</summary>
internal sealed class RandomSchemas
{
    private static readonly string[] Names =
        ["orders", "Orders", "select", "größe", "a b", "quo\"te", "it's", "名前", "x.y", "id", new('n', 63), "_", "a", "b"];

    private static readonly string[] Types = ["integer", "int4", "text", "numeric(10,2)", "?odd"];
    private static readonly string?[] Expressions = [null, "''", "0", "5", "now()", "? odd", "NULL"];

    private readonly Random random;

    private RandomSchemas(int seed) => random = new Random(seed);

    public required DatabaseSchema Live { get; init; }

    public required DatabaseSchema Model { get; init; }

    public required ComparisonOptions Options { get; init; }

    public static RandomSchemas Of(int seed)
    {
        var make = new RandomSchemas(seed)
        {
            Live = DatabaseSchema.Empty,
            Model = DatabaseSchema.Empty,
            Options = ComparisonOptions.Default
        };
        var live = make.Some(make.Schema(DatabaseSchema.Empty));
        var (renamed, hints) = make.Renamed(live);
        var model = make.Schema(renamed);
        return new RandomSchemas(seed)
        {
            Live = live,
            Model = model,
            Options = new ComparisonOptions
            {
                Strict = make.Chance(4),
                CompareComments = !make.Chance(8),
                Renames = IsPossible(hints, live, model) ? hints : RenameHints.None,
            },
        };
    }

    /// <summary>The same schema with every list whose order has no meaning in another order.</summary>
    public static DatabaseSchema Shuffled(DatabaseSchema schema, int seed)
    {
        var order = new Random(seed);
        return schema.Items().OrderBy(_ => order.Next()).ToSchema() with
        {
            DefaultSchema = schema.DefaultSchema,
            Tables = Shuffle(schema.Tables.Select(table => table with
            {
                Columns = Shuffle(table.Columns),
                UniqueConstraints = Shuffle(table.UniqueConstraints),
                CheckConstraints = Shuffle(table.CheckConstraints),
                ForeignKeys = Shuffle(table.ForeignKeys),
                Indexes = Shuffle(table.Indexes),
                SeedRows = Shuffle(table.SeedRows),
            }).ToEquatableList()),
        };

        EquatableList<T> Shuffle<T>(EquatableList<T> items) => items.OrderBy(_ => order.Next()).ToEquatableList();
    }

    /// <summary>Whether what was renamed is still there, and nothing has the old name.</summary>
    private static bool IsPossible(RenameHints hints, DatabaseSchema live, DatabaseSchema model)
    {
        try
        {
            _ = ResolvedRenames.Resolve(hints, live, model, TestDialect.Rich);
            return true;
        }
        catch (AutogenException)
        {
            return false;
        }
    }

    private DatabaseSchema Some(DatabaseSchema schema) => schema with { Views = [new(new ObjectName("a view"), Chance(2))] };

    private DatabaseSchema Schema(DatabaseSchema like) => Consistent(SchemaOfNames(like) with
    {
        EnumTypes = List(like.EnumTypes, 2, type => type.Name.Name, name => new EnumType(new ObjectName(name), Pick(Names, 4))),
        Sequences = List(
            like.Sequences,
            2,
            sequence => sequence.Name.Name,
            name => new Sequence(new ObjectName(name), One("integer", "bigint"), Numbering())),
        Tables = List(like.Tables, 3, table => table.Name.Name, name => Table(name, like.FindTable(new ObjectName(name)))),
    });

    private DatabaseSchema SchemaOfNames(DatabaseSchema like)
        => Kinds.All.Where(kind => kind.Value is not (ObjectKind.Table or ObjectKind.View)).Aggregate(
            DatabaseSchema.Empty,
            (to, kind) => kind.With(to, List(
                kind.In(like).ToEquatableList(),
                2,
                item => kind.NameOf(item).Name,
                name => KindSamples.Of(kind, name, random.Next(2)))));

    /// <summary>Without keys and rows of tables and columns that do not exist.</summary>
    private static DatabaseSchema Consistent(DatabaseSchema schema) => schema with
    {
        Tables = schema.Tables.Select(table => table with
        {
            ForeignKeys = table.ForeignKeys
                .Where(key => schema.FindTable(key.PrincipalTable) is { } principal
                    && key.PrincipalColumns.All(column => principal.FindColumn(column) is not null))
                .ToEquatableList(),
            SeedRows = table.SeedRows
                .Where(row => row.Key.Concat(row.Values).All(value => table.FindColumn(value.Column) is not null))
                .ToEquatableList(),
        }).ToEquatableList(),
    };

    private Table Table(string name, Table? like)
    {
        var columns = List(like?.Columns ?? [], 5, column => column.Name, Column);
        var names = columns.Select(column => column.Name).DefaultIfEmpty("id").ToArray();
        var key = Chance(3) ? null : new PrimaryKey(Chance(4) ? null : One("pk", "PK_x"), Pick(names, 2));
        return new Table
        {
            Name = new ObjectName(name),
            Columns = columns.Select(column =>
                column with { IsNullable = column.IsNullable && key?.Columns.Contains(column.Name, StringComparer.Ordinal) != true })
                .ToEquatableList(),
            PrimaryKey = key is { Columns.Count: 0 } ? null : key,
            UniqueConstraints = List(like?.UniqueConstraints ?? [], 2, unique => unique.Name!, unique => Unique(unique, names)),
            CheckConstraints = List(like?.CheckConstraints ?? [], 3, check => check.Name!, check => Check(check, names)),
            ForeignKeys = List(like?.ForeignKeys ?? [], 8, foreign => foreign.Name!, foreign => ForeignKey(foreign, name, names)),
            Indexes = List(like?.Indexes ?? [], 3, index => index.Name, index => Index(index, names)),
            SeedRows = List(
                like?.SeedRows ?? [],
                8,
                row => row.Key[0].Literal,
                row => new SeedRow([new(names[0], row)], [new(names[^1], One("1", "2"))])),
            Comment = Chance(2) ? null : One("x", "y"),
            IsUnlogged = Chance(5),
            StorageParameters = Parameters(),
        };
    }

    private UniqueConstraint Unique(string name, string[] columns)
        => new(name, Pick(columns, 2)) { Deferrability = One<Deferrability>(), NullsDistinct = Chance(2) };

    private CheckConstraint Check(string name, string[] columns) => new(name, Expression(columns)) { IsValidated = !Chance(4) };

    private Column Column(string name)
    {
        var column = new Column
        {
            Name = name,
            Type = One(Types),
            Comment = Chance(3) ? One("x", "y") : null,
            Collation = Chance(5) ? new ObjectName("C") : null
        };
        return random.Next(5) switch
        {
            0 => column with { Identity = new Identity(One<IdentityKind>(), Numbering()) },
            1 => column with
            {
                Generated = new GeneratedColumn(new SqlExpression(One("a + 1", "b + 1")), Chance(2)),
                IsNullable = Chance(2)
            },
            _ => column with { Default = One(Expressions) is { } text ? new SqlExpression(text) : null, IsNullable = Chance(2) },
        };
    }

    private ForeignKey ForeignKey(string name, string table, string[] columns) => new()
    {
        Name = name,
        Columns = [One(columns)],
        PrincipalTable = new ObjectName(One(table, table, "orders")),
        PrincipalColumns = [One(columns)],
        OnDelete = One<ForeignKeyAction>(),
        OnUpdate = One<ForeignKeyAction>(),
        Deferrability = Chance(3) ? One<Deferrability>() : Deferrability.NotDeferrable,
        IsValidated = !Chance(4),
    };

    private TableIndex Index(string name, string[] columns) => new()
    {
        Name = name,
        Parts = Enumerable.Range(0, 1 + random.Next(2)).Select(_ => Part(columns)).ToEquatableList(),
        IsUnique = Chance(3),
        Filter = Chance(3) ? Expression(columns) : null,
        Method = Chance(5) ? "gin" : null,
        IncludedColumns = Chance(4) ? [One(columns)] : [],
        NullsDistinct = !Chance(4),
        StorageParameters = Parameters(),
        IsValid = !Chance(8),
    };

    private IndexPart Part(string[] columns) => Chance(4)
        ? new IndexPart { Expression = Expression(columns) }
        : new IndexPart
        {
            Column = One(columns),
            IsDescending = Chance(4),
            Collation = Chance(6) ? new ObjectName("C") : null,
            NullsOrder = Chance(6) ? NullsOrder.First : null,
        };

    private SequenceOptions Numbering()
        => new() { Start = Chance(3) ? 7 : null, Increment = Chance(3) ? 2 : 1, IsCyclic = Chance(5), Maximum = Chance(5) ? 99 : null };

    private EquatableList<StorageParameter> Parameters()
        => Pick(["fillfactor", "x"], 2)
            .Order(StringComparer.Ordinal)
            .Select(name => new StorageParameter(name, One("70", "80")))
            .ToEquatableList();

    private SqlExpression Expression(string[] columns)
        => new($"\"{One(columns).Replace("\"", "\"\"", StringComparison.Ordinal)}\" > {One("0", "1")}");

    /// <summary>The schema with one column or table under a new name, and all that refers to it.</summary>
    private (DatabaseSchema Schema, RenameHints Hints) Renamed(DatabaseSchema schema)
    {
        if (!Chance(3) || schema.Tables.Count == 0)
            return (schema, RenameHints.None);

        var table = One([.. schema.Tables]);
        var isTable = Chance(2) || table.Columns.Count == 0;
        var column = isTable ? null : One([.. table.Columns]);
        if (column?.Name is "a" or "b")
            return (schema, RenameHints.None);

        var name = isTable ? new ObjectName("a new name") : table.Name;
        var columns = table.Columns.Select(other => other == column ? other with { Name = "a new name" } : other).ToEquatableList();
        var pair = new TablePair(
            table, table with { Name = name }, table.Columns.Zip(columns).Select(both => new ColumnPair(both.First, both.Second)));
        var translated = new TargetNames(new SchemaPairs(schema, [pair]), TestDialect.Rich).Translate(schema);
        translated = translated with
        {
            Tables = translated.Tables.Select(other => other.Name == table.Name ? Renamed(other) : other).ToEquatableList()
        };

        Table Renamed(Table other) => other with
        {
            Name = name,
            Columns = other.Columns.Zip(columns).Select(pair => pair.First with { Name = pair.Second.Name }).ToEquatableList(),
        };

        return (translated, RenameHints.Parse([isTable ? $"{table.Name}=a new name" : $"{table.Name}.{column!.Name}=a new name"]));
    }

    /// <summary>
    /// A list that keeps most of another one's items, makes some of them again under their names, and has some of its own.
    /// </summary>
    private EquatableList<T> List<T>(EquatableList<T> like, int size, Func<T, string> name, Func<string, T> make)
    {
        var result = new SortedDictionary<string, T>(StringComparer.Ordinal);
        foreach (var item in like)
        {
            if (!Chance(6))
                result[name(item)] = Chance(3) ? make(name(item)) : item;
        }

        foreach (var added in Pick(Names, random.Next(size + 1)))
            result.TryAdd(added, make(added));
        return result.Values.ToEquatableList();
    }

    private bool Chance(int of) => random.Next(of) == 0;

    private T One<T>(params T[] values) => values[random.Next(values.Length)];

    private T One<T>()
        where T : struct, Enum
        => One(Enum.GetValues<T>());

    private EquatableList<string> Pick(string[] values, int most)
        => values.OrderBy(_ => random.Next()).Take(random.Next(most + 1)).Distinct(StringComparer.Ordinal).ToEquatableList();
}
