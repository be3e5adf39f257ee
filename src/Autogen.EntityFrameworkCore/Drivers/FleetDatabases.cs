using System.Data.Common;
using Microsoft.EntityFrameworkCore;

namespace Autogen.Drivers;

/// <summary>
/// Databases that are upgraded together: what tells one from another, which share a server, and how they are found. The base knows only
/// connection strings.
/// </summary>
internal class FleetDatabases
{
    /// <summary>The query for the names of the schemas of a database; <see langword="null"/> where it has no schemas.</summary>
    public virtual string? SchemasSql => null;

    /// <summary>The query for the names of the databases of a server; <see langword="null"/> where there is no server.</summary>
    public virtual string? DatabasesSql => null;

    /// <summary>The factory of a context's provider.</summary>
    public static DbProviderFactory FactoryOf(DbContext context)
    {
        // A provider without a connection string makes no connection.
        if (context.Database.GetConnectionString() is null)
            context.Database.SetConnectionString("");
        return DbProviderFactories.GetFactory(context.Database.GetDbConnection())
            ?? throw new InvalidOperationException($"{context.Database.ProviderName} has no provider factory.");
    }

    /// <summary>Identifies the server, whose connections are limited.</summary>
    public virtual string ServerOf(DbConnectionStringBuilder connection) => PlaceOf(connection);

    /// <summary>Identifies the database, and the schema in it: two that are equal are one.</summary>
    public virtual string PlaceOf(DbConnectionStringBuilder connection) => connection.ConnectionString;

    /// <summary>Makes a connection string one that leaves no connection behind: each is used for one database, once.</summary>
    public virtual void DoNotPool(DbConnectionStringBuilder connection) => connection["Pooling"] = false;

    /// <summary>The connection string for looking only: cheaper where the provider can leave something out.</summary>
    public virtual string ForReading(DbProviderFactory factory, string connection) => connection;

    /// <summary>Points a context, whose connection is closed, to a database.</summary>
    /// <returns>What the provider keeps for the database; it is disposed when the database is done.</returns>
    public virtual IAsyncDisposable? Connect(DbContext context, DbProviderFactory factory, string connection)
    {
        context.Database.SetConnectionString(connection);
        return null;
    }

    /// <summary>Makes unqualified names mean a schema, and behind it what they mean already where the connection string says it.</summary>
    /// <exception cref="NotSupportedException">The database has no schemas.</exception>
    public virtual void UseSchema(DbConnectionStringBuilder connection, string schema)
        => throw new NotSupportedException("This database has no schemas.");

    /// <summary>Names another database of the same server.</summary>
    /// <exception cref="NotSupportedException">There is no server.</exception>
    public virtual void UseDatabase(DbConnectionStringBuilder connection, string database)
        => throw new NotSupportedException("This database has no server.");

    /// <summary>The ledger of a run; <see langword="null"/> where the database can't hold one.</summary>
    /// <param name="connection">An open connection, which the ledger disposes.</param>
    /// <param name="run">The name of the run.</param>
    public virtual FleetLedger? CreateLedger(DbConnection connection, string run) => null;

    /// <summary>
    /// A fingerprint of the tables, columns, constraints, indexes and views of a database or of a schema: equal where they were made by
    /// the same statements. Reads only.
    /// </summary>
    /// <param name="connection">An open connection.</param>
    /// <param name="schema">The schema; <see langword="null"/> for every one.</param>
    /// <param name="own">The names of the tool's own tables, which are left out.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <returns><see langword="null"/> where it is not known.</returns>
    public virtual Task<string?> FingerprintAsync(
        DbConnection connection, string? schema, IReadOnlyCollection<string> own, CancellationToken cancellationToken)
        => Task.FromResult<string?>(null);
}
