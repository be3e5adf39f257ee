using Autogen.Schema.Dialects;
using Autogen.Schema.Sqlite;

namespace Autogen.Drivers.Sqlite;

/// <summary>SQLite by Microsoft.Data.Sqlite.</summary>
internal sealed class SqliteDriver : DatabaseDriver
{
    private static readonly SqliteDialect dialect = new();

    /// <inheritdoc/>
    public override Dialect Dialect => dialect;

    /// <inheritdoc/>
    public override ErrorMapping Errors { get; } = new SqliteErrors();

    /// <inheritdoc/>
    public override UpgradeLocks Locks { get; } = new SqliteLocks();

    /// <inheritdoc/>
    public override RecordTables Records { get; } = new SqliteRecords();

    /// <inheritdoc/>
    public override OperationCompiler Compiler { get; } = new SqliteCompiler();

    /// <inheritdoc/>
    public override StatementRules Statements { get; } = new SqliteStatements();

    /// <inheritdoc/>
    public override TableColumns Columns { get; } = new SqliteColumns();

    /// <inheritdoc/>
    public override BackfillSql Backfills { get; } = new SqliteBackfills();

    /// <inheritdoc/>
    public override ScriptRules Scripts { get; } = new SqliteScripts();

    /// <inheritdoc/>
    public override ForeignKeySwitch ForeignKeys { get; } = new ForeignKeyPragma(dialect);

    /// <inheritdoc/>
    public override RevisionChecks Checks { get; } = new SqliteChecks();

    /// <inheritdoc/>
    public override DatabaseCreation Creation { get; } = new SqliteCreation();

    /// <inheritdoc/>
    public override ScratchDatabases Scratch { get; } = new SqliteScratch();

    /// <inheritdoc/>
    public override DatabaseClones Clones { get; } = new SqliteClones();

    /// <inheritdoc/>
    public override UpgradeMeter Meter { get; } = new SqliteMeter();

    /// <inheritdoc/>
    public override FleetDatabases Fleet { get; } = new SqliteFleet(dialect);
}
