using Autogen.Design.Planning;
using Autogen.Scenarios.Databases;
using Autogen.Schema.Comparison;
using Autogen.Schema.Objects;
using Autogen.Schema.PostgreSql;
using Autogen.Statements.PostgreSql;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Autogen.Design.Tests.Planning;

/// <summary>A database on which plans are run as an upgrade would: EF Core's SQL without a model, each plan in one transaction.</summary>
internal sealed class PostgreSqlRun : IAsyncDisposable
{
    private PostgreSqlRun(PostgreSqlDatabase database) => Database = database;

    public PostgreSqlDatabase Database { get; }

    public static async Task<PostgreSqlRun> StartAsync(DatabaseSchema schema, string? rows = null)
    {
        var run = new PostgreSqlRun(await PostgreSqlDatabase.CreateAsync());
        await run.ApplyAsync(TinyDiff.Of(DatabaseSchema.Empty, schema));
        if (rows is not null)
            await run.Database.ExecuteAsync(rows);
        return run;
    }

    /// <summary>There, and back, and there again.</summary>
    public async Task GoAndReturnAsync(DatabaseSchema current, DatabaseSchema target, params string[] renames)
    {
        await ApplyAsync(TinyDiff.Of(current, target, renames));
        await ApplyAsync(TinyDiff.Back(current, target, renames));
        await ApplyAsync(TinyDiff.Of(current, target, renames));
    }

    public Task ApplyAsync(SchemaDiff diff) => ApplyAsync(Operations.OnPostgreSql(diff));

    public async Task ApplyAsync(IReadOnlyList<PlannedOperation> plan)
    {
        await using var context = new DbContext(new DbContextOptionsBuilder().UseNpgsql(Database.ConnectionString).Options);
        var generator = new PostgreSqlStatementGenerator(new PostgreSqlDialect());
        var commands = context.GetService<IMigrationsSqlGenerator>().Generate(
            [.. plan.Select(planned => generator.Generate(planned.Operation) ?? planned.Operation)], model: null);
        await using var transaction = commands.Any(command => command.TransactionSuppressed)
            ? null
            : await context.Database.BeginTransactionAsync();
        foreach (var command in commands)
        {
            try
            {
                await context.Database.ExecuteSqlRawAsync(
                    command.CommandText.Replace("{", "{{", StringComparison.Ordinal).Replace("}", "}}", StringComparison.Ordinal));
            }
            catch (Exception exception)
            {
                throw new InvalidOperationException($"{exception.Message}\n{command.CommandText}\nin\n{plan.Text()}", exception);
            }
        }

        if (transaction is not null)
            await transaction.CommitAsync();
    }

    public async Task<string> QueryAsync(string sql) => FormattableString.Invariant($"{await Database.ScalarAsync(sql)}");

    public ValueTask DisposeAsync() => Database.DisposeAsync();
}
