using Autogen.Messages;
using Autogen.Schema;

namespace Autogen.Design.Tests.Fleets;

/// <summary>Where a fleet's databases are: what is asked of a database, and what is refused.</summary>
public class FleetSourceTests
{
    public static TheoryData<string> Kinds => ["sqlite", "postgresql"];

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task Query_names_databases(string kind)
    {
        await using var fleet = await TestFleet.CreateAsync(kind, count: 3);
        var home = new FleetDatabase("home", fleet.Home);
        await fleet.ExecuteAsync(home, "CREATE TABLE tenants (name text, connection text, tenant_schema text)");
        foreach (var database in fleet.Databases)
            await fleet.ExecuteAsync(
                home,
                $"INSERT INTO tenants VALUES ('{database.Name}', '{database.Connection}', "
                    + $"{(database.Schema is null ? "NULL" : $"'{database.Schema}'")})");
        var source = new FleetSource { Query = "SELECT name, connection, tenant_schema AS schema FROM tenants ORDER BY name DESC" };
        var (exitCode, result) = await fleet.RunAsync(fleet.Upgrade() with { Source = source });
        Assert.Equal(0, exitCode);
        Assert.Equal(["tenant 02", "tenant 01", "tenant 00"], result.Databases.Select(database => database.Name));
    }

    [Theory]
    [InlineData("sqlite", "SELECT name FROM nowhere", "nowhere")]
    [InlineData("postgresql", "SELECT name FROM nowhere", "nowhere")]
    [InlineData("sqlite", "SELECT 1 AS number", "'name'")]
    [InlineData("postgresql", "DELETE FROM pg_catalog.pg_class", "read-only")]
    public async Task Query_that_fails_is_explained(string kind, string query, string named)
    {
        await using var fleet = await TestFleet.CreateAsync(kind, count: 1);
        var exception = await Assert.ThrowsAsync<AutogenException>(
            () => fleet.RunAsync(fleet.Upgrade() with { Source = new FleetSource { Query = query } }));
        Assert.Equal(ErrorCode.FleetUnreadable, exception.Code);
        Assert.Contains(named, exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Schemas_of_a_database_are_a_fleet()
    {
        await using var fleet = await TestFleet.CreateAsync("postgresql", count: 4);
        var (exitCode, result) = await fleet.RunAsync(fleet.Upgrade() with { Source = new FleetSource { Schemas = "tenant*" } });
        Assert.Equal(0, exitCode);
        Assert.Equal(fleet.Databases.Select(database => database.Name), result.Databases.Select(database => database.Name));
        await fleet.ExecuteAsync(fleet.Databases[3], "INSERT INTO items (id) VALUES (1)");
        await fleet.ExecuteAsync(fleet.Databases[0], "INSERT INTO items (id) VALUES (1)");
    }

    [Fact]
    public async Task Databases_of_a_server_are_a_fleet()
    {
        await using var fleet = await TestFleet.CreateAsync("postgresql", count: 0);
        var name = new Npgsql.NpgsqlConnectionStringBuilder(fleet.Home).Database!;
        var (exitCode, result) = await fleet.RunAsync(fleet.Upgrade() with { Source = new FleetSource { ServerDatabases = name + "*" } });
        Assert.Equal((0, name), (exitCode, Assert.Single(result.Databases).Name));
    }

    [Theory]
    [InlineData("Schemas")]
    [InlineData("ServerDatabases")]
    public async Task Files_have_no_schemas_and_no_server(string source)
    {
        await using var fleet = await TestFleet.CreateAsync("sqlite", count: 0);
        var exception = await Assert.ThrowsAsync<AutogenException>(() => fleet.RunAsync(
            fleet.Upgrade() with
            {
                Source = source == "Schemas" ? new FleetSource { Schemas = "*" } : new FleetSource { ServerDatabases = "*" }
            }));
        Assert.Equal(ErrorCode.FleetUnreadable, exception.Code);
    }

    [Fact]
    public async Task Template_connects_databases_of_which_the_name_is_known()
    {
        await using var fleet = await TestFleet.CreateAsync("sqlite", count: 0);
        var source = new FleetSource
        {
            Databases = [new FleetDatabase("a", null), new FleetDatabase("b", null)],
            Template = fleet.Home.Replace("home.db", "{name}.db", StringComparison.Ordinal),
        };
        Assert.Equal(2, (await fleet.RunAsync(fleet.Upgrade() with { Source = source })).Result.States[FleetStates.Upgraded]);
        source = source with { Template = null };
        Assert.Equal(2, (await fleet.RunAsync(fleet.Upgrade() with { Source = source })).Result.States[FleetStates.Failed]);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task Fleet_without_a_database_or_with_one_twice_is_rejected(string kind)
    {
        await using var fleet = await TestFleet.CreateAsync(kind, count: 2);
        var first = fleet.Databases[0];
        await RefusedAsync(fleet, fleet.Upgrade() with { Source = new FleetSource { Databases = [] } }, "no database");
        await RefusedAsync(fleet, fleet.Upgrade() with { Names = ["other*"] }, "'other*'");
        await RefusedAsync(fleet, fleet.Upgrade(first), "one name: tenant 00");
        var again = first with { Name = "again", Connection = first.Connection + ";Command Timeout=7" };
        await RefusedAsync(fleet, fleet.Upgrade(again), "one and the same: tenant 00, again");
        if (kind == "postgresql")
        {
            var project = TestFleet.Project with { Settings = new HostSettings { VersionTableSchema = "meta" } };
            await RefusedAsync(fleet, fleet.Upgrade() with { Project = project }, "'meta'");
        }
    }

    private static async Task RefusedAsync(TestFleet fleet, FleetRequest request, string message)
    {
        var exception = await Assert.ThrowsAsync<AutogenException>(() => fleet.RunAsync(request));
        Assert.Equal(ErrorCode.FleetInvalid, exception.Code);
        Assert.Contains(message, exception.Message, StringComparison.Ordinal);
    }
}
