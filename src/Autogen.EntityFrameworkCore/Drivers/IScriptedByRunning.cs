using System.Data.Common;

namespace Autogen.Drivers;

/// <summary>A statement whose SQL depends on what exists: a script gets what it did on a replica.</summary>
internal interface IScriptedByRunning
{
    /// <summary>What it does, for a script that no replica was made for.</summary>
    string Description { get; }

    /// <summary>Runs it, and returns the statements that did it.</summary>
    Task<IReadOnlyList<string>> RunAndTellAsync(DbConnection connection, CancellationToken cancellationToken);
}
