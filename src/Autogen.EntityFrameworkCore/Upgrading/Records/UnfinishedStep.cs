using System.Security.Cryptography;
using System.Text;
using Autogen.Graph;
using Autogen.Schema;
using Autogen.Upgrading.Running;

namespace Autogen.Upgrading.Records;

/// <summary>How far a revision has come that can't be one transaction.</summary>
/// <param name="Revision">The revision.</param>
/// <param name="Direction">Which way.</param>
/// <param name="Done">How many of its statements are done and committed.</param>
internal sealed record UnfinishedStep(string Revision, StepDirection Direction, int Done)
{
    /// <summary>Whether the next statement was begun outside of a transaction: it may be done, half done or not.</summary>
    public bool IsBegun { get; init; }

    /// <summary>
    /// What the statement that was begun does (<see cref="StepStatement.Meaning"/>), outside of a transaction or by batches;
    /// <see langword="null"/> if none exists.
    /// </summary>
    public string? Begun { get; init; }

    /// <summary>The key of the last row that a backfill has changed, as SQL; <see langword="null"/> before the first batch.</summary>
    public string? LastKey { get; init; }

    /// <summary>How many rows a backfill has changed.</summary>
    public long Rows { get; init; }

    /// <summary>A checksum of the statements that are done.</summary>
    public string Checksum { get; init; } = "";

    /// <summary>A step before its first statement.</summary>
    public static UnfinishedStep Of(RevisionStep step) => new(step.Node.Id, step.Direction, 0);

    /// <summary>This step after more statements are done.</summary>
    public UnfinishedStep At(int done, IReadOnlyList<StepStatement> statements)
        => new(Revision, Direction, done) { Checksum = ChecksumOf(statements.Take(done)) };

    /// <summary>Refuses to go on where the statements are others than those that are done.</summary>
    /// <exception cref="AutogenException"><see cref="ErrorCode.RevisionUnfinished"/>.</exception>
    public void RequireSame(RevisionStep step, IReadOnlyList<StepStatement> statements)
    {
        if (!IsOf(step))
            throw Refusal();
        if (Done > statements.Count || ChecksumOf(statements.Take(Done)) != Checksum)
        {
            throw new AutogenException(
                ErrorCode.RevisionUnfinished,
                $"{Summary} Since then its first statements were changed in the file. "
                    + $"Restore them; later statements may change. {ByHand}");
        }

        if (LastKey is not null && !IsBegunIn(statements))
        {
            throw new AutogenException(
                ErrorCode.RevisionUnfinished,
                $"{Summary} Since then the backfill that changed these rows was changed in the file, "
                    + "or a statement was inserted before it. "
                    + $"Restore it in its place (batchSize and pause may differ); later statements may change. {ByHand}");
        }
    }

    /// <summary>Whether the statement that was begun is still the next one.</summary>
    public bool IsBegunIn(IReadOnlyList<StepStatement> statements)
        => Done < statements.Count && string.Equals(statements[Done].Meaning, Begun, StringComparison.Ordinal);

    /// <summary>The error for a script, because only an upgrade resumes the step.</summary>
    public AutogenException ScriptRefusal()
        => new(
            ErrorCode.RevisionUnfinished,
            $"{Summary} A script can't resume it: run 'dotnet autogen {(Direction == StepDirection.Upgrade ? "upgrade" : "downgrade")}' "
                + $"first, or give the script its range, FROM:TO. {ByHand}");

    /// <summary>Refuses a plan that leaves the step as it is.</summary>
    /// <exception cref="AutogenException"><see cref="ErrorCode.RevisionUnfinished"/>.</exception>
    public void RequireIn(IReadOnlyList<RevisionStep> plan)
    {
        if (!plan.Any(IsOf))
            throw Refusal();
    }

    /// <summary>What there is to say of it, for people.</summary>
    public string Summary => $"Revision {Revision} is half {(Direction == StepDirection.Upgrade ? "applied" : "reverted")}: "
        + $"{Done} of its statements {(Done == 1 ? "is" : "are")} done{(Rows > 0 ? $", and {Rows} rows of the next one" : "")}.";

    private string ByHand
        => "Or undo by hand what was done, and record the revision that the database is at then with 'dotnet autogen stamp'.";

    private bool IsOf(RevisionStep step) => step.Direction == Direction && string.Equals(step.Node.Id, Revision, StringComparison.Ordinal);

    private AutogenException Refusal()
        => new(
            ErrorCode.RevisionUnfinished,
            $"{Summary} Nothing else can run before it is complete: "
                + $"'dotnet autogen {(Direction == StepDirection.Upgrade ? $"upgrade {Revision}" : "downgrade")}' resumes it. "
                + $"{ByHand}");

    private static string ChecksumOf(IEnumerable<StepStatement> statements)
        => Convert.ToHexStringLower(
            SHA256.HashData(Encoding.UTF8.GetBytes(string.Join("\n;\n", statements.Select(statement => statement.Meaning)))));
}
