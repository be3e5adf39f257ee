using Autogen.Drivers;
using Autogen.Drivers.Sqlite;
using Autogen.Schema.Dialects;

namespace Autogen.Design.Tests.OtherDatabase;

/// <summary>A driver made of parts; those that it leaves out are the defaults of a database without peculiarities.</summary>
internal sealed class OtherDriver : DatabaseDriver
{
    private static readonly OtherDialect dialect = new();

    public override Dialect Dialect => dialect;

    public override ErrorMapping Errors { get; } = new SqliteErrors();

    public override UpgradeLocks Locks { get; } = new SqliteLocks();

    public override RecordTables Records { get; } = new SqliteRecords();

    public override OperationCompiler Compiler { get; } = new SqliteCompiler();

    public override StatementRules Statements { get; } = new SqliteStatements();

    public override TableColumns Columns { get; } = new SqliteColumns();

    public override BackfillSql Backfills { get; } = new SqliteBackfills();

    public override ScriptRules Scripts { get; } = new SqliteScripts();

    public override ForeignKeySwitch ForeignKeys { get; } = new ForeignKeyPragma(dialect);

    public override RevisionChecks Checks { get; } = new SqliteChecks();

    public override ScratchDatabases Scratch { get; } = new SqliteScratch();
}
