namespace Autogen.Messages;

/// <summary>Where a fleet's databases are: one of the members is given.</summary>
internal sealed record FleetSource
{
    /// <summary>The databases, where the face knows them.</summary>
    public IReadOnlyList<FleetDatabase>? Databases { get; init; }

    /// <summary>A query with the columns <c>name</c> and <c>connection</c>, and optionally <c>schema</c>.</summary>
    public string? Query { get; init; }

    /// <summary>A wildcard for schemas of the request's database.</summary>
    public string? Schemas { get; init; }

    /// <summary>A wildcard for databases of the request's server.</summary>
    public string? ServerDatabases { get; init; }

    /// <summary>
    /// A connection string with <c>{name}</c> for databases of which only the name is known; <see langword="null"/> for none.
    /// </summary>
    public string? Template { get; init; }

    /// <summary>The connection of the ledger's database; <see langword="null"/> for the database that is asked.</summary>
    public string? Ledger { get; init; }
}

/// <summary>A database of a fleet.</summary>
/// <param name="Name">Its name, unique in the fleet.</param>
/// <param name="Connection">A connection string or URL.</param>
/// <param name="Schema">The schema of its tables, where several databases of a fleet are schemas of one.</param>
/// <param name="Problem">Why its connection is not known: only this database fails.</param>
internal sealed record FleetDatabase(string Name, string? Connection, string? Schema = null, string? Problem = null);

/// <summary>A part of a fleet.</summary>
/// <param name="Index">Its number, from 0.</param>
/// <param name="Count">How many parts there are.</param>
internal sealed record FleetShard(int Index, int Count);
