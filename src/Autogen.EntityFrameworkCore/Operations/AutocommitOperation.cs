using Microsoft.EntityFrameworkCore.Migrations.Operations;

namespace Autogen.Operations;

/// <summary>
/// Operations that run outside a transaction, each by itself: what PostgreSQL refuses in one (<c>CREATE INDEX CONCURRENTLY</c>).
/// </summary>
/// <param name="operations">The operations.</param>
public sealed class AutocommitOperation(IReadOnlyList<MigrationOperation> operations) : MigrationOperation
{
    /// <summary>The operations.</summary>
    public IReadOnlyList<MigrationOperation> Operations { get; } = operations;
}
