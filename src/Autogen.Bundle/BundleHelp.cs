using System.Text.RegularExpressions;
using Autogen.Messages;

namespace Autogen.Bundles;

/// <summary>What a bundle says of itself.</summary>
internal static partial class BundleHelp
{
    /// <summary>The text of <c>--help</c>.</summary>
    public static string Text(string program, BundleManifest manifest)
        => $"""
            Upgrades the database of {manifest.Project.Context?.Split(',')[0].Split('.')[^1]}. Made by dotnet autogen {manifest.Project.ToolVersion}.

            Usage: {program} COMMAND [OPTIONS] [-- ARGS]

            Commands:
              upgrade [TARGET]     applies revisions up to TARGET; default: head
              downgrade TARGET     reverts revisions down to TARGET
              current              shows the revisions that the database is at; --check-heads fails when it is not at every head
              history [-i]         lists the revisions, newest first; -i marks the current one
              status               shows every revision, and whether the database has it

            Options:
              --connection STRING  where the database is: an ADO.NET connection string, or postgresql://user:pw@host:5432/db, sqlite:///file.db;
                                   default: {(manifest.ConnectionFrom is { } variable ? variable + ", " : "")}AUTOGEN_URL, DB_URL, what the application is configured with
              --sql                prints the script instead; TARGET may be FROM:TO; --idempotent leaves out what the database has (PostgreSQL)
              --dry-run            lists the revisions that would run
              --create-database    with upgrade: creates the database if it does not exist; without it a person at a terminal is asked
              -y, --yes            with downgrade: asks nothing; without it a person at a terminal confirms what would be lost
              --lock-timeout N     how many seconds to wait for another upgrade, and in all for the locks of a revision's tables
              --lock-attempt N     how many seconds a statement waits for a table's lock at a time; then the revision is rolled back and tried again
              --statement-timeout N   how many seconds a statement may run; 0 for any time
              --transaction-mode perRevision|all   what is one transaction
              --json               prints one JSON document on standard output
              -v, --verbose        verbose output, with stack traces and what the application prints when it starts
              -q, --quiet          prints only the result
              --no-color           no colour (also with NO_COLOR set, and when output is not a terminal)
              --version, --help

            After --: handed to the application's own startup.
            Exit codes: 0 done, 1 refused or failed, 2 the command line is wrong, 130 interrupted.

            """.ReplaceLineEndings("\n");

    /// <summary>A message of the tool's that names a command which the bundle has, with the bundle's name.</summary>
    public static string InWordsOf(string program, string message) => Command().Replace(message, $"{program} ");

    [GeneratedRegex(
        "dotnet autogen (?=(upgrade|downgrade|current|history|status)\\b)",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture,
        1000)]
    private static partial Regex Command();
}
