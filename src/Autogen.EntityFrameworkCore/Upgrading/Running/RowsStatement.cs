using System.Data.Common;
using Microsoft.EntityFrameworkCore.Migrations.Operations;

namespace Autogen.Upgrading.Running;

/// <summary>
/// Inserts many rows. Its SQL is written each time that it is asked for: held for all statements of all revisions, it would take as much
/// memory as the rows themselves once more.
/// </summary>
/// <param name="Rows">The operation.</param>
/// <param name="Number">The operation's place.</param>
/// <param name="IsOutsideTransaction">Whether it runs by itself.</param>
/// <param name="Write">Writes the SQL.</param>
/// <param name="Timeout">As for <see cref="SqlStatement"/>.</param>
internal sealed record RowsStatement(InsertDataOperation Rows, int Number, bool IsOutsideTransaction, Func<string> Write, int Timeout)
    : StepStatement(Rows, Number, IsOutsideTransaction)
{
    /// <summary>The length in characters from which SQL is not held.</summary>
    public const int Least = 100_000;

    /// <inheritdoc/>
    public override string Sql => Write();

    /// <inheritdoc/>
    public override bool IsReusable => true;

    /// <inheritdoc/>
    public override Task RunAsync(DbConnection connection, CancellationToken cancellationToken)
        => new SqlStatement(Rows, Number, IsOutsideTransaction, Sql, Timeout) { Tag = Tag }.RunAsync(connection, cancellationToken);
}
