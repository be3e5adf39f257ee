using Autogen.Schema.Objects;

namespace Autogen.Design.Models;

/// <summary>
/// Long values of the model's rows: a row of the database that has the same value shares it, so that a
/// hundred megabytes are in memory once.
/// </summary>
internal sealed class SeedPool
{
    private readonly HashSet<SeedValue> values = [];

    /// <summary>Takes the values of rows.</summary>
    public SeedPool(IEnumerable<SeedRow> rows)
        => values.UnionWith(rows.SelectMany(row => row.Key.Concat(row.Values)).Where(IsLong));

    /// <summary>The model's value if it is equal, else the value itself.</summary>
    public SeedValue Shared(SeedValue value)
        => IsLong(value) && values.TryGetValue(value, out var same) && same.Value.Value?.GetType() == value.Value.Value?.GetType()
            ? same
            : value;

    private static bool IsLong(SeedValue value) => value.Length >= LongLiteral.Shortest;
}
