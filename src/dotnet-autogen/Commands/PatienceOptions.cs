using System.CommandLine;
using System.Globalization;
using Autogen.Messages;
using Autogen.Tool.Settings;

namespace Autogen.Tool.Commands;

/// <summary>How long a command that applies revisions waits: for another upgrade, for locks, for a statement.</summary>
internal sealed class PatienceOptions
{
    private readonly Option<double?> lockTimeout = Seconds(
        "--lock-timeout",
        "How long to wait for another upgrade, and in all for the locks of a revision's tables, in seconds; default 60.");

    private readonly Option<double?> lockAttempt = Seconds(
        "--lock-attempt",
        "How long a statement waits for a table's lock at a time, in seconds; then the revision is rolled back and tried again; "
            + "default 0.5, in a script 5, which does not try again; 0 for any time (PostgreSQL).");

    private readonly Option<double?> statementTimeout = Seconds(
        "--statement-timeout", "How long a statement may run, in seconds; 0 for any time; default: what the server says (PostgreSQL).");

    /// <summary>Adds them to a command.</summary>
    public void AddTo(Command command)
    {
        foreach (var option in (Option[])[lockTimeout, lockAttempt, statementTimeout])
            command.Options.Add(option);
    }

    /// <summary>A project's request with them.</summary>
    public ProjectRequest Apply(ParseResult parsed, ProjectRequest project) => project with
    {
        LockTimeoutSeconds = parsed.GetValue(lockTimeout) ?? project.LockTimeoutSeconds,
        LockAttemptSeconds = parsed.GetValue(lockAttempt) ?? project.LockAttemptSeconds,
        StatementTimeoutSeconds = parsed.GetValue(statementTimeout) ?? project.StatementTimeoutSeconds,
    };

    /// <summary>An option with a number of seconds.</summary>
    internal static Option<double?> Seconds(string name, string description)
    {
        var option = new Option<double?>(name) { Description = description, HelpName = "SECONDS" };
        option.Validators.Add(result =>
        {
            if (result.Tokens.Count == 1
                && double.TryParse(result.Tokens[0].Value, CultureInfo.InvariantCulture, out var seconds)
                && seconds is not (>= 0 and <= SettingsCheck.MostSeconds))
                result.AddError($"{name}: a number of seconds from 0 to {SettingsCheck.MostSeconds}.");
        });
        return option;
    }
}
