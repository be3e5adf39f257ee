using Autogen.Schema.Objects;

namespace Autogen.Design.Planning;

/// <summary>Renames and moves that EF Core has no operation for, or one that can't go everywhere (back to the default schema).</summary>
internal static class Renames
{
    /// <summary>A statement for the name and one for the schema, as far as they differ.</summary>
    /// <param name="scope">The plan.</param>
    /// <param name="kind">SQL's word for the kind: <c>TYPE</c>, <c>SEQUENCE</c>, <c>TABLE</c>.</param>
    /// <param name="from">The current name.</param>
    /// <param name="to">The target name.</param>
    public static IEnumerable<PlannedOperation> Statements(PlanScope scope, string kind, ObjectName from, ObjectName to)
    {
        if (!string.Equals(from.Name, to.Name, StringComparison.Ordinal))
            yield return PlanScope.Sql($"ALTER {kind} {scope.Quote(from)} RENAME TO {scope.Quote(to.Name)};");
        if (!string.Equals(from.Schema, to.Schema, StringComparison.Ordinal))
        {
            var renamed = new ObjectName(from.Schema, to.Name);
            yield return PlanScope.Sql($"ALTER {kind} {scope.Quote(renamed)} SET SCHEMA {scope.Quote(to.Schema ?? scope.DefaultSchema)};");
        }
    }
}
