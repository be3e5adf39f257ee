using Autogen.Design.Planning;
using Autogen.Design.Planning.Tables;
using Autogen.Design.Verification;
using Autogen.Scenarios.Databases;
using Autogen.Scenarios.Running;
using Autogen.Schema;
using Autogen.Schema.PostgreSql;
using Autogen.Statements;
using Autogen.Statements.PostgreSql;
using Autogen.Testing;
using Autogen.Upgrading;
using Microsoft.CodeAnalysis;
using Microsoft.EntityFrameworkCore.Migrations.Operations;
using Npgsql;

namespace Autogen.PostgreSql.Tests.Adopting;

public class SearchPathTests
{
    [Theory]
    [InlineData("app, public", "")]
    [InlineData("\"$user\", \"A \"\"p\", public", "")]
    [InlineData("app, public", "op.EnsureSchema(\"other\");")]
    [Case("R16")]
    public async Task Upgrade_refuses_a_search_path_that_begins_with_a_missing_schema(string path, string first)
    {
        var refused = await Assert.ThrowsAsync<AutogenException>(() => UpgradeAsync(path, first));
        Assert.Equal(ErrorCode.SchemaOfSearchPathMissing, refused.Code);
        Assert.Contains("would be created in 'public'", refused.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("app, public", "op.EnsureSchema(\"app\");", "app app")]
    [InlineData("app", "op.EnsureSchema(\"app\");", "app app")]
    [InlineData("\"$user\", public", "", "public public")]
    [InlineData("public, app", "", "public public")]
    [Case("R16")]
    public async Task First_revision_makes_the_schema_for_its_tables_and_the_version_table(string path, string first, string expected)
        => Assert.Equal(expected, await UpgradeAsync(path, first));

    [Fact]
    [Case("R16")]
    public async Task First_revision_refuses_another_schema_than_the_one_that_it_is_written_for()
    {
        var plan = DefaultSchemaSteps.Before([new PlannedOperation(new CreateTableOperation { Name = "t" }, [])], "It's");
        await using var database = await PostgreSqlDatabase.CreateAsync();
        var refused = await Assert.ThrowsAsync<PostgresException>(
            () => database.ExecuteAsync(new PostgreSqlStatementGenerator(new PostgreSqlDialect()).Generate(plan[1].Operation)!.Sql));
        Assert.StartsWith(
            "This revision is written for tables in schema It's, but names without a schema mean public here.",
            refused.MessageText,
            StringComparison.Ordinal);
        Assert.Single(DefaultSchemaSteps.Before([plan[2]], "public"));
        Assert.Single(DefaultSchemaSteps.Before([plan[2]], null));
        Assert.Single(DefaultSchemaSteps.Before([new PlannedOperation(new CreateTableOperation { Name = "t", Schema = "s" }, [])], "app"));
    }

    private static async Task<string> UpgradeAsync(string path, string first)
    {
        await using var database = await PostgreSqlDatabase.CreateAsync();
        await database.ExecuteAsync($"ALTER DATABASE \"{database.Name}\" SET search_path = {path}");
        await using var context = new ScenarioContext(PostgreSqlServer.Options(database.ConnectionString), _ => { });
        var source =
            $$"""
            using Autogen;
            using Microsoft.EntityFrameworkCore.Migrations;
            namespace Paths;
            [Revision("r1", Created = "2026-01-01T00:00:00Z")]
            public sealed class First : Revision
            {
                public override void Upgrade(MigrationBuilder op)
                {
                    {{first}}
                    op.Sql("CREATE TABLE t (id integer)");
                }

                public override void Downgrade(MigrationBuilder op) => op.DropTable("t");
            }
            """;
        var revisions = RevisionSet.From(RevisionCompiler.Compile([source], DiagnosticSeverity.Error));
        await new Upgrader(context, revisions, new UpgradeOptions(), SilentProgress.Instance).UpgradeAsync("head", CancellationToken.None);
        return (string)(await database.ScalarAsync(
            "SELECT string_agg(table_schema, ' ') FROM information_schema.tables WHERE table_name IN ('t', 'autogen_version')"))!;
    }
}
