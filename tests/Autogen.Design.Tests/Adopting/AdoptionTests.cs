using Autogen.Design.Adopting;
using Autogen.Design.Ownership;
using Autogen.Scenarios.Cases;
using Autogen.Scenarios.Databases;
using Autogen.Scenarios.Running;
using Autogen.Schema.Comparison;
using Autogen.Schema.Dialects;
using Autogen.Schema.Objects;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Migrations.Operations;

namespace Autogen.Design.Tests.Adopting;

public class AdoptionTests
{
    private const string Tables =
        """
        CREATE TABLE mapped ("Id" integer PRIMARY KEY, n integer);
        CREATE TABLE unmapped (a integer);
        CREATE TABLE audit_log (a integer);
        CREATE TABLE alembic_version (version_num varchar(32) NOT NULL PRIMARY KEY);
        CREATE TABLE "__EFMigrationsHistory" ("MigrationId" varchar(150) NOT NULL PRIMARY KEY, "ProductVersion" varchar(32) NOT NULL);
        CREATE VIEW v AS SELECT n FROM mapped;
        """;

    public static TheoryData<string> Kinds => ["sqlite", "postgresql"];

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task Takes_what_the_model_maps_and_lists_the_rest(string kind)
    {
        var plan = await PlanAsync(kind, Tables, Mapped, allTables: false);
        Assert.Equal(["mapped"], Names(plan.Adopted.Tables));
        Assert.Equal(["alembic_version", "audit_log", "unmapped"], plan.IgnoredTables.Select(name => name.ToString()));
        Assert.Equal(["view v"], plan.Others.Select(other => $"{other.Kind} {other.Text}"));
        Assert.Equal(
            ["mapped"], plan.Upgrade.Select(planned => planned.Operation).OfType<CreateTableOperation>().Select(create => create.Name));
        Assert.Equal(
            ["mapped"], plan.Downgrade.Select(planned => planned.Operation).OfType<DropTableOperation>().Select(drop => drop.Name));
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task Takes_all_tables_when_asked_but_those_of_other_tools_and_those_that_are_excluded(string kind)
    {
        var plan = await PlanAsync(kind, Tables, Mapped, allTables: true, new ScopeSettings { ExcludeTables = ["audit_*"] });
        Assert.Equal(["mapped", "unmapped"], Names(plan.Adopted.Tables));
        Assert.Equal(["alembic_version"], plan.IgnoredTables.Select(name => name.ToString()));
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task Leaves_out_rows_that_an_empty_database_would_refuse(string kind)
    {
        var plan = await PlanAsync(
            kind,
            """
            CREATE TABLE mapped ("Id" integer PRIMARY KEY, n integer, own text NOT NULL);
            CREATE TABLE other ("Id" integer PRIMARY KEY, n integer);
            INSERT INTO mapped VALUES (1, 1, 'the model does not say this');
            INSERT INTO other VALUES (1, 7);
            """,
            model =>
            {
                Mapped(model);
                model.Map("other", table =>
                {
                    table.Property<int>("Id").ValueGeneratedNever();
                    table.Property<int?>("n");
                    table.HasData(Making.Row(("Id", 1), ("n", 1)));
                });
            },
            allTables: false);
        var insert = Assert.Single(plan.Upgrade.Select(planned => planned.Operation).OfType<InsertDataOperation>());
        Assert.Equal("other", insert.Table);
        Assert.Equal(7, insert.Values[0, 1]);
    }

    [Fact]
    public async Task A_downgrade_leaves_what_others_use()
    {
        var plan = await PlanAsync(
            "postgresql",
            """
            CREATE SCHEMA "Both";
            CREATE TYPE "Both".mood AS ENUM ('a');
            CREATE TYPE own AS ENUM ('a');
            CREATE EXTENSION citext;
            CREATE FUNCTION one() RETURNS integer LANGUAGE sql IMMUTABLE AS 'SELECT 1';
            CREATE FUNCTION two() RETURNS integer LANGUAGE sql IMMUTABLE AS 'SELECT 2';
            CREATE TABLE mapped ("Id" integer PRIMARY KEY, n integer DEFAULT one() + two(), mood "Both".mood, own own, name citext);
            CREATE TABLE others (mood "Both".mood, name citext, n integer DEFAULT one());
            """,
            Mapped,
            allTables: false);
        Assert.Equal(["Both.mood"], plan.Kept.EnumTypes.Select(type => type.Name.ToString()));
        Assert.Equal(["Both"], plan.Kept.Schemas);
        Assert.Equal(["citext"], plan.Kept.Extensions.Select(extension => extension.Name));
        Assert.Equal(
            ["DROP FUNCTION two();"], plan.Downgrade.Select(planned => planned.Operation).OfType<SqlOperation>().Select(sql => sql.Sql));
        Assert.Equal(["Npgsql:Enum:own"], plan.Downgrade.Select(planned => planned.Operation)
            .OfType<AlterDatabaseOperation>()
            .SelectMany(alter => alter.OldDatabase.GetAnnotations())
            .Select(annotation => annotation.Name));
        Assert.Contains(
            "one()",
            string.Concat(plan.Upgrade.Select(planned => planned.Operation).OfType<SqlOperation>().Select(sql => sql.Sql)),
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task Required_tables_are_reported_and_can_be_replaced_by_stubs()
    {
        var plan = await PlanAsync(
            "postgresql",
            """
            CREATE SCHEMA "O'thers";
            CREATE TABLE "O'thers"."Us ers" (id integer PRIMARY KEY, code text UNIQUE, name text NOT NULL);
            CREATE TABLE mapped ("Id" integer PRIMARY KEY REFERENCES "O'thers"."Us ers", n integer, code text REFERENCES "O'thers"."Us ers" (code));
            """,
            Mapped,
            allTables: false);
        Assert.Equal(["O'thers.Us ers"], Names(plan.Required));
        Assert.Equal(
            "CREATE SCHEMA IF NOT EXISTS \"O'thers\";\nCREATE TABLE \"O'thers\".\"Us ers\" (\"id\" integer, \"code\" text, "
                + "UNIQUE (\"id\"), UNIQUE (\"code\"));\n",
            RequiredTables.Sql(plan.Required, AllDialects.ForProvider("Npgsql.EntityFrameworkCore.PostgreSQL")));
    }

    private static async Task<AdoptionPlan> PlanAsync(
        string kind, string sql, Action<ModelBuilder> model, bool allTables, ScopeSettings? settings = null)
    {
        await using var database = kind == "sqlite" ? (IAsyncDisposable)SqliteDatabase.Create() : await PostgreSqlDatabase.CreateAsync();
        var options = database is PostgreSqlDatabase postgres
            ? new DbContextOptionsBuilder().UseNpgsql(postgres.ConnectionString).Options
            : new DbContextOptionsBuilder().UseSqlite(((SqliteDatabase)database).ConnectionString).Options;
        await using var context = new ScenarioContext(options, model);
        await context.Database.OpenConnectionAsync();
        var connection = context.Database.GetDbConnection();
        await using (var command = connection.CreateCommand())
        {
            command.CommandText = sql;
            await command.ExecuteNonQueryAsync();
        }

        var dialect = AllDialects.ForProvider(context.Database.ProviderName!);
        var all = await dialect.ReadAsync(connection, CancellationToken.None);
        return await new Adoption(context, dialect, new Scope(settings ?? new ScopeSettings(), []), ComparisonOptions.Default)
            .PlanAsync(connection, all, allTables, withRows: true, CancellationToken.None);
    }

    private static void Mapped(ModelBuilder model)
        => model.Map("mapped", table =>
        {
            table.Property<int>("Id").ValueGeneratedNever();
            table.Property<int?>("n");
            table.HasData(Making.Row(("Id", 1), ("n", 1)));
        });

    private static IEnumerable<string> Names(IEnumerable<Table> tables) => tables.Select(table => table.Name.ToString());
}
