using Autogen.Graph;

namespace Autogen.Upgrading;

/// <summary>What a script is of.</summary>
internal sealed record ScriptOptions
{
    /// <summary>
    /// How long a statement of a script may wait for a lock by default, in seconds. A script does not try again, and an autovacuum gives
    /// way only after a second (<c>deadlock_timeout</c>).
    /// </summary>
    public const double DefaultLockAttemptSeconds = 5;

    /// <summary>The script's target.</summary>
    public required string Target { get; init; }

    /// <summary>Which way.</summary>
    public required StepDirection Direction { get; init; }

    /// <summary>The rows that it begins at; <see langword="null"/> for those of the database that the context is connected to.</summary>
    public IReadOnlyList<string>? From { get; init; }

    /// <summary>Whether a step is left out by a database that has it already.</summary>
    public bool IsIdempotent { get; init; }

    /// <summary>
    /// Whether the context has its connection open to a replica at <see cref="From"/> on which the steps are run, too: what a SQLite table
    /// is rebuilt from is known only there.
    /// </summary>
    public bool IsReplica { get; init; }

    /// <summary>What a revision is about; its first line is written.</summary>
    public Func<RevisionNode, string> MessageOf { get; init; } = node => node.Message;

    /// <summary>The comments of a revision's file, a line each.</summary>
    public Func<RevisionNode, IReadOnlyList<string>> CommentsOf { get; init; } = _ => [];
}

/// <summary>A script.</summary>
/// <param name="Text">The statements.</param>
/// <param name="Steps">The steps that it takes.</param>
/// <param name="Before">The rows that it begins at.</param>
internal sealed record UpgradeScript(string Text, IReadOnlyList<RevisionStep> Steps, IReadOnlyList<string> Before);
