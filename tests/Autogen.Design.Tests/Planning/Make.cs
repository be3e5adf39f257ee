using Autogen.Schema.Objects;

namespace Autogen.Design.Tests.Planning;

/// <summary>Short words for schemas in tests.</summary>
internal static class Make
{
    public static DatabaseSchema Database(params Table[] tables)
        => new() { DefaultSchema = new("public"), Tables = tables.OrderBy(table => table.Name).ToEquatableList() };

    public static Table Table(string name, params Column[] columns) => new() { Name = Name(name), Columns = [.. columns] };

    /// <summary>A table with an integer key <c>id</c>.</summary>
    public static Table Keyed(string name, params Column[] columns)
        => Table(name, [Column("id", "integer"), .. columns]) with { PrimaryKey = new($"pk_{Name(name).Name}", ["id"]) };

    public static Column Column(string name, string type = "text", bool nullable = false, string? value = null)
        => new() { Name = name, Type = type, IsNullable = nullable, Default = value is null ? null : new SqlExpression(value) };

    public static Column Identity(string name, IdentityKind kind, string type = "integer")
        => Column(name, type) with { Identity = new Identity(kind) };

    public static Column Computed(string name, string type, string expression)
        => Column(name, type, nullable: true) with { Generated = new GeneratedColumn(new SqlExpression(expression), true) };

    public static ForeignKey ForeignKey(string name, string column, string principal, string principalColumn = "id")
        => new() { Name = name, Columns = [column], PrincipalTable = Name(principal), PrincipalColumns = [principalColumn] };

    public static TableIndex Index(string name, params string[] columns)
        => new() { Name = name, Parts = columns.Select(column => new IndexPart { Column = column }).ToEquatableList() };

    public static SeedRow Row(int id, params (string Column, object? Value)[] values)
        => new([Value("id", id)], values.Select(value => Value(value.Column, value.Value)).ToEquatableList());

    public static SeedValue Value(string column, object? value) => new(column, value switch
    {
        null => "NULL",
        string text => $"'{text.Replace("'", "''", StringComparison.Ordinal)}'",
        _ => FormattableString.Invariant($"{value}"),
    })
    { Value = new(value) };

    public static ObjectName Name(string name)
        => name.Split('.') is [var schema, var rest] ? new ObjectName(schema, rest) : new ObjectName(name);
}
