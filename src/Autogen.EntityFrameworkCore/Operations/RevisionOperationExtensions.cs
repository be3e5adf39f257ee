using System.Data.Common;
using Autogen.Operations;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Autogen;

/// <summary>What revisions can do beyond EF Core's own operations.</summary>
public static partial class RevisionOperationExtensions
{
    /// <summary>
    /// Runs code at this place among the operations, on the upgrade's connection and inside the revision's transaction: for data migrations
    /// that read before they write. It has no SQL, so a script (<c>--sql</c>) refuses a revision that holds it.
    /// </summary>
    /// <param name="op">The revision's builder.</param>
    /// <param name="body">What runs. On PostgreSQL commands of the connection are in the transaction by themselves.</param>
    public static void Run(this MigrationBuilder op, Func<DbConnection, CancellationToken, Task> body)
    {
        ArgumentNullException.ThrowIfNull(op);
        ArgumentNullException.ThrowIfNull(body);
        op.Operations.Add(new RunOperation(body));
    }

    /// <summary>
    /// Runs operations outside the revision's transaction. What precedes them in the revision is committed
    /// first: if one fails, that stays.
    /// </summary>
    /// <param name="op">The revision's builder.</param>
    /// <param name="operations">Writes the operations.</param>
    public static void Autocommit(this MigrationBuilder op, Action<MigrationBuilder> operations)
    {
        ArgumentNullException.ThrowIfNull(op);
        ArgumentNullException.ThrowIfNull(operations);
        var inner = new MigrationBuilder(op.ActiveProvider);
        operations(inner);
        op.Operations.Add(new AutocommitOperation(inner.Operations));
    }

    /// <summary>
    /// Runs a statement with parameters: <c>op.Sql("UPDATE t SET rate = @rate WHERE zone = @zone", new { rate = 0.2m, zone = "EU" })</c>.
    /// </summary>
    /// <param name="op">The revision's builder.</param>
    /// <param name="sql">The statement; <c>@name</c> is a parameter. In a script (<c>--sql</c>) the values are in its place.</param>
    /// <param name="parameters">An object whose properties are the parameters, or a dictionary of them by name.</param>
    /// <exception cref="ArgumentException">The statement has no such parameter, or one that is not given.</exception>
    public static void Sql(this MigrationBuilder op, string sql, object parameters)
    {
        ArgumentNullException.ThrowIfNull(op);
        ArgumentException.ThrowIfNullOrWhiteSpace(sql);
        ArgumentNullException.ThrowIfNull(parameters);
        var values = SqlParameters.Of(parameters);
        SqlParameters.RequireMatch(sql, values);
        op.Operations.Add(new ParameterisedSqlOperation(sql, values));
    }

    /// <summary>
    /// Changes the rows of a table in batches, each in a transaction of its own, so that no row is locked for long: for tables that the
    /// application is using. What precedes it in the revision is committed first. A batch and how far it came are one
    /// transaction: after an interruption <c>upgrade</c> goes on behind the last batch, and no row is changed twice.
    /// </summary>
    /// <param name="op">The revision's builder.</param>
    /// <param name="table">The table.</param>
    /// <param name="key">
    /// The column that tells the rows apart and gives their order: the primary key's, or that of another unique index without NULLs.
    /// </param>
    /// <param name="set">SQL behind <c>SET</c>: <c>"\"Total\" = \"Price\" * \"Quantity\""</c>.</param>
    /// <param name="where">SQL behind <c>WHERE</c>: which rows; all where it is left out.</param>
    /// <param name="batchSize">How many rows are changed in one transaction.</param>
    /// <param name="pause">How long to wait between batches.</param>
    /// <param name="schema">The table's schema; the default one where it is left out.</param>
    public static void Backfill(
        this MigrationBuilder op,
        string table,
        string key,
        string set,
        string? where = null,
        int batchSize = 1000,
        TimeSpan pause = default,
        string? schema = null)
        => op.Backfill(table, [key], set, where, batchSize, pause, schema);

    /// <inheritdoc cref="Backfill(MigrationBuilder, string, string, string, string?, int, TimeSpan, string?)"/>
    public static void Backfill(
        this MigrationBuilder op,
        string table,
        IReadOnlyList<string> key,
        string set,
        string? where = null,
        int batchSize = 1000,
        TimeSpan pause = default,
        string? schema = null)
    {
        ArgumentNullException.ThrowIfNull(op);
        ArgumentException.ThrowIfNullOrWhiteSpace(table);
        ArgumentNullException.ThrowIfNull(key);
        ArgumentException.ThrowIfNullOrWhiteSpace(set);
        ArgumentOutOfRangeException.ThrowIfLessThan(batchSize, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(pause, TimeSpan.Zero);
        if (key.Count == 0 || key.Any(string.IsNullOrWhiteSpace))
            throw new ArgumentException("The key needs a column.", nameof(key));
        op.Operations.Add(new BackfillOperation
        {
            Table = table,
            Schema = schema,
            Key = key,
            Set = set,
            Where = where,
            BatchSize = batchSize,
            Pause = pause
        });
    }

    // Generic, so that the provider's own method of this name, which is not, wins without ambiguity where both namespaces are imported.

    /// <summary>Whether the revision runs on PostgreSQL.</summary>
    public static bool IsNpgsql<TBuilder>(this TBuilder op)
        where TBuilder : MigrationBuilder
        => string.Equals(op.ActiveProvider, "Npgsql.EntityFrameworkCore.PostgreSQL", StringComparison.Ordinal);

    /// <summary>Whether the revision runs on SQLite.</summary>
    public static bool IsSqlite<TBuilder>(this TBuilder op)
        where TBuilder : MigrationBuilder
        => string.Equals(op.ActiveProvider, "Microsoft.EntityFrameworkCore.Sqlite", StringComparison.Ordinal);
}
