using Autogen.Schema.Objects;

namespace Autogen.Schema.PostgreSql.Rows;

/// <summary>Rows of <c>constraints.sql</c>.</summary>
internal static class ConstraintRows
{
    /// <summary>The table with one constraint more.</summary>
    public static Table Add(Table table, Row row) => row.Text("kind") switch
    {
        "p" => table with { PrimaryKey = new PrimaryKey(row.Text("name"), row.Texts("columns")) },
        "u" => table with { UniqueConstraints = [.. table.UniqueConstraints, Unique(row)] },
        "c" => table with { CheckConstraints = [.. table.CheckConstraints, Check(row)] },
        _ => table with { ForeignKeys = [.. table.ForeignKeys, ForeignKey(row)] },
    };

    private static UniqueConstraint Unique(Row row)
        => new(row.Text("name"), row.Texts("columns"))
        {
            Deferrability = Deferrability(row),
            NullsDistinct = !row.Bool("nulls_not_distinct")
        };

    private static CheckConstraint Check(Row row)
        => new(row.Text("name"), row.Expression("expression", "columns")!) // not null: a check has one
        {
            IsValidated = IsValidated(row),
            IsEnforced = row.Bool("is_enforced")
        };

    private static ForeignKey ForeignKey(Row row) => new()
    {
        Name = row.Text("name"),
        Columns = row.Texts("columns"),
        PrincipalTable = row.Name("principal_schema", "principal_table"),
        PrincipalColumns = row.Texts("principal_columns"),
        OnDelete = Action(row.Text("on_delete")),
        OnUpdate = Action(row.Text("on_update")),
        Deferrability = Deferrability(row),
        IsValidated = IsValidated(row),
        IsEnforced = row.Bool("is_enforced"),
        RestsOn = new(row.TextOrNull("rests_on")),
    };

    // What is not enforced the server calls not validated, too.
    private static bool IsValidated(Row row) => row.Bool("is_validated") || !row.Bool("is_enforced");

    private static ForeignKeyAction Action(string code) => code switch
    {
        "r" => ForeignKeyAction.Restrict,
        "c" => ForeignKeyAction.Cascade,
        "n" => ForeignKeyAction.SetNull,
        "d" => ForeignKeyAction.SetDefault,
        _ => ForeignKeyAction.NoAction,
    };

    private static Deferrability Deferrability(Row row)
        => !row.Bool("is_deferrable") ? Objects.Deferrability.NotDeferrable
            : row.Bool("is_deferred") ? Objects.Deferrability.InitiallyDeferred : Objects.Deferrability.InitiallyImmediate;
}
