using System.Data.Common;
using Autogen.Schema.Sql;
using Autogen.Upgrading;
using Autogen.Upgrading.Running;
using Microsoft.EntityFrameworkCore.Migrations.Operations;

namespace Autogen.Drivers.PostgreSql;

/// <summary>Npgsql's command time-out ends a statement; the server's own settings limit time and waiting.</summary>
internal sealed class PostgreSqlStatements : StatementRules
{
    // Rows of HasData: each is long enough to be worth a round trip.
    private const int LongestInBatch = 10_000;

    /// <inheritdoc/>
    public override OutsideEffect? EffectOf(string sql) => ConcurrentIndex.Of(sql) is { } index ? new ConcurrentIndexEffect(index) : null;

    /// <summary>
    /// A batch has one statement each. Others would be refused by Npgsql before anything is sent, and so would text behind a semicolon.
    /// </summary>
    public override string? BatchSql(DbConnection connection, StepStatement statement)
        => statement is SqlStatement { IsOutsideTransaction: false, Timeout: 0, Tag: "" } sql
            && sql.Text.Length <= LongestInBatch
            && BatchedCommand.IsKnown(connection)
            && !MayBringTypes(sql)
            && IsOneStatement(sql.Text)
                ? sql.Text
                : null;

    /// <inheritdoc/>
    public override int FailedIn(DbBatch batch, Exception exception)
        => exception is DbException { BatchCommand: not null }
            ? base.FailedIn(batch, exception)
            : BatchedCommand.FirstUnfinished(batch);

    /// <summary>
    /// Npgsql caches the database's types: a new enumerated type is unknown to the statements that follow until it reads them again.
    /// </summary>
    public override async Task AfterAsync(DbConnection connection, StepStatement statement, CancellationToken cancellationToken)
    {
        if (MayBringTypes(statement)
            && connection.GetType().GetMethod("ReloadTypesAsync", [typeof(CancellationToken)]) is { } method)
            await ((Task)method.Invoke(connection, [cancellationToken])!).ConfigureAwait(false);
    }

    private static bool MayBringTypes(StepStatement statement)
        => statement.Operation is AlterDatabaseOperation
            || (statement is not RowsStatement
                && statement.Sql is { } sql
                && (sql.Contains(" TYPE ", StringComparison.OrdinalIgnoreCase)
                    || sql.Contains("EXTENSION", StringComparison.OrdinalIgnoreCase)));

    private static bool IsOneStatement(string sql)
    {
        var tokens = SqlLexer.Read(sql, SqlSyntax.PostgreSql);
        var ends = tokens.Count(token => token.IsMark(";"));
        return tokens.Count > ends && (ends == 0 || (ends == 1 && tokens[^1].IsMark(";") && tokens[^1].End == sql.Length));
    }
}
