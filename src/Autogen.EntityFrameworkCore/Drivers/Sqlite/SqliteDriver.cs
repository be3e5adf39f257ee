using Autogen.Schema.Dialects;
using Autogen.Schema.Sqlite;

namespace Autogen.Drivers.Sqlite;

/// <summary>SQLite by Microsoft.Data.Sqlite.</summary>
/// <param name="dialect">The dialect; another provider of the same database gives its own.</param>
internal class SqliteDriver(Dialect dialect) : DatabaseDriver
{
    /// <summary>The driver of EF Core's own provider.</summary>
    public SqliteDriver()
        : this(new SqliteDialect())
    {
    }

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
    public override ScratchDatabases Scratch { get; } = new SqliteScratch();

    private sealed class SqliteScripts : ScriptRules
    {
        /// <summary>A table is rebuilt from its own text, which is known once the revisions before have been replayed.</summary>
        public override bool NeedReplica => true;
    }
}
