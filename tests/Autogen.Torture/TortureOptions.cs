using System.Globalization;
using Autogen.Torture.Races;

namespace Autogen.Torture;

/// <summary>The command line: <c>tools/torture/run.sh</c> describes it.</summary>
internal sealed class TortureOptions(string[] arguments)
{
    private static readonly string[] counts =
        [
            "--kills", "--cuts", "--crashes", "--races", "--mixed-races", "--takeovers", "--freezes", "--failovers", "--stalls",
            "--fleet-kills"
        ];

    /// <summary>What chooses the random moments; printed, so that a run can be repeated.</summary>
    public int Seed { get; } = Number(arguments, "--seed") ?? Random.Shared.Next(1, 1_000_000);

    /// <summary>How the server is reached.</summary>
    public string Through => Text(arguments, "--through") ?? "direct";

    /// <summary>Which databases.</summary>
    public IReadOnlyList<string> Kinds
        => Text(arguments, "--database") is { } one ? [one] : Through == "direct" ? ["sqlite", "pg"] : ["pg"];

    /// <summary>How many processes race for one database, all of one kind.</summary>
    public int Processes => Number(arguments, "--processes") ?? 20;

    /// <summary>How many start at once in a mixed race.</summary>
    public int Starters => Number(arguments, "--starters") ?? 8;

    /// <summary>How long a reader keeps the table that an upgrade wants.</summary>
    public TimeSpan Reader => TimeSpan.FromSeconds(Number(arguments, "--reader") ?? 20);

    /// <summary>As whom.</summary>
    /// <exception cref="ArgumentException">A kind is unknown.</exception>
    public IReadOnlyList<StarterKind> RaceKinds
        => [.. (Text(arguments, "--race-kinds") ?? "tool,bundle,application,in-process").Split(',').Select(KindOf)];

    /// <summary>How often something is done: what is said, and where nothing is said of anything, the default.</summary>
    public int Times(string option, int otherwise) => Number(arguments, option) ?? (counts.Any(arguments.Contains) ? 0 : otherwise);

    private static StarterKind KindOf(string name) => name switch
    {
        "tool" => StarterKind.Tool,
        "bundle" => StarterKind.Bundle,
        "application" => StarterKind.Application,
        "in-process" => StarterKind.InProcess,
        _ => throw new ArgumentException($"--race-kinds: '{name}' is not one of tool, bundle, application, in-process."),
    };

    private static string? Text(string[] arguments, string name)
        => Array.IndexOf(arguments, name) is var index and >= 0 && index + 1 < arguments.Length ? arguments[index + 1] : null;

    private static int? Number(string[] arguments, string name)
        => Text(arguments, name) is { } text ? int.Parse(text, CultureInfo.InvariantCulture) : null;
}
