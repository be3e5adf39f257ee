using Autogen.Bundles;
using Autogen.Messages;
using Autogen.Schema;

namespace Autogen.EntityFrameworkCore.Tests.Bundles;

public class BundleCommandLineTests
{
    [Theory]
    [InlineData("upgrade", "upgrade head")]
    [InlineData("upgrade ae10", "upgrade ae10")]
    [InlineData("--json upgrade +1", "upgrade +1")]
    [InlineData("downgrade -1", "downgrade -1")]
    [InlineData("downgrade base --sql", "downgrade base sql")]
    [InlineData("upgrade --sql --idempotent a:b", "upgrade a:b sql idempotent")]
    [InlineData("upgrade --lock-timeout=2.5 --dry-run", "upgrade head dry-run 2.5")]
    [InlineData("current --check-heads", "current  check-heads")]
    [InlineData("--help nonsense", "help ")]
    [InlineData("upgrade --version", "version ")]
    public void What_was_typed_is_what_is_asked(string typed, string asked)
    {
        var line = BundleCommandLine.Parse(typed.Split(' '));
        var flags = new[]
        {
            (line.IsScript, "sql"), (line.IsIdempotent, "idempotent"), (line.IsDryRun, "dry-run"), (line.ChecksHeads, "check-heads")
        }.Where(flag => flag.Item1).Select(flag => " " + flag.Item2);
        var seconds = line.LockTimeout is { } timeout ? FormattableString.Invariant($" {timeout}") : "";
        Assert.Equal(asked, $"{line.Command} {line.Target}{string.Concat(flags)}{seconds}");
    }

    [Theory]
    [InlineData("", "A command is needed")]
    [InlineData("migrate", "There is no command 'migrate'")]
    [InlineData("upgrade a b", "'b' is one argument too many for 'upgrade'")]
    [InlineData("current head", "'head' is one argument too many for 'current'")]
    [InlineData("downgrade", "'downgrade' needs a target")]
    [InlineData("upgrade --connection", "'--connection' needs a value")]
    [InlineData("upgrade --frob", "Unrecognized option '--frob'")]
    [InlineData("upgrade -x", "Unrecognized option '-x'")]
    [InlineData("upgrade --lock-timeout soon", "'soon' is not a number of seconds")]
    [InlineData("upgrade --lock-timeout -1", "'-1' is not a number of seconds")]
    [InlineData("upgrade --statement-timeout x", "'x' is not a number of seconds")]
    [InlineData("upgrade --transaction-mode some", "--transaction-mode is perRevision or all, not 'some'")]
    [InlineData("upgrade --idempotent", "--idempotent needs --sql")]
    [InlineData("current --sql", "--sql and --dry-run need upgrade or downgrade")]
    [InlineData("status -i", "-i needs history")]
    [InlineData("history --check-heads", "--check-heads needs current")]
    public void What_makes_no_sense_is_refused_as_a_wrong_command_line(string typed, string message)
    {
        var refused = Assert.Throws<AutogenException>(
            () => BundleCommandLine.Parse(typed.Split(' ', StringSplitOptions.RemoveEmptyEntries)));
        Assert.Equal(2, refused.Code.ExitCode());
        Assert.StartsWith(message, refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Options_of_bundle_count_and_the_connection_is_typed_or_in_the_environment()
    {
        var manifest = Manifest() with { ConnectionFrom = "AUTOGEN_TEST_BUNDLE_URL" };
        var nowhere = manifest with { ConnectionFrom = "AUTOGEN_TEST_NOT_SET" };
        Assert.Null(BundleCommandLine.Parse(["current"]).Complete(nowhere).Project.Connection);

        Environment.SetEnvironmentVariable("AUTOGEN_TEST_BUNDLE_URL", "Host=there");
        var named = BundleCommandLine.Parse(["current", "--", "--tenant", "7"]).Complete(manifest).Project;
        Assert.Equal(("Host=there", "AUTOGEN_TEST_BUNDLE_URL"), (named.Connection, named.ConnectionSource));
        Assert.Equal(["--tenant", "7", "--provider", "pg"], named.Arguments);
        Assert.Equal((7.5, "shop_version"), (named.LockTimeoutSeconds, named.Settings.VersionTable));

        var typed = BundleCommandLine.Parse([
            "upgrade", "--connection", "Host=here", "--lock-timeout", "1", "--lock-attempt=2", "--statement-timeout", "3",
            "--transaction-mode", "all"
        ])
            .Complete(manifest).Project;
        Assert.Equal(("Host=here", "--connection", 1.0), (typed.Connection, typed.ConnectionSource, typed.LockTimeoutSeconds));
        Assert.Equal((2.0, 3.0, true), (typed.LockAttemptSeconds, typed.StatementTimeoutSeconds, typed.OneTransaction));
    }

    [Fact]
    public void Messages_name_the_bundle_where_it_has_the_command()
        => Assert.Equal(
            "Run './migrate upgrade head', or 'dotnet autogen stamp head'.",
            BundleHelp.InWordsOf("./migrate", "Run 'dotnet autogen upgrade head', or 'dotnet autogen stamp head'."));

    private static BundleManifest Manifest() => new()
    {
        Project = new ProjectRequest
        {
            ToolVersion = "1.0.0",
            Assembly = "Shop",
            StartupAssembly = "Shop",
            Arguments = ["--provider", "pg"],
            LockTimeoutSeconds = 7.5,
            Settings = new HostSettings { VersionTable = "shop_version" },
        },
    };
}
