using Autogen.Design.Planning.Steps;
using Autogen.Schema.Comparison;
using Autogen.Schema.Objects;

namespace Autogen.Design.Planning.TableParts;

/// <summary>
/// What a foreign key rests on in the table that it refers to: the primary key, a unique constraint, or a unique index over the same
/// columns, in any order. A foreign key is added after it and dropped before it.
/// </summary>
/// <remarks>
/// PostgreSQL accepts an index without a condition and without expressions (<c>transformFkeyCheckAttrs</c>); SQLite reports "foreign key
/// mismatch" where none exists (https://www.sqlite.org/foreignkeys.html#fk_indexes), but only once the revision is complete. Where
/// tables are rebuilt, dropping a key therefore waits for no other table: that would split the rebuild, and a key would outlive its
/// columns or meet its successor.
/// </remarks>
internal static class ReferredKeys
{
    /// <summary>
    /// Whether the key that a foreign key rests on is made by <c>CREATE TABLE</c>; true where the table it refers to is not in the plan.
    /// </summary>
    public static bool IsInCreateTable(PlanScope scope, ObjectName holder, ForeignKey key)
    {
        if (scope.Diff.Target.FindTable(key.PrincipalTable) is not { } principal)
            return true;
        if (principal.PrimaryKey is { } primary && AreSame(primary.Columns, key.PrincipalColumns))
            return true;
        var constraints = principal.UniqueConstraints
            .Where(
                constraint => constraint.Deferrability == Deferrability.NotDeferrable && AreSame(constraint.Columns, key.PrincipalColumns))
            .ToList();
        var isWhole = constraints.Exists(constraint => holder != principal.Name || InlineConstraints.IsInline(scope, constraint));
        return isWhole || (constraints.Count == 0 && !principal.Indexes.Any(index => Serves(index, key.PrincipalColumns)));
    }

    /// <summary>The steps that make what a foreign key rests on.</summary>
    public static IEnumerable<Vertex> Adding(PlanScope scope, ForeignKey key)
    {
        if (scope.Diff.Target.FindTable(key.PrincipalTable) is not { } principal)
            return [];
        return
        [
            .. principal.PrimaryKey is { } primary && AreSame(primary.Columns, key.PrincipalColumns)
                ? new[] { PrimaryKeyPlanner.Adding(principal.Name) }
                : [],
            .. principal.UniqueConstraints
                .Where(constraint => AreSame(constraint.Columns, key.PrincipalColumns))
                .Select(constraint => UniqueConstraintPlanner.Adding(principal.Name, constraint)),
            .. principal.Indexes
                .Where(index => Serves(index, key.PrincipalColumns))
                .Select(index => new Vertex(Phase.CreateIndex, ObjectKind.Index, principal.Name, index.Name)),
        ];
    }

    /// <summary>The steps that drop the foreign keys, or the tables, that rest on a key which is dropped.</summary>
    /// <param name="scope">The plan.</param>
    /// <param name="targetTable">The table of the key.</param>
    /// <param name="columns">The key's columns, under their current or their target names.</param>
    public static IEnumerable<Vertex> DroppingReferring(PlanScope scope, ObjectName targetTable, IReadOnlyCollection<string> columns)
    {
        if (!scope.AltersInPlace)
            return scope.DropsOfReferring(targetTable);
        var principal = scope.Pairs.CurrentTable(targetTable);
        bool RestsOn(ForeignKey key) => key.PrincipalTable == principal
            && (AreSame(key.PrincipalColumns, columns) || AreSame(scope.Pairs.TargetColumns(targetTable, key.PrincipalColumns), columns));
        var keys = scope.Diff.Current.Tables
            .SelectMany(holder => holder.ForeignKeys
                .Where(RestsOn)
                .Select(key => ForeignKeyPlanner.Dropping(scope, scope.Pairs.TargetTable(holder.Name), key)));
        return [.. scope.DropsOfReferring(targetTable), .. keys];
    }

    /// <summary>Whether a foreign key to the columns can rest on an index.</summary>
    public static bool Serves(TableIndex index, IReadOnlyCollection<string> columns)
        // just asked
        => index is { IsUnique: true, Filter: null }
            && index.Parts.All(part => part.Column is not null)
            && AreSame([.. index.Parts.Select(part => part.Column!)], columns);

    private static bool AreSame(IReadOnlyCollection<string> one, IReadOnlyCollection<string> other)
        => one.Count == other.Count
            && one.Order(StringComparer.Ordinal).SequenceEqual(other.Order(StringComparer.Ordinal), StringComparer.Ordinal);
}
