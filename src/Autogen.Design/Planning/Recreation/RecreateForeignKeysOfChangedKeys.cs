using Autogen.Design.Planning.TableParts;
using Autogen.Schema.Comparison;
using Autogen.Schema.Objects;

namespace Autogen.Design.Planning.Recreation;

/// <summary>Foreign keys that refer to a key or a unique index that is dropped or altered are recreated.</summary>
internal sealed class RecreateForeignKeysOfChangedKeys(PlanScope scope, Recreator recreator)
{
    /// <summary>Adds the changes.</summary>
    public void Apply()
    {
        foreach (var change in recreator.Changes.ToList())
        {
            var (name, columns) = Key(change);
            if (columns.Count == 0)
                continue;
            recreator.RecreateForeignKeysWhere((_, key) => scope.Pairs.TargetTable(key.PrincipalTable) == change.Table
                && (key.RestsOn.Value is not { } index || string.Equals(index, name, StringComparison.Ordinal))
                && scope.Pairs.TargetColumns(change.Table, key.PrincipalColumns)
                    .Order(StringComparer.Ordinal)
                    .SequenceEqual(columns.Order(StringComparer.Ordinal), StringComparer.Ordinal));
        }
    }

    private (string? Name, EquatableList<string> Columns) Key(Change change) => change switch
    {
        Removed<PrimaryKey> removed => (removed.Item.Name, removed.Item.Columns),
        Altered<PrimaryKey> altered when !Constraints.IsRename(scope, altered.Facets)
            => (altered.Current.Name, altered.Current.Columns),
        Removed<UniqueConstraint> removed => (removed.Item.Name, removed.Item.Columns),
        Altered<UniqueConstraint> altered when !Constraints.IsRename(scope, altered.Facets)
            => (altered.Current.Name, altered.Current.Columns),
        Removed<TableIndex> { Item: { IsUnique: true, Filter: null } } removed => (removed.Item.Name, ColumnsOf(removed.Item)),
        Altered<TableIndex> { Current: { IsUnique: true, Filter: null } } altered when !Constraints.IsRename(scope, altered.Facets)
            => (altered.Current.Name, ColumnsOf(altered.Current)),
        _ => (null, []),
    };

    private static EquatableList<string> ColumnsOf(TableIndex index) => index.Parts.Select(part => part.Column ?? "").ToEquatableList();
}
