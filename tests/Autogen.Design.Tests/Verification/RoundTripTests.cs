using Autogen.Design.Ownership;
using Autogen.Design.Verification;
using Autogen.Drivers;
using Autogen.Graph;
using Autogen.Scenarios.Databases;
using Autogen.Scenarios.Running;
using Autogen.Schema;
using Autogen.Schema.Comparison;
using Autogen.Schema.Dialects;
using Autogen.Schema.Objects;
using Autogen.Upgrading;
using Autogen.Upgrading.Records;
using Microsoft.CodeAnalysis;
using Microsoft.EntityFrameworkCore;

namespace Autogen.Design.Tests.Verification;

public class RoundTripTests
{
    private const string Good = """op.Sql("CREATE TABLE t (\"Id\" integer NOT NULL PRIMARY KEY)");""";

    public static TheoryData<string> Kinds => ["sqlite", "postgresql"];

    public static TheoryData<string, string, string, string[]> Wrong
    {
        get
        {
            var data = new TheoryData<string, string, string, string[]>();
            foreach (string kind in new[] { "sqlite", "postgresql" })
            {
                data.Add(kind, Good, "op.DropTable(\"t\");", []);
                data.Add(kind, Good, "", ["the downgrade leaves: added table 't'", "the upgrade fails after the downgrade: "]);
                data.Add(
                    kind,
                    Good,
                    "throw new System.NotSupportedException(\"not this one\");",
                    ["the downgrade fails: Revision proven000000 ("]);
                data.Add(kind, Good, "op.Sql(\"DROP TABLE nowhere\");", ["the downgrade fails: "]);
                data.Add(kind, "op.Sql(\"CREATE TABLE (\");", "", ["the upgrade fails: "]);
                data.Add(
                    kind,
                    "op.Sql(\"CREATE TABLE other (id integer)\");",
                    "op.DropTable(\"other\");",
                    ["the model differs: added table 't'"]);
            }

            return data;
        }
    }

