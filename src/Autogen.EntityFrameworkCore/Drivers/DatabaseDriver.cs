using Autogen.Schema.Dialects;
using Autogen.Statements;

namespace Autogen.Drivers;

/// <summary>
/// What an upgrade needs of one database beyond EF Core's SQL. The upgrade itself holds no knowledge of a database: a question that is
/// missing here is added to the part that it belongs to.
/// </summary>
internal abstract class DatabaseDriver
{
    /// <summary>How the database's schemas are read and compared.</summary>
    public abstract Dialect Dialect { get; }

    /// <summary>What the errors of its ADO.NET provider mean.</summary>
    public abstract ErrorMapping Errors { get; }

    /// <summary>The lock of an upgrade, and the transactions that depend on it.</summary>
    public abstract UpgradeLocks Locks { get; }

    /// <summary>The tables that record where the database is.</summary>
    public abstract RecordTables Records { get; }

    /// <summary>The SQL of operations that EF Core does not have.</summary>
    public virtual StatementGenerator Generator => field ??= new StatementGenerator(Dialect);

    /// <summary>Operations that are more than their SQL: several that run as one.</summary>
    public abstract OperationCompiler Compiler { get; }

    /// <summary>How statements run: time limits, and those that can't be part of a transaction.</summary>
    public virtual StatementRules Statements { get; } = new();

    /// <summary>The columns of tables, for operations without store types.</summary>
    public abstract TableColumns Columns { get; }

    /// <summary>The SQL of backfills.</summary>
    public abstract BackfillSql Backfills { get; }

    /// <summary>How scripts are written.</summary>
    public virtual ScriptRules Scripts { get; } = new();

    /// <summary>Switching foreign keys off and on.</summary>
    public virtual ForeignKeySwitch ForeignKeys { get; } = new();

    /// <summary>What is checked before and after the statements of a revision.</summary>
    public virtual RevisionChecks Checks { get; } = new();

    /// <summary>How much one transaction may change.</summary>
    public virtual TransactionLimits Limits { get; } = new();

    /// <summary>The schema that unqualified names mean.</summary>
    public virtual SearchPath SearchPath { get; } = new();

    /// <summary>Creating the context's own database.</summary>
    public virtual DatabaseCreation Creation { get; } = new();

    /// <summary>Empty databases for proofs and scripts.</summary>
    public abstract ScratchDatabases Scratch { get; }

    /// <summary>Copies of a database with its rows.</summary>
    public virtual DatabaseClones Clones { get; } = new();

    /// <summary>What is measured during an upgrade.</summary>
    public virtual UpgradeMeter Meter { get; } = new();

    /// <summary>Whether the values of columns are the same as before.</summary>
    public virtual ColumnSums Sums => field ??= new ColumnSums(Dialect);

    /// <summary>Databases that are upgraded together.</summary>
    public virtual FleetDatabases Fleet { get; } = new();
}
