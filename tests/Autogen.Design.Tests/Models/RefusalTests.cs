using Autogen.Scenarios.Databases;
using Autogen.Scenarios.Running;
using Autogen.Schema;
using Microsoft.EntityFrameworkCore;

namespace Autogen.Design.Tests.Models;

/// <summary>
/// What the database would refuse is said by entity and property before a revision is written. That nothing else is, every scenario proves.
/// </summary>
public class RefusalTests
{
    private const string Postgres = "postgresql";
    private const string Sqlite = "sqlite";

    // 66 bytes: 22 letters of three.
    private const string Long = "あいうえおかきくけこさしすせそたちつてとなに";

    [Theory]
    [InlineData(
        Postgres,
        "no_such_type",
        null,
        null,
        null,
        "property 'Order.Total' (column 'ord \"ers.Total'): type \"no_such_type\" does not exist")]
    [InlineData(
        Postgres, "varchar(20", null, null, null, "property 'Order.Total' (column 'ord \"ers.Total'): syntax error at end of input")]
    [InlineData(Postgres, "integer", "now(", null, null, "property 'Order.Total' (column 'ord \"ers.Total'): syntax error at end of input")]
    [InlineData(
        Postgres,
        "integer",
        "'abc'",
        null,
        null,
        "property 'Order.Total' (column 'ord \"ers.Total'): invalid input syntax for type integer: \"abc\"")]
    [InlineData(
        Postgres,
        "integer",
        "now()",
        null,
        null,
        "property 'Order.Total' (column 'ord \"ers.Total'): column \"Total\" is of type integer but default expression is of type "
            + "timestamp with time zone")]
    [InlineData(
        Postgres,
        "integer",
        null,
        "\"Nowhere\" > 0",
        null,
        "entity 'Order' (check constraint 'CK' on 'ord \"ers'): column \"Nowhere\" does not exist")]
    [InlineData(
        Postgres,
        "integer",
        null,
        "\"Total\" > (SELECT 1)",
        null,
        "entity 'Order' (check constraint 'CK' on 'ord \"ers'): cannot use subquery in check constraint")]
    [InlineData(
        Postgres, "integer", null, null, "nowhere = 1", "entity 'Order' (index 'IX' on 'ord \"ers'): column \"nowhere\" does not exist")]
    [InlineData(Sqlite, "varchar(20", null, null, null, "property 'Order.Total' (column 'ord \"ers.Total'): incomplete input")]
    [InlineData(Sqlite, "INTEGER", "now(", null, null, "property 'Order.Total' (column 'ord \"ers.Total'): incomplete input")]
    [InlineData(
        Sqlite,
        "INTEGER",
        "Id + 1",
        null,
        null,
        "property 'Order.Total' (column 'ord \"ers.Total'): default value of column [Total] is not constant")]
    [InlineData(
        Sqlite, "INTEGER", null, "Nowhere > 0", null, "entity 'Order' (check constraint 'CK' on 'ord \"ers'): no such column: Nowhere")]
    [InlineData(
        Sqlite,
        "INTEGER",
        null,
        "\"Nowhere\" > \"total\"",
        null,
        "entity 'Order' (check constraint 'CK' on 'ord \"ers'): no such column: Nowhere; "
            + "SQLite would read the name in double quotes as a string (write strings in single quotes)")]
    [InlineData(Sqlite, "INTEGER", null, null, "nowhere = 1", "entity 'Order' (index 'IX' on 'ord \"ers'): no such column: nowhere")]
    public async Task Refusals_of_the_database_are_reported_beforehand(
        string database, string type, string? initial, string? check, string? filter, string expected)
    {
        await using var walk = await DatabaseAsync(database);
        void Good(ModelBuilder model) => Map(model, "integer", initial: null, check: null, filter: null);
        void Bad(ModelBuilder model) => Map(model, type, initial, check, filter);

        // As a new table, and as a change of one that exists.
        await RequireRefusalAsync(walk, Bad, expected);
        await walk.Walk.AddAsync(Good, "first", CancellationToken.None);
        await walk.Walk.UpgradeAsync(Good, CancellationToken.None);
        await RequireRefusalAsync(walk, Bad, expected);
        await walk.Walk.RequireNothingLeftAsync(Good, "the refusal", CancellationToken.None);
    }

