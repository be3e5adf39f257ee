using Autogen.Schema.Objects;

namespace Autogen.Schema.Tests.Comparison;

/// <summary>Short words for schemas; <c>with</c> says the rest.</summary>
internal static class Make
{
    public static DatabaseSchema Db(params IReadOnlyList<Table> tables)
        => DatabaseSchema.Empty with { Tables = tables.OrderBy(table => table.Name).ToEquatableList() };

    public static Table Table(string name, params IReadOnlyList<Column> columns)
        => new() { Name = Name(name), Columns = columns.ToEquatableList() };

    public static Column Col(string name, string type = "integer") => new() { Name = name, Type = type };

    public static Column Nullable(this Column column) => column with { IsNullable = true };

    public static Column Default(this Column column, string text) => column with { Default = new SqlExpression(text) };

    public static Column Generated(this Column column, string text, bool isStored = true)
        => column with { Generated = new GeneratedColumn(new SqlExpression(text), isStored) };

    public static Column Identity(this Column column, IdentityKind kind = IdentityKind.ByDefault, SequenceOptions? options = null)
        => column with { Identity = new Identity(kind, options ?? SequenceOptions.Default) };

    public static Table Key(this Table table, string? name, params IReadOnlyList<string> columns)
        => table with { PrimaryKey = new PrimaryKey(name, columns.ToEquatableList()) };

    public static Table With(this Table table, params IReadOnlyList<UniqueConstraint> unique)
        => table with { UniqueConstraints = unique.ToEquatableList() };

    public static Table With(this Table table, params IReadOnlyList<CheckConstraint> checks)
        => table with { CheckConstraints = checks.ToEquatableList() };

    public static Table With(this Table table, params IReadOnlyList<ForeignKey> keys)
        => table with { ForeignKeys = keys.ToEquatableList() };

    public static Table With(this Table table, params IReadOnlyList<TableIndex> indexes)
        => table with { Indexes = indexes.ToEquatableList() };

    public static Table With(this Table table, params IReadOnlyList<SeedRow> rows) => table with { SeedRows = rows.ToEquatableList() };

    public static UniqueConstraint Unique(string? name, params IReadOnlyList<string> columns) => new(name, columns.ToEquatableList());

    public static CheckConstraint Check(string? name, string text) => new(name, new SqlExpression(text));

    /// <summary>A foreign key on one column to <c>id</c>.</summary>
    public static ForeignKey Foreign(string? name, string column, string table, ForeignKeyAction onDelete = ForeignKeyAction.NoAction)
        => new() { Name = name, Columns = [column], PrincipalTable = Name(table), PrincipalColumns = ["id"], OnDelete = onDelete };

    public static TableIndex Index(string name, params IReadOnlyList<string> columns)
        => new() { Name = name, Parts = columns.Select(column => new IndexPart { Column = column }).ToEquatableList() };

    public static TableIndex ExpressionIndex(string name, string text)
        => new() { Name = name, Parts = [new IndexPart { Expression = new SqlExpression(text) }] };

    /// <summary>A row with an <c>id</c> and values written <c>column=literal</c>.</summary>
    public static SeedRow Row(int id, params IReadOnlyList<string> values) => new(
        [new SeedValue("id", id.ToString(System.Globalization.CultureInfo.InvariantCulture))],
        values.Select(value => value.Split('=', 2)).Select(parts => new SeedValue(parts[0], parts[1])).ToEquatableList());

    /// <summary><c>schema.name</c> or <c>name</c>.</summary>
    public static ObjectName Name(string text)
        => text.Split('.', 2) is [var schema, var name] ? new ObjectName(schema, name) : new ObjectName(text);
}
