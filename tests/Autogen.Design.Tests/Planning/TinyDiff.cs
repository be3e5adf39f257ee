using System.Reflection;
using Autogen.Schema.Comparison;
using Autogen.Schema.Objects;

namespace Autogen.Design.Tests.Planning;

/// <summary>
/// A diff of two schemas by names alone: enough to say in tests what exists and what is wanted. Renames are given as
/// <c>old=new</c>, <c>table.old=new</c>.
/// </summary>
internal static class TinyDiff
{
    private static readonly string[] OwnFacetsOfTable = ["Name", "Comment", "IsUnlogged", "StorageParameters"];

    public static SchemaDiff Of(DatabaseSchema current, DatabaseSchema target, params string[] renames)
    {
        var map = renames.Select(rename => rename.Split('=')).ToDictionary(pair => pair[0], pair => pair[1], StringComparer.Ordinal);
        var changes = Kinds.All.Where(kind => kind.Value is not (ObjectKind.Table or ObjectKind.View))
            .SelectMany(kind => PairOf(kind, current, target, name => map.GetValueOrDefault(name, name)))
            .ToList();
        var tables = Pair(
            ObjectKind.Table,
            null,
            current.Tables,
            target.Tables,
            table => table.Name.ToString(),
            name => map.GetValueOrDefault(name, name),
            pairAll: true)
            .ToList();
        changes.AddRange(tables.Where(change => change is not Altered<Table>));
        foreach (var pair in tables.OfType<Altered<Table>>())
        {
            var own = pair.Facets.Where(facet => OwnFacetsOfTable.Contains(facet.Facet)).ToEquatableList();
            if (own.Count != 0)
                changes.Add(pair with { Facets = own });
            changes.AddRange(OfTable(pair.Current, pair.Target, map));
        }

        return new SchemaDiff(current, target, changes.ToEquatableList()) { Pairs = Pairs(current, target, map) };
    }

    /// <summary>A diff in which a table takes the name of one that goes.</summary>
    public static SchemaDiff OfPairs(DatabaseSchema current, DatabaseSchema target, (string From, string To) rename)
    {
        var goes = current.Tables.First(table => table.Name == Make.Name(rename.To));
        var without = Of(
            current with { Tables = current.Tables.Where(table => table != goes).ToEquatableList() }, target, $"{rename.From}={rename.To}");
        return new SchemaDiff(current, target, [new Removed<Table>(ObjectKind.Table, null, goes), .. without.Changes])
        {
            Pairs = new SchemaPairs(current, without.Pairs.Tables).With(without.Pairs.Others),
        };
    }

    /// <summary>The way back.</summary>
    public static SchemaDiff Back(DatabaseSchema current, DatabaseSchema target, params string[] renames)
        => Of(target, current, [.. renames.Select(rename => Reverse(rename, renames))]);

    private static string Reverse(string rename, string[] all)
    {
        var (old, target) = (rename.Split('=')[0], rename.Split('=')[1]);
        var dot = old.LastIndexOf('.');
        if (target.Contains('.') || dot < 0)
            return $"{target}={old}";
        var table = all.FirstOrDefault(other => other.StartsWith(old[..dot] + '=', StringComparison.Ordinal))?[(dot + 1)..] ?? old[..dot];
        return $"{table}.{target}={old[(dot + 1)..]}";
    }

    private static SchemaPairs Pairs(DatabaseSchema current, DatabaseSchema target, Dictionary<string, string> map)
    {
        string Renamed(string name) => map.GetValueOrDefault(name, name);
        var tables = from live in current.Tables
                     from wanted in target.Tables
                     where Renamed(live.Name.ToString()) == wanted.Name.ToString()
                     select new TablePair(live, wanted, from column in live.Columns
                                                        from other in wanted.Columns
                                                        where map.GetValueOrDefault($"{live.Name}.{column.Name}", column.Name) == other.Name
                                                        select new ColumnPair(column, other));
        var others = from kind in Kinds.All
                     where kind.Value is not (ObjectKind.Table or ObjectKind.View)
                     from live in kind.In(current)
                     from wanted in kind.In(target)
                     where Renamed(kind.NameOf(live).ToString()) == kind.NameOf(wanted).ToString()
                     select new ObjectPair(kind.Value, null, live, wanted);
        return new SchemaPairs(current, tables).With(others);
    }

    private static IEnumerable<Change> OfTable(Table current, Table target, Dictionary<string, string> map)
    {
        var name = target.Name;
        string Renamed(string part) => map.GetValueOrDefault($"{current.Name}.{part}", part);
        return
        [
            .. Pair(ObjectKind.Column, name, current.Columns, target.Columns, column => column.Name, Renamed),
            .. Pair<PrimaryKey>(
                ObjectKind.PrimaryKey,
                name,
                current.PrimaryKey is null ? [] : [current.PrimaryKey],
                target.PrimaryKey is null ? [] : [target.PrimaryKey],
                _ => ""),
            .. Pair(
                ObjectKind.UniqueConstraint, name, current.UniqueConstraints, target.UniqueConstraints, item => item.Name ?? "", Renamed),
            .. Pair(ObjectKind.CheckConstraint, name, current.CheckConstraints, target.CheckConstraints, item => item.Name ?? "", Renamed),
            .. Pair(ObjectKind.ForeignKey, name, current.ForeignKeys, target.ForeignKeys, item => item.Name ?? "", Renamed),
            .. Pair(ObjectKind.Index, name, current.Indexes, target.Indexes, item => item.Name, Renamed),
            .. Pair(ObjectKind.SeedRow, name, current.SeedRows, target.SeedRows, row => row.Key.ToString()),
        ];
    }

    private static IEnumerable<Change> PairOf(Kind kind, DatabaseSchema current, DatabaseSchema target, Func<string, string> rename)
        => (IEnumerable<Change>)typeof(TinyDiff).GetMethod(nameof(Pair), BindingFlags.NonPublic | BindingFlags.Static)!
            .MakeGenericMethod(kind.GetType().GetGenericArguments())
            .Invoke(
                null,
                [kind.Value, null, kind.In(current), kind.In(target), (object item) => kind.NameOf(item).ToString(), rename, false])!;

    private static IEnumerable<Change> Pair<T>(
        ObjectKind kind,
        ObjectName? table,
        IEnumerable<T> current,
        IEnumerable<T> target,
        Func<T, string> name,
        Func<string, string>? rename = null,
        bool pairAll = false)
        where T : class
    {
        rename ??= same => same;
        var left = current.ToDictionary(item => rename(name(item)), StringComparer.Ordinal);
        foreach (var item in target)
        {
            if (!left.Remove(name(item), out var old))
                yield return new Added<T>(kind, table, item);
            else if (pairAll || !old.Equals(item))
                yield return new Altered<T>(kind, table, old, item, Facets(old, item));
        }

        foreach (var item in left.Values)
            yield return new Removed<T>(kind, table, item);
    }

    private static EquatableList<FacetChange> Facets<T>(T current, T target)
        => typeof(T).GetProperties(BindingFlags.Public | BindingFlags.Instance)
            .Where(property => property.GetIndexParameters().Length == 0 && !Equals(property.GetValue(current), property.GetValue(target)))
            .Select(property => new FacetChange(property.Name, null, null, Significance.Significant, ""))
            .ToEquatableList();
}
