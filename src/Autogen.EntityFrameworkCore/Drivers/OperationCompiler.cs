using Autogen.Operations;
using Autogen.Upgrading;
using Autogen.Upgrading.Running;
using Microsoft.EntityFrameworkCore.Migrations.Operations;
using Microsoft.EntityFrameworkCore.Storage;

namespace Autogen.Drivers;

/// <summary>What turns operations into statements where EF Core's generator, which is given no model, is not enough.</summary>
internal class OperationCompiler
{
    /// <summary>
    /// One statement for the operations from an index on that the database must do together; <see langword="null"/> where the operation is
    /// a statement of its own.
    /// </summary>
    /// <param name="operations">The operations of a revision.</param>
    /// <param name="index">The first one.</param>
    /// <param name="mappings">The provider's type mappings.</param>
    /// <returns>The statement, and how many operations it is for.</returns>
    public virtual (StepStatement Statement, int Operations)? Combine(
        IReadOnlyList<MigrationOperation> operations, int index, IRelationalTypeMappingSource mappings) => null;

    /// <summary>
    /// The type of a parameter of <c>op.Sql</c>, where it is another than that of its CLR type; <see langword="null"/> elsewhere.
    /// </summary>
    public virtual RelationalTypeMapping? MappingOf(SqlParameterValue parameter, IRelationalTypeMappingSource mappings) => null;

    /// <summary>
    /// Whether EF Core's generator compares an altered column with the one before only if it is given a model, which may be empty.
    /// </summary>
    public virtual bool NeedsModel(MigrationOperation operation) => false;
}
