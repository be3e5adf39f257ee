using System.Globalization;
using Autogen.Upgrading;
using Autogen.Drivers.PostgreSql;
using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;

namespace Autogen.EntityFrameworkCore.Tests.Upgrading;

/// <summary>Revisions that need more locks than the server has.</summary>
[Case("R1")]
public class LockEstimateTests
{
    private const string Held =
        "SELECT count(DISTINCT relation) FROM pg_locks WHERE locktype = 'relation' AND pid = pg_backend_pid() AND relation >= 16384";

    [Fact]
    public async Task The_estimate_is_what_the_server_holds()
    {
        await using var database = await TestDatabase.CreateAsync("postgresql");
        Revisions.First.Value = op => op.Sql("CREATE TABLE parent (id integer PRIMARY KEY)");
        await database.UpgradeAsync("first0000000");
        Revisions.Second.Value = op =>
        {
            Create(op);
            op.Sql(
                $"DO $do$ BEGIN IF ({Held}) NOT BETWEEN {Estimated} AND {Estimated + 10} THEN RAISE EXCEPTION 'held: %', ({Held}); END IF; "
                    + "END $do$");
        };
        Assert.Single(await database.UpgradeAsync());
    }

    [Fact]
    public void What_runs_by_itself_ends_a_transaction()
    {
        var builder = new MigrationBuilder("Npgsql.EntityFrameworkCore.PostgreSQL");
        Create(builder);
        builder.Autocommit(inner => inner.Sql("VACUUM"));
        builder.CreateTable("small", table => new { id = table.Column<int>("integer") });
        Assert.Equal(Estimated, LockEstimate.Of(builder.Operations));
    }

    [Fact]
    public void The_warning_names_the_setting_that_is_enough()
    {
        var capacity = new LockCapacity(PerTransaction: 64, Connections: 100, Prepared: 0);
        Assert.Null(capacity.Warning("Revision a", 6400));
        Assert.Equal(
            "Revision a locks about 14,000 tables, indexes and sequences in one transaction. The server has room for 6,400: "
                + "max_locks_per_transaction (64) x (max_connections (100) + max_prepared_transactions (0)). "
            + "The upgrade may fail (AG0080) and is rolled back then. Set max_locks_per_transaction to 154 or more and restart the server, "
            + "or split the revision: write it in parts, with includeTables or schemas in autogen.json.",
            capacity.Warning("Revision a", 14_000));
    }

    [Fact]
    public async Task The_server_is_asked_for_its_settings()
    {
        await using var database = await TestDatabase.CreateAsync("postgresql");
        await using var context = new Microsoft.EntityFrameworkCore.DbContext(database.Options);
        var connection = Microsoft.EntityFrameworkCore.RelationalDatabaseFacadeExtensions.GetDbConnection(context.Database);
        await connection.OpenAsync();
        var capacity = await LockCapacity.ReadAsync(connection, CancellationToken.None);
        Assert.Equal(
            await database.ScalarAsync("SELECT current_setting('max_locks_per_transaction')"),
            capacity?.PerTransaction.ToString(CultureInfo.InvariantCulture));
        Assert.Equal(
            await database.ScalarAsync("SELECT current_setting('max_connections')"),
            capacity?.Connections.ToString(CultureInfo.InvariantCulture));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_revision_with_too_many_locks_is_warned_of_and_divided_on_a_scratch_database_only(bool isScratch)
    {
        await using var database = await TestDatabase.CreateAsync("postgresql");
        Revisions.First.Value = op => op.Sql("CREATE TABLE parent (id integer PRIMARY KEY)");
        Revisions.Second.Value = Create;
        var progress = new Warnings();
        var options = new UpgradeOptions { SplitsLargeRevisions = isScratch, LockCapacity = new LockCapacity(1, 16, 0) };
        Assert.Equal(2, (await database.UpgradeAsync(progress: progress, options: options)).Count);
        Assert.StartsWith($"Revision second000000 locks about {Estimated} ", Assert.Single(progress.Told), StringComparison.Ordinal);
        var transactions = await database.ScalarAsync("SELECT count(DISTINCT xmin::text) FROM pg_class WHERE relname ~ '^t[0-9]'");
        Assert.Equal(isScratch, (long)transactions! > 1);
    }

    // Each: the table, its key, its sequence, its TOAST table and that one's index; and the other table.
    private static int Estimated => (4 * 5) + 1;

    private static void Create(MigrationBuilder op)
    {
        for (var number = 1; number <= 4; number++)
        {
            op.CreateTable(
                $"t{number}",
                table => new
                {
                    id = table.Column<int>("integer").Annotation(
                        "Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    parent = table.Column<int>("integer"),
                    text = table.Column<string>("text"),
                },
                constraints: table =>
                {
                    table.PrimaryKey($"pk_t{number}", row => row.id);
                    table.ForeignKey($"fk_t{number}", row => row.parent, "parent", "id");
                });
        }
    }

    private sealed class Warnings : IUpgradeProgress
    {
        public List<string> Told { get; } = [];

        public void NeedsManyLocks(string warning) => Told.Add(warning);
    }
}
