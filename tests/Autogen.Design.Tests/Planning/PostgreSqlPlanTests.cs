using Autogen.Schema.Objects;
using static Autogen.Design.Tests.Planning.Make;

namespace Autogen.Design.Tests.Planning;

/// <summary>
/// Plans that EF Core's own order, or its provider's SQL, would break: run on the server, on tables with rows, there and back.
/// </summary>
public class PostgreSqlPlanTests
{
    [Fact]
    public async Task A_cycle_of_tables_is_created_and_dropped()
    {
        var target = Database(
            Keyed("a", Column("b_id", "integer", true)) with { ForeignKeys = [ForeignKey("fk_a_b", "b_id", "b")] },
            Keyed("b", Column("c_id", "integer", true)) with { ForeignKeys = [ForeignKey("fk_b_c", "c_id", "c")] },
            Keyed("c", Column("a_id", "integer", true), Column("c_id", "integer", true)) with
            {
                ForeignKeys = [ForeignKey("fk_c_a", "a_id", "a"), ForeignKey("fk_c_c", "c_id", "c")]
            });
        await using var run = await PostgreSqlRun.StartAsync(DatabaseSchema.Empty);
        await run.GoAndReturnAsync(DatabaseSchema.Empty, target);
        Assert.Equal("4", await run.QueryAsync("SELECT count(*) FROM pg_constraint WHERE contype = 'f'"));
    }

    // Told that the server is PostgreSQL 12, which has no DROP EXPRESSION; what the plan does instead runs on every version.
    [Fact]
    public async Task A_computed_column_keeps_its_values_where_no_expression_can_be_dropped()
    {
        const string Odd = "Größe \"n'ow\"";
        var quoted = $"\"{Odd.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
        Table With(Column column) => Keyed("T t", Column("a"), column) with
        {
            Indexes = [Index("ix", Odd), Index("ix part", "a") with { Filter = new($"{quoted} <> 'q'") }],
            CheckConstraints = [new("ck", new($"{quoted} <> ''"))],
            UniqueConstraints = [new("uq", [Odd, "a"])],
        };
        var current = Database(
            With(Computed(Odd, "text", "a || '!'") with { IsNullable = false, Comment = "it's", Collation = new("C") })) with
        {
            ServerVersion = new(12)
        };
        var target = Database(With(Column(Odd) with { Comment = "it's", Collation = new("C") }));
        await using var run = await PostgreSqlRun.StartAsync(current, "INSERT INTO \"T t\" (id, a) VALUES (1, 'x')");
        var plan = Operations.OnPostgreSql(TinyDiff.Of(current, target));
        Assert.DoesNotContain("DROP EXPRESSION", plan.Text(), StringComparison.Ordinal);
        await run.ApplyAsync(plan);
        Assert.Equal("x! 2 2", await run.QueryAsync($"""
            SELECT concat_ws(' ', {quoted}, (SELECT count(*) FROM pg_indexes WHERE indexname LIKE 'ix%'),
                (SELECT count(*) FROM pg_constraint WHERE conname IN ('ck', 'uq'))) FROM "T t"
            """));
        Assert.Equal("True it's C", await run.QueryAsync($"""
            SELECT concat_ws(' ', CASE WHEN attnotnull THEN 'True' END, col_description(attrelid, attnum), collname)
            FROM pg_attribute JOIN pg_collation ON attcollation = pg_collation.oid WHERE attrelid = '"T t"'::regclass AND attname LIKE 'Gr%' AND attgenerated = ''
            """));
        await run.ApplyAsync(TinyDiff.Back(current, target));
        Assert.Equal("s", await run.QueryAsync("""SELECT max(attgenerated)::text FROM pg_attribute WHERE attrelid = '"T t"'::regclass"""));
    }

    [Fact]
    public async Task Text_becomes_a_number_with_its_default_its_check_and_its_index()
    {
        var current = Database(Keyed("t", Column("n", "text", value: "'1'")) with
        {
            CheckConstraints = [new("ck", new("n <> 'x'"))],
            Indexes = [Index("ix", "n")]
        });
        var target = Database(Keyed("t", Column("n", "integer", value: "1")) with
        {
            CheckConstraints = [new("ck", new("n <> 9"))],
            Indexes = [Index("ix", "n")]
        });
        await using var run = await PostgreSqlRun.StartAsync(current, "INSERT INTO t VALUES (1, '42')");
        await run.GoAndReturnAsync(current, target);
        Assert.Equal("43", await run.QueryAsync("SELECT n + 1 FROM t"));
        Assert.Equal("1", await run.QueryAsync("SELECT pg_get_expr(adbin, adrelid) FROM pg_attrdef"));
    }

