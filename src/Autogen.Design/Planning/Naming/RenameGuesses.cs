using Autogen.Design.Planning.Moving;
using Autogen.Schema.Comparison;
using Autogen.Schema.Objects;

namespace Autogen.Design.Planning.Naming;

/// <summary>What a drop loses, and whether a drop and an add may be a rename: names alone never tell, so people are asked.</summary>
internal sealed class RenameGuesses
{
    private readonly PlanScope scope;
    private readonly Dictionary<ObjectName, ObjectName> tables = [];
    private readonly Dictionary<(ObjectName Table, string Column), Column> columns = [];
    private readonly Dictionary<ObjectName, ObjectName> sequences = [];

    /// <summary>Pairs what is dropped with what is added and looks the same.</summary>
    public RenameGuesses(PlanScope scope, IReadOnlyList<Change> changes)
    {
        this.scope = scope;
        var addedTables = changes.OfType<Added<Table>>().Select(change => change.Item).OrderBy(table => table.Name).ToList();
        foreach (var removed in changes.OfType<Removed<Table>>().Select(change => change.Item).OrderBy(table => table.Name))
        {
            if (Take(addedTables, added => HaveEqualColumns(removed, added)) is { } match)
                tables[removed.Name] = match.Name;
        }

        var addedSequences = changes.OfType<Added<Sequence>>().Select(change => change.Item).OrderBy(sequence => sequence.Name).ToList();
        foreach (var removed in changes.OfType<Removed<Sequence>>().Select(change => change.Item).OrderBy(sequence => sequence.Name))
        {
            if (Take(addedSequences, added => added with { Name = removed.Name } == removed) is { } match)
                sequences[removed.Name] = match.Name;
        }

        foreach (var group in changes.OfType<Removed<Column>>().Where(change => change.Table is not null).GroupBy(change => change.Table!))
        {
            var added = InOrder(
                scope.Diff.Target.FindTable(group.Key),
                changes.OfType<Added<Column>>().Where(change => change.Table == group.Key).Select(change => change.Item));
            var removed = InOrder(scope.CurrentTable(group.Key), group.Select(change => change.Item));
            Pair(group.Key, removed, added, SameName);
            Pair(group.Key, removed, added, AreAlike);
        }
    }

    /// <summary>Risks of a dropped table beyond its loss.</summary>
    public IEnumerable<Risk> OfTable(ObjectName removed)
    {
        if (tables.TryGetValue(removed, out var added))
        {
            yield return new Risk(
                RiskKind.Guess,
                $"drops '{removed}' and adds '{added}', which has the same columns: if this is a rename, use --rename {removed}={added}")
            {
                Rename = new PossibleRename(
                    RenameHint.Of(ObjectKind.Table, removed, added), $"Did you rename table '{removed}' to '{added}'?"),
            };
        }
    }

    /// <summary>Risks of a dropped sequence beyond its loss.</summary>
    public IEnumerable<Risk> OfSequence(ObjectName removed)
    {
        if (sequences.TryGetValue(removed, out var added))
        {
            yield return new Risk(
                RiskKind.Guess,
                $"drops '{removed}' and adds '{added}', which has the same options: if this is a rename, use --rename {removed}={added}")
            {
                Rename = new PossibleRename(
                    RenameHint.Of(ObjectKind.Sequence, removed, added), $"Did you rename sequence '{removed}' to '{added}'?"),
            };
        }
    }

    /// <summary>Risks of dropped labels while others come at their places.</summary>
    public IEnumerable<Risk> OfLabels(EnumType current, EnumType target)
    {
        current = EnumTypeComparison.Renamed(current, target);
        foreach (var (removed, added) in current.Labels.Zip(target.Labels).Where(pair => IsReplaced(pair.First, pair.Second)))
        {
            var hint = RenameHint.OfLabel(current.Name, removed, added);
            yield return new Risk(
                RiskKind.Guess, $"removes label '{removed}' and adds '{added}' in its place: if this is a rename, use --rename {hint}")
            {
                Rename = new PossibleRename(hint, $"Did you rename label '{removed}' of '{current.Name}' to '{added}'?"),
            };
        }

        bool IsReplaced(string removed, string added)
            => !target.Labels.Contains(removed, StringComparer.Ordinal) && !current.Labels.Contains(added, StringComparer.Ordinal);
    }

    /// <summary>Risks of a dropped column.</summary>
    public IEnumerable<Risk> OfColumn(ObjectName table, Column removed)
    {
        if (scope.Moves.Keep(table, removed.Name))
        {
            yield return MoveText.OfDrop(scope, table, removed);
            yield break;
        }

        var added = columns.GetValueOrDefault((table, removed.Name));
        if (added is not null && SameName(added, removed))
        {
            // It comes again at once, with another expression: what a generated column holds can be computed.
            if (removed.Generated is null)
                yield return new Risk(
                    RiskKind.DataLoss, $"drops column '{table}.{removed.Name}' and its values; it is added again as a generated column");
            yield break;
        }

        if (removed.Generated is null)
            yield return new Risk(RiskKind.DataLoss, $"drops column '{table}.{removed.Name}' and what is in it{scope.About(table)}");
        if (added is not null)
        {
            var hint = RenameHint.OfColumn(scope.Pairs.CurrentTable(table), removed.Name, added.Name);
            yield return new Risk(
                RiskKind.Guess, $"drops '{removed.Name}' and adds '{added.Name}': if this is a rename, use --rename {hint}")
            {
                Rename = new PossibleRename(hint, $"Did you rename '{hint.Old}' to '{hint.New}'?"),
            };
        }
    }

    private void Pair(ObjectName table, List<Column> removed, List<Column> added, Func<Column, Column, bool> match)
    {
        foreach (var column in removed.Where(column => !columns.ContainsKey((table, column.Name))))
        {
            if (Take(added, other => match(column, other)) is { } found)
                columns[(table, column.Name)] = found;
        }
    }

    /// <summary>In the table's order: a renamed column keeps its place more often than its place in the alphabet.</summary>
    private static List<Column> InOrder(Table? table, IEnumerable<Column> columns)
    {
        var names = table?.Columns.Select(column => column.Name).ToList() ?? [];
        return [.. columns.OrderBy(column => names.IndexOf(column.Name)).ThenBy(column => column.Name, StringComparer.Ordinal)];
    }

    private static T? Take<T>(List<T> candidates, Predicate<T> matches)
        where T : class
    {
        var index = candidates.FindIndex(matches);
        if (index < 0)
            return null;
        var found = candidates[index];
        candidates.RemoveAt(index);
        return found;
    }

    private static bool SameName(Column one, Column other) => string.Equals(one.Name, other.Name, StringComparison.Ordinal);

    private static bool AreAlike(Column removed, Column added)
        => removed.Type.Equals(added.Type) && removed.Generated is null == added.Generated is null
            && !IsDocumentInText(removed) && !IsDocumentInText(added);

    // A text is no JSON document. The model's own columns say how their values are written, but for a document's, which has no property.
    private static bool IsDocumentInText(Column column)
        => column.ClrType.Value is not null && column.Values.Value is null
            && !column.Type.Text.StartsWith("json", StringComparison.OrdinalIgnoreCase);

    private static bool HaveEqualColumns(Table removed, Table added)
        => removed.Columns.Count != 0
            && removed.Columns.Select(column => (column.Name, column.Type.Text)).Order()
                .SequenceEqual(added.Columns.Select(column => (column.Name, column.Type.Text)).Order());
}
