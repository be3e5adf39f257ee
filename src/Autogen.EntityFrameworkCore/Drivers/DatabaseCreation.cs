using System.Data.Common;
using Autogen.Schema;
using Microsoft.EntityFrameworkCore;

namespace Autogen.Drivers;

/// <summary>Creates the context's own database. The base can't.</summary>
internal class DatabaseCreation
{
    /// <summary>The database within a sentence: <c>database 'shop' on server localhost</c>.</summary>
    public virtual string NameOf(DbConnection connection) => $"database '{connection.Database}'";

    /// <summary>Whether a database that could not be opened is one that can be created.</summary>
    public virtual bool CanCreate(DbConnection connection) => false;

    /// <summary>Creates it.</summary>
    /// <returns>Whether it was created; <see langword="false"/> if another process was first.</returns>
    /// <exception cref="AutogenException">It can't be created; the message has the statement for an administrator.</exception>
    public virtual Task<bool> CreateAsync(DbContext context, CancellationToken cancellationToken)
        => throw new NotSupportedException("The database can't be created.");
}