    [Fact]
    public async Task Both_sides_of_a_foreign_key_change_their_type()
    {
        var current = Database(
            Table("p", Column("id")) with { PrimaryKey = new("pk_p", ["id"]) },
            Keyed("c", Column("p_id")) with { ForeignKeys = [ForeignKey("fk", "p_id", "p")] });
        var target = Database(
            Table("p", Column("id", "integer")) with { PrimaryKey = new("pk_p", ["id"]) },
            Keyed("c", Column("p_id", "integer")) with { ForeignKeys = [ForeignKey("fk", "p_id", "p")] });
        await using var run = await PostgreSqlRun.StartAsync(current, "INSERT INTO p VALUES ('5'); INSERT INTO c VALUES (1, '5')");
        await run.GoAndReturnAsync(current, target);
        Assert.Equal("1", await run.QueryAsync("SELECT count(*) FROM pg_constraint WHERE conname = 'fk' AND convalidated"));
    }

    [Fact]
    public async Task A_column_becomes_required_and_no_default_is_left()
    {
        var current = Database(Keyed("t", Column("n", "text", nullable: true), Column("d", "text", nullable: true, value: "'d'")));
        var target = Database(Keyed("t", Column("n"), Column("d", "text", value: "'d'"), Column("added"), Column("flag", "boolean")));
        await using var run = await PostgreSqlRun.StartAsync(current, "INSERT INTO t VALUES (1, NULL, NULL)");
        await run.GoAndReturnAsync(current, target);
        Assert.Equal("[] [d] [] [f]", await run.QueryAsync("SELECT format('[%s] [%s] [%s] [%s]', n, d, added, flag) FROM t"));
        Assert.Equal("1", await run.QueryAsync("SELECT count(*) FROM pg_attrdef"));
    }

    [Theory]
    [InlineData(IdentityKind.Serial, IdentityKind.ByDefault)]
    [InlineData(IdentityKind.Serial, IdentityKind.Always)]
    [InlineData(IdentityKind.ByDefault, IdentityKind.Always)]
    [InlineData(null, IdentityKind.Serial)]
    [InlineData(null, IdentityKind.Always)]
    [InlineData(null, IdentityKind.ByDefault)]
    public async Task The_numbering_of_rows_changes_and_continues(IdentityKind? from, IdentityKind to)
    {
        static DatabaseSchema With(IdentityKind? kind) => Database(
            Table(
                "T x",
                Column("Id'1", "integer") with { Identity = kind is { } k ? new Identity(k) : null },
                Column("v", nullable: true)) with
            { PrimaryKey = new("pk", ["Id'1"]) });
        var (current, target) = (With(from), With(to));
        await using var run = await PostgreSqlRun.StartAsync(current);
        if (from is null)
            await run.Database.ExecuteAsync("""INSERT INTO "T x" VALUES (1), (2)""");
        else
            await run.Database.ExecuteAsync("""INSERT INTO "T x" (v) VALUES ('a'), ('b')""");
        await run.ApplyAsync(TinyDiff.Of(current, target));
        Assert.Equal("3", await run.QueryAsync("""INSERT INTO "T x" (v) VALUES ('c') RETURNING "Id'1" """));
        await run.ApplyAsync(TinyDiff.Back(current, target));
        if (from is not null)
            Assert.Equal("4", await run.QueryAsync("""INSERT INTO "T x" (v) VALUES ('d') RETURNING "Id'1" """));
        Assert.Equal(from is null ? "0" : "1", await run.QueryAsync("SELECT count(*) FROM pg_class WHERE relkind = 'S'"));
    }

    [Fact]
    public async Task A_serial_becomes_a_long_one_with_its_sequence()
    {
        var current = Database(Table("t", Identity("id", IdentityKind.Serial), Identity("j", IdentityKind.ByDefault)));
        var target = Database(Table("t", Identity("id", IdentityKind.Serial, "bigint"), Identity("j", IdentityKind.ByDefault, "bigint")));
        await using var run = await PostgreSqlRun.StartAsync(current, "INSERT INTO t DEFAULT VALUES");
        await run.GoAndReturnAsync(current, target);
        Assert.Equal(
            "2",
            await run.QueryAsync("SELECT count(*) FROM pg_sequence WHERE seqtypid = 'bigint'::regtype AND seqmax = 9223372036854775807"));
    }

