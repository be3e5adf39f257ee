using System.Globalization;
using Autogen.Graph;
using Autogen.Schema;
using Autogen.Testing;
using Autogen.Upgrading;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;

namespace Autogen.EntityFrameworkCore.Tests.Upgrading;

/// <summary>
/// Rows inserted, updated and deleted without column types, as EF Core's documentation writes it and as old migrations have it.
/// </summary>
[Case("R3")]
public class DataWithoutTypesTests
{
    private const string Table = "Odd \"t\" é";
    private const string Quoted = "\"Odd \"\"t\"\" é\"";

    public enum Size
    {
        Small = 1,
        Large = 7,
    }

    public static TheoryData<string> Kinds => ["sqlite", "postgresql"];

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task Values_take_the_types_of_columns_that_the_same_revision_made(string kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        Revisions.First.Value = op =>
        {
            Create(op);
            op.AddColumn<string>("added", Table, nullable: true);
            op.RenameColumn("Name", Table, "Full name");
            op.InsertData(Table, ["id", "Full name", "price", "at", "code", "data", "size", "label", "flag", "added"], Rows());
            op.InsertData(Table, "id", 3);
            op.UpdateData(Table, "id", 3, ["Full name", "price"], ["it's", 7m]);
            op.UpdateData(Table, ["id", "added"], new object?[,] { { 2, null } }!, ["size"], new object[,] { { Size.Small } });
            op.DeleteData(Table, "code", Guid.Empty);
        };
        await database.UpgradeAsync();
        string[] columns = ["id", "\"Full name\"", "price", "code", "size", "label", "flag", "added"];
        var row = string.Join(" || ' ' || ", columns.Select(column => $"COALESCE(CAST({column} AS TEXT), '-')"));
        var rows = $"SELECT {(kind == "sqlite" ? "group_concat" : "string_agg")}({row}, '; ') FROM (SELECT * FROM {Quoted} ORDER BY id) t";
        Assert.Equal($"2 - 3.0 - 1 Large {(kind == "sqlite" ? "0" : "false")} -; 3 it's 7.0 - - - - -", await database.ScalarAsync(rows));
    }

