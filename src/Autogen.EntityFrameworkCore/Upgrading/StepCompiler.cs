using Autogen.Graph;
using Autogen.Operations;
using Autogen.Schema.Dialects;
using Autogen.Upgrading.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
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
        _ => generator.Generate([operation]).Select(command => new SqlStatement(
            operation, number, isOutsideTransaction || command.TransactionSuppressed, command.CommandText.TrimEnd())),
    };
}