    [Fact]
    public async Task Options_of_an_identity_change()
    {
        var current = Database(Table("t", Identity("id", IdentityKind.ByDefault)));
        var target = Database(Table("t", Column("id", "integer") with
        {
            Identity = new(IdentityKind.Always, new() { Start = 10, Increment = 5, Maximum = 1000, IsCyclic = true, Cache = 3 })
        }));
        await using var run = await PostgreSqlRun.StartAsync(current);
        await run.GoAndReturnAsync(current, target);
        Assert.Equal(
            "10 5 1000 t 3",
            await run.QueryAsync("SELECT concat_ws(' ', seqstart, seqincrement, seqmax, seqcycle, seqcache) FROM pg_sequence"));
    }

    [Fact]
    public async Task A_table_moves_to_a_schema_and_back_with_its_name()
    {
        var current = Database(Keyed("t") with { Indexes = [Index("ix", "id")] });
        var target = Database(Keyed("Sales.Orders") with { Indexes = [Index("ix", "id")], PrimaryKey = new("pk_t", ["id"]) }) with
        {
            Schemas = ["Sales"]
        };
        await using var run = await PostgreSqlRun.StartAsync(current, "INSERT INTO t VALUES (1)");
        await run.GoAndReturnAsync(current, target, "t=Sales.Orders");
        Assert.Equal("1", await run.QueryAsync("""SELECT id FROM "Sales"."Orders" """));
        await run.ApplyAsync(TinyDiff.Back(current, target, "t=Sales.Orders"));
        Assert.Equal("1", await run.QueryAsync("SELECT id FROM public.t"));
        Assert.Equal("0", await run.QueryAsync("SELECT count(*) FROM pg_namespace WHERE nspname = 'Sales'"));
    }

    [Fact]
    public async Task Names_are_exchanged()
    {
        var current = Database(Keyed("a", Column("x"), Column("y")), Keyed("b"));
        var target = Database(
            Keyed("b", Column("y"), Column("x")) with { PrimaryKey = new("pk_a", ["id"]) },
            Keyed("a") with { PrimaryKey = new("pk_b", ["id"]) });
        await using var run = await PostgreSqlRun.StartAsync(current, "INSERT INTO a VALUES (1, 'was x', 'was y')");
        await run.GoAndReturnAsync(current, target, "a=b", "b=a", "a.x=y", "a.y=x");
        Assert.Equal("was y", await run.QueryAsync("SELECT x FROM b"));
    }

    [Fact]
    public async Task A_computed_column_changes_and_keeps_its_dependents()
    {
        static DatabaseSchema With(string expression)
            => Database(Keyed("t", Column("a", "integer"), Computed("c", "integer", expression)) with
            {
                Indexes = [Index("ix_c", "c", "a"), Index("ix_f", "id") with { Filter = new("c > 0") }],
                UniqueConstraints = [new("uq_c", ["c", "id"])],
                CheckConstraints = [new("ck_c", new("c < 1000"))],
            });
        await using var run = await PostgreSqlRun.StartAsync(With("a * 2"), "INSERT INTO t (id, a) VALUES (1, 5)");
        await run.GoAndReturnAsync(With("a * 2"), With("a * 3"));
        Assert.Equal("15", await run.QueryAsync("SELECT c FROM t"));
        Assert.Equal("4", await run.QueryAsync("SELECT count(*) FROM pg_indexes WHERE tablename = 't'"));
        Assert.Equal("2", await run.QueryAsync("SELECT count(*) FROM pg_constraint WHERE conname IN ('uq_c', 'ck_c')"));
    }

    [Fact]
    public async Task The_type_beneath_a_computed_column_changes_and_an_expression_is_dropped()
    {
        var current = Database(Keyed("t", Column("a", "integer"), Computed("c", "bigint", "a + 1"), Computed("d", "integer", "id * 2")));
        var target = Database(Keyed("t", Column("a", "bigint"), Computed("c", "bigint", "a + 1"), Column("d", "integer", true)));
        await using var run = await PostgreSqlRun.StartAsync(current, "INSERT INTO t (id, a) VALUES (1, 5)");
        await run.ApplyAsync(TinyDiff.Of(current, target));
        Assert.Equal("6 2", await run.QueryAsync("SELECT c || ' ' || d FROM t"));
        await run.ApplyAsync(TinyDiff.Back(current, target));
        Assert.Equal("6 2", await run.QueryAsync("SELECT c || ' ' || d FROM t"));
    }

