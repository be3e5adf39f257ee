using System.Text.Json;
using System.Text.Json.Serialization;
using Autogen.Messages;
using Autogen.Schema;

namespace Autogen.Tool.Settings;

/// <summary>
/// A project's <c>autogen.json</c>. Comments and trailing commas are allowed; what is wrong in it is refused (<see cref="SettingsCheck"/>).
/// </summary>
internal sealed record AutogenJson
{
    /// <summary>The file's name.</summary>
    public const string SettingsFile = "autogen.json";

    /// <summary>The folder of the revisions, relative to the project.</summary>
    public string? Revisions { get; init; }

    /// <summary>The project that starts the application: a <c>.csproj</c> or its folder, relative to the project.</summary>
    public string? StartupProject { get; init; }

    /// <summary>The namespace of new revisions.</summary>
    public string? Namespace { get; init; }

    /// <summary>How new revisions' files are named: the name of a template, or one.</summary>
    public string? FileName { get; init; }

    /// <summary>Lines above everything in new revisions' files: comments and preprocessor directives.</summary>
    public IReadOnlyList<string>? Header { get; init; }

    /// <summary>Command lines that run after a file was written; <c>{file}</c> is the file.</summary>
    public IReadOnlyList<string>? AfterWrite { get; init; }

    /// <summary>The version table's name.</summary>
    public string? VersionTable { get; init; }

    /// <summary>The schema of the version table and the log.</summary>
    public string? VersionTableSchema { get; init; }

    /// <summary>The log's name.</summary>
    public string? LogTable { get; init; }

    /// <summary>The only schemas to look at.</summary>
    public IReadOnlyList<string>? Schemas { get; init; }

    /// <summary>The only tables to look at.</summary>
    public IReadOnlyList<string>? IncludeTables { get; init; }

    /// <summary>Tables to be left alone.</summary>
    public IReadOnlyList<string>? ExcludeTables { get; init; }

    /// <summary><c>ignore</c> or <c>drop</c>.</summary>
    public string? UnmanagedTables { get; init; }

    /// <summary>Whether comments are compared.</summary>
    public bool? CompareComments { get; init; }

    /// <summary>Whether cosmetic differences are acted on.</summary>
    public bool? Strict { get; init; }

    /// <summary>The kinds of cosmetic difference that are acted on.</summary>
    public IReadOnlyList<string>? Significant { get; init; }

    /// <summary>Whether <c>check</c> fails if a revision was edited after it was applied.</summary>
    public bool? FailOnChanged { get; init; }

    /// <summary>How long to wait for another upgrade, in seconds.</summary>
    public double? LockTimeout { get; init; }

    /// <summary>How long a statement may wait for a table's lock at a time, in seconds.</summary>
    public double? LockAttempt { get; init; }

    /// <summary>How long a statement may run, in seconds.</summary>
    public double? StatementTimeout { get; init; }

    /// <summary><c>perRevision</c> or <c>all</c>.</summary>
    public string? TransactionMode { get; init; }

    /// <summary>Named databases.</summary>
    public IReadOnlyDictionary<string, NamedDatabase>? Databases { get; init; }

    /// <summary>Where the databases of a fleet are.</summary>
    public FleetSettings? Fleet { get; init; }

    /// <summary>What an upgrade may not exceed in a rehearsal.</summary>
    public RehearsalSettings? Rehearsal { get; init; }

    /// <summary>Settings of single contexts, by name.</summary>
    public IReadOnlyDictionary<string, ContextSettings>? Contexts { get; init; }

    /// <summary>Whether databases or contexts have revisions of their own.</summary>
    public bool HasSeveralFolders
        => Databases?.Values.Any(database => database.Revisions is not null) == true
            || Contexts?.Values.Any(context => context.Revisions is not null) == true;

    /// <summary>
    /// The settings for a database and a context: the database's come first, then the context's.
    /// </summary>
    public AutogenJson For(NamedDatabase? database, string? context)
    {
        var own = context is not null && Contexts?.TryGetValue(context, out var found) == true ? found : null;
        return this with
        {
            Revisions = database?.Revisions ?? own?.Revisions ?? Revisions,
            Namespace = own?.Namespace ?? ((database?.Revisions ?? own?.Revisions) is null ? Namespace : null),
            VersionTable = database?.VersionTable ?? own?.VersionTable ?? VersionTable,
            VersionTableSchema = database?.VersionTableSchema ?? own?.VersionTableSchema ?? VersionTableSchema,
            LogTable = database?.LogTable ?? own?.LogTable ?? LogTable,
        };
    }

