using Autogen.Graph;
using Autogen.Schema.Comparison;
using Autogen.Schema.Dialects;

namespace Autogen.Tool.Settings;

/// <summary>A key of <c>autogen.json</c>.</summary>
/// <param name="Name">The key.</param>
/// <param name="Shape">The kind of its value.</param>
internal sealed record SettingKey(string Name, SettingShape Shape)
{
    /// <summary>The texts that are possible; empty for any.</summary>
    public IReadOnlyList<string> Choices { get; init; } = [];

    /// <summary>The keys of the objects behind it.</summary>
    public IReadOnlyList<SettingKey> Keys { get; init; } = [];

    /// <summary>Every key of the file, in the order of docs/configuration.md.</summary>
    public static IReadOnlyList<SettingKey> All { get; } =
    [
        new("revisions", SettingShape.Text),
        new("startupProject", SettingShape.Text),
        new("namespace", SettingShape.Text),
        new("fileName", SettingShape.Text),
        new("header", SettingShape.Texts),
        new("afterWrite", SettingShape.Texts),
        new("versionTable", SettingShape.Text),
        new("versionTableSchema", SettingShape.Text),
        new("logTable", SettingShape.Text),
        new("lockTimeout", SettingShape.Seconds),
        new("lockAttempt", SettingShape.Seconds),
        new("statementTimeout", SettingShape.Seconds),
        new("transactionMode", SettingShape.Text) { Choices = ["perRevision", "all"] },
        new("schemas", SettingShape.Texts),
        new("includeTables", SettingShape.Texts),
        new("excludeTables", SettingShape.Texts),
        new("unmanagedTables", SettingShape.Text) { Choices = ["ignore", "drop"] },
        new("compareComments", SettingShape.Flag),
        new("strict", SettingShape.Flag),
        new("significant", SettingShape.Texts)
        {
            Choices = [.. CosmeticDifferences.All.Where(kind => kind.IsActedOnWhenStrict).Select(kind => kind.Kind)]
        },
        new("failOnChanged", SettingShape.Flag),
        new("databases", SettingShape.Objects)
        {
            Keys =
            [
                new("connection", SettingShape.Text),
                new("connectionFrom", SettingShape.Text),
                new("provider", SettingShape.Text) { Choices = [.. AllDialects.All.Select(dialect => dialect.ShortName)] },
                new("context", SettingShape.Text),
                new("revisions", SettingShape.Text),
                new("versionTable", SettingShape.Text),
                new("versionTableSchema", SettingShape.Text),
                new("logTable", SettingShape.Text),
                new("arguments", SettingShape.Texts),
                new("environment", SettingShape.TextsByName),
            ],
        },
        new("fleet", SettingShape.Object)
        {
            Keys =
            [
                new("databases", SettingShape.TextsOrObjects)
                {
                    Keys =
                    [
                        new("name", SettingShape.Text),
                        new("connection", SettingShape.Text),
                        new("connectionFrom", SettingShape.Text),
                        new("schema", SettingShape.Text),
                    ],
                },
                new("pattern", SettingShape.Text),
                new("file", SettingShape.Text),
                new("command", SettingShape.Text),
                new("query", SettingShape.Text),
                new("schemas", SettingShape.Text),
                new("serverDatabases", SettingShape.Text),
                new("files", SettingShape.Text),
                new("database", SettingShape.Text),
                new("connection", SettingShape.Text),
                new("connectionFrom", SettingShape.Text),
                new("ledger", SettingShape.Text),
            ],
        },
        new("rehearsal", SettingShape.Object)
        {
            Keys =
            [
                new("maxExclusiveLock", SettingShape.Duration),
                new("rewrites", SettingShape.Count),
                new("maxTime", SettingShape.Duration),
            ],
        },
        new("contexts", SettingShape.Objects)
        {
            Keys =
            [
                new("revisions", SettingShape.Text),
                new("namespace", SettingShape.Text),
                new("versionTable", SettingShape.Text),
                new("versionTableSchema", SettingShape.Text),
                new("logTable", SettingShape.Text),
            ],
        },
    ];

    /// <summary>A hint at what was meant, for the end of a message: the nearest of what is possible, or all of it.</summary>
    public static string Hint(string text, IReadOnlyList<string> possible)
    {
        var near = possible.Select(name => (name, distance: EditDistance.Between(text, name), holds: Holds(name, text)))
            .Where(entry => entry.holds || entry.distance <= Math.Max(2, entry.name.Length / 3))
            .OrderBy(entry => entry.distance)
            .Select(entry => entry.name)
            .FirstOrDefault();
        return near is null ? $"Possible are {string.Join(", ", possible.Select(name => $"'{name}'"))}." : $"Did you mean '{near}'?";
    }

    // 'defaults' for 'left-over default'.
    private static bool Holds(string name, string text)
        => text.Length > 3 && name.Contains(text.TrimEnd('s'), StringComparison.OrdinalIgnoreCase);
}

/// <summary>The kinds of value that a key can have.</summary>
internal enum SettingShape
{
    /// <summary>A text.</summary>
    Text,

    /// <summary>A list of texts.</summary>
    Texts,

    /// <summary><c>true</c> or <c>false</c>.</summary>
    Flag,

    /// <summary>A number of seconds, not negative.</summary>
    Seconds,

    /// <summary>A time with its unit: <c>500ms</c>, <c>2s</c>, <c>10m</c>, <c>1h</c>.</summary>
    Duration,

    /// <summary>A whole number, not negative.</summary>
    Count,

    /// <summary>An object of texts by name.</summary>
    TextsByName,

    /// <summary>An object of objects by name.</summary>
    Objects,

    /// <summary>An object.</summary>
    Object,

    /// <summary>A list of texts and objects.</summary>
    TextsOrObjects,
}
