using System.Globalization;
using Autogen.Messages;
using Autogen.Schema;

namespace Autogen.Bundles;

/// <summary>
/// A bundle's command line. Read by hand: a library for it would be the application's, too, and perhaps in another version.
/// </summary>
internal sealed record BundleCommandLine
{
    private static readonly string[] commands = ["upgrade", "downgrade", "current", "history", "status"];

    /// <summary>The command; <c>help</c> and <c>version</c> for the options of that name.</summary>
    public required string Command { get; init; }

    /// <summary>The target of <c>upgrade</c> and <c>downgrade</c>.</summary>
    public string? Target { get; init; }

    /// <summary>What <c>--connection</c> says.</summary>
    public string? Connection { get; init; }

    /// <summary>Whether the script is printed.</summary>
    public bool IsScript { get; init; }

    /// <summary>Whether the script leaves out what the database has.</summary>
    public bool IsIdempotent { get; init; }

    /// <summary>Whether it is only told what would run.</summary>
    public bool IsDryRun { get; init; }

    /// <summary>Whether a missing database is created.</summary>
    public bool CreatesDatabase { get; init; }

    /// <summary>Whether nothing is asked.</summary>
    public bool IsConfirmed { get; init; }

    /// <summary>How long to wait for another upgrade, in seconds; <see langword="null"/> for what the manifest says.</summary>
    public double? LockTimeout { get; init; }

    /// <summary>How long a statement waits for a lock at a time, in seconds; <see langword="null"/> for what the manifest says.</summary>
    public double? LockAttempt { get; init; }

    /// <summary>How long a statement may run, in seconds; <see langword="null"/> for what the manifest says.</summary>
    public double? StatementTimeout { get; init; }

    /// <summary>Whether the whole upgrade is one transaction; <see langword="null"/> for what the manifest says.</summary>
    public bool? IsOneTransaction { get; init; }

    /// <summary>Whether <c>current</c> fails when the database is not at every head.</summary>
    public bool ChecksHeads { get; init; }

    /// <summary>Whether <c>history</c> asks the database.</summary>
    public bool IsCurrentIndicated { get; init; }

    /// <summary>Whether JSON is printed.</summary>
    public bool IsJson { get; init; }

    /// <summary>Verbose output.</summary>
    public bool IsVerbose { get; init; }

    /// <summary>Only the result is printed.</summary>
    public bool IsQuiet { get; init; }

    /// <summary>Whether there is no colour.</summary>
    public bool IsColourless { get; init; }

    /// <summary>The text after <c>--</c>, for the application's startup.</summary>
    public IReadOnlyList<string> Rest { get; init; } = [];

    /// <summary>Parses the arguments.</summary>
    /// <exception cref="AutogenException"><see cref="ErrorCode.CommandLine"/>.</exception>
    public static BundleCommandLine Parse(IReadOnlyList<string> arguments)
    {
        var words = arguments.TakeWhile(argument => argument != "--").ToList();
        var line = new BundleCommandLine { Command = "", Rest = [.. arguments.Skip(words.Count + 1)] };
        for (var index = 0; index < words.Count; index++)
        {
            var parts = words[index].StartsWith("--", StringComparison.Ordinal) ? words[index].Split('=', 2) : [words[index]];
            line = parts[0] switch
            {
                "--help" or "-h" or "-?" => line with { Command = "help" },
                "--version" => line with { Command = "version" },
                "--connection" => line with { Connection = Value() },
                "--lock-timeout" => line with { LockTimeout = Seconds(Value()) },
                "--lock-attempt" => line with { LockAttempt = Seconds(Value()) },
                "--statement-timeout" => line with { StatementTimeout = Seconds(Value()) },
                "--transaction-mode" => line with { IsOneTransaction = Mode(Value()) },
                "--sql" => line with { IsScript = true },
                "--idempotent" => line with { IsIdempotent = true },
                "--dry-run" => line with { IsDryRun = true },
                "--create-database" => line with { CreatesDatabase = true },
                "--yes" or "-y" => line with { IsConfirmed = true },
                "--check-heads" => line with { ChecksHeads = true },
                "--indicate-current" or "-i" => line with { IsCurrentIndicated = true },
                "--json" => line with { IsJson = true },
                "--verbose" or "-v" => line with { IsVerbose = true },
                "--quiet" or "-q" => line with { IsQuiet = true },
                "--no-color" => line with { IsColourless = true },
                var word when word.StartsWith('-') && !(word.Length > 1 && char.IsAsciiDigit(word[1]))
                    => throw Wrong($"Unrecognized option '{word}'."),
                var word => Word(line, word),
            };
            if (line.Command is "help" or "version")
                return line;

            string Value()
                => parts.Length > 1 ? parts[1] : ++index < words.Count ? words[index] : throw Wrong($"'{parts[0]}' needs a value.");
        }

        return Checked(line);
    }

