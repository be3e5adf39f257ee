using System.Data.Common;
using Autogen.Schema.Objects;
using Autogen.Upgrading.Completing;
using Microsoft.EntityFrameworkCore.Migrations.Operations;

namespace Autogen.Drivers;

/// <summary>The columns of tables as the database, or operations, say.</summary>
internal abstract class TableColumns
{
    /// <summary>The columns of a table; <see langword="null"/> if no such table exists.</summary>
    /// <param name="connection">The database.</param>
    /// <param name="table">The table's name, which means what it means in the user's own statements.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public abstract Task<KnownColumns?> ReadAsync(DbConnection connection, ObjectName table, CancellationToken cancellationToken);

    /// <summary>A column as an operation creates it.</summary>
    /// <param name="operation">The operation.</param>
    /// <param name="type">The store type that it gives; <see langword="null"/> if unknown.</param>
    public virtual KnownColumn Created(ColumnOperation operation, string? type) => new(type);

    /// <summary>
    /// The statement after rows were inserted with numbers into a column that the database numbers; <see langword="null"/> for none.
    /// </summary>
    /// <param name="table">The table's name as SQL.</param>
    /// <param name="column">The column, whose <see cref="KnownColumn.IsNumbered"/> is set.</param>
    public virtual string? CatchUpSql(string table, string column) => null;
}
