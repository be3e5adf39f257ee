using System.Text.Json;

namespace Autogen.Tool;

/// <summary>How the engine ended.</summary>
/// <param name="ExitCode">The exit code.</param>
/// <param name="Document">The result's document; <see langword="null"/> where the engine failed, which is printed already.</param>
internal sealed record HostOutcome(int ExitCode, JsonElement? Document);
