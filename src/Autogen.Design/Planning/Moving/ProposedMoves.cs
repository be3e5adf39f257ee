using Autogen.Schema.Comparison;
using Autogen.Schema.Objects;

namespace Autogen.Design.Planning.Moving;

/// <summary>A statement that a person may want between what is created and what is dropped.</summary>
/// <param name="Source">The table that has the rows, by the name that steps have for it.</param>
/// <param name="Target">The table that may be to have them.</param>
/// <param name="Sql">The statement.</param>
internal sealed record ProposedMove(ObjectName Source, ObjectName Target, string Sql)
{
    /// <summary>The comment at its place.</summary>
    public Risk ToRisk() => new(
        RiskKind.Note,
        $"what is in '{Source}' may belong in '{Target}' and is not moved: if so, put op.Sql(...) here with {Sql.TrimEnd(';')}");
}

/// <summary>
/// Moves that can't be told: what is dropped has the names and types of what is created elsewhere. They are proposed, and what is dropped
/// waits for what is created.
/// </summary>
internal sealed class ProposedMoves(PlanScope scope)
{
    private const int Convincing = 2;

    /// <summary>No proposals.</summary>
    public static IReadOnlyList<ProposedMove> None { get; } = [];

    /// <summary>Finds them.</summary>
    /// <param name="changes">All changes.</param>
    public IReadOnlyList<ProposedMove> Find(IReadOnlyList<Change> changes)
    {
        var sources = changes.OfType<Removed<Table>>()
            .Select(change => (change.Item.Name, Table: change.Item, Columns: change.Item.Columns.ToList()))
            .Concat(changes.OfType<Removed<Column>>().Where(change => change.Table is not null && change.Item.Generated is null)
                .GroupBy(change => change.Table!) // chosen so
                .Where(group => scope.CurrentTable(group.Key) is not null)
                .Select(group => (
                    Name: group.Key,
                    Table: scope.CurrentTable(group.Key)!,
                    Columns: group.Select(change => change.Item).ToList())))
            .Select(source => (source.Name, source.Table, Columns: Lost(source.Name, source.Columns)))
            .Where(source => source.Columns.Count > 0)
            .ToList();
        var targets = changes.OfType<Added<Table>>()
            .Select(change => (Table: change.Item, Columns: change.Item.Columns.ToList(), IsNew: true))
            .Concat(changes.OfType<Added<Column>>().Where(change => change.Table is not null)
                .GroupBy(change => change.Table!) // chosen so
                .Where(group => scope.Diff.Target.FindTable(group.Key) is not null)
                .Select(group => (
                    Table: scope.Diff.Target.FindTable(group.Key)!, Columns: group.Select(change => change.Item).ToList(), IsNew: false)))
            .ToList();
        return
        [
            .. from source in sources
               from target in targets
               where !scope.Moves.TargetsOf(source.Name).Contains(target.Table.Name)
                   && !(target.IsNew
                       && source.Columns.Count == source.Table.Columns.Count
                       && HaveEqualColumns(source.Table, target.Table)) // that may be a rename
               let sql = source.Name == target.Table.Name
                   ? null
                   : Rows(source.Table, source.Columns, target.Table, target.Columns, target.IsNew)
                       ?? new ProposedLists(scope).Of(source.Name, source.Table, source.Columns, target.Table, target.Columns)
               where sql is not null
               select new ProposedMove(source.Name, target.Table.Name, sql),
        ];
    }

    private List<Column> Lost(ObjectName table, List<Column> columns) => columns.FindAll(column => !scope.Moves.Keep(table, column.Name));

    // A row of one table is a row of the other: their keys have equal types.
    private string? Rows(Table source, List<Column> gone, Table target, List<Column> created, bool isNew)
    {
        if (source.PrimaryKey is not { } sourceKey
            || target.PrimaryKey is not { } targetKey
            || !TypesOf(source, sourceKey).SequenceEqual(TypesOf(target, targetKey)))
            return null;
        var shared = created
            .Where(column => !targetKey.Columns.Contains(column.Name, StringComparer.Ordinal)
                && column.Generated is null
                && gone.Exists(other => string.Equals(other.Name, column.Name, StringComparison.Ordinal) && other.Type.IsLike(column.Type)))
            .Select(column => scope.Quote(column.Name))
            .ToList();
        var isRelated = Refers(target, scope.Pairs.TargetTable(source.Name), targetKey) || Refers(source, target.Name, sourceKey);
        if (shared.Count == 0 || (shared.Count < Convincing && !isRelated))
            return null;
        var table = scope.Quote(scope.Pairs.TargetTable(source.Name));
        return isNew
            ? $"INSERT INTO {scope.Quote(target.Name)} ({List(targetKey.Columns.Select(scope.Quote).Concat(shared))}) "
                + $"SELECT {List(sourceKey.Columns.Select(scope.Quote).Concat(shared))} FROM {table};"
            : $"UPDATE {scope.Quote(target.Name)} AS t SET {List(shared.Select(column => $"{column} = s.{column}"))} "
                + $"FROM {table} AS s WHERE {string.Join(" AND ", Equal(sourceKey, targetKey))};";
    }

    private IEnumerable<string> Equal(PrimaryKey source, PrimaryKey target)
        => source.Columns.Zip(target.Columns, (one, other) => $"s.{scope.Quote(one)} = t.{scope.Quote(other)}");

    private static bool HaveEqualColumns(Table one, Table other)
        => one.Columns.Select(column => column.Name).Order(StringComparer.Ordinal)
            .SequenceEqual(other.Columns.Select(column => column.Name).Order(StringComparer.Ordinal), StringComparer.Ordinal);

    private static bool Refers(Table table, ObjectName other, PrimaryKey key)
        => table.ForeignKeys.Any(reference => reference.PrincipalTable == other && reference.Columns.Equals(key.Columns));

    private static IEnumerable<StoreType?> TypesOf(Table table, PrimaryKey key)
        => key.Columns.Select(column => table.FindColumn(column)?.Type);

    private static string List(IEnumerable<string> items) => string.Join(", ", items);
}
