using Autogen.Schema.Objects;

namespace Autogen.Design.Planning.Moving;

/// <summary>All statements of a plan that move rows, and what they leave for others to do.</summary>
internal sealed class RowMoves
{
    private readonly HashSet<(ObjectName Table, string Column)> read = [];
    private readonly HashSet<(ObjectName Table, string Column)> filled = [];
    private readonly HashSet<ObjectName> readTables = [];
    private readonly HashSet<(ObjectName Table, string Column)> documents = [];

    private RowMoves(IReadOnlyList<RowMove> all) => All = all;

    /// <summary>No moves.</summary>
    public static RowMoves None { get; } = new([]);

    /// <summary>The statements; those of one table are in order.</summary>
    public IReadOnlyList<RowMove> All { get; }

    /// <summary>Derives them.</summary>
    public static RowMoves Of(PlanScope scope)
    {
        var targets = scope.Diff.Target.Entities.Value.ToDictionary(entity => entity.Name, StringComparer.Ordinal);
        List<(StoredEntity Current, IReadOnlyList<RowMove> Moves)> derived = [];
        foreach (var current in scope.Diff.Current.Entities.Value)
        {
            if (targets.TryGetValue(current.Name, out var target)
                && !MustGoFirst(scope, current)
                && new MoveDerivation(scope, current, target).Derive() is { } moves)
                derived.Add((current, moves));
        }

        var found = new RowMoves([.. derived.SelectMany(entity => entity.Moves)]);
        foreach (var (current, moves) in derived)
            found.Remember(scope, current, moves);
        return found;
    }

    /// <summary>Whether rows are inserted into a table, by its target name.</summary>
    public bool InsertInto(ObjectName table) => All.Any(move => move.Kind == RowMoveKind.Insert && move.Table == table);

    /// <summary>Whether a column of an existing table gets its values by a move.</summary>
    public bool Fill(ObjectName table, string column) => filled.Contains((table, column));

    /// <summary>Whether the values of a dropped column are in another table by then; its table by the target name.</summary>
    public bool Keep(ObjectName table, string column) => read.Contains((table, column));

    /// <summary>Whether a column that is read has JSON documents, which may have other members, too.</summary>
    public bool IsDocument(ObjectName table, string column) => documents.Contains((table, column));

    /// <summary>Whether everything that a dropped table holds is in other tables by then.</summary>
    public bool Keep(Table table) => readTables.Contains(table.Name) && table.Columns.All(column => Keep(table.Name, column.Name));

    /// <summary>The tables to which what a table holds is moved, by their target names.</summary>
    public IEnumerable<ObjectName> TargetsOf(ObjectName table)
        => All.Where(move => move.Kind != RowMoveKind.Delete && move.Sources.Contains(table)).Select(move => move.Table).Distinct();

    /// <summary>
    /// Whether a dropped table or column has the name that another one gets: it is gone before anything has that name, so nothing can be
    /// read from it when rows are moved.
    /// </summary>
    private static bool MustGoFirst(PlanScope scope, StoredEntity current)
        => current.Parts.Concat(current.Except).Any(part => scope.Pairs.OfCurrent(part.Table) is { } pair
            ? part.Key.Concat(part.Values.Select(value => value.Column)).Append(current.Discriminator?.Column ?? part.Key[0])
                .Any(column => pair.TargetColumn(column) is var name && name != column && pair.Target.FindColumn(name) is null)
            : scope.Pairs.TargetTable(part.Table) != part.Table);

    private void Remember(PlanScope scope, StoredEntity current, IReadOnlyList<RowMove> moves)
    {
        if (moves.Count == 0)
            return;
        var source = new MoveSource(scope, current).Entity;
        foreach (var part in source.Parts.Concat(source.Except))
        {
            readTables.Add(part.Table);
            documents.UnionWith(part.Values.Where(value => value.Members.Count > 0).Select(value => (part.Table, value.Column)));
            read.UnionWith(part.Key.Concat(part.Values.Select(value => value.Column)).Select(column => (part.Table, column)));
        }

        if (source.Discriminator is { } own)
            read.Add((source.Parts[0].Table, own.Column));
        filled.UnionWith(moves.Where(move => move.Kind == RowMoveKind.Update)
            .SelectMany(move => move.Columns.Select(column => (move.Table, column))));
    }
}
