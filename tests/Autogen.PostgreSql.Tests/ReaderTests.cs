using Autogen.Scenarios.Databases;
using Autogen.Schema.Objects;
using Autogen.Schema.PostgreSql;
using Npgsql;

namespace Autogen.PostgreSql.Tests;

public class ReaderTests
{
    private const string Everything =
        """"
        CREATE SCHEMA "Other ""Schema""";
        CREATE TYPE "Mo od" AS ENUM ('b', 'a');
        CREATE SEQUENCE seq AS integer START 5 INCREMENT 2 MAXVALUE 99 CYCLE CACHE 3;
        CREATE TABLE parent (id int GENERATED ALWAYS AS IDENTITY (START 10) PRIMARY KEY, code varchar(10) COLLATE "C" NOT NULL, UNIQUE (code) DEFERRABLE INITIALLY DEFERRED);
        CREATE TABLE "Other ""Schema"""."Kind" (
            id serial PRIMARY KEY, parent_id int REFERENCES parent (id) ON DELETE SET NULL ON UPDATE CASCADE DEFERRABLE,
            mood "Mo od" DEFAULT 'b', n numeric(10,2) DEFAULT 1.50 CHECK (n > 0), twice numeric GENERATED ALWAYS AS (n * 2) STORED, tags text[]);
        CREATE INDEX "I x" ON "Other ""Schema"""."Kind" (n DESC NULLS LAST, lower(tags[1]) text_pattern_ops) INCLUDE (id) WHERE n > 5;
        CREATE INDEX iz ON "Other ""Schema"""."Kind" USING gin (tags);
        COMMENT ON TABLE parent IS 'it''s'; COMMENT ON COLUMN parent.code IS 'c';
        CREATE TABLE parted (id int, at date) PARTITION BY RANGE (at);
        CREATE TABLE parted_1 PARTITION OF parted FOR VALUES FROM ('2020-01-01') TO ('2021-01-01');
        CREATE UNLOGGED TABLE fast (id int) WITH (fillfactor = 70);
        CREATE VIEW v AS SELECT 1 AS one;
        CREATE TEMP TABLE temporary (id int);
        """";

    // With the first major version that understands them.
    private static readonly (int Since, string Statement)[] newer =
    [
        (
            15,
            "CREATE UNIQUE INDEX ix ON t (m) NULLS NOT DISTINCT; CREATE INDEX iy ON t (m); "
                + "ALTER TABLE t ADD CONSTRAINT uq UNIQUE NULLS NOT DISTINCT (n)"),
        (
            18,
            "ALTER TABLE t ADD CONSTRAINT told CHECK (n > 0) NOT ENFORCED, ADD CONSTRAINT fk FOREIGN KEY (n) "
                + "REFERENCES t (id) NOT ENFORCED, ADD COLUMN v int GENERATED ALWAYS AS (n * 2) VIRTUAL"),
        (18, "INSERT INTO t (id, n) VALUES (1, 1); ALTER TABLE t ADD CONSTRAINT wanted NOT NULL m NOT VALID"),
        (18, "CREATE EXTENSION btree_gist; CREATE TABLE booked (room int, during daterange, PRIMARY KEY (room, during WITHOUT OVERLAPS))"),
    ];

    [Fact]
    public async Task Everything_that_the_vocabulary_knows_is_read()
    {
        await using var database = await PostgreSqlDatabase.CreateAsync();
        await database.ExecuteAsync(Everything);
        var schema = await ReadAsync(database.ConnectionString);

        Assert.Equal(["Other \"Schema\""], schema.Schemas);
        Assert.Equal(["b", "a"], Assert.Single(schema.EnumTypes).Labels);
        Assert.Equal(
            new Sequence(
                new ObjectName("seq"),
                "integer",
                new SequenceOptions { Start = 5, Increment = 2, Maximum = 99, IsCyclic = true, Cache = 3 }),
            Assert.Single(schema.Sequences));
        Assert.Equal(["fast", "parent", "parted", "Other \"Schema\".Kind"], schema.Tables.Select(table => table.Name.ToString()));
        Assert.Equal("v", Assert.Single(schema.Views).Name.Name);

        var parent = schema.FindTable(new ObjectName("parent"))!;
        Assert.Equal("it's", parent.Comment);
        Assert.Equal(new Identity(IdentityKind.Always, new SequenceOptions { Start = 10 }), parent.Columns[0].Identity);
        Assert.Equal(
            ("character varying(10)", "C", "c"),
            (parent.Columns[1].Type.Text, parent.Columns[1].Collation?.ToString(), parent.Columns[1].Comment));
        Assert.Equal(Deferrability.InitiallyDeferred, Assert.Single(parent.UniqueConstraints).Deferrability);
        Assert.Equal("RANGE (at)", schema.FindTable(new ObjectName("parted"))!.PartitionKey.Value);
        Assert.Equal([new StorageParameter("fillfactor", "70")], schema.FindTable(new ObjectName("fast"))!.StorageParameters);

        var kind = schema.FindTable(new ObjectName("Other \"Schema\"", "Kind"))!;
        Assert.Equal(new Identity(IdentityKind.Serial), kind.Columns[0].Identity);
        Assert.Null(kind.Columns[0].Default);
        Assert.Equal("'b'::\"Mo od\"", kind.FindColumn("mood")!.Default!.Text);
        Assert.True(kind.FindColumn("twice")!.Generated!.IsStored);
        var foreignKey = Assert.Single(kind.ForeignKeys);
        Assert.Equal(
            (ForeignKeyAction.SetNull, ForeignKeyAction.Cascade, Deferrability.InitiallyImmediate),
            (foreignKey.OnDelete, foreignKey.OnUpdate, foreignKey.Deferrability));
        Assert.Equal("(n > (0)::numeric)", Assert.Single(kind.CheckConstraints).Expression.Text);

        var index = kind.Indexes.Single(candidate => candidate.Name == "I x");
        Assert.Equal(["id"], index.IncludedColumns);
        Assert.Equal("(n > (5)::numeric)", index.Filter!.Text);
        Assert.Equal(new IndexPart { Column = "n", IsDescending = true, NullsOrder = NullsOrder.Last }, index.Parts[0]);
        Assert.Equal("text_pattern_ops", index.Parts[1].OperatorClass);
        Assert.NotNull(index.Parts[1].Expression);
        Assert.Equal("gin", kind.Indexes.Single(candidate => candidate.Name == "iz").Method);
    }

    [Fact]
    public async Task What_newer_servers_have_is_read()
    {
        await using var database = await PostgreSqlDatabase.CreateAsync();
        await database.ExecuteAsync(
            "CREATE TABLE t (id int PRIMARY KEY, n int NOT NULL, m int); ALTER TABLE t ADD CHECK (m > 0) NOT VALID");
        foreach (var (since, statement) in newer)
        {
            if (since <= PostgreSqlServer.Version)
                await database.ExecuteAsync(statement);
        }

        var schema = await ReadAsync(database.ConnectionString);
        Assert.Equal(PostgreSqlServer.Version, schema.ServerVersion.Value);
        var table = schema.FindTable(new ObjectName("t"))!;
        Assert.Equal(
            PostgreSqlServer.Version >= 15 ? [true, false] : [], table.Indexes.Select(index => index.NullsDistinct).Order().Reverse());
        Assert.Equal(
            PostgreSqlServer.Version >= 15 ? ["uq"] : [],
            table.UniqueConstraints.Where(unique => !unique.NullsDistinct).Select(unique => unique.Name));
        var checks = table.CheckConstraints.Select(check => (check.Name, check.IsValidated, check.IsEnforced)).ToList();
        Assert.Contains(("t_m_check", false, true), checks);
        if (PostgreSqlServer.Version < 18)
            return;

        // NOT NULL is a constraint of its own, with a name, and may not be validated: the column says it all.
        Assert.Equal(["t_m_check", "told"], checks.Select(check => check.Name));
        Assert.Contains(("told", true, false), checks);
        Assert.False(Assert.Single(table.ForeignKeys).IsEnforced);
        Assert.False(table.FindColumn("m")!.IsNullable);
        Assert.Equal(new GeneratedColumn(new SqlExpression("(n * 2)"), IsStored: false), table.FindColumn("v")!.Generated);
        Assert.Equal(["room", "during"], schema.FindTable(new ObjectName("booked"))!.PrimaryKey!.Columns);
    }

    [Fact]
    public async Task Collations_are_read_as_CREATE_COLLATION_says_them()
    {
        await using var database = await PostgreSqlDatabase.CreateAsync();
        var statements = new List<string>
        {
            "CREATE COLLATION plain (LOCALE = 'C', PROVIDER = libc)",
            "CREATE COLLATION icu (LOCALE = 'de-u-co-phonebk', PROVIDER = icu, DETERMINISTIC = false)"
        };
        if (PostgreSqlServer.Version >= 16)
            statements.Add("CREATE COLLATION ruled (LOCALE = 'und', PROVIDER = icu, RULES = '&a < b')");
        if (PostgreSqlServer.Version >= 17)
            statements.Add("CREATE COLLATION builtin (LOCALE = 'C.UTF-8', PROVIDER = builtin)");
        await database.ExecuteAsync(string.Join(";", statements));
        var current = (await ReadAsync(database.ConnectionString)).Collations;
        Assert.Equal(
            statements.Order(StringComparer.Ordinal),
            current.Select(collation => $"CREATE COLLATION {collation.Name} ({collation.Definition.Value})").Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task A_role_without_any_privilege_sees_the_same_schema()
    {
        await using var database = await PostgreSqlDatabase.CreateAsync();
        await database.ExecuteAsync(Everything);
        var role = "guest_" + Guid.NewGuid().ToString("N");
        await database.ExecuteAsync($"CREATE ROLE {role} LOGIN PASSWORD 'pw'");
        try
        {
            var guest = new NpgsqlConnectionStringBuilder(database.ConnectionString) { Username = role, Password = "pw" }.ConnectionString;
            Assert.Equal(await ReadAsync(database.ConnectionString), await ReadAsync(guest));
        }
        finally
        {
            await database.ExecuteAsync($"DROP ROLE {role}");
        }
    }

    [Fact]
    public async Task A_thousand_tables_take_as_many_statements_as_ten()
    {
        var (ten, few) = await CountAsync(10);
        var (thousand, many) = await CountAsync(1000);
        Assert.Equal((10, 1000), (few, many));
        Assert.Equal(ten, thousand);
        Assert.True(ten > 0);
    }

    [Fact]
    public async Task An_extensions_objects_are_its_own()
    {
        await using var database = await PostgreSqlDatabase.CreateAsync();
        await database.ExecuteAsync("CREATE EXTENSION pg_stat_statements");
        var schema = await ReadAsync(database.ConnectionString);
        Assert.Equal("pg_stat_statements", Assert.Single(schema.Extensions).Name);
        Assert.Empty(schema.Views);
    }

    [Fact]
    public async Task What_people_made_on_a_column_is_read_with_it()
    {
        await using var database = await PostgreSqlDatabase.CreateAsync();
        await database.ExecuteAsync(
            """
            CREATE SCHEMA s;
            CREATE TABLE t (id int PRIMARY KEY REFERENCES t (id), a int UNIQUE CHECK (a > 0), b int, c int GENERATED ALWAYS AS (b + 1) STORED);
            CREATE VIEW s.v AS SELECT a FROM t WHERE id > 0;
            CREATE MATERIALIZED VIEW "m'v" AS SELECT a, count(*) FROM t GROUP BY a;
            CREATE POLICY p ON t USING (b > 0);
            CREATE RULE r AS ON DELETE TO t WHERE old.b = 1 DO INSTEAD NOTHING;
            CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END';
            CREATE TRIGGER tr BEFORE UPDATE OF b ON t FOR EACH ROW EXECUTE FUNCTION f();
            """);
        var columns = (await ReadAsync(database.ConnectionString)).FindTable(new ObjectName("t"))!.Columns;
        Assert.Equal(["view 's.v'"], columns[0].Dependents.Value);
        Assert.Equal(["materialised view 'm'v'", "view 's.v'"], columns[1].Dependents.Value);
        Assert.Equal(["policy 'p' on 't'", "rule 'r' on 't'", "trigger 'tr' on 't'"], columns[2].Dependents.Value);
        Assert.Empty(columns[3].Dependents.Value);
    }

    // What Npgsql's own tracing sees go to the server.
    private static async Task<(long Statements, int Tables)> CountAsync(int tables)
    {
        await using var database = await PostgreSqlDatabase.CreateAsync();
        await database.ExecuteAsync(
            string.Concat(Enumerable.Range(0, tables).Select(number => $"CREATE TABLE t{number} (id int PRIMARY KEY, name text);")));
        await using var connection = await database.OpenAsync();
        var batches = 0L;
        // A listener hears every connection of the process, those of the tests beside this one too: only this trace counts.
        using var trace = new System.Diagnostics.Activity(nameof(CountAsync)).Start();
        using var listener = new System.Diagnostics.ActivityListener
        {
            ShouldListenTo = source => source.Name == "Npgsql",
            Sample = (ref System.Diagnostics.ActivityCreationOptions<System.Diagnostics.ActivityContext> _) =>
                System.Diagnostics.ActivitySamplingResult.AllData,
            ActivityStopped = activity => batches += activity.TraceId == trace.TraceId ? 1 : 0,
        };
        System.Diagnostics.ActivitySource.AddActivityListener(listener);
        var schema = await PostgreSqlReader.ReadAsync(connection, CancellationToken.None);
        return (batches, schema.Tables.Count);
    }

    private static async Task<DatabaseSchema> ReadAsync(string connectionString)
    {
        await using var connection = new NpgsqlConnection(connectionString);
        await connection.OpenAsync();
        return await PostgreSqlReader.ReadAsync(connection, CancellationToken.None);
    }
}
