using System.Globalization;
using Autogen.Schema.Dialects;
using Autogen.Upgrading;
using Autogen.Upgrading.Running;
using Microsoft.EntityFrameworkCore.Migrations.Operations;

namespace Autogen.Drivers.Sqlite;

/// <summary>
/// DROP TABLE deletes the rows first where foreign keys are enforced: rows that refer to them, even those of the table itself, are deleted
/// too or stop it. https://www.sqlite.org/foreignkeys.html#fk_schemacommands. The pragma does nothing inside a transaction, so it is set
/// before one begins. https://www.sqlite.org/pragma.html#pragma_foreign_keys
/// </summary>
internal sealed class ForeignKeyPragma(Dialect dialect) : ForeignKeySwitch
{
    /// <inheritdoc/>
    public override bool MustBeOff(IReadOnlyList<StepStatement> statements)
        => statements.Any(statement => statement is RebuildStatement || statement.Operation is DropTableOperation);

    /// <inheritdoc/>
    public override async Task<T> WithoutAsync<T>(
        UpgradeSession session, Func<Task<T>> action, CancellationToken cancellationToken)
    {
        if (Convert.ToInt64(
            await session.ScalarAsync("PRAGMA foreign_keys", cancellationToken).ConfigureAwait(false),
            CultureInfo.InvariantCulture) == 0)
            return await action().ConfigureAwait(false);

        await SwitchOffAsync(session, cancellationToken).ConfigureAwait(false);
        try
        {
            return await action().ConfigureAwait(false);
        }
        finally
        {
            await session.ExecuteAsync(OnSql, CancellationToken.None).ConfigureAwait(false);
        }
    }

    /// <inheritdoc/>
    public override Task SwitchOffAsync(UpgradeSession session, CancellationToken cancellationToken)
        => session.ExecuteAsync(OffSql, cancellationToken);

    /// <inheritdoc/>
    public override string OffSql => "PRAGMA foreign_keys = OFF";

    /// <inheritdoc/>
    public override string OnSql => "PRAGMA foreign_keys = ON";

    /// <inheritdoc/>
    public override string ViolationsSql(string table) => $"PRAGMA foreign_key_check({dialect.Quote(table)})";

    /// <inheritdoc/>
    public override async Task<IReadOnlyList<string>> TablesToCheckAsync(
        UpgradeSession session, IReadOnlyList<StepStatement> statements, CancellationToken cancellationToken)
        => await (await ForeignKeyCheck.BeginAsync(
            session.Connection, StepStatement.OperationsOf(statements), cancellationToken).ConfigureAwait(false))
            .TablesAsync(cancellationToken).ConfigureAwait(false);
}