    [Fact]
    public async Task A_primary_key_that_is_referred_to_changes()
    {
        var current = Database(
            Keyed("p", Column("code", "integer")) with { UniqueConstraints = [new("uq_p", ["code"])] },
            Keyed("c", Column("p_id", "integer")) with { ForeignKeys = [ForeignKey("fk", "p_id", "p")] });
        var target = Database(
            Keyed("p", Column("code", "integer")) with { PrimaryKey = new("pk_p", ["code"]), UniqueConstraints = [new("uq_id", ["id"])] },
            Keyed("c", Column("p_id", "integer")) with { ForeignKeys = [ForeignKey("fk", "p_id", "p")] });
        await using var run = await PostgreSqlRun.StartAsync(current, "INSERT INTO p VALUES (1, 10); INSERT INTO c VALUES (1, 1)");
        await run.GoAndReturnAsync(current, target);
        Assert.Equal(
            "PRIMARY KEY (code)", await run.QueryAsync("SELECT pg_get_constraintdef(oid) FROM pg_constraint WHERE conname = 'pk_p'"));
        Assert.Equal("1", await run.QueryAsync("SELECT count(*) FROM pg_constraint WHERE conname = 'fk'"));
    }

    [Fact]
    public async Task A_table_is_dropped_and_its_child_stays()
    {
        var current = Database(Keyed("p"), Keyed("c", Column("p_id", "integer", true), Column("x", nullable: true)) with
        {
            ForeignKeys = [ForeignKey("fk", "p_id", "p")],
            Indexes = [Index("ix", "p_id")]
        });
        var target = Database(Keyed("c", Column("x", nullable: true)));
        await using var run = await PostgreSqlRun.StartAsync(current, "INSERT INTO p VALUES (1); INSERT INTO c VALUES (1, 1)");
        await run.GoAndReturnAsync(current, target);
        Assert.Equal("1", await run.QueryAsync("SELECT count(*) FROM c"));
    }

    [Fact]
    public async Task Rows_are_seeded_with_all_kinds_of_numbering_and_in_the_order_of_their_references()
    {
        var target = Database(
            Table("a_child", Identity("id", IdentityKind.Always), Column("p_id", "integer")) with
            {
                PrimaryKey = new("pk_c", ["id"]),
                ForeignKeys = [ForeignKey("fk", "p_id", "z_parent")],
                SeedRows = [Row(5, ("p_id", 1))],
            },
            Table("z_parent", Identity("id", IdentityKind.ByDefault), Column("boss", "integer", true), Column("name", nullable: true)) with
            {
                PrimaryKey = new("pk_p", ["id"]),
                ForeignKeys = [ForeignKey("fk_boss", "boss", "z_parent")],
                SeedRows = [Row(1, ("boss", 9), ("name", "it's")), Row(9, ("boss", null), ("name", null))],
            });
        await using var run = await PostgreSqlRun.StartAsync(DatabaseSchema.Empty);
        await run.GoAndReturnAsync(DatabaseSchema.Empty, target);
        Assert.Equal("10", await run.QueryAsync("INSERT INTO z_parent (name) VALUES ('next') RETURNING id"));
        Assert.Equal("6", await run.QueryAsync("INSERT INTO a_child (p_id) VALUES (10) RETURNING id"));

        var later = Database(
            target.Tables[0] with { SeedRows = [] },
            target.Tables[1] with { SeedRows = [Row(1, ("boss", null), ("name", "new")), Row(9, ("boss", null), ("name", "x"))] });
        await run.ApplyAsync(TinyDiff.Of(target, later));
        Assert.Equal(
            "1:new 9:x", await run.QueryAsync("SELECT string_agg(id || ':' || name, ' ' ORDER BY id) FROM z_parent WHERE id < 10"));
    }

