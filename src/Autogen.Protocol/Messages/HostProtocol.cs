using System.Text.Json;
using System.Text.Json.Serialization;

namespace Autogen.Messages;

/// <summary>How requests, answers and events are written: one line of JSON each.</summary>
internal static class HostProtocol
{
    /// <summary>What precedes every event, to distinguish it from anything else that the application prints.</summary>
    public const string Prefix = "\u001eautogen ";

    /// <summary>Writes a request.</summary>
    public static string Write(HostRequest request) => JsonSerializer.Serialize(request, HostJson.Default.HostRequest);

    /// <summary>Reads a request.</summary>
    public static HostRequest ReadRequest(string line)
        => JsonSerializer.Deserialize(line, HostJson.Default.HostRequest) ?? throw new JsonException("The request is null.");

    /// <summary>Writes an answer.</summary>
    public static string Write(AnswerMessage answer) => JsonSerializer.Serialize(answer, HostJson.Default.AnswerMessage);

    /// <summary>Reads an answer.</summary>
    public static AnswerMessage ReadAnswer(string line)
        => JsonSerializer.Deserialize(line, HostJson.Default.AnswerMessage) ?? throw new JsonException("The answer is null.");

    /// <summary>Writes a bundle's manifest.</summary>
    public static string Write(BundleManifest manifest) => JsonSerializer.Serialize(manifest, HostJson.Default.BundleManifest);

    /// <summary>Reads a bundle's manifest.</summary>
    public static BundleManifest ReadManifest(Stream stream)
        => JsonSerializer.Deserialize(stream, HostJson.Default.BundleManifest) ?? throw new JsonException("The manifest is null.");

    /// <summary>Writes an event, with the prefix and without the line's end.</summary>
    public static string Write(HostEvent hostEvent) => Prefix + JsonSerializer.Serialize(hostEvent, HostJson.Default.HostEvent);

    /// <summary>Reads a line: an event, or <see langword="null"/> for what the application printed.</summary>
    public static HostEvent? ReadEvent(string line)
        => line.StartsWith(Prefix, StringComparison.Ordinal)
            ? JsonSerializer.Deserialize(line.AsSpan(Prefix.Length), HostJson.Default.HostEvent)
            : null;
}

/// <summary>The messages' serialisation, generated: nothing is found out by reflection when a command starts.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(HostRequest))]
[JsonSerializable(typeof(AnswerMessage))]
[JsonSerializable(typeof(HostEvent))]
[JsonSerializable(typeof(RevisionResult))]
[JsonSerializable(typeof(DiffResult))]
[JsonSerializable(typeof(UpgradeResult))]
[JsonSerializable(typeof(RevisionsResult))]
[JsonSerializable(typeof(LogResult))]
[JsonSerializable(typeof(VerifyResult))]
[JsonSerializable(typeof(AdoptResult))]
[JsonSerializable(typeof(SqlResult))]
[JsonSerializable(typeof(DoneResult))]
[JsonSerializable(typeof(BundleResult))]
[JsonSerializable(typeof(FleetResult))]
[JsonSerializable(typeof(StatisticsResult))]
[JsonSerializable(typeof(RehearseResult))]
[JsonSerializable(typeof(BundleManifest))]
internal sealed partial class HostJson : JsonSerializerContext;
