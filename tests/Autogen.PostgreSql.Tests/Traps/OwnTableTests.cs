using Autogen.Scenarios.Databases;
using Autogen.Schema;
using Autogen.Upgrading;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Autogen.PostgreSql.Tests.Traps;

/// <summary>A role that was first with a table of the tool's name gets no code to run by it.</summary>
[Case("S1")]
public sealed class OwnTableTests
{
    private static readonly UpgradeOptions options = new() { RevisionsNamespace = "Autogen.PostgreSql.Tests.Traps.Revisions" };

    [Theory]
    [InlineData(
        "CREATE TABLE {0} (version_num varchar(255) PRIMARY KEY); CREATE TRIGGER t BEFORE INSERT "
            + "ON {0} FOR EACH ROW EXECUTE FUNCTION evil()",
        "has a trigger")]
    [InlineData("CREATE VIEW {0} AS SELECT 'x'::text AS version_num WHERE sprung()", "is not a table")]
    [InlineData(
        "CREATE TABLE {0} (version_num varchar(255) PRIMARY KEY); CREATE RULE r AS ON INSERT TO {0} DO ALSO SELECT sprung()", "has a rule")]
    [InlineData("CREATE TABLE {0} (version_num varchar(255) PRIMARY KEY, b boolean DEFAULT sprung())", "has a default")]
    [InlineData("CREATE TABLE {0} (version_num varchar(255) PRIMARY KEY CHECK (sprung()))", "has a check")]
    [InlineData(
        "CREATE TABLE {0} (version_num varchar(255) PRIMARY KEY); CREATE INDEX ON {0} (version_num) WHERE sprung()",
        "has an index with an expression")]
    [InlineData(
        "CREATE DOMAIN d AS varchar(255) CHECK (sprung()); CREATE TABLE {0} (version_num d PRIMARY KEY)",
        "has a column of a type that is not built in")]
    [InlineData(
        "CREATE TABLE {0} (version_num varchar(255) PRIMARY KEY); ALTER TABLE {0} ENABLE ROW LEVEL SECURITY; "
            + "CREATE POLICY p ON {0} USING (sprung())",
        "has row security")]
    public async Task A_table_of_another_role_that_runs_code_is_refused(string statements, string reason)
    {
        foreach (var table in new[] { "autogen_version", "autogen_log", "autogen_version_lock" })
        {
            await using var database = await PostgreSqlDatabase.CreateAsync();
            await PrepareAsync(database, string.Format(System.Globalization.CultureInfo.InvariantCulture, statements, table));
            var before = (await TrappedServer.SprungAsync(database.ConnectionString)).Count; // the role's own
            await using var context = new TrappedShop(database.ConnectionString);
            var refused = await Assert.ThrowsAsync<AutogenException>(() => context.Database.UpgradeAsync("trapped00001", options));
            Assert.Equal(ErrorCode.VersionTableInvalid, refused.Code);
            Assert.Contains($"{table}', which {reason} and belongs to the role 'mallory_", refused.Message, StringComparison.Ordinal);
            if (table == "autogen_version")
                await Assert.ThrowsAsync<AutogenException>(() => context.Database.GetCurrentRevisionsAsync(options));
            Assert.Equal(before, (await TrappedServer.SprungAsync(database.ConnectionString)).Count);
        }
    }

    [Fact]
    public async Task A_plain_table_of_another_role_is_used_and_so_is_a_trigger_of_a_trusted_one()
    {
        await using var database = await PostgreSqlDatabase.CreateAsync();
        await PrepareAsync(database, "CREATE TABLE autogen_version (version_num varchar(255) PRIMARY KEY)");
        await database.ExecuteAsync(
            """
            CREATE TABLE autogen_log (revision TEXT NOT NULL, direction TEXT NOT NULL, applied_at TEXT NOT NULL, milliseconds BIGINT NOT NULL, applied_by TEXT NOT NULL, tool_version TEXT NOT NULL, checksum TEXT NOT NULL);
            CREATE FUNCTION mine() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END';
            CREATE TRIGGER t BEFORE INSERT ON autogen_log FOR EACH ROW EXECUTE FUNCTION mine();
            """);
        await using var context = new TrappedShop(database.ConnectionString);
        Assert.Equal(["trapped00001"], await context.Database.UpgradeAsync("trapped00001", options));
    }

    // As the role itself makes them.
    private static async Task PrepareAsync(PostgreSqlDatabase database, string statements)
    {
        var role = "mallory_" + Guid.NewGuid().ToString("N");
        await database.ExecuteAsync($"CREATE ROLE {role} LOGIN PASSWORD 'only for tests'; GRANT CREATE ON SCHEMA public TO {role}");
        var builder = new NpgsqlConnectionStringBuilder(database.ConnectionString) { Username = role, Password = "only for tests" };
        await using var connection = new NpgsqlConnection(builder.ConnectionString);
        await connection.OpenAsync();
        const string Functions =
            """
            CREATE FUNCTION sprung() RETURNS boolean IMMUTABLE LANGUAGE plpgsql AS $$ BEGIN RAISE LOG 'TRAP>%>own table>', pg_catalog.current_database(); RETURN true; END $$;
            CREATE FUNCTION evil() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN PERFORM public.sprung(); RETURN NEW; END $$;
            """;
        await using var command = new NpgsqlCommand(Functions + statements, connection);
        await command.ExecuteNonQueryAsync();
    }
}
