using Autogen.Fuzzing.Descriptions;
using Autogen.Schema.Objects;

namespace Autogen.Fuzzing.Generation;

/// <summary>Parts of a model, at random.</summary>
internal sealed class PartGenerator(FuzzDatabase database, Random random)
{
    private static readonly string[] schemas = ["s2", "Other \"Schema\"", "select"];
    private static readonly string[] texts = ["a comment", "it's \"odd\" \\ {0}", "two\nlines", "größe"];
    private readonly OddNames names = new(random);

    public bool IsSqlite => database == FuzzDatabase.Sqlite;

    public bool Chance(int oneIn) => random.Next(oneIn) == 0;

    public T Pick<T>(IReadOnlyList<T> items) => items[random.Next(items.Count)];

    public string Name(string prefix, string without = "") => names.Next(prefix, without);

    public string? Schema() => IsSqlite || !Chance(4) ? null : Pick(schemas);

    public string? Comment() => !IsSqlite && Chance(6) ? Pick(texts) : null;

    public EnumDescription Enum() => new(Name("enum", ".,"), Labels().ToEquatableList()) { Schema = Schema() };

    public IEnumerable<string> Labels()
        => new[] { "sad", "ok", "Happy one", "it's", "größe", "select" }.OrderBy(_ => random.Next()).Take(random.Next(2, 5)).ToList();

    public SequenceDescription Sequence() => new(Name("seq"))
    {
        Schema = Schema(),
        Type = Pick(["short", "int", "long"]),
        Start = Pick([1L, 1L, 10L]),
        Increment = Pick([1L, 1L, 3L]),
        Maximum = Pick([0L, 0L, 1000L]),
        IsCyclic = Chance(3),
    };

    public TableDescription Table(ModelDescription model)
    {
        var table = new TableDescription(Name("table")) { Schema = Schema(), Comment = Comment() };
        for (var count = random.Next(1, 7); count > 0; count--)
            table = table with { Columns = [.. table.Columns, Column(model)] };
        if (!Chance(12))
            table = WithKey(model, table);
        foreach (var column in table.Columns.Where(_ => Chance(6)).ToList())
            table = table.With(column, Compute(model, table, column));
        if (Chance(4))
            table = table with
            {
                AlternateKeys = [new KeyDescription(Chance(2) ? Name("ak") : null, Some(Columns(model, table, type => type.IsKeyable)))]
            };
        for (var count = random.Next(3); count > 0; count--)
            table = table with { Indexes = [.. table.Indexes, Index(model, table)] };
        for (var count = random.Next(3); count > 0; count--)
            table = WithCheck(model, table);
        if (Chance(5))
            table = table with { Seeds = [new SeedDescription(1001, 0), new SeedDescription(1002, 0)] };
        return table;
    }

    public ColumnDescription Column(ModelDescription model)
    {
        var types = ColumnTypes.Of(database).Keys.Concat(model.Enums.Select(type => "enum:" + type.Name)).ToList();
        var column = new ColumnDescription(Name("c"), Chance(3) ? Pick(["int", "string"]) : Pick(types))
        {
            IsNullable = Chance(2),
            Comment = Comment()
        };
        if (Chance(3))
            column = WithDefault(model, column);
        if (Chance(8))
            column = column with { Collation = Collation() };
        return column;
    }

    public string Collation() => IsSqlite ? Pick(["NOCASE", "RTRIM"]) : Pick(["C", "POSIX"]);

    public ColumnDescription WithDefault(ModelDescription model, ColumnDescription column)
    {
        var type = ColumnTypes.Of(database, model, column);
        var plain = column with { Default = null, DefaultSql = null, DefaultSequence = null };
        if (model.Sequences.Count > 0 && Chance(3))
            return plain with { DefaultSequence = Pick(model.Sequences).Name };
        if (type.DefaultSqls.Count > 0 && Chance(3))
            return plain with { DefaultSql = Pick(type.DefaultSqls) };
        return type.Defaults.Count > 0 ? plain with { Default = Pick(type.Defaults.Keys.ToList()) } : plain;
    }

    public ColumnDescription Compute(ModelDescription model, TableDescription table, ColumnDescription column)
    {
        var bases = table.Columns
            .Where(other => other.Name != column.Name
                && other.Type == column.Type
                && ColumnTypes.Of(database, model, other).Computations.Count > 0)
            .ToList();
        if (bases.Count == 0)
            return column;
        var origin = Pick(bases);
        return column with
        {
            Computed = new ExpressionDescription(origin.Name, Pick(ColumnTypes.Of(database, model, origin).Computations)),
            IsStored = !IsSqlite || Chance(2),
            IsNullable = true,
            Default = null,
            DefaultSql = null,
            DefaultSequence = null,
        };
    }