    [Fact]
    public async Task All_refusals_are_reported_at_once()
    {
        await using var walk = await DatabaseAsync(Postgres);
        var refused = await Assert.ThrowsAsync<AutogenException>(() => walk.Walk.AddAsync(
            model => Map(model, "no_such_type", "1", "nowhere = 1 AND", "also nowhere"), "first", CancellationToken.None));
        Assert.Equal(
            """
            PostgreSQL refuses what the model wants; nothing was written. Correct the model:
              property 'Order.Total' (column 'ord "ers.Total'): type "no_such_type" does not exist
              entity 'Order' (check constraint 'CK' on 'ord "ers'): syntax error at or near ")"
              entity 'Order' (index 'IX' on 'ord "ers'): syntax error at or near "nowhere"
            """,
            refused.Message);
    }

    [Theory]
    [InlineData("shop.not_yet(\"Total\")")]
    [InlineData("\"Total\"::mood = 'new'")]
    public async Task What_the_same_revision_may_make_first_is_not_refused(string check)
    {
        await using var walk = await DatabaseAsync(Postgres);
        await walk.Walk.AddAsync(model => Map(model, "text", initial: null, check, filter: null), "first", CancellationToken.None);
    }

    [Theory]
    [InlineData(
        Sqlite,
        "orders",
        "Orders",
        "Entity 'B' is mapped to table 'Orders' and entity 'A' to table 'orders', which SQLite takes for one. "
            + "Give one of them another name with ToTable.")]
    [InlineData(Postgres, "orders", "Orders", null)]
    [InlineData(Postgres, Long + "1", Long + "2", "Entity 'A' is mapped to table '" + Long + "1' and entity 'B' to table '" + Long
        + "2', which PostgreSQL takes for one. Give one of them another name with ToTable.")]
    [InlineData(Sqlite, Long + "1", Long + "2", null)]
    public async Task Two_tables_that_the_database_takes_for_one_are_refused(string database, string one, string other, string? expected)
    {
        void Model(ModelBuilder model)
        {
            model.SharedTypeEntity<Dictionary<string, object>>("A", entity => entity.ToTable(one).Property<int>("Id"));
            model.SharedTypeEntity<Dictionary<string, object>>("B", entity => entity.ToTable(other).Property<int>("Id"));
        }

        Assert.Equal(expected, await RefusalAsync(database, Model));
    }

    [Fact]
    public async Task A_label_that_a_type_has_twice_is_refused()
        => Assert.Equal(
            "The model's enumerated type 'mood' has the label 'ok' twice. Take one of them out of HasPostgresEnum, or give the member of "
                + "the CLR type another name with PgName.",
            await RefusalAsync(Postgres, model => model.HasPostgresEnum("mood", ["ok", "bad", "ok"])));

    [Theory]
    [InlineData(
        Sqlite,
        "total",
        "Total",
        "Table 'A' of entity 'A' has the columns 'Total' and 'total', which SQLite takes for one. "
            + "Give one of them another name with HasColumnName.")]
    [InlineData(Postgres, "total", "Total", null)]
    [InlineData(Postgres, Long + "1", Long + "2", "Table 'A' of entity 'A' has the columns '" + Long + "1' and '" + Long
        + "2', which PostgreSQL takes for one. Give one of them another name with HasColumnName.")]
    public async Task Two_columns_that_the_database_takes_for_one_are_refused(string database, string one, string other, string? expected)
    {
        void Model(ModelBuilder model) => model.SharedTypeEntity<Dictionary<string, object>>("A", entity =>
        {
            entity.ToTable("A").Property<int>("Id");
            entity.Property<int>("one").HasColumnName(one);
            entity.Property<int>("other").HasColumnName(other);
        });

        Assert.Equal(expected, await RefusalAsync(database, Model));
    }

