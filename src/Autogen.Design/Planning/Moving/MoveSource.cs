using Autogen.Schema.Objects;

namespace Autogen.Design.Planning.Moving;

/// <summary>
/// The current rows of a type as a relation: its tables joined by their keys, under the conditions that make rows be of the type. Names are
/// those at the time of the move, when renames are done.
/// </summary>
internal sealed class MoveSource
{
    private readonly PlanScope scope;
    private readonly Dictionary<string, (StoredPart Part, StoredValue Value)> places = new(StringComparer.Ordinal);

    /// <summary>Describes the relation.</summary>
    public MoveSource(PlanScope scope, StoredEntity current)
    {
        this.scope = scope;
        Entity = current with
        {
            Parts = current.Parts.Select(AtMove).ToEquatableList(),
            Except = current.Except.Select(AtMove).ToEquatableList(),
            Discriminator = current.Discriminator is { } own
                ? own with { Column = ColumnAtMove(current.Parts[0].Table, own.Column) }
                : null,
        };
        foreach (var part in Entity.Parts)
        {
            foreach (var value in part.Values)
                places.TryAdd(value.Property, (part, value));
        }
    }

    /// <summary>The type, with the names at the time of the move.</summary>
    public StoredEntity Entity { get; }

    /// <summary>The table that has a row for every object.</summary>
    public StoredPart Main => Entity.Parts[0];

    /// <summary>Where a property is; <see langword="null"/> for a new one.</summary>
    public (StoredPart Part, StoredValue Value)? Find(string property) => places.TryGetValue(property, out var place) ? place : null;

    /// <summary>The part that is in a table of the target schema.</summary>
    public StoredPart? In(ObjectName table)
        => Entity.Parts.FirstOrDefault(part => part.Table == table && scope.Pairs.OfTarget(table) is not null);

    /// <summary>An alias of a part.</summary>
    public string AliasOf(StoredPart part)
    {
        for (var index = 0; index < Entity.Parts.Count; index++)
        {
            if (Entity.Parts[index].Table == part.Table)
                return index == 0 ? "s" : $"s{index}";
        }

        return "s";
    }

    /// <summary>The tables after <c>FROM</c>: the first part, and those others that are used.</summary>
    public string From(IEnumerable<StoredPart> used)
    {
        var sql = $"{scope.Quote(Main.Table)} AS s";
        foreach (var part in used.Where(part => part.Table != Main.Table).DistinctBy(part => part.Table))
            sql += $" {(part.IsOptional ? "LEFT JOIN" : "JOIN")} {scope.Quote(part.Table)} AS {AliasOf(part)} ON {Join(part, AliasOf(part), Main, "s")}";
        return sql;
    }

    /// <summary>The conditions under which rows of the first part are of the type.</summary>
    public IEnumerable<string> Conditions(string alias)
    {
        if (Entity.Discriminator is { } own)
            yield return $"{alias}.{scope.Quote(own.Column)} = {own.Literal}";
        foreach (var except in Entity.Except)
            yield return $"NOT EXISTS (SELECT 1 FROM {scope.Quote(except.Table)} AS d WHERE {Join(except, "d", Main, alias)})";
    }

    /// <summary>The condition that two keys are equal.</summary>
    public string Join(StoredPart one, string oneAlias, StoredPart other, string otherAlias)
        => string.Join(
            " AND ", one.Key.Zip(other.Key, (left, right) => $"{oneAlias}.{scope.Quote(left)} = {otherAlias}.{scope.Quote(right)}"));

    private StoredPart AtMove(StoredPart part) => part with
    {
        Table = scope.Pairs.TargetTable(part.Table),
        Key = part.Key.Select(column => ColumnAtMove(part.Table, column)).ToEquatableList(),
        Values = part.Values.Select(value => value with { Column = ColumnAtMove(part.Table, value.Column) }).ToEquatableList(),
    };

    private string ColumnAtMove(ObjectName table, string column) => scope.Pairs.TargetColumn(scope.Pairs.TargetTable(table), column);
}
