using Autogen.Schema.Objects;

namespace Autogen.Design.Models;

/// <summary>A table of the database and the model's, perhaps under another name and with columns under other names.</summary>
internal sealed class SeededTable
{
    private readonly Dictionary<string, string> liveNames = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> modelNames = new(StringComparer.Ordinal);

    private SeededTable(RenamedParts renames, Table live, Table? target)
    {
        (Live, Target) = (live, target);
        foreach (var column in target?.Columns ?? [])
        {
            var own = live.Columns.FirstOrDefault(other => renames.IsColumn(live, other, column))
                ?? (live.FindColumn(column.Name) is { } same && !renames.IsRenamedColumn(live, same) ? same : null);
            if (own is null)
                continue;
            liveNames[column.Name] = own.Name;
            modelNames[own.Name] = column.Name;
        }
    }

    /// <summary>The table as it is in the database.</summary>
    public Table Live { get; }

    /// <summary>The table as the model wants it; <see langword="null"/> where the model has it no longer.</summary>
    public Table? Target { get; }

    /// <summary>
    /// A table of the database with the model's: the renamed one, else the one of its name, if that is not another's new name.
    /// </summary>
    public static SeededTable Of(RenamedParts renames, Table live, DatabaseSchema target)
        => new(
            renames,
            live,
            target.Tables.FirstOrDefault(table => renames.IsTable(live, table))
                ?? (renames.IsRenamedTable(live) ? null : target.FindTable(live.Name)));

    /// <summary>The database's column of a column of the model; <see langword="null"/> where it has none yet.</summary>
    public Column? LiveColumn(string modelName) => liveNames.TryGetValue(modelName, out var name) ? Live.FindColumn(name) : null;

    /// <summary>The model's name of a column of the database; <see langword="null"/> where the model has it no longer.</summary>
    public string? ModelName(string liveName) => modelNames.GetValueOrDefault(liveName);

    /// <summary>A row of the database with the model's names of columns; what the model has no longer keeps its name, marked.</summary>
    public SeedRow InModelNames(SeedRow row) => Renamed(row, name => modelNames.GetValueOrDefault(name, Gone + name));

    /// <summary>The reverse of <see cref="InModelNames"/>.</summary>
    public SeedRow InLiveNames(SeedRow row) => Renamed(row, name => IsGone(name) ? NameOf(name) : liveNames[name]);

    /// <summary>Whether a column in the model's names is one that the model has no longer.</summary>
    public static bool IsGone(string name) => name.StartsWith(Gone, StringComparison.Ordinal);

    /// <summary>A name without the mark.</summary>
    public static string NameOf(string name) => IsGone(name) ? name[Gone.Length..] : name;

    // No identifier has this character: a dropped column may have the name that another one gets.
    private const string Gone = "\0";

    private static SeedRow Renamed(SeedRow row, Func<string, string> rename)
        => new(Renamed(row.Key, rename), Renamed(row.Values, rename));

    private static EquatableList<SeedValue> Renamed(EquatableList<SeedValue> values, Func<string, string> rename)
        => values.Select(value => value with { Column = rename(value.Column) }).ToEquatableList();
}
