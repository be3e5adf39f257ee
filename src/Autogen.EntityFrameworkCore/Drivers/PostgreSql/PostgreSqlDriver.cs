using Autogen.Schema.Dialects;
using Autogen.Schema.PostgreSql;
using Autogen.Statements;
using Autogen.Statements.PostgreSql;

namespace Autogen.Drivers.PostgreSql;

/// <summary>PostgreSQL by Npgsql.</summary>
internal sealed class PostgreSqlDriver : DatabaseDriver
{
    private static readonly PostgreSqlDialect dialect = new();

    /// <inheritdoc/>
    public override Dialect Dialect => dialect;

    /// <inheritdoc/>
    public override ErrorMapping Errors { get; } = new PostgreSqlErrors();

    /// <inheritdoc/>
    public override UpgradeLocks Locks { get; } = new PostgreSqlLocks();

    /// <inheritdoc/>
    public override RecordTables Records { get; } = new PostgreSqlRecords();

    /// <inheritdoc/>
    public override StatementGenerator Generator { get; } = new PostgreSqlStatementGenerator(dialect);

    /// <inheritdoc/>
    public override OperationCompiler Compiler { get; } = new PostgreSqlCompiler();

    /// <inheritdoc/>
    public override StatementRules Statements { get; } = new PostgreSqlStatements();

    /// <inheritdoc/>
    public override TableColumns Columns { get; } = new PostgreSqlColumns(dialect);

    /// <inheritdoc/>
    public override BackfillSql Backfills { get; } = new PostgreSqlBackfills(dialect);

    /// <inheritdoc/>
    public override ScriptRules Scripts { get; } = new PostgreSqlScripts(dialect);

    /// <inheritdoc/>
    public override TransactionLimits Limits { get; } = new LockLimits();

    /// <inheritdoc/>
    public override SearchPath SearchPath { get; } = new SearchPathSchema();

    /// <inheritdoc/>
    public override DatabaseCreation Creation { get; } = new PostgreSqlCreation(dialect);

    /// <inheritdoc/>
    public override ScratchDatabases Scratch { get; } = new PostgreSqlScratch(dialect);

    /// <inheritdoc/>
    public override DatabaseClones Clones { get; } = new PostgreSqlClones(dialect);

    /// <inheritdoc/>
    public override UpgradeMeter Meter { get; } = new PostgreSqlMeter(dialect);

    /// <inheritdoc/>
    public override ColumnSums Sums { get; } = new PostgreSqlColumnSums(dialect);

    /// <inheritdoc/>
    public override FleetDatabases Fleet { get; } = new PostgreSqlFleet(dialect);
}
