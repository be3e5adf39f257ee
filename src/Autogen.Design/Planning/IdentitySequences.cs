using Autogen.Schema.Objects;

namespace Autogen.Design.Planning;

/// <summary>
/// Sequences of identity columns under the name that a live database has for them; EF Core and the server choose it otherwise.
/// </summary>
internal static class IdentitySequences
{
    /// <summary>
    /// The statements that rename the sequences of a new table. The server numbers a name that is taken, so the present one is asked for.
    /// </summary>
    public static IEnumerable<PlannedOperation> Named(PlanScope scope, Table table)
    {
        foreach (var column in table.Columns.Where(column => column.Identity is { Kind: IdentityKind.Always or IdentityKind.ByDefault }))
        {
            if (column.OwnedSequence.Value is not { } owned
                || string.Equals(owned.Name, OwnedSequenceNames.Default(table.Name.Name, column.Name), StringComparison.Ordinal))
                continue;
            var target = scope.Dialect.StringLiteral(scope.Quote(table.Name with { Name = owned.Name }));
            var present =
                $"pg_catalog.pg_get_serial_sequence({scope.Dialect.StringLiteral(scope.Quote(table.Name))}, "
                    + $"{scope.Dialect.StringLiteral(column.Name)})";
            yield return PlanScope.Sql(SqlBlock.Do($"""
                BEGIN
                    IF pg_catalog.to_regclass({target}) IS NULL THEN
                        EXECUTE pg_catalog.concat('ALTER SEQUENCE ', {present}, {scope.Dialect.StringLiteral($" RENAME TO {scope.Quote(owned.Name)}")});
                    END IF;
                END
                """));
        }
    }
}