    public TableDescription WithKey(ModelDescription model, TableDescription table)
    {
        if (Chance(3) && Columns(model, table, type => type.IsKeyable) is { Count: > 0 } keyable)
            return table with { Key = Some(keyable), KeyName = Chance(3) ? Name("pk") : null };
        var identity = Chance(2) ? IdentityDescription.Conventional : Pick(System.Enum.GetValues<IdentityDescription>());
        var id = new ColumnDescription(Name("id"), Pick(["int", "long"])) { Identity = identity };
        return table with { Columns = [id, .. table.Columns], Key = [id.Name], KeyName = Chance(3) ? Name("pk") : null };
    }

    public TableDescription WithCheck(ModelDescription model, TableDescription table)
        => Columns(model, table, type => type.Checks.Count > 0) is { Count: > 0 } columns && Pick(columns) is var column
            ? table with
            {
                Checks = [.. table.Checks, new CheckDescription(Name("ck"), new(column, Pick(TypeOf(model, table, column).Checks)))]
            }
            : table;

    public IndexDescription Index(ModelDescription model, TableDescription table)
    {
        var columns = Some(Columns(model, table, type => type.IsIndexable));
        var index = new IndexDescription(Name("ix"), columns);
        if (columns.Count == 0)
            return index;
        if (Chance(3))
            index = index with { Descending = Some(columns) };
        if (Chance(4) && Columns(model, table, type => type.Filters.Count > 0) is { Count: > 0 } filtered && Pick(filtered) is var column)
            index = index with { Filter = new(column, Pick(TypeOf(model, table, column).Filters)) };
        if (Chance(3))
            return index with { IsUnique = true, NullsNotDistinct = !IsSqlite && Chance(4) };
        if (!IsSqlite && Chance(4))
            return index with { Included = Some(Columns(model, table, _ => true)) };
        if (!IsSqlite && Chance(3) && TypeOf(model, table, columns[0]).Methods is { Count: > 0 } methods)
            return new IndexDescription(index.Name, [columns[0]]) { Method = Pick(methods), Filter = index.Filter };
        return index;
    }

    public ModelDescription WithForeignKey(ModelDescription model)
    {
        if (model.Tables.Count == 0)
            return model;
        var (table, principal) = (Pick(model.Tables), Pick(model.Tables));
        var keys = principal.AlternateKeys.Select(key => key.Columns).Append(principal.Key).Where(key => key.Count > 0).ToList();
        if (keys.Count == 0)
            return model;
        var referred = Pick(keys);
        var columns = new List<string>();
        foreach (var type in referred.Select(column => principal.Find(column)?.Type ?? "int"))
        {
            var usable = table.Columns
                .Where(column => column.Type == type
                    && column.Computed is null
                    && column.Identity == IdentityDescription.None
                    && !columns.Contains(column.Name))
                .ToList();
            if (usable.Count > 0 && Chance(2))
            {
                columns.Add(Pick(usable).Name);
                continue;
            }

            var added = new ColumnDescription(Name("fk"), type) { IsNullable = !Chance(3) };
            model = model.With(table, table = table with { Columns = [.. table.Columns, added] });
            columns.Add(added.Name);
        }

        var behavior = Pick(["Cascade", "Restrict", "NoAction", "ClientSetNull", "SetNull"]);
        var key = new ForeignKeyDescription(Chance(2) ? Name("fk") : null, columns.ToEquatableList(), principal.Name, referred, behavior);
        return model.With(table, table with { ForeignKeys = [.. table.ForeignKeys, key] });
    }

    public EquatableList<string> Some(IReadOnlyList<string> items)
        => items.OrderBy(_ => random.Next())
            .Take(items.Count == 0 ? 0 : Chance(2) ? 1 : random.Next(1, Math.Min(items.Count, 3) + 1))
            .ToEquatableList();

    public List<string> Columns(ModelDescription model, TableDescription table, Func<ColumnType, bool> condition)
        => [.. table.Columns.Where(column => condition(ColumnTypes.Of(database, model, column))).Select(column => column.Name)];

    private ColumnType TypeOf(ModelDescription model, TableDescription table, string column)
        => ColumnTypes.Of(database, model, table.Find(column)!);
}
