namespace Autogen.Schema.Statistics;

/// <summary>What is different between two moments of a database. Pure.</summary>
internal sealed record StatisticsComparison
{
    /// <summary>Facts of the whole database that changed.</summary>
    public required IReadOnlyList<FactChange> Facts { get; init; }

    /// <summary>Tables that were added, removed or changed; the others are left out.</summary>
    public required IReadOnlyList<TableChange> Tables { get; init; }

    /// <summary>Compares.</summary>
    public static StatisticsComparison Of(DatabaseStatistics before, DatabaseStatistics after) => new()
    {
        Facts = [.. FactsOf(before, after).Where(fact => fact.Before != fact.After)],
        Tables = [.. Joined(before.Tables, after.Tables, KeyOf)
            .Select(pair => new TableChange(
                (pair.After ?? pair.Before)!.FullName(), pair.Before, pair.After, IndexesOf(pair.Before, pair.After))) // in one of both
            .Where(change => change.IsChange())],
    };

    // A name may contain a point: "a.b" in "c" is not "b.c" in "a". No name contains a zero.
    private static string KeyOf(TableStatistics table) => $"{table.Schema}\0{table.Name}";

    private static IEnumerable<FactChange> FactsOf(DatabaseStatistics before, DatabaseStatistics after)
    {
        yield return new FactChange("server version", before.ServerVersion, after.ServerVersion);
        yield return new FactChange("size", ByteText.Of(before.Bytes), ByteText.Of(after.Bytes));
        yield return new FactChange("free", ByteText.Of(before.FreeBytes), ByteText.Of(after.FreeBytes));
        foreach (var (name, old, changed) in Joined(before.Extensions, after.Extensions, extension => extension.Name))
            yield return new FactChange($"extension {name}", old?.Version, changed?.Version);
    }

    private static IReadOnlyList<IndexChange> IndexesOf(TableStatistics? before, TableStatistics? after)
        => [.. Joined(before?.Indexes ?? [], after?.Indexes ?? [], index => index.Name)
            .Where(pair => pair.Before is null || pair.After is null || pair.Before.Bytes != pair.After.Bytes)
            .Select(pair => new IndexChange(pair.Name, pair.Before, pair.After))];

    private static IEnumerable<(string Name, T? Before, T? After)> Joined<T>(
        IReadOnlyList<T> before, IReadOnlyList<T> after, Func<T, string> nameOf)
        where T : class
    {
        var old = before.ToDictionary(nameOf, StringComparer.Ordinal);
        var changed = after.ToDictionary(nameOf, StringComparer.Ordinal);
        return old.Keys.Union(changed.Keys, StringComparer.Ordinal).Order(StringComparer.Ordinal)
            .Select(name => (name, old.GetValueOrDefault(name), changed.GetValueOrDefault(name)));
    }
}

/// <summary>A fact of a database at two moments.</summary>
/// <param name="Name">What it is.</param>
/// <param name="Before">What it was; <see langword="null"/> where it was not known.</param>
/// <param name="After">What it is now.</param>
internal sealed record FactChange(string Name, string? Before, string? After);

/// <summary>A table at two moments.</summary>
/// <param name="Name">Its name with its schema.</param>
/// <param name="Before">As it was; <see langword="null"/> for a new one.</param>
/// <param name="After">As it is; <see langword="null"/> for one that is gone.</param>
/// <param name="Indexes">Its indexes that were added, removed, or have another size.</param>
internal sealed record TableChange(string Name, TableStatistics? Before, TableStatistics? After, IReadOnlyList<IndexChange> Indexes)
{
    /// <summary>Whether rows, sizes or indexes are different: a scan more is no change.</summary>
    public bool IsChange()
        => Before is null || After is null || Indexes.Count > 0
            || (Before.Rows, Before.HeapBytes, Before.ToastBytes, Before.IndexBytes)
                != (After.Rows, After.HeapBytes, After.ToastBytes, After.IndexBytes);
}

/// <summary>An index at two moments.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Before">As it was; <see langword="null"/> for a new one.</param>
/// <param name="After">As it is; <see langword="null"/> for one that is gone.</param>
internal sealed record IndexChange(string Name, IndexStatistics? Before, IndexStatistics? After);