    /// <summary>The request of the command, as the face makes it for the engine.</summary>
    public HostRequest Complete(BundleManifest manifest)
    {
        var (connection, source) = Choose(manifest);
        var project = manifest.Project with
        {
            Connection = connection,
            ConnectionSource = source,
            LockTimeoutSeconds = LockTimeout ?? manifest.Project.LockTimeoutSeconds,
            LockAttemptSeconds = LockAttempt ?? manifest.Project.LockAttemptSeconds,
            StatementTimeoutSeconds = StatementTimeout ?? manifest.Project.StatementTimeoutSeconds,
            OneTransaction = IsOneTransaction ?? manifest.Project.OneTransaction,
            Arguments = [.. Rest, .. manifest.Project.Arguments],
        };
        return Command switch
        {
            // the parser gave it a target
            "upgrade" => Complete(new UpgradeRequest { Project = project, Target = Target!, CreateDatabase = CreatesDatabase }),
            "downgrade" => Complete(new DowngradeRequest { Project = project, Target = Target! }),
            "current" => new CurrentRequest { Project = project, CheckHeads = ChecksHeads },
            _ => new StatusRequest { Project = project, IsHistory = Command == "history" },
        };
    }

    private MoveRequest Complete(MoveRequest move)
        => move with { Sql = IsScript, Idempotent = IsIdempotent, DryRun = IsDryRun };

    private static BundleCommandLine Word(BundleCommandLine line, string word) => line switch
    {
        { Command: "" } => commands.Contains(word, StringComparer.Ordinal)
            ? line with { Command = word }
            : throw Wrong($"There is no command '{word}'. There are {string.Join(", ", commands)}."),
        { Command: "upgrade" or "downgrade", Target: null } => line with { Target = word },
        _ => throw Wrong($"'{word}' is one argument too many for '{line.Command}'."),
    };

    private static bool Mode(string text) => text switch
    {
        "all" => true,
        "perRevision" => false,
        _ => throw Wrong($"--transaction-mode is perRevision or all, not '{text}'."),
    };

    private static BundleCommandLine Checked(BundleCommandLine line) => line switch
    {
        { Command: "" } => throw Wrong($"A command is needed: {string.Join(", ", commands)}."),
        { Command: "downgrade", Target: null } => throw Wrong("'downgrade' needs a target: base, a revision, or -N."),
        { Command: not ("upgrade" or "downgrade"), IsScript: true } or { Command: not ("upgrade" or "downgrade"), IsDryRun: true }
            => throw Wrong("--sql and --dry-run need upgrade or downgrade."),
        { IsIdempotent: true, IsScript: false } => throw Wrong("--idempotent needs --sql."),
        { CreatesDatabase: true, Command: not "upgrade" } or { CreatesDatabase: true, IsScript: true }
            or { CreatesDatabase: true, IsDryRun: true }
            => throw Wrong("--create-database is for an upgrade that runs: leave it out with --sql and --dry-run."),
        { IsConfirmed: true, Command: not "downgrade" } => throw Wrong("--yes needs downgrade."),
        { ChecksHeads: true, Command: not "current" } => throw Wrong("--check-heads needs current."),
        { IsCurrentIndicated: true, Command: not "history" } => throw Wrong("-i needs history."),
        { Command: "upgrade", Target: null } => line with { Target = "head" },
        _ => line,
    };

    private (string? Connection, string? Source) Choose(BundleManifest manifest)
    {
        if (Connection is not null)
            return (Connection, "--connection");
        foreach (var variable in new[] { manifest.ConnectionFrom, "AUTOGEN_URL", "DB_URL" })
        {
            if (variable is not null && Environment.GetEnvironmentVariable(variable) is { Length: > 0 } value)
                return (value, variable);
        }

        return (null, null);
    }

    private static double Seconds(string text)
        => double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var seconds)
            && seconds >= 0
            && double.IsFinite(seconds)
            ? seconds
            : throw Wrong($"'{text}' is not a number of seconds.");

    private static AutogenException Wrong(string message) => new(ErrorCode.CommandLine, message);
}
