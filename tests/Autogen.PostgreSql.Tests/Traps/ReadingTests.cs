using Autogen.Schema.PostgreSql;
using Npgsql;

namespace Autogen.PostgreSql.Tests.Traps;

/// <summary>Reading the catalogue uses nothing but pg_catalog, and still writes names as the application's search path has them.</summary>
[Case("S1")]
public sealed class ReadingTests(TrappedServer server) : IClassFixture<TrappedServer>
{
    private const string Objects =
        """
        CREATE TYPE public.mood AS ENUM ('ok', 'sad');
        CREATE SCHEMA other; CREATE TYPE other.kind AS ENUM ('a');
        CREATE FUNCTION public.one() RETURNS integer LANGUAGE sql IMMUTABLE AS 'SELECT 1';
        CREATE TABLE public.t (
            id pg_catalog.int4 PRIMARY KEY DEFAULT public.one(), m public.mood, k other.kind, name pg_catalog.varchar(9) CHECK (id OPERATOR(pg_catalog.>) public.one()),
            twice pg_catalog.int4 GENERATED ALWAYS AS (id OPERATOR(pg_catalog.*) 2) STORED);
        CREATE INDEX ix ON public.t (name DESC, (id OPERATOR(pg_catalog.+) 1)) WHERE id OPERATOR(pg_catalog.>) 3;
        CREATE VIEW public.v AS SELECT id FROM public.t;
        """;

    [Theory]
    [InlineData(null)]
    [InlineData("public, pg_catalog")]
    [InlineData("public, pg_catalog, pg_temp")]
    public async Task Reading_springs_no_trap_and_names_go_by_the_applications_path(string? searchPath)
    {
        var database = await server.CreateDatabaseAsync(searchPath);
        if (searchPath is not null)
            database = TrappedServer.WithoutTypeLoading(new NpgsqlConnectionStringBuilder(database));
        await using var connection = new NpgsqlConnection(database);
        await connection.OpenAsync();
        await ExecuteAsync(connection, "SET search_path = pg_catalog; " + Objects
            + "CREATE TEMP TABLE pg_class AS SELECT 1 AS oid; CREATE TEMP TABLE pg_namespace AS SELECT 1 AS oid; RESET search_path");
        var before = (await TrappedServer.SprungAsync(database)).Count; // what Npgsql itself asks when it connects

        var schema = await PostgreSqlReader.ReadAsync(connection, CancellationToken.None);
        var otherObjects = await PostgreSqlOtherObjects.ReadAsync(connection, CancellationToken.None);

        Assert.Empty((await TrappedServer.SprungAsync(database)).Skip(before));
        var table = schema.FindTable(new(null, "t"))!;
        Assert.Equal(
            ["integer", "mood", "other.kind", "character varying(9)", "integer"], table.Columns.Select(column => column.Type.Text));
        Assert.Equal("one()", table.Columns[0].Default?.Text);
        Assert.Contains(otherObjects.Dependencies.Objects.Values, need => need.Name == "one()");
    }

    private static async Task ExecuteAsync(NpgsqlConnection connection, string sql)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }
}