    [Fact]
    public async Task Indexes_of_every_shape_are_made()
    {
        var current = Database(Keyed("T t", Column("A a"), Column("b"), Column("ms", "integer[]", true)));
        var target = Database(current.Tables[0] with
        {
            Indexes =
            [
                Index("ix_conc", "b") with { IsCreatedConcurrently = new(true) },
                new()
                {
                    Name = "ix_expr",
                    IsUnique = true,
                    Parts =
                    [
                        new() { Expression = new("lower(\"A a\")"), IsDescending = true, NullsOrder = NullsOrder.Last },
                        new() { Column = "b", Collation = new("C"), OperatorClass = "text_pattern_ops" }
                    ],
                    Filter = new("b <> ''"),
                    IncludedColumns = ["id"]
                },
                Index("ix_gin", "ms") with { Method = "gin", StorageParameters = [new("fastupdate", "off")] },
                new()
                {
                    Name = "ix_plain",
                    Parts =
                    [
                        new()
                        {
                            Column = "A a",
                            IsDescending = true,
                            NullsOrder = NullsOrder.Last,
                            Collation = new("C"),
                            OperatorClass = "text_pattern_ops"
                        },
                        new() { Column = "b" }
                    ],
                    IncludedColumns = ["id"],
                    StorageParameters = [new("fillfactor", "70")],
                    IsUnique = true,
                    NullsDistinct = false
                },
            ],
        });
        await using var run = await PostgreSqlRun.StartAsync(current);
        await run.GoAndReturnAsync(current, target);
        Assert.Equal("5", await run.QueryAsync("SELECT count(*) FROM pg_indexes WHERE tablename = 'T t'"));
        Assert.Equal(
            """CREATE UNIQUE INDEX ix_expr ON public."T t" USING btree """
                + """(lower("A a") DESC NULLS LAST, b COLLATE "C" text_pattern_ops) INCLUDE (id) WHERE (b <> ''::text)""",
            await run.QueryAsync("SELECT indexdef FROM pg_indexes WHERE indexname = 'ix_expr'"));
        Assert.Equal(
            """CREATE UNIQUE INDEX ix_plain ON public."T t" USING btree ("A a" COLLATE "C" text_pattern_ops DESC NULLS LAST, b) """
                + "INCLUDE (id) NULLS NOT DISTINCT WITH (fillfactor='70')",
            await run.QueryAsync("SELECT indexdef FROM pg_indexes WHERE indexname = 'ix_plain'"));
    }

    [Fact]
    public async Task What_EF_Core_has_no_operation_for_is_made_altered_and_dropped()
    {
        var current = Database(Keyed("p", Column("a", "integer", true)), Keyed("c", Column("p_id", "integer")));
        var target = Database(
            Keyed("p", Column("a", "integer", true)) with
            {
                UniqueConstraints = [new("uq", ["a"]) { NullsDistinct = false, Deferrability = Deferrability.InitiallyDeferred }],
                CheckConstraints = [new("ck", new("a > 0")) { IsValidated = false }],
                StorageParameters = [new("autovacuum_enabled", "false"), new("fillfactor", "70")],
                IsUnlogged = true,
                Comment = "it's",
            },
            Keyed("c", Column("p_id", "integer") with { Comment = "c", Collation = null }) with
            {
                ForeignKeys = [ForeignKey("fk", "p_id", "p") with
                {
                    Deferrability = Deferrability.InitiallyDeferred,
                    OnDelete = ForeignKeyAction.Cascade,
                    OnUpdate = ForeignKeyAction.Restrict,
                    IsValidated = false
                }],
                IsUnlogged = true,
            }) with
        {
            Extensions = [new("pgcrypto")],
            Sequences = [new(new("s"), "integer", new() { Start = 5, Cache = 10 }), new(new("q.s"), "bigint", new() { Increment = 2 })]
        };
        var later = target with
        {
            Tables =
            [
                target.Tables[0] with { ForeignKeys = [target.Tables[0].ForeignKeys[0] with { IsValidated = true }] },
                target.Tables[1] with { CheckConstraints = [new("ck", new("a > 0"))] },
            ],
            Sequences =
            [
                new(new("s"), "bigint", new() { Minimum = 100, Increment = 3 }),
                new(new("q.s"), "bigint", new() { Increment = -1 })
            ],
        };
        await using var run = await PostgreSqlRun.StartAsync(current);
        await run.GoAndReturnAsync(current, target);
        await run.GoAndReturnAsync(target, later);
        Assert.Equal("100", await run.QueryAsync("SELECT nextval('s')"));
        Assert.Equal(
            "FOREIGN KEY (p_id) REFERENCES p(id) ON UPDATE RESTRICT ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED",
            await run.QueryAsync("SELECT pg_get_constraintdef(oid) FROM pg_constraint WHERE conname = 'fk'"));
        await run.ApplyAsync(TinyDiff.Back(DatabaseSchema.Empty, later));
        Assert.Equal("0", await run.QueryAsync("SELECT count(*) FROM pg_extension WHERE extname = 'pgcrypto'"));
    }
}