    /// <summary>A named database.</summary>
    /// <exception cref="AutogenException"><see cref="ErrorCode.ConfigurationInvalid"/>: there is none of that name.</exception>
    public NamedDatabase Database(string name)
    {
        if (Databases is { } databases && databases.TryGetValue(name, out var database))
            return database;
        var known = Databases is { Count: > 0 } some
            ? $"It has {string.Join(", ", some.Keys.Order(StringComparer.Ordinal))}."
            : "It has none.";
        throw new AutogenException(ErrorCode.ConfigurationInvalid, $"autogen.json has no database '{name}'. {known}");
    }

    /// <summary>Reads a project's file; the defaults if none exists.</summary>
    /// <exception cref="AutogenException"><see cref="ErrorCode.ConfigurationInvalid"/>.</exception>
    public static AutogenJson Read(string projectDirectory)
    {
        var path = Path.Combine(projectDirectory, SettingsFile);
        if (!Path.Exists(path))
            return new AutogenJson();
        try
        {
            var text = SettingsText.Read(path);
            SettingsCheck.Run(path, text);
            return JsonSerializer.Deserialize(text, AutogenJsonSerialization.Default.AutogenJson) ?? new AutogenJson();
        }
        catch (JsonException exception)
        {
            var where = exception.LineNumber is { } line ? $"({line + 1})" : "";
            throw new AutogenException(
                ErrorCode.ConfigurationInvalid,
                $"{path}{where}: this is not valid JSON: {exception.Message.Split(" LineNumber:")[0]}",
                exception);
        }
    }

    /// <summary>The settings that the engine needs.</summary>
    public HostSettings ForEngine()
    {
        var defaults = new HostSettings();
        return new HostSettings
        {
            VersionTable = VersionTable ?? defaults.VersionTable,
            VersionTableSchema = VersionTableSchema,
            LogTable = LogTable ?? defaults.LogTable,
            Schemas = Schemas ?? [],
            IncludeTables = IncludeTables ?? [],
            ExcludeTables = ExcludeTables ?? [],
            DropUnmanagedTables = UnmanagedTables is "drop",
            CompareComments = CompareComments ?? true,
            Strict = Strict ?? false,
            Significant = Significant ?? [],
        };
    }
}

/// <summary>A database by name.</summary>
internal sealed record NamedDatabase
{
    /// <summary>A connection string or URL.</summary>
    public string? Connection { get; init; }

    /// <summary>The environment variable that holds it.</summary>
    public string? ConnectionFrom { get; init; }

    /// <summary><c>postgresql</c> or <c>sqlite</c>: what the context must use for it.</summary>
    public string? Provider { get; init; }

    /// <summary>The context, where the project has several.</summary>
    public string? Context { get; init; }

    /// <summary>The folder of its revisions, relative to the project.</summary>
    public string? Revisions { get; init; }

    /// <summary>Its version table's name.</summary>
    public string? VersionTable { get; init; }

    /// <summary>The schema of its version table and log.</summary>
    public string? VersionTableSchema { get; init; }

    /// <summary>Its log's name.</summary>
    public string? LogTable { get; init; }

    /// <summary>What the application's startup gets, as behind <c>--</c>.</summary>
    public IReadOnlyList<string>? Arguments { get; init; }

    /// <summary>Environment variables for the application; <c>{connection}</c> in a value is the connection string.</summary>
    public IReadOnlyDictionary<string, string>? Environment { get; init; }
}

/// <summary>Settings of one context.</summary>
internal sealed record ContextSettings
{
    /// <summary>The folder of its revisions, relative to the project.</summary>
    public string? Revisions { get; init; }

    /// <summary>The namespace of its new revisions.</summary>
    public string? Namespace { get; init; }

    /// <summary>Its version table's name.</summary>
    public string? VersionTable { get; init; }

    /// <summary>The schema of its version table and log.</summary>
    public string? VersionTableSchema { get; init; }

    /// <summary>Its log's name.</summary>
    public string? LogTable { get; init; }
}

/// <summary>The file's serialisation.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    ReadCommentHandling = JsonCommentHandling.Skip,
    AllowTrailingCommas = true,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow)]
[JsonSerializable(typeof(AutogenJson))]
[JsonSerializable(typeof(IReadOnlyList<FleetEntry>))]
internal sealed partial class AutogenJsonSerialization : JsonSerializerContext;
