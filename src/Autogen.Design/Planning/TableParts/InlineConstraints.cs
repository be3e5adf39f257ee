using Autogen.Schema.Objects;

namespace Autogen.Design.Planning.TableParts;

/// <summary>Which constraints of a new table are in its <c>CREATE TABLE</c>; the others are added once it exists.</summary>
internal static class InlineConstraints
{
    /// <summary>
    /// A foreign key of a cycle of tables comes last, and so does one that rests on a unique index. A database that can't add one later
    /// permits it to point to a table that does not exist yet.
    /// </summary>
    public static bool IsInline(PlanScope scope, ObjectName table, ForeignKey key)
        => !scope.AltersInPlace
            || (Constraints.IsPlain(key)
                && !scope.TargetCycles.AreInOne(table, key.PrincipalTable)
                && ReferredKeys.IsInCreateTable(scope, table, key));

    /// <summary>A unique constraint of which EF Core's operation says all.</summary>
    public static bool IsInline(PlanScope scope, UniqueConstraint constraint) => !scope.AltersInPlace || Constraints.IsPlain(constraint);

    /// <summary>A check of which EF Core's operation says all.</summary>
    public static bool IsInline(PlanScope scope, CheckConstraint check) => !scope.AltersInPlace || Constraints.IsPlain(check);
}
