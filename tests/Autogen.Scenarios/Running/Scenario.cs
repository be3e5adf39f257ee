using Microsoft.EntityFrameworkCore;

namespace Autogen.Scenarios.Running;

/// <summary>One change of a model, on a populated database.</summary>
/// <param name="Name">What changes: a fact that a test's name can be.</param>
/// <param name="Current">The model that the database was made by.</param>
/// <param name="Target">The model that it must follow.</param>
public sealed record Scenario(string Name, Action<ModelBuilder> Current, Action<ModelBuilder> Target)
{
    /// <summary>Statements that run in the empty database: what others made.</summary>
    public string Prepare { get; init; } = "";

    /// <summary>Statements that put rows in; they run on both databases.</summary>
    public string Populate { get; init; } = "";

    /// <summary>
    /// Why EF Core does not read the rows after the upgrade, although all that can be done is done; empty where it reads them.
    /// </summary>
    public string Unreadable { get; init; } = "";

    /// <summary>What <c>--backfill</c> says.</summary>
    public IReadOnlyList<string> Backfills { get; init; } = [];

    /// <summary>A query whose rows must be the same before the upgrade and after the downgrade.</summary>
    public string? Kept { get; init; }

    /// <summary>Statements that must run after the upgrade.</summary>
    public string AfterwardsDo { get; init; } = "";

    /// <summary>A query that is asked after the upgrade, with the value that it must give.</summary>
    public (string Query, string Expected)? Afterwards { get; init; }

    /// <summary>
    /// The lines, without "Detected", that the comparison must print; <see langword="null"/> where the scenario does not say.
    /// </summary>
    public IReadOnlyList<string>? Detected { get; init; }

    /// <summary>What <c>--rename</c> says.</summary>
    public IReadOnlyList<string> Renames { get; init; } = [];

    /// <summary>Those lines, where they are not the same on every database.</summary>
    public Func<ScenarioDatabases, IReadOnlyList<string>>? DetectedOn { get; init; }

    /// <summary>Where it runs.</summary>
    public ScenarioDatabases Databases { get; init; } = ScenarioDatabases.Both;

    /// <summary>The first major version of PostgreSQL that has what the scenario is about.</summary>
    public int Since { get; init; }

    /// <summary>What an older server refuses, at the end of the message's line; empty where nothing is to do there.</summary>
    public string RefusedBefore { get; init; } = "";

    /// <inheritdoc/>
    public override string ToString() => Name;
}

/// <summary>The databases that have what a scenario is about.</summary>
[Flags]
public enum ScenarioDatabases
{
    /// <summary>PostgreSQL.</summary>
    PostgreSql = 1,

    /// <summary>SQLite.</summary>
    Sqlite = 2,

    /// <summary>Both.</summary>
    Both = PostgreSql | Sqlite,
}
