using Autogen.Design.Adopting;
using Autogen.Scenarios.Databases;
using Autogen.Schema.Dialects;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Autogen.Design.Tests.Adopting;

public class EfHistoryTests
{
    [Fact]
    public async Task What_was_applied_is_read_in_order_and_what_the_application_has_besides_is_pending()
    {
        await using var database = SqliteDatabase.Create();
        var history = await ReadAsync<MigratedContext>(
            new DbContextOptionsBuilder<MigratedContext>().UseSqlite(database.ConnectionString).Options,
            options => new MigratedContext(options),
            """
            CREATE TABLE "__EFMigrationsHistory" ("MigrationId" TEXT NOT NULL PRIMARY KEY, "ProductVersion" TEXT NOT NULL);
            INSERT INTO "__EFMigrationsHistory" VALUES ('20240202000000_squashed away', '8.0.2'), ('20240101000000_FIRST', '8.0.1');
            """);
        Assert.Equal([new("20240101000000_FIRST", "8.0.1"), new("20240202000000_squashed away", "8.0.2")], history!.Applied);
        Assert.Equal(["20240303000000_Second"], history.Pending!);
    }

    [Fact]
    public async Task A_table_of_another_name_and_schema_and_with_columns_of_another_spelling_is_found()
    {
        await using var database = await PostgreSqlDatabase.CreateAsync();
        var history = await ReadAsync<PlainContext>(
            new DbContextOptionsBuilder<PlainContext>()
                .UseNpgsql(database.ConnectionString, npgsql => npgsql.MigrationsHistoryTable("His\"tory", "O'dd")).Options,
            options => new PlainContext(options),
            """
            CREATE SCHEMA "O'dd";
            CREATE TABLE "O'dd"."His""tory" (product_version text NOT NULL, migration_id text NOT NULL PRIMARY KEY);
            INSERT INTO "O'dd"."His""tory" VALUES ('9.0.0', '20240101000000_it''s');
            """);
        Assert.Equal([new("20240101000000_it's", "9.0.0")], history!.Applied);
        Assert.Null(history.Pending); // no migration of that context is here, so nothing is known of them
    }

    [Theory]
    [InlineData("CREATE TABLE other (a integer)")]
    [InlineData("CREATE TABLE \"__EFMigrationsHistory\" (a integer)")]
    public async Task No_history_table_reads_as_no_history(string sql)
    {
        await using var database = SqliteDatabase.Create();
        Assert.Null(await ReadAsync<PlainContext>(
            new DbContextOptionsBuilder<PlainContext>().UseSqlite(database.ConnectionString).Options,
            options => new PlainContext(options),
            sql));
    }

    private static async Task<EfHistory?> ReadAsync<T>(DbContextOptions<T> options, Func<DbContextOptions<T>, T> create, string sql)
        where T : DbContext
    {
        await using var context = create(options);
        await context.Database.OpenConnectionAsync();
        var connection = context.Database.GetDbConnection();
        await using (var command = connection.CreateCommand())
        {
            command.CommandText = sql;
            await command.ExecuteNonQueryAsync();
        }

        var dialect = AllDialects.ForProvider(context.Database.ProviderName!);
        return await EfHistory.ReadAsync(
            context, dialect, connection, await dialect.ReadAsync(connection, CancellationToken.None), CancellationToken.None);
    }

    private sealed class PlainContext(DbContextOptions<PlainContext> options) : DbContext(options);

    private sealed class MigratedContext(DbContextOptions<MigratedContext> options) : DbContext(options);

    [DbContext(typeof(MigratedContext))]
    [Migration("20240101000000_First")]
    private sealed class First : Migration
    {
        protected override void Up(MigrationBuilder migrationBuilder)
        {
        }
    }

    [DbContext(typeof(MigratedContext))]
    [Migration("20240303000000_Second")]
    private sealed class Second : Migration
    {
        protected override void Up(MigrationBuilder migrationBuilder)
        {
        }
    }
}
