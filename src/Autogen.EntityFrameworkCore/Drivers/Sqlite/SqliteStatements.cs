using System.Data.Common;
using Autogen.Schema.Sql;
using Autogen.Upgrading;
using Autogen.Upgrading.Running;

namespace Autogen.Drivers.Sqlite;

/// <summary>To Microsoft.Data.Sqlite a command time-out is how long it waits for others. Nothing limits the time of a statement.</summary>
internal sealed class SqliteStatements : StatementRules
{
    /// <inheritdoc/>
    public override int CommandTimeout(TimeSpan lockTimeout) => (int)Math.Ceiling(lockTimeout.TotalSeconds);

    /// <inheritdoc/>
    public override void AllowAnyTime(DbCommand command)
    {
    }

    /// <inheritdoc/>
    public override bool LimitsTime => false;

    /// <summary>
    /// SQLite refuses some of these in a transaction, and takes no notice of others. https://www.sqlite.org/pragma.html#pragma_foreign_keys
    /// </summary>
    public override bool IsNeverInTransaction(StepStatement statement)
        => SqlLexer.Read(statement.Sql ?? "", SqlSyntax.Sqlite) is [var first, ..] && first.IsAny("VACUUM", "PRAGMA", "ATTACH", "DETACH");
}