    [Theory]
    [MemberData(nameof(Wrong))]
    public async Task What_is_wrong_with_a_revision_is_found(string kind, string upgrade, string downgrade, string[] expected)
    {
        var found = await ProveAsync(kind, upgrade, downgrade);
        Assert.Equal(expected.Length, found.Count);
        Assert.All(expected.Zip(found), pair => Assert.StartsWith(pair.First, pair.Second, StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task The_contexts_own_database_is_not_touched_and_the_scratch_database_is_gone(string kind)
    {
        await using var home = await Home.CreateAsync(kind);
        await using var context = new ScenarioContext(home.Options, Model);
        await context.Database.OpenConnectionAsync();
        string scratch;
        await using (await ScratchDatabase.CreateAsync(context, home.Dialect, CancellationToken.None))
        {
            scratch = context.Database.GetDbConnection().Database;
            await context.Database.ExecuteSqlRawAsync("CREATE TABLE only_here (id integer)");
        }

        var schema = await home.Dialect.ReadAsync(context.Database.GetDbConnection(), CancellationToken.None);
        Assert.Empty(schema.Tables);
        Assert.False(await home.HasDatabaseAsync(context, scratch));
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task A_named_database_must_be_empty(string kind)
    {
        await using var home = await Home.CreateAsync(kind);
        await using var context = new ScenarioContext(home.Options, Model);
        await context.Database.ExecuteSqlRawAsync("CREATE TABLE precious (id integer)");
        var refused = await Assert.ThrowsAsync<AutogenException>(
            () => ScratchDatabase.TakeAsync(context, home.Dialect, home.ConnectionString, CancellationToken.None));
        Assert.Equal(ErrorCode.ScratchDatabase, refused.Code);
    }

    [Fact]
    public async Task A_named_database_may_have_schemas_and_nothing_in_them()
    {
        await using var home = await Home.CreateAsync("postgresql");
        await using var context = new ScenarioContext(home.Options, Model);
        await context.Database.ExecuteSqlRawAsync("CREATE SCHEMA mine");
        await using (await ScratchDatabase.TakeAsync(context, home.Dialect, home.ConnectionString, CancellationToken.None))
        {
        }

        await context.Database.ExecuteSqlRawAsync(
            "CREATE TYPE mine.span AS RANGE (SUBTYPE = integer); CREATE COLLATION mine.c (LOCALE = 'C'); CREATE TYPE mood AS ENUM ('sad')");
        var refused = await Assert.ThrowsAsync<AutogenException>(
            () => ScratchDatabase.TakeAsync(context, home.Dialect, home.ConnectionString, CancellationToken.None));
        Assert.Contains("it has 1 enumerated type, 1 collation, 1 range type.", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_role_without_CREATEDB_learns_what_to_do()
    {
        await using var home = await Home.CreateAsync("postgresql");
        var database = (PostgreSqlDatabase)home.Owner;
        var role = "plain_" + Guid.NewGuid().ToString("N");
        await database.ExecuteAsync($"CREATE ROLE {role} LOGIN PASSWORD 'x'");
        try
        {
            var connectionString =
                new Npgsql.NpgsqlConnectionStringBuilder(home.ConnectionString) { Username = role, Password = "x" }.ConnectionString;
            await using var context = new ScenarioContext(new DbContextOptionsBuilder().UseNpgsql(connectionString).Options, Model);
            var refused = await Assert.ThrowsAsync<AutogenException>(
                () => ScratchDatabase.CreateAsync(context, home.Dialect, CancellationToken.None));
            Assert.Equal(ErrorCode.ScratchDatabase, refused.Code);
            Assert.Contains("--scratch", refused.Message, StringComparison.Ordinal);
        }
        finally
        {
            await database.ExecuteAsync($"DROP ROLE {role}");
        }
    }

    private static void Model(ModelBuilder model) => model.Entity("T", entity =>
    {
        entity.Property<int>("Id").ValueGeneratedNever();
        entity.ToTable("t");
    });

    private static async Task<IReadOnlyList<string>> ProveAsync(string kind, string upgrade, string downgrade)
    {
        await using var home = await Home.CreateAsync(kind);
        await using var context = new ScenarioContext(home.Options, Model);
        var assembly = RevisionCompiler.Compile(
            [$$"""
            using Autogen;
            using Microsoft.EntityFrameworkCore.Migrations;
            [Revision("proven000000")]
            public sealed class Proven : Revision
            {
                public override void Upgrade(MigrationBuilder op) { {{upgrade}} }
                public override void Downgrade(MigrationBuilder op) { {{downgrade}} }
            }
            """],
            DiagnosticSeverity.Error);
        var revisions = RevisionSet.From(assembly);
        await using var scratch = await ScratchDatabase.CreateAsync(context, home.Dialect, CancellationToken.None);
        var version = new ObjectName("autogen_version");
        var scope = new Scope(new ScopeSettings(), [version, new ObjectName("autogen_log"), .. OwnTables.BesideVersionTable(version)]);
        var roundTrip = new RoundTrip(context, revisions, scope, new UpgradeOptions(), ComparisonOptions.Default);
        var findings = (await roundTrip.ProveAsync(revisions.Graph.Find("proven000000")!, CancellationToken.None)).ToList();
        if (findings.Count == 0)
            findings.AddRange(await roundTrip.CompareWithModelAsync(CancellationToken.None));
        return [.. findings.Select(finding => finding.ToString())];
    }

    // Where the context lives; the scratch database is another.
    private sealed record Home(string ConnectionString, DbContextOptions Options, Dialect Dialect, IAsyncDisposable Owner)
        : IAsyncDisposable
    {
        public static async Task<Home> CreateAsync(string kind)
        {
            if (kind == "sqlite")
            {
                var sqlite = SqliteDatabase.Create();
                return new Home(
                    sqlite.ConnectionString,
                    new DbContextOptionsBuilder().UseSqlite(sqlite.ConnectionString).Options,
                    AllDialects.ForProvider("Microsoft.EntityFrameworkCore.Sqlite"),
                    sqlite);
            }

            var postgres = await PostgreSqlDatabase.CreateAsync();
            return new Home(
                postgres.ConnectionString,
                new DbContextOptionsBuilder().UseNpgsql(postgres.ConnectionString).Options,
                AllDialects.ForProvider("Npgsql.EntityFrameworkCore.PostgreSQL"),
                postgres);
        }

        public async Task<bool> HasDatabaseAsync(DbContext context, string name)
            => Dialect.Capabilities.Schemas
                && await context.Database
                    .SqlQuery<int>($"SELECT count(*)::int AS \"Value\" FROM pg_database WHERE datname = {name}")
                    .SingleAsync() > 0;

        public ValueTask DisposeAsync() => Owner.DisposeAsync();
    }
}
