using Autogen.Schema.Objects;

namespace Autogen.Schema.PostgreSql.Rows;

/// <summary>Rows of <c>columns.sql</c>.</summary>
internal static class ColumnRows
{
    /// <summary>A column.</summary>
    public static Column Read(Row row, TypeRows types)
    {
        var identity = Identity(row);
        return new Column
        {
            Name = row.Text("name"),
            Type = types.Read(row),
            IsNullable = row.Bool("is_nullable"),
            Default = identity is null && row.TextOrNull("default_text") is { } text ? new SqlExpression(text) : null,
            Generated = row.Expression("generated_text", "used_columns") is { } expression
                ? new GeneratedColumn(expression, row.Bool("is_stored"))
                : null,
            Identity = identity,
            TypeSchema = new Hint<string>(row.TextOrNull("type_schema")),
            EqualsSchema = new Hint<string>(row.TextOrNull("equals_schema")),
            SerialDefault = new Hint<string>(identity is { Kind: IdentityKind.Serial } ? row.TextOrNull("default_text") : null),
            OwnedSequence = new(identity is null
                ? null
                : new OwnedSequence(row.Text("sequence_name"), row.Text("sequence_type"), row.Bool("sequence_is_unlogged"))),
            Collation = row.Collation(),
            Comment = row.TextOrNull("comment"),
            Dependents = new Hint<EquatableList<string>>(row.Texts("dependents")),
        };
    }

    private static Identity? Identity(Row row)
    {
        IdentityKind? kind = row.Text("identity") switch
        {
            "a" => IdentityKind.Always,
            "d" => IdentityKind.ByDefault,
            _ => row.Bool("is_serial") ? IdentityKind.Serial : null,
        };
        return kind is { } known ? new Identity(known, SequenceOptions.Read(row).Normal(row.Text("sequence_type"))) : null;
    }
}
