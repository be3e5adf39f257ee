using System.Text.Json;
using System.Text.Json.Serialization;
using Autogen.Schema;

namespace Autogen.Tool.Settings;

/// <summary>Where the databases of a fleet are: one of the sources.</summary>
internal sealed record FleetSettings
{
    /// <summary>The databases.</summary>
    public IReadOnlyList<FleetEntry>? Databases { get; init; }

    /// <summary>A wildcard for the named databases of the file.</summary>
    public string? Pattern { get; init; }

    /// <summary>A file with a database a line, or with a JSON list; relative to the project.</summary>
    public string? File { get; init; }

    /// <summary>A command line that prints the same.</summary>
    public string? Command { get; init; }

    /// <summary>A query that returns <c>name</c>, and <c>connection</c>, <c>schema</c> or both.</summary>
    public string? Query { get; init; }

    /// <summary>A wildcard for the schemas of a database.</summary>
    public string? Schemas { get; init; }

    /// <summary>A wildcard for the databases of a server.</summary>
    public string? ServerDatabases { get; init; }

    /// <summary>A wildcard for SQLite files, relative to the project.</summary>
    public string? Files { get; init; }

    /// <summary>
    /// The named database for <see cref="Query"/>, <see cref="Schemas"/> and <see cref="ServerDatabases"/>; the context's own without it.
    /// </summary>
    public string? Database { get; init; }

    /// <summary>A connection string with <c>{name}</c>, for databases of which only the name is known.</summary>
    public string? Connection { get; init; }

    /// <summary>The environment variable that holds it.</summary>
    public string? ConnectionFrom { get; init; }

    /// <summary>The named database that holds the ledger of <c>--ledger</c>; without it, the database that is asked.</summary>
    public string? Ledger { get; init; }

    private IReadOnlyDictionary<string, object?> Sources => new Dictionary<string, object?>(StringComparer.Ordinal)
    {
        ["databases"] = Databases,
        ["pattern"] = Pattern,
        ["file"] = File,
        ["command"] = Command,
        ["query"] = Query,
        ["schemas"] = Schemas,
        ["serverDatabases"] = ServerDatabases,
        ["files"] = Files,
    };

    /// <summary>Whether a database is asked for the others.</summary>
    public bool AsksDatabase => Query is not null || Schemas is not null || ServerDatabases is not null;

    /// <summary>Refuses what says nothing, or two things.</summary>
    /// <exception cref="AutogenException"><see cref="ErrorCode.ConfigurationInvalid"/>.</exception>
    public void Require()
    {
        var given = Sources.Where(source => source.Value is not null).Select(source => $"'{source.Key}'").ToList();
        if (given.Count != 1)
            throw Refused(
                $"it needs one of {string.Join(", ", Sources.Keys.Select(key => $"'{key}'"))}"
                    + $"{(given.Count == 0 ? "" : $", and has {string.Join(" and ", given)}")}.");
        if (Database is not null && !AsksDatabase)
            throw Refused($"'database' is for 'query', 'schemas' and 'serverDatabases', not for {given[0]}.");
        if (Connection is not null && ConnectionFrom is not null)
            throw Refused("it has 'connection' and 'connectionFrom'. Keep one.");
        if (Connection is not null && !Connection.Contains("{name}", StringComparison.Ordinal))
            throw Refused("'connection' must contain {name}, the place of a database's name.");
    }

    /// <summary>A refusal of the key.</summary>
    public static AutogenException Refused(string problem)
        => new(ErrorCode.ConfigurationInvalid, $"autogen.json at 'fleet': {problem}");
}

/// <summary>A database of a list: a name, or an object.</summary>
[JsonConverter(typeof(FleetEntryConverter))]
internal sealed record FleetEntry(string Name)
{
    /// <summary>A connection string or URL.</summary>
    public string? Connection { get; init; }

    /// <summary>The environment variable that holds it.</summary>
    public string? ConnectionFrom { get; init; }

    /// <summary>The schema of its tables.</summary>
    public string? Schema { get; init; }
}

/// <summary>Reads entries.</summary>
internal sealed class FleetEntryConverter : JsonConverter<FleetEntry>
{
    /// <inheritdoc/>
    public override FleetEntry Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType == JsonTokenType.String)
            return new FleetEntry(reader.GetString()!); // a string token has one
        using var document = JsonDocument.ParseValue(ref reader);
        var entry = document.RootElement;
        if (entry.ValueKind != JsonValueKind.Object)
            throw new JsonException("A database of the fleet is a name or an object.");
        var name = Text("name") is { Length: > 0 } text ? text : throw new JsonException("A database of the fleet has no 'name'.");
        return new FleetEntry(name)
        {
            Connection = Text("connection"),
            ConnectionFrom = Text("connectionFrom"),
            Schema = Text("schema"),
        };

        string? Text(string key) => entry.TryGetProperty(key, out var value)
            ? value.ValueKind switch
            {
                JsonValueKind.String => value.GetString(),
                JsonValueKind.Null => null,
                _ => throw new JsonException($"'{key}' of a database of the fleet is not a string."),
            }
            : null;
    }

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, FleetEntry value, JsonSerializerOptions options)
        => throw new NotSupportedException();
}
