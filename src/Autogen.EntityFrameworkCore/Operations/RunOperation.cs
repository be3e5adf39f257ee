using System.Data.Common;
using Microsoft.EntityFrameworkCore.Migrations.Operations;

namespace Autogen.Operations;

/// <summary>Code that runs at its place among the operations, inside the revision's transaction.</summary>
/// <param name="body">What runs, with the upgrade's own connection.</param>
public sealed class RunOperation(Func<DbConnection, CancellationToken, Task> body) : MigrationOperation
{
    /// <summary>What runs.</summary>
    public Func<DbConnection, CancellationToken, Task> Body { get; } = body;
}
