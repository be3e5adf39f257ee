using System.Reflection;
using Autogen.Schema.Comparison;
using Autogen.Schema.Objects;

namespace Autogen.Design.Tests.Planning;

/// <summary>
/// A diff of two schemas by names alone: enough to say in tests what is there and what is wanted. Renames are given as
/// <c>old=new</c>, <c>table.old=new</c>.
/// </summary>
internal static class TinyDiff
{
    private static readonly string[] OwnFacetsOfTable = ["Name", "Comment", "IsUnlogged", "StorageParameters"];

    public static SchemaDiff Of(DatabaseSchema there, DatabaseSchema wanted, params string[] renames)
    {
        var map = renames.Select(rename => rename.Split('=')).ToDictionary(pair => pair[0], pair => pair[1], StringComparer.Ordinal);
        List<Change> changes =
        [
            .. Pair(ObjectKind.Schema, null, there.Schemas, wanted.Schemas, name => name),
            .. Pair(ObjectKind.Extension, null, there.Extensions, wanted.Extensions, extension => extension.Name),
            .. Pair(
                ObjectKind.EnumType,
                null,
                there.EnumTypes,
                wanted.EnumTypes,
                type => type.Name.ToString(),
                name => map.GetValueOrDefault(name, name)),
            .. Pair(ObjectKind.Collation, null, there.Collations, wanted.Collations, collation => collation.Name.ToString()),
            .. Pair(ObjectKind.RangeType, null, there.RangeTypes, wanted.RangeTypes, type => type.Name.ToString()),
            .. Pair(
                ObjectKind.Sequence,
                null,
                there.Sequences,
                wanted.Sequences,
                sequence => sequence.Name.ToString(),
                name => map.GetValueOrDefault(name, name)),
        ];
        var tables = Pair(
            ObjectKind.Table,
            null,
            there.Tables,
            wanted.Tables,
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
            changes.AddRange(OfTable(pair.There, pair.Wanted, map));
        }

        return new SchemaDiff(there, wanted, changes.ToEquatableList());
    }

    /// <summary>A diff in which a table takes the name of one that goes.</summary>
    public static SchemaDiff OfPairs(DatabaseSchema there, DatabaseSchema wanted, (string From, string To) rename)
    {
        var goes = there.Tables.First(table => table.Name == Make.Name(rename.To));
        var without = Of(
            there with { Tables = there.Tables.Where(table => table != goes).ToEquatableList() }, wanted, $"{rename.From}={rename.To}");
        return new SchemaDiff(there, wanted, [new Removed<Table>(ObjectKind.Table, null, goes), .. without.Changes]);
    }

    /// <summary>The way back.</summary>
    public static SchemaDiff Back(DatabaseSchema there, DatabaseSchema wanted, params string[] renames)
        => Of(wanted, there, [.. renames.Select(rename => Reverse(rename, renames))]);

    private static string Reverse(string rename, string[] all)
    {
        var (old, wanted) = (rename.Split('=')[0], rename.Split('=')[1]);
        var dot = old.LastIndexOf('.');
        if (wanted.Contains('.') || dot < 0)
            return $"{wanted}={old}";
        var table = all.FirstOrDefault(other => other.StartsWith(old[..dot] + '=', StringComparison.Ordinal))?[(dot + 1)..] ?? old[..dot];
        return $"{table}.{wanted}={old[(dot + 1)..]}";
    }

    private static IEnumerable<Change> OfTable(Table there, Table wanted, Dictionary<string, string> map)
    {
        var name = wanted.Name;
        string Renamed(string part) => map.GetValueOrDefault($"{there.Name}.{part}", part);
        return
        [
            .. Pair(ObjectKind.Column, name, there.Columns, wanted.Columns, column => column.Name, Renamed),
            .. Pair<PrimaryKey>(
                ObjectKind.PrimaryKey,
                name,
                there.PrimaryKey is null ? [] : [there.PrimaryKey],
                wanted.PrimaryKey is null ? [] : [wanted.PrimaryKey],
                _ => ""),
            .. Pair(ObjectKind.UniqueConstraint, name, there.UniqueConstraints, wanted.UniqueConstraints, item => item.Name ?? "", Renamed),
            .. Pair(ObjectKind.CheckConstraint, name, there.CheckConstraints, wanted.CheckConstraints, item => item.Name ?? "", Renamed),
            .. Pair(ObjectKind.ForeignKey, name, there.ForeignKeys, wanted.ForeignKeys, item => item.Name ?? "", Renamed),
            .. Pair(ObjectKind.Index, name, there.Indexes, wanted.Indexes, item => item.Name, Renamed),
            .. Pair(ObjectKind.SeedRow, name, there.SeedRows, wanted.SeedRows, row => row.Key.ToString()),
        ];
    }

    private static IEnumerable<Change> Pair<T>(
        ObjectKind kind,
        ObjectName? table,
        IEnumerable<T> there,
        IEnumerable<T> wanted,
        Func<T, string> name,
        Func<string, string>? rename = null,
        bool pairAll = false)
        where T : class
    {
        rename ??= same => same;
        var left = there.ToDictionary(item => rename(name(item)), StringComparer.Ordinal);
        foreach (var item in wanted)
        {
            if (!left.Remove(name(item), out var old))
                yield return new Added<T>(kind, table, item);
            else if (pairAll || !old.Equals(item))
                yield return new Altered<T>(kind, table, old, item, Facets(old, item));
        }

        foreach (var item in left.Values)
            yield return new Removed<T>(kind, table, item);
    }

    private static EquatableList<FacetChange> Facets<T>(T there, T wanted)
        => typeof(T).GetProperties(BindingFlags.Public | BindingFlags.Instance)
            .Where(property => property.GetIndexParameters().Length == 0 && !Equals(property.GetValue(there), property.GetValue(wanted)))
            .Select(property => new FacetChange(property.Name, null, null, Significance.Significant, ""))
            .ToEquatableList();
}
