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

    /// <summary>
    /// The value of a property and the parts that have it: its column, a member of a document, or a document made of its properties;
    /// <see langword="null"/> for a new one.
    /// </summary>
    /// <param name="wanted">The property as the target stores it.</param>
    /// <param name="type">The target column's type.</param>
    /// <param name="aliasOf">The alias of a part.</param>
    public (IReadOnlyList<StoredPart> Parts, string Sql)? Value(StoredValue wanted, StoreType type, Func<StoredPart, string> aliasOf)
    {
        if (Find(wanted.Property) is { } place)
            return ([place.Part], $"{aliasOf(place.Part)}.{scope.Quote(place.Value.Column)}");
        if (wanted.Members.Count > 0)
            return Document(wanted, aliasOf);
        foreach (var part in Entity.Parts)
        {
            foreach (var value in part.Values.Where(value => value.Members.Count > 0))
            {
                if (PathTo(value.Members, wanted.Property) is { } path
                    && scope.Dialect.Documents?.Value($"{aliasOf(part)}.{scope.Quote(value.Column)}", path, type) is { } sql)
                    return ([part], sql);
            }
        }

        return null;
    }

    private (IReadOnlyList<StoredPart> Parts, string Sql)? Document(StoredValue wanted, Func<StoredPart, string> aliasOf)
    {
        var parts = Leaves(wanted.Members).Select(member => Find(member.Property)?.Part).OfType<StoredPart>()
            .DistinctBy(part => part.Table).ToList();
        return parts.Count > 0 && Object(wanted.Members, aliasOf, wanted.IsRequired) is { } sql ? (parts, sql) : null;
    }

    private string? Object(EquatableList<DocumentMember> members, Func<StoredPart, string> aliasOf, bool isRequired)
    {
        if (scope.Dialect.Documents is not { } documents)
            return null;
        List<(string Name, string Sql)> cells = [];
        List<string> required = [], all = [];
        foreach (var member in members)
        {
            if (member.Members.Count > 0)
            {
                if (Object(member.Members, aliasOf, member.IsRequired) is { } inner)
                    cells.Add((member.Name, documents.Inner(inner)));
                continue;
            }

            if (Find(member.Property) is not { } place)
                continue;
            var column = $"{aliasOf(place.Part)}.{scope.Quote(place.Value.Column)}";
            cells.Add((member.Name, member.IsTruth ? documents.Truth(column) : column));
            (member.IsRequired ? required : all).Add($"{column} IS NOT NULL");
        }

        if (cells.Count == 0)
            return null;
        var sql = documents.Object(cells);
        var condition = required.Count > 0 ? string.Join(" AND ", required) : string.Join(" OR ", all);
        return isRequired || condition.Length == 0 ? sql : $"CASE WHEN {condition} THEN {sql} END";
    }

    private static IEnumerable<DocumentMember> Leaves(EquatableList<DocumentMember> members)
        => members.SelectMany(member => member.Members.Count > 0 ? Leaves(member.Members) : [member]);

    private static IReadOnlyList<string>? PathTo(EquatableList<DocumentMember> members, string property)
    {
        foreach (var member in members)
        {
            if (member.Members.Count == 0 && string.Equals(member.Property, property, StringComparison.Ordinal))
                return [member.Name];
            if (PathTo(member.Members, property) is { } inner)
                return [member.Name, .. inner];
        }

        return null;
    }

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
        {
            var alias = AliasOf(part);
            var join = part.IsOptional ? "LEFT JOIN" : "JOIN";
            sql += $" {join} {scope.Quote(part.Table)} AS {alias} ON {Join(part, alias, Main, "s")}";
        }

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
