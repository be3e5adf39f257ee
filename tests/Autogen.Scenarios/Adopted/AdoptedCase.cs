using Autogen.Scenarios.Running;
using Microsoft.EntityFrameworkCore;

namespace Autogen.Scenarios.Adopted;

/// <summary>A database that something else made, and a model that must take it over.</summary>
/// <param name="Name">What the database has: a fact that a test's name can be.</param>
/// <param name="Sql">The statements that made it.</param>
/// <param name="Model">The model that is compared with it.</param>
public sealed record AdoptedCase(string Name, string Sql, Action<ModelBuilder> Model)
{
    /// <summary>The lines, without "Detected", of all significant differences.</summary>
    public IReadOnlyList<string> Significant { get; init; } = [];

    /// <summary>All cosmetic differences, counted by kind: <c>2 left-over defaults</c>.</summary>
    public IReadOnlyList<string> Cosmetic { get; init; } = [];

    /// <summary>What belongs to the model's tables and is left alone: <c>Index by_hand</c>.</summary>
    public IReadOnlyList<string> IgnoredObjects { get; init; } = [];

    /// <summary>The tables that are listed as somebody else's.</summary>
    public IReadOnlyList<string> Unmanaged { get; init; } = [];

    /// <summary>What the base revision that takes the database over can't say, a line each.</summary>
    public IReadOnlyList<string> NotExpressed { get; init; } = [];

    /// <summary>
    /// The model that is followed after the database was taken over; <see langword="null"/> to follow <see cref="Model"/>
    /// where it differs significantly.
    /// </summary>
    public Action<ModelBuilder>? Next { get; init; }

    /// <summary>
    /// Whether it is only compared: what the upgrade names (SQLite's unnamed constraints) the downgrade does not make nameless again.
    /// </summary>
    public bool IsOnlyCompared { get; init; }

    /// <summary>Whether its rows are what keeps <c>--strict</c> from being acted on.</summary>
    public bool HasRowsThatViolate { get; init; }

    /// <summary>
    /// A query whose rows must be the same before and after the upgrade, and after the downgrade: what other tools made is still there.
    /// </summary>
    public string? Kept { get; init; }

    /// <summary>Where it runs.</summary>
    public ScenarioDatabases Databases { get; init; } = ScenarioDatabases.PostgreSql;

    /// <inheritdoc/>
    public override string ToString() => Name;
}
