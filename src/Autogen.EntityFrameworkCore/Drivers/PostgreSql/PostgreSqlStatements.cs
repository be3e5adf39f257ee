using System.Data.Common;
using Autogen.Upgrading;
using Autogen.Upgrading.Running;
using Microsoft.EntityFrameworkCore.Migrations.Operations;

namespace Autogen.Drivers.PostgreSql;

/// <summary>Npgsql's command time-out ends a statement; the server's own settings limit time and waiting.</summary>
internal sealed class PostgreSqlStatements : StatementRules
{
    /// <inheritdoc/>
    public override OutsideEffect? EffectOf(string sql) => ConcurrentIndex.Of(sql) is { } index ? new ConcurrentIndexEffect(index) : null;

    /// <summary>
    /// Npgsql caches the database's types: a new enumerated type is unknown to the statements that follow until it reads them again.
    /// </summary>
    public override async Task AfterAsync(DbConnection connection, StepStatement statement, CancellationToken cancellationToken)
    {
        var mayBring = statement.Operation is AlterDatabaseOperation
            || (statement is not RowsStatement
                && statement.Sql is { } sql
                && (sql.Contains(" TYPE ", StringComparison.OrdinalIgnoreCase)
                    || sql.Contains("EXTENSION", StringComparison.OrdinalIgnoreCase)));
        if (mayBring && connection.GetType().GetMethod("ReloadTypesAsync", [typeof(CancellationToken)]) is { } method)
            await ((Task)method.Invoke(connection, [cancellationToken])!).ConfigureAwait(false);
    }
}
