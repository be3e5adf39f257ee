using System.Data.Common;
using Autogen.Operations;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Autogen;

/// <summary>What revisions can do beyond EF Core's own operations.</summary>
public static class RevisionOperationExtensions
{
    /// <summary>
    /// Runs code at this place among the operations, on the upgrade's connection and inside the revision's transaction: for data migrations that
    /// read before they write. It has no SQL, so a script (<c>--sql</c>) refuses a revision that holds it.
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
    /// Runs operations outside the revision's transaction. What stands before them in the revision is committed first: if one fails, that stays.
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