    [Theory]
    [InlineData("from base")]
    [InlineData("from the database")]
    [InlineData("idempotent")]
    public async Task A_script_writes_what_the_upgrade_writes(string way)
    {
        await using var database = await TestDatabase.CreateAsync("postgresql");
        await using var scripted = await TestDatabase.CreateAsync("postgresql");
        Revisions.First.Value = op =>
        {
            op.EnsureSchema("Odd s");
            Create(op);
            op.RenameTable(Table, newName: "moved", newSchema: "Odd s");
        };
        Revisions.Second.Value = op =>
        {
            op.AlterColumn<DateTime>(
                "at",
                "moved",
                schema: "Odd s",
                type: "timestamp without time zone",
                oldClrType: typeof(DateTime),
                oldType: "timestamp with time zone");
            op.InsertData(
                "moved", ["id", "Name", "price", "at", "code", "data", "size", "label", "flag", "tags"], Moved(), schema: "Odd s");
        };
        if (way == "from the database")
            await scripted.UpgradeAsync("first0000000");
        IReadOnlyList<string>? from = way == "from the database" ? null : [];
        var options = new ScriptOptions
        {
            Target = "head",
            Direction = StepDirection.Upgrade,
            From = from,
            IsIdempotent = way == "idempotent"
        };
        await scripted.ExecuteAsync(
            await scripted.UseAsync(async upgrader => (await upgrader.ScriptAsync(options, CancellationToken.None)).Text));
        await database.UpgradeAsync();
        const string All = "SELECT string_agg(m::text, ';' ORDER BY m.id) FROM \"Odd s\".moved m";
        Assert.Equal(await database.ScalarAsync(All), await scripted.ScalarAsync(All));
        Assert.Contains("2024-02-29 12:30:00", (string)(await scripted.ScalarAsync(All))!, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_script_of_a_sqlite_database_writes_what_the_upgrade_writes()
    {
        await using var database = await TestDatabase.CreateAsync("sqlite");
        await using var scripted = await TestDatabase.CreateAsync("sqlite");
        await using var replica = await TestDatabase.CreateAsync("sqlite");
        Revisions.First.Value = Create;
        Revisions.Second.Value = op =>
        {
            op.AlterColumn<string>("Name", Table, nullable: true, defaultValue: "x");
            op.InsertData(Table, ["id", "price", "at", "code", "data", "size", "label", "flag"], Sqlite());
        };
        var options = new ScriptOptions { Target = "head", Direction = StepDirection.Upgrade, From = [], IsReplica = true };
        await scripted.ExecuteAsync(await ReplicaScriptAsync(replica, options));
        await database.UpgradeAsync();
        const string All =
            "SELECT group_concat(id || ' ' || \"Name\" || ' ' || price || ' ' || at || ' ' || code || ' ' || hex(data) || ' ' || size || ' "
                + $"' || label || ' ' || flag) FROM {Quoted}";
        Assert.Equal(await database.ScalarAsync(All), await scripted.ScalarAsync(All));
        Assert.Contains("2024-02-29 12:30:00", (string)(await scripted.ScalarAsync(All))!, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(NpgsqlValueGenerationStrategy.IdentityAlwaysColumn)]
    [InlineData(NpgsqlValueGenerationStrategy.IdentityByDefaultColumn)]
    [InlineData(NpgsqlValueGenerationStrategy.SerialColumn)]
    public async Task Numbers_go_on_behind_rows_that_were_inserted_with_theirs(NpgsqlValueGenerationStrategy strategy)
    {
        await using var database = await TestDatabase.CreateAsync("postgresql");
        void First(MigrationBuilder op) => op.CreateTable(
            Table,
            table => new
            {
                Id = table.Column<int>(nullable: false).Annotation("Npgsql:ValueGenerationStrategy", strategy),
                n = table.Column<int>(nullable: true)
            },
            constraints: table => table.PrimaryKey("PK_t", row => row.Id));
        Revisions.First.Value = First;
        Revisions.Second.Value = op => op.InsertData(Table, ["Id", "n"], new object[,] { { 5, 1 }, { -3, 1 } });
        await database.UpgradeAsync();
        Assert.Equal(6L, await NumberAsync(database, $"INSERT INTO {Quoted} (n) VALUES (2) RETURNING \"Id\""));

        var options = new ScriptOptions { Target = "head", Direction = StepDirection.Upgrade, From = [] };
        await using var scripted = await TestDatabase.CreateAsync("postgresql");
        await scripted.ExecuteAsync(
            await scripted.UseAsync(async upgrader => (await upgrader.ScriptAsync(options, CancellationToken.None)).Text));
        Assert.Equal(6L, await NumberAsync(scripted, $"INSERT INTO {Quoted} (n) VALUES (2) RETURNING \"Id\""));
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task A_column_that_is_altered_without_a_type_keeps_it(string kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        Revisions.First.Value = op =>
        {
            op.CreateTable("t", table =>
                new { a = table.Column<string>("varchar(20)"), b = table.Column<int>("bigint"), c = table.Column<string>("varchar(20)") });
            op.AlterColumn<string>("a", "t", nullable: true, oldNullable: false);
            op.AlterColumn<long>("b", "t", nullable: true, oldNullable: false);
            op.AlterColumn<string>("c", "t", maxLength: 30, nullable: true, oldNullable: false);
        };
        await database.UpgradeAsync();
        var types = kind == "sqlite"
            ? await database.ScalarAsync("SELECT group_concat(type, '|') FROM pragma_table_info('t')")
            : await database.ScalarAsync(
                "SELECT string_agg(format_type(atttypid, atttypmod), '|' ORDER BY attnum) FROM pg_attribute WHERE attrelid = 't'::regclass "
                    + "AND attnum > 0");
        Assert.Equal(kind == "sqlite" ? "varchar(20)|bigint|TEXT" : "character varying(20)|bigint|character varying(30)", types);
    }

    public static TheoryData<string, Action<MigrationBuilder>, string> Mistakes => new()
    {
        {
            "postgresql",
            op => op.InsertData(Table, ["id", "Name"], new object[,] { { 1 } }),
            "values has 1 values a row for 2 columns (id, Name)"
        },
        {
            "sqlite",
            op => op.DeleteData(Table, ["id", "Name"], new object[,] { { 1 } }),
            "keyValues has 1 values a row for 2 columns (id, Name)"
        },
        { "postgresql", op => op.InsertData(Table, ["id", "no"], [1, 2]), "has no column 'no' at this step" },
        { "sqlite", op => op.InsertData(Table, ["id", "no"], [1, 2]), "has no column 'no' at this step" },
        { "postgresql", op => op.InsertData(Table, "id", 3_000_000_000L), "3000000000 is not a value of integer" },
        {
            "postgresql",
            op => op.InsertData(Table, "at", new DateTime(2024, 1, 1, 0, 0, 0, DateTimeKind.Unspecified)),
            "a UTC DateTime is required"
        },
        { "postgresql", op => op.InsertData(Table, "at", new Version(1, 2)), "no store type for Version" },
        { "sqlite", op => op.InsertData(Table, "at", new Version(1, 2)), "no store type for Version" },
        { "sqlite", op => op.AddColumn<Version>("v", Table, nullable: false), "Column 'Odd \"t\" é.v' has no store type" },
    };

    [Theory]
    [MemberData(nameof(Mistakes), DisableDiscoveryEnumeration = true)]
    public async Task An_unknown_type_is_rejected_by_revision_and_operation(
        string kind, Action<MigrationBuilder> mistake, string message)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        Revisions.First.Value = op =>
        {
            Create(op);
            mistake(op);
        };
        var refused = await Assert.ThrowsAsync<AutogenException>(() => database.UpgradeAsync());
        Assert.Equal(ErrorCode.RevisionInvalid, refused.Code);
        Assert.Contains("first0000000", refused.Message, StringComparison.Ordinal);
        Assert.Contains("peration 2", refused.Message, StringComparison.Ordinal);
        Assert.Contains(message, refused.Message, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task An_operation_that_the_provider_has_no_SQL_for_is_named(string kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        Revisions.First.Value = op =>
        {
            if (kind == "sqlite")
                op.CreateSequence("s");
            else
                op.AddColumn<Version>("v", "t");
        };
        var refused = await Assert.ThrowsAsync<AutogenException>(() => database.UpgradeAsync());
        Assert.Equal(kind == "sqlite" ? ErrorCode.OperationNotSupported : ErrorCode.RevisionInvalid, refused.Code);
        Assert.Contains(
            $"Revision first0000000 ({typeof(FirstRevision).FullName}): "
                + $"Operation 1, {(kind == "sqlite" ? "CreateSequence 's'" : "AddColumn 't.v'")}: ",
            refused.Message,
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_script_takes_values_that_mean_the_same_everywhere_and_refuses_others()
    {
        await using var database = await TestDatabase.CreateAsync("postgresql");
        Revisions.First.Value = op =>
        {
            op.Sql("CREATE TABLE t (id bigint, name varchar(9), price numeric, ok boolean, code uuid, at timestamp)");
            op.InsertData("t", ["id", "name", "price", "ok", "code"], [1, "x", 1.50m, true, Guid.Empty]);
        };
        var options = new ScriptOptions { Target = "first0000000", Direction = StepDirection.Upgrade, From = [] };
        await database.ExecuteAsync(
            await database.UseAsync(async upgrader => (await upgrader.ScriptAsync(options, CancellationToken.None)).Text));
        options = options with { Target = "head" };
        Assert.Equal("(1,x,1.5,t,00000000-0000-0000-0000-000000000000,)", await database.ScalarAsync("SELECT t::text FROM t"));

        Revisions.Second.Value = op => op.UpdateData("t", "id", 1, "at", new DateTime(2024, 1, 1, 0, 0, 0, DateTimeKind.Unspecified));
        var refused = await Assert.ThrowsAsync<AutogenException>(
            () => database.UseAsync(upgrader => upgrader.ScriptAsync(options, CancellationToken.None)));
        Assert.Equal(ErrorCode.RevisionInvalid, refused.Code);
        Assert.Contains("Revision second000000", refused.Message, StringComparison.Ordinal);
        Assert.Contains(
            "Operation 1, UpdateData 't': The type of column 't.at' is not known without a database",
            refused.Message,
            StringComparison.Ordinal);

        // The database knows it.
        await database.UpgradeAsync();
        Assert.Contains("2024-01-01", (string)(await database.ScalarAsync("SELECT t::text FROM t"))!, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Domains_enumerated_types_and_arrays_take_their_values()
    {
        await using var database = await TestDatabase.CreateAsync("postgresql");
        Revisions.First.Value = op =>
        {
            op.Sql(
                "CREATE TYPE \"Mood é\" AS ENUM ('so so', 'ok'); CREATE DOMAIN day AS date; "
                    + "CREATE TABLE t (m \"Mood é\", d day, a integer[], j jsonb, z timestamptz)");
            op.InsertData("t", ["m", "d", "a", "j", "z"], new object?[,]
            {
                {
                    "so so",
                    new DateOnly(2024, 2, 29),
                    new[] { 1, 2 },
                    "{\"a\": 1}",
                    new DateTimeOffset(2024, 2, 29, 1, 0, 0, TimeSpan.FromHours(2))
                },
                { null, null, null, null, null },
            });
        };
        await database.UpgradeAsync();
        Assert.Equal(
            "so so 2024-02-29 {1,2} 1 2024-02-28 23:00:00",
            await database.ScalarAsync("SELECT concat_ws(' ', m, d, a, j->'a', z AT TIME ZONE 'UTC') FROM t WHERE m IS NOT NULL"));
    }

    private static async Task<string> ReplicaScriptAsync(TestDatabase replica, ScriptOptions options)
    {
        await using var context = new DbContext(replica.Options);
        await context.Database.OpenConnectionAsync();
        return (await new Upgrader(
            context, Revisions.Set, new UpgradeOptions(), SilentProgress.Instance).ScriptAsync(options, CancellationToken.None)).Text;
    }

    private static void Create(MigrationBuilder op) => op.CreateTable(
        Table,
        table => new
        {
            id = table.Column<int>(nullable: false),
            Name = table.Column<string>(maxLength: 20, nullable: true),
            price = table.Column<decimal>(nullable: true),
            at = table.Column<DateTime>(nullable: true),
            code = table.Column<Guid>(nullable: true),
            data = table.Column<byte[]>(nullable: true),
            size = table.Column<Size>(nullable: true),
            label = table.Column<string>(nullable: true),
            flag = table.Column<bool>(nullable: true),
            tags = table.Column<string[]>(nullable: true),
        },
        constraints: table => table.PrimaryKey("PK", row => row.id));

    private static object?[,] Rows() => new object?[,]
    {
        { 1, "x", 1.5m, Utc, Guid.Empty, new byte[] { 1, 255 }, Size.Large, Size.Small, true, null },
        { 2L, null, 3m, null, null, null, 7, Size.Large, false, null },
    };

    private static object?[,] Moved() => new object?[,]
    {
        {
            1, "x", 1.5m, DateTime.SpecifyKind(Utc, DateTimeKind.Unspecified), Guid.Empty, new byte[] { 1, 255 }, Size.Large, Size.Small,
            true, new[] { "a", "b'" }
        },
        { 2L, null, 3, null, null, null, 7, Size.Large, false, null },
    };

    private static object?[,] Sqlite()
        => new object?[,] { { 1, 1.5m, Utc, Guid.Empty, new byte[] { 1, 255 }, Size.Large, Size.Small, true } };

    private static DateTime Utc => new(2024, 2, 29, 12, 30, 0, DateTimeKind.Utc);

    private static async Task<long> NumberAsync(TestDatabase database, string sql)
        => Convert.ToInt64(await database.ScalarAsync(sql), CultureInfo.InvariantCulture);
}
