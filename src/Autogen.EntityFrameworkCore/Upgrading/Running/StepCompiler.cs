using Autogen.Drivers;
using Autogen.Graph;
using Autogen.Operations;
using Autogen.Schema;
using Autogen.Upgrading.Completing;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Metadata.Conventions;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.EntityFrameworkCore.Migrations.Operations;
using Microsoft.EntityFrameworkCore.Storage;

namespace Autogen.Upgrading.Running;

/// <summary>
/// Turns operations into statements. EF Core's generator for the provider writes the SQL, without a model: no historical model exists. What
/// it can't do without one is the driver's; what it would complete from one is completed from the live columns.
/// </summary>
internal sealed class StepCompiler(DbContext context, RevisionSet revisions, DatabaseDriver driver, TimeSpan lockTimeout = default)
{
    private readonly IMigrationsSqlGenerator generator = context.GetService<IMigrationsSqlGenerator>();
    private readonly int timeout = driver.Statements.CommandTimeout(lockTimeout);
    private readonly IRelationalTypeMappingSource mappings = context.GetService<IRelationalTypeMappingSource>();
    private IModel? emptyModel;

    /// <summary>Columns as operations leave them, beginning with none.</summary>
    public ReplayedColumns CreateReplay() => new(mappings, driver.Columns);

    /// <summary>The statements of a step, in order.</summary>
    /// <exception cref="AutogenException">
    /// <see cref="ErrorCode.RevisionInvalid"/>: a statement begins or ends a transaction, or an operation contradicts itself.
    /// <see cref="ErrorCode.OperationNotSupported"/>: the provider has no SQL for it.
    /// </exception>
    public IReadOnlyList<StepStatement> Compile(RevisionStep step)
    {
        var operations = revisions.OperationsOf(step.Node.Id, step.Direction, context.Database.ProviderName!);
        TransactionControl.Refuse(step.Node.Id, operations);
        try
        {
            return Compile(operations);
        }
        catch (AutogenException exception)
        {
            throw new AutogenException(exception.Code, $"Revision {step.Node.Id} ({step.Node.Source}): {exception.Message}", exception);
        }
    }

    /// <summary>The statements of operations, in order.</summary>
    public IReadOnlyList<StepStatement> Compile(IReadOnlyList<MigrationOperation> operations)
    {
        var statements = new List<StepStatement>();
        for (var index = 0; index < operations.Count; index++)
        {
            var number = index + 1;
            if (driver.Compiler.Combine(operations, index, mappings) is { } combined)
            {
                statements.Add(combined.Statement);
                index += combined.Operations - 1;
                continue;
            }

            statements.AddRange(Explained(operations[index], number));
        }

        return statements;
    }

    private List<StepStatement> Explained(MigrationOperation operation, int number)
    {
        var where = $"Operation {number}, {OperationName.Of(operation)}";
        try
        {
            return [.. Compile(operation, number, isOutsideTransaction: false)];
        }
        catch (AutogenException exception)
        {
            throw new AutogenException(exception.Code, $"{where}: {exception.Message}", exception);
        }
        catch (NotSupportedException exception)
        {
            throw new AutogenException(
                ErrorCode.OperationNotSupported,
                $"{where}: {driver.Dialect.Name}'s provider has no SQL for it: {exception.Message}",
                exception);
        }
        // Providers' generators throw anything over operations that contradict themselves: InvalidOperationException,
        // NullReferenceException, InvalidCastException …
#pragma warning disable CA1031
        catch (Exception exception)
#pragma warning restore CA1031
        {
            throw new AutogenException(
                ErrorCode.RevisionInvalid, $"{where}: EF Core can't write it as SQL: {exception.Message}", exception);
        }
    }

    private IEnumerable<StepStatement> Compile(MigrationOperation operation, int number, bool isOutsideTransaction) => operation switch
    {
        RunOperation run => [new CodeStatement(run, number)],
        AutocommitOperation autocommit => autocommit.Operations.SelectMany(inner => Compile(inner, number, isOutsideTransaction: true)),
        BackfillOperation backfill => [new BackfillStatement(backfill, number, new Backfilling(backfill, driver).WholeSql)],
        ParameterisedSqlOperation sql => [Parameterised(sql, number, isOutsideTransaction)],
        _ when OperationCompletion.IsIncomplete(operation) => [Incomplete(operation, number, isOutsideTransaction)],
        _ => Generated(operation, number, isOutsideTransaction),
    };

    private IEnumerable<StepStatement> Generated(MigrationOperation operation, int number, bool isOutsideTransaction)
    {
        var sql = driver.Generator.Generate(operation);
        var commands = Commands();
        return operation is InsertDataOperation rows
            && commands is [{ TransactionSuppressed: false, CommandText.Length: >= RowsStatement.Least }]
            ? [new RowsStatement(rows, number, isOutsideTransaction, () => Commands()[0].CommandText.TrimEnd(), timeout)]
            : commands.Select(command => new SqlStatement(
                operation, number, isOutsideTransaction || command.TransactionSuppressed, command.CommandText.TrimEnd(), timeout));

        IReadOnlyList<MigrationCommand> Commands() => generator.Generate([sql ?? operation], ModelFor(operation));
    }

    private IncompleteStatement Incomplete(MigrationOperation operation, int number, bool isOutsideTransaction)
    {
        OperationCompletion.RequireRectangular(operation);
        var completion = new OperationCompletion(
            mappings,
            driver,
            complete => generator.Generate([complete], ModelFor(complete)).Select(command => command.CommandText.TrimEnd()));
        return new IncompleteStatement(operation, number, isOutsideTransaction, completion, timeout);
    }

    private ParameterisedStatement Parameterised(ParameterisedSqlOperation operation, int number, bool isOutsideTransaction)
    {
        var mapped = operation.Parameters.ToDictionary(
            parameter => parameter.Name, parameter => (parameter.Value, Mapping: Mapping(mappings, parameter)), StringComparer.Ordinal);
        return new ParameterisedStatement(
            operation,
            number,
            isOutsideTransaction,
            SqlParameters.Inline(operation.Sql, name => mapped[name].Mapping.GenerateSqlLiteral(mapped[name].Value)),
            timeout,
            command =>
            {
                foreach (var (name, (value, mapping)) in mapped)
                    command.Parameters.Add(mapping.CreateParameter(command, "@" + name, value, nullable: true));
            });
    }

    private RelationalTypeMapping Mapping(IRelationalTypeMappingSource types, SqlParameterValue parameter)
        => driver.Compiler.MappingOf(parameter, types)
            ?? types.FindMapping(Nullable.GetUnderlyingType(parameter.Type) ?? parameter.Type)
            ?? throw new AutogenException(
                ErrorCode.OperationNotSupported,
                $"The provider has no store type for {parameter.Type.Name}, the type of parameter '@{parameter.Name}'. "
                    + "Give the value as a string or a number, and convert it in the statement.");

    private IModel? ModelFor(MigrationOperation operation) => driver.Compiler.NeedsModel(operation) ? emptyModel ??= EmptyModel() : null;

    private IModel EmptyModel()
    {
        var builder = new ModelBuilder(new ConventionSet());
        builder.Model.SetAnnotation("ProductVersion", "10.0.0");
        return context.GetService<IModelRuntimeInitializer>().Initialize((IModel)builder.Model, designTime: true, validationLogger: null);
    }
}
