using System.Data.Common;
using Autogen.Schema;

namespace Autogen.Drivers;

/// <summary>
/// What the errors of an ADO.NET provider mean. The base knows none. Says nothing of a connection string but host, port, database and user.
/// </summary>
internal class ErrorMapping
{
    /// <summary>Whether the error is one of this provider's.</summary>
    public virtual bool IsOf(DbException exception) => false;

    /// <summary>The error for the user; <see langword="null"/> for an unknown error.</summary>
    /// <param name="exception">What was thrown.</param>
    /// <param name="connection">The connection.</param>
    /// <param name="isConnecting">Whether it was being opened.</param>
    public virtual AutogenException? Explain(DbException exception, DbConnection connection, bool isConnecting) => null;

    /// <summary>The database in a message about an unknown error, for the beginning of a sentence.</summary>
    public virtual string NameOf(DbConnection connection) => $"Database '{connection.Database}' at {connection.DataSource}";

    /// <summary>What to do about an unknown error; <see langword="null"/> if unknown, too.</summary>
    public virtual string? Advice(DbException exception) => null;

    /// <summary>Whether the database to be opened does not exist, or its file can't be opened.</summary>
    public virtual bool IsDatabaseMissing(DbException exception) => false;

    /// <summary>Whether the object to be created exists already.</summary>
    public virtual bool IsObjectExists(DbException exception) => false;

    /// <summary>Whether the schema to be created exists already.</summary>
    public virtual bool IsSchemaExists(DbException exception) => false;

    /// <summary>Whether the table does not exist.</summary>
    public virtual bool IsTableMissing(DbException exception) => false;

    /// <summary>Whether a row exists already with the key of the one to be inserted.</summary>
    public virtual bool IsDuplicateKey(DbException exception) => false;

    /// <summary>Whether the database refuses the statement in a transaction.</summary>
    public virtual bool IsRefusedInTransaction(DbException exception) => false;

    /// <summary>Whether the database refuses to change the schema and the records in one transaction.</summary>
    public virtual bool RefusesOneTransaction(DbException exception) => false;

    /// <summary>Whether a lock was not to be had in time, or somebody had to give way.</summary>
    public virtual bool IsLockConflict(DbException exception) => false;

    /// <summary>Whether a statement ran longer than it may.</summary>
    public virtual bool IsStatementTimeout(DbException exception) => false;

    /// <summary>Whether another file, or none, is where the database's was.</summary>
    public virtual bool IsFileMoved(DbException exception) => false;

    /// <summary>Whether there is no room left.</summary>
    public virtual bool IsDiskFull(DbException exception) => false;

    /// <summary>Whether the server could not be reached at all.</summary>
    public virtual bool IsUnreachable(DbException exception) => false;

    /// <summary>Whether the server ended the session with this error. Only asked of errors with an SQLSTATE.</summary>
    public virtual bool EndsSession(DbException exception) => false;

    /// <summary>Whether the provider complains of a connection that is not open any more: what follows a caught error.</summary>
    public virtual bool IsOfClosedConnection(Exception exception) => false;
}
