using Autogen.Schema.Objects;

namespace Autogen.Schema.Comparison;

/// <summary>Two columns that are one.</summary>
/// <param name="Current">The current column.</param>
/// <param name="Target">The target column.</param>
internal sealed record ColumnPair(Column Current, Column Target);

/// <summary>Two tables that are one, with their columns that are one.</summary>
internal sealed class TablePair
{
    private readonly Dictionary<string, string> targetNames = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> currentNames = new(StringComparer.Ordinal);

    /// <summary>Pairs two tables.</summary>
    /// <param name="current">The current table.</param>
    /// <param name="target">The target table.</param>
    /// <param name="columns">The columns that both have.</param>
    public TablePair(Table current, Table target, IEnumerable<ColumnPair> columns)
    {
        (Current, Target, Columns) = (current, target, [.. columns]);
        Renamed = [.. Columns.Where(pair => !string.Equals(pair.Current.Name, pair.Target.Name, StringComparison.Ordinal))];
        foreach (var pair in Renamed)
            Add(pair.Current.Name, pair.Target.Name);

        var dropped = current.Columns.Where(column => !targetNames.ContainsKey(column.Name) && currentNames.ContainsKey(column.Name));
        foreach (var column in dropped.ToList())
            Add(column.Name, Placeholder.Of(column.Name, IsTaken));

        bool IsTaken(string name) => current.FindColumn(name) is not null || target.FindColumn(name) is not null;
    }

    /// <summary>The current table.</summary>
    public Table Current { get; }

    /// <summary>The target table.</summary>
    public Table Target { get; }

    /// <summary>The columns that both have.</summary>
    public IReadOnlyList<ColumnPair> Columns { get; }

    /// <summary>Those whose names differ.</summary>
    public IReadOnlyList<ColumnPair> Renamed { get; }

    /// <summary>
    /// Names after the plan by names before it: of renamed columns, and the placeholders of dropped ones whose names are given to others.
    /// </summary>
    public IReadOnlyDictionary<string, string> TargetNames => targetNames;

    /// <summary>What a current column is called after the plan.</summary>
    public string TargetColumn(string current) => targetNames.GetValueOrDefault(current, current);

    /// <summary>What a target column is called before the plan.</summary>
    public string CurrentColumn(string target) => currentNames.GetValueOrDefault(target, target);

    private void Add(string current, string target)
    {
        targetNames[current] = target;
        currentNames[target] = current;
    }
}
