using Autogen.Graph;
using Autogen.Operations;
using Autogen.Schema.Dialects;
using Autogen.Upgrading.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Metadata.Conventions;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.EntityFrameworkCore.Migrations.Operations;

namespace Autogen.Upgrading;

/// <summary>
/// Turns operations into statements. EF Core's generator for the provider writes the SQL, without a model beside the operations: there is none of a past moment. What it can't
/// do on SQLite without one is a rebuild of the live table.
/// </summary>
internal sealed class StepCompiler(DbContext context, RevisionSet revisions, Dialect dialect)
{
    private readonly IMigrationsSqlGenerator generator = context.GetService<IMigrationsSqlGenerator>();
    private IModel? emptyModel;

    /// <summary>The statements of a step, in order.</summary>
    public IReadOnlyList<StepStatement> Compile(RevisionStep step)
        => Compile(revisions.OperationsOf(step.Node.Id, step.Direction, context.Database.ProviderName!));

    /// <summary>The statements of operations, in order.</summary>
    public IReadOnlyList<StepStatement> Compile(IReadOnlyList<MigrationOperation> operations)
    {
        var statements = new List<StepStatement>();
        for (var index = 0; index < operations.Count; index++)
        {
            var number = index + 1;
            if (!dialect.Capabilities.AltersInPlace && TableRebuild.TableOf(operations[index]) is { } table)
            {
                var changes = operations.Skip(index).TakeWhile(operation => TableRebuild.IsFor(operation, table)).ToList();
                statements.Add(new RebuildStatement(changes, number, table));
                index += changes.Count - 1;
                continue;
            }

            statements.AddRange(Compile(operations[index], number, isOutsideTransaction: false));
        }

        return statements;
    }

    private IEnumerable<StepStatement> Compile(MigrationOperation operation, int number, bool isOutsideTransaction) => operation switch
    {
        RunOperation run => [new CodeStatement(run, number)],
        AutocommitOperation autocommit => autocommit.Operations.SelectMany(inner => Compile(inner, number, isOutsideTransaction: true)),
        _ => generator.Generate([operation], ModelFor(operation)).Select(command => new SqlStatement(
            operation, number, isOutsideTransaction || command.TransactionSuppressed, command.CommandText.TrimEnd())),
    };

    // Without a model of a version that is new enough, EF Core does not look at the old column (MigrationsSqlGenerator.IsOldColumnSupported), and the provider sets the type anew whatever changes:
    // PostgreSQL refuses that where a generated column or a view is made of the column. An operation that does not tell the old type has nothing to look at.
    private IModel? ModelFor(MigrationOperation operation)
        => dialect.Capabilities.AltersInPlace && operation is AlterColumnOperation { OldColumn.ColumnType: not null } ? emptyModel ??= EmptyModel() : null;

    private IModel EmptyModel()
    {
        var builder = new ModelBuilder(new ConventionSet());
        builder.Model.SetAnnotation("ProductVersion", "10.0.0");
        return context.GetService<IModelRuntimeInitializer>().Initialize((IModel)builder.Model, designTime: true, validationLogger: null);
    }
}