    [Theory]
    [InlineData(Postgres, Long + "1", Long + "2", "The model has index '" + Long + "1' of entity 'A' and index '" + Long
        + "2' of entity 'A', which PostgreSQL takes for one. Give one of them another name with HasDatabaseName.")]
    [InlineData(Postgres, "IX", "ix", null)]
    [InlineData(
        Postgres,
        "a",
        "A",
        "The model has index 'A' of entity 'A' and table 'A' of entity 'A', which PostgreSQL takes for one. "
            + "Give one of them another name with HasDatabaseName or ToTable.")]
    [InlineData(
        Postgres,
        "a",
        "PK_A",
        "The model has index 'PK_A' of entity 'A' and key 'PK_A' of entity 'A', which PostgreSQL takes for one. "
            + "Give one of them another name with HasDatabaseName or HasName.")]
    [InlineData(
        Postgres,
        "a",
        "numbers",
        "The model has index 'numbers' of entity 'A' and sequence 'numbers', which PostgreSQL takes for one. "
            + "Give one of them another name with HasDatabaseName or HasSequence.")]
    [InlineData(
        Sqlite,
        "IX",
        "ix",
        "The model has index 'IX' of entity 'A' and index 'ix' of entity 'A', which SQLite takes for one. "
            + "Give one of them another name with HasDatabaseName.")]
    [InlineData(Sqlite, Long + "1", Long + "2", null)]
    [InlineData(Sqlite, "b", "PK_A", null)]
    public async Task Two_indexes_or_an_index_and_something_else_that_the_database_takes_for_one_are_refused(
        string database, string one, string other, string? expected)
    {
        void Model(ModelBuilder model)
        {
            if (database == Postgres)
                model.HasSequence("numbers");
            model.SharedTypeEntity<Dictionary<string, object>>("A", entity =>
            {
                entity.ToTable("A").Property<int>("Id");
                entity.Property<int>("n");
                entity.HasIndex(["n"], "first").HasDatabaseName(one);
                entity.HasIndex(["n"], "second").HasDatabaseName(other);
            });
        }

        Assert.Equal(expected, await RefusalAsync(database, Model));
    }

    [Theory]
    [InlineData(
        Postgres,
        "ö",
        "ö",
        "The model has index 'ö' of entity 'A' and index 'ö' of entity 'B', which PostgreSQL takes for one. "
            + "Give one of them another name with HasDatabaseName.")]
    [InlineData(Postgres, "ö", "Ö", null)]
    [InlineData(
        Sqlite,
        "x",
        "X",
        "The model has index 'X' of entity 'B' and index 'x' of entity 'A', which SQLite takes for one. "
            + "Give one of them another name with HasDatabaseName.")]
    public async Task Two_indexes_of_two_tables_that_the_database_takes_for_one_are_refused(
        string database, string one, string other, string? expected)
    {
        void Model(ModelBuilder model)
        {
            model.SharedTypeEntity<Dictionary<string, object>>(
                "A", entity => entity.HasIndex(entity.Property<int>("Id").Metadata.Name).HasDatabaseName(one));
            model.SharedTypeEntity<Dictionary<string, object>>(
                "B", entity => entity.HasIndex(entity.Property<int>("Id").Metadata.Name).HasDatabaseName(other));
        }

        Assert.Equal(expected, await RefusalAsync(database, Model));
    }

    [Theory]
    [InlineData(Postgres, Long + "1", Long + "2", "The model has check constraint '" + Long + "2' of entity 'A' and foreign key '" + Long
        + "1' of entity 'A', which PostgreSQL takes for one. Give one of them another name with HasCheckConstraint or HasConstraintName.")]
    [InlineData(Sqlite, Long + "1", Long + "1", null)]
    public async Task Two_constraints_of_a_table_that_the_database_takes_for_one_are_refused(
        string database, string foreignKey, string check, string? expected)
    {
        void Model(ModelBuilder model) => model.SharedTypeEntity<Dictionary<string, object>>("A", entity =>
        {
            entity.ToTable("A", table => table.HasCheckConstraint(check, "\"up\" > 0")).Property<int>("Id");
            entity.Property<int?>("up");
            entity.HasOne("A", null).WithMany().HasForeignKey("up").HasConstraintName(foreignKey);
        });

        Assert.Equal(expected, await RefusalAsync(database, Model));
    }

    [Theory]
    [InlineData(Sqlite)]
    [InlineData(Postgres)]
    public async Task Names_of_more_than_63_bytes_make_no_difference_for_ever(string database)
    {
        await using var walk = await DatabaseAsync(database);
        void Model(ModelBuilder model) => model.SharedTypeEntity<Dictionary<string, object>>("A", entity =>
        {
            entity.Property<int>("Id");
            entity.Property<int>("total").HasColumnName("column " + Long);
            entity.ToTable("table " + Long, table => table.HasCheckConstraint("check " + Long, $"\"column {Long}\" > 0"));
            entity.HasIndex("total").HasDatabaseName("index " + Long);
        });
        await walk.Walk.AddAsync(Model, "first", CancellationToken.None);
        await walk.Walk.UpgradeAsync(Model, CancellationToken.None);
        await walk.Walk.RequireNothingLeftAsync(Model, "the upgrade", CancellationToken.None);

        // Known again as what a revision made: the file has the names as the database has them.
        void Without(ModelBuilder model) => model.SharedTypeEntity<Dictionary<string, object>>("B", entity => entity.Property<int>("Id"));
        var lines = RevisionWalk.Lines(await walk.Walk.AddAsync(Without, "second", CancellationToken.None)).ToList();
        Assert.Contains(lines, line => line.StartsWith("removed table 'table ", StringComparison.Ordinal));
        await walk.Walk.UpgradeAsync(Without, CancellationToken.None);
        await walk.Walk.DowngradeAsync(Model, CancellationToken.None);
    }

    private static async Task<string?> RefusalAsync(string database, Action<ModelBuilder> model)
    {
        await using var walk = await DatabaseAsync(database);
        var thrown = await Record.ExceptionAsync(() => walk.Walk.AddAsync(model, "first", CancellationToken.None));
        return thrown is null or AutogenException ? thrown?.Message : throw thrown;
    }

    private static async Task RequireRefusalAsync(WalkOfOneDatabase walk, Action<ModelBuilder> model, string expected)
    {
        var refused = await Assert.ThrowsAsync<AutogenException>(() => walk.Walk.AddAsync(model, "refused", CancellationToken.None));
        Assert.Equal(ErrorCode.ModelInvalid, refused.Code);
        Assert.Equal(expected, string.Join('\n', refused.Message.Split('\n').Skip(1)).Trim());
    }

    private static void Map(ModelBuilder model, string type, string? initial, string? check, string? filter)
        => model.SharedTypeEntity<Dictionary<string, object>>("Order", entity =>
        {
            entity.Property<int>("Id");
            var total = entity.IndexerProperty(
                type.Equals("integer", StringComparison.OrdinalIgnoreCase) ? typeof(int) : typeof(string), "Total")
                .HasColumnType(type);
            if (initial is not null)
                total.HasDefaultValueSql(initial);
            entity.ToTable("ord \"ers", table =>
            {
                if (check is not null)
                    table.HasCheckConstraint("CK", check);
            });
            if (filter is not null)
                entity.HasIndex("Id").HasDatabaseName("IX").HasFilter(filter);
        });

    private static async Task<WalkOfOneDatabase> DatabaseAsync(string database)
    {
        if (database == Sqlite)
        {
            var sqlite = SqliteDatabase.Create();
            return new(sqlite, new RevisionWalk(new DbContextOptionsBuilder().UseSqlite(sqlite.ConnectionString).Options));
        }

        var postgres = await PostgreSqlDatabase.CreateAsync();
        return new(postgres, new RevisionWalk(new DbContextOptionsBuilder().UseNpgsql(postgres.ConnectionString).Options));
    }

    private sealed record WalkOfOneDatabase(IAsyncDisposable Database, RevisionWalk Walk) : IAsyncDisposable
    {
        public ValueTask DisposeAsync() => Database.DisposeAsync();
    }
}
