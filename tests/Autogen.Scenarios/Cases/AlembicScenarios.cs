using Autogen.Scenarios.Running;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;

namespace Autogen.Scenarios.Cases;

/// <summary>
/// The cases of Alembic's own suite and those that its revisions fail at, where no other scenario holds them already; docs/alembic.md says
/// which is which. The numbers are those of that page.
/// </summary>
internal static class AlembicScenarios
{
    private const string Populate = "INSERT INTO items (a, b, n) VALUES ('1', 'x', 1), ('2', 'y', 2)";
    private const string Kept = "SELECT \"Id\", a, b, n FROM items ORDER BY 1";

    public static IEnumerable<Scenario> All { get; } =
    [
        new("Alembic 1: many changes at once", model => Before(model, null), model => After(model, null))
        {
            Populate = "INSERT INTO \"user\" (name, pw) VALUES ('u', 'p'); INSERT INTO \"order\" (order_id, amount) VALUES (1, 2)",
            Kept = "SELECT name FROM \"user\"",
            Detected = ManyChanges(""),
        },
        new("Alembic 2: many changes at once in a schema", model => Before(model, "test_schema"), model => After(model, "test_schema"))
        {
            Detected = ManyChanges("test_schema."),
            Databases = ScenarioDatabases.PostgreSql,
        },
        Items(
            "Alembic 6: lengths change",
            item => Types(item, "varchar(30)", "varchar(30)", "varchar(30)", "text"),
            item => Types(item, "varchar(40)", "integer", "varchar", "varchar(255)"),
            "changed type of column 'items.c1': {varchar(30)} -> {varchar(40)}",
            "changed type of column 'items.c2': {varchar(30)} -> integer",
            "changed type of column 'items.c3': {varchar(30)} -> {varchar}", "changed type of column 'items.c4': text -> {varchar(255)}"),
        Items(
            "Alembic 7: precisions change",
            item => Types(item, "decimal(10,5)", "decimal(10,5)", "decimal(10)", "numeric(10,5)"),
            item => Types(item, "decimal(10,6)", "decimal(10)", "decimal(10,5)", "numeric(12,5)"),
            "changed type of column 'items.c1': {decimal(10,5)} -> {decimal(10,6)}",
            "changed type of column 'items.c2': {decimal(10,5)} -> {decimal(10)}",
            "changed type of column 'items.c3': {decimal(10)} -> {decimal(10,5)}",
            "changed type of column 'items.c4': numeric(10,5) -> numeric(12,5)"),
        Items(
            "Alembic 8: integers narrow",
            item => Types(item, "bigint", "bigint", "integer", "integer"),
            item => Types(item, "integer", "smallint", "smallint", "integer"),
            "changed type of column 'items.c1': bigint -> integer",
            "changed type of column 'items.c2': bigint -> smallint",
            "changed type of column 'items.c3': integer -> smallint"),
        Items(
            "Alembic 9: time zones come and go",
            item => Types(item, "timestamp", "timestamptz", "timestamp", "timestamptz"),
            item => Types(item, "timestamptz", "timestamp", "timestamp", "timestamptz"),
            "changed type of column 'items.c1': timestamp without time zone -> timestamp with time zone",
            "changed type of column 'items.c2': timestamp with time zone -> timestamp without time zone") with
        {
            Databases = ScenarioDatabases.PostgreSql
        },
        Items(
            "Alembic 10: defaults change",
            item =>
            {
                item.Property<string>("d1").HasDefaultValue("some default");
                item.Property<int?>("d2").HasDefaultValue(15);
                item.Property<string>("d3").HasDefaultValue("//slash");
                item.Property<string>("d4").HasDefaultValue("it's");
            },
            item =>
            {
                item.Property<string>("d1").HasDefaultValue("some new default");
                item.Property<int?>("d2").HasDefaultValue(20);
                item.Property<string>("d3").HasDefaultValue("s//l//ash");
                item.Property<string>("d4").HasDefaultValue("it's");
            }),
        Items(
            "A type and its default change together",
            item => item.Property<string>("c").HasColumnType("text").HasDefaultValue("7").IsRequired(),
            item => item.Property<int>("c").HasColumnType("integer").HasDefaultValue(8)),
        new("Alembic 14: parent, child and grandchild", _ => { }, model =>
        {
            model.Map("parent", _ => { });
            model.Map("a_child", child =>
            {
                child.Property<int>("parent_id");
                child.HasOne("parent", null).WithMany().HasForeignKey("parent_id");
            });
            model.Map("z_grandchild", child =>
            {
                child.Property<int>("child_id");
                child.HasOne("a_child", null).WithMany().HasForeignKey("child_id");
            });
        })
        {
            Detected = ["added table 'a_child'", "added table 'parent'", "added table 'z_grandchild'"],
        },
        Items(
            "Alembic 16: an index becomes a unique constraint",
            item => item.HasIndex(["b"], "ix_b"),
            item => item.HasAlternateKey("b").HasName("uq_b"),
            "added unique constraint 'uq_b' on 'items' ('b')", "removed index 'ix_b' on 'items' ('b')"),
        Items(
            "Alembic 16: a unique constraint becomes a unique index",
            item => item.HasAlternateKey("b").HasName("uq_b"),
            item => item.HasIndex(["b"], "ix_b").IsUnique(),
            "removed unique constraint 'uq_b' on 'items' ('b')", "added unique index 'ix_b' on 'items' ('b')"),
        Items(
            "Alembic 18: a unique constraint is widened under its name",
            item => item.HasAlternateKey("b").HasName("uq"),
            item => item.HasAlternateKey("b", "a").HasName("uq"),
            "changed columns of unique constraint 'uq' on 'items': 'b' -> 'b', 'a'"),
        Items(
            "Alembic 20: columns of a constraint and of an index change places",
            item =>
            {
                item.HasAlternateKey("a", "b").HasName("uq");
                item.HasIndex(["a", "n"], "ix");
            },
            item =>
            {
                item.HasAlternateKey("b", "a").HasName("uq");
                item.HasIndex(["n", "a"], "ix");
            },
            "changed columns of unique constraint 'uq' on 'items': 'a', 'b' -> 'b', 'a'",
            "changed columns of index 'ix' on 'items': 'a', 'n' -> 'n', 'a'"),
        new("Alembic 21: names longer than the server keeps", _ => { }, model => model.Map(new string('ü', 40), table =>
        {
            table.Property<string>(new string('é', 45));
            table.HasIndex([new string('é', 45)], new string('ï', 50));
        })),
        Items(
            "Alembic 22: names that differ in case only",
            item => item.Property<string>("SomeColumn"),
            item => item.Property<string>("somecolumn"),
            "added column 'items.somecolumn'", "removed column 'items.SomeColumn'") with { Databases = ScenarioDatabases.PostgreSql },
        Items(
            "Alembic 24: the expression of an index changes",
            item => TextSearch(item, "english"),
            item => TextSearch(item, "simple")) with { Databases = ScenarioDatabases.PostgreSql },
        Items(
            "Alembic 25: the order of NULLs changes",
            item => item.HasIndex(["b"], "ix").IsDescending(true),
            item => item.HasIndex(["b"], "ix").IsDescending(true).HasNullSortOrder(NullSortOrder.NullsLast),
            "changed columns of index 'ix' on 'items': 'b' descending -> 'b' descending nulls last") with
        {
            Databases = ScenarioDatabases.PostgreSql
        },
        Items(
            "Alembic 26: included columns, filter, method and operators change",
            item =>
            {
                item.HasIndex(["b"], "ix_same").IncludeProperties("n");
                item.HasIndex(["b"], "ix_include").IncludeProperties("n");
                item.HasIndex(["b"], "ix_filter").HasFilter("n > 0");
                item.HasIndex(["b"], "ix_method");
                item.HasIndex(["b"], "ix_operators");
            },
            item =>
            {
                item.HasIndex(["b"], "ix_same").IncludeProperties("n");
                item.HasIndex(["b"], "ix_include").IncludeProperties("n", "a");
                item.HasIndex(["b"], "ix_filter").HasFilter("n >= 0");
                item.HasIndex(["b"], "ix_method").HasMethod("hash");
                item.HasIndex(["b"], "ix_operators").HasOperators("text_pattern_ops");
            },
            "changed filter of index 'ix_filter' on 'items': (n > 0) -> n >= 0",
            "changed included columns of index 'ix_include' on 'items': 'n' -> 'n', 'a'",
            "changed method of index 'ix_method' on 'items': btree -> hash",
            "changed columns of index 'ix_operators' on 'items': 'b' -> 'b' text_pattern_ops") with
        {
            Databases = ScenarioDatabases.PostgreSql
        },
        new(
            "Alembic 27: composite foreign keys",
            model => Composite(model, isReferenced: false),
            model => Composite(model, isReferenced: true))
        {
            Populate = "INSERT INTO owners (a, b) VALUES (1, 2); INSERT INTO things (x, y) VALUES (1, 2), (NULL, 3)",
            Kept = "SELECT x, y FROM things ORDER BY y",
        },
        new(
            "Alembic 28: what happens to referencing rows changes",
            model => Actions(model, DeleteBehavior.NoAction, DeleteBehavior.Cascade, DeleteBehavior.Restrict),
            model => Actions(model, DeleteBehavior.Cascade, DeleteBehavior.NoAction, DeleteBehavior.Cascade))
        {
            Populate = "INSERT INTO owners DEFAULT VALUES; INSERT INTO things (f0, f1, f2) VALUES (1, 1, 1)",
            Kept = "SELECT f0, f1, f2 FROM things",
            Detected =
            [
                "changed ON DELETE of foreign key 'FK_things_owners_f0' on 'things': NO ACTION -> CASCADE",
                "changed ON DELETE of foreign key 'FK_things_owners_f1' on 'things': CASCADE -> NO ACTION",
                "changed ON DELETE of foreign key 'FK_things_owners_f2' on 'things': RESTRICT -> CASCADE",
            ],
        },
        new(
            "Alembic 30: options of an identity change",
            model => model.Map(
                "items", item => item.Property<int>("Id").UseIdentityByDefaultColumn().HasIdentityOptions(startValue: 10, incrementBy: 2)),
            model => model.Map(
                "items", item => item.Property<int>("Id").UseIdentityAlwaysColumn().HasIdentityOptions(startValue: 10, incrementBy: 5)))
        {
            Populate = "INSERT INTO items DEFAULT VALUES; INSERT INTO items DEFAULT VALUES",
            Kept = "SELECT \"Id\" FROM items ORDER BY 1",
            Databases = ScenarioDatabases.PostgreSql,
        },
        new(
            "An enum column is added to a table that is there",
            model => model.Map("items", item => item.Property<string>("a")),
            model =>
            {
                model.HasPostgresEnum("mood", ["sad", "ok"]);
                model.Map("items", item =>
                {
                    item.Property<string>("a");
                    item.Property<string>("mood").HasColumnType("mood").IsRequired();
                });
            })
        {
            Populate = "INSERT INTO items (a) VALUES ('x')",
            Afterwards = ("SELECT mood::text FROM items", "sad"),
            Detected = ["added enum type 'mood' ('sad', 'ok')", "added column 'items.mood'"],
            Databases = ScenarioDatabases.PostgreSql,
        },
    ];

    // Each case's own parts on a table with three columns and two rows. What is in braces is the type's full name on PostgreSQL.
    private static Scenario Items(
        string name,
        Action<EntityTypeBuilder<Dictionary<string, object>>> current,
        Action<EntityTypeBuilder<Dictionary<string, object>>> target,
        params string[] detected)
        => new(name, model => Items(model, current), model => Items(model, target))
        {
            Populate = Populate,
            Kept = Kept,
            DetectedOn = detected.Length == 0 ? null : database => [.. detected.Select(line => Spell(line, database))],
        };

    private static string Spell(string line, ScenarioDatabases database)
    {
        var isPostgreSql = database == ScenarioDatabases.PostgreSql;
        return line
            .Replace("{varchar", isPostgreSql ? "{character varying" : "{varchar", StringComparison.Ordinal)
            .Replace("{decimal", isPostgreSql ? "{numeric" : "{decimal", StringComparison.Ordinal)
            .Replace("(10)", isPostgreSql ? "(10,0)" : "(10)", StringComparison.Ordinal)
            .Replace("{", "", StringComparison.Ordinal).Replace("}", "", StringComparison.Ordinal);
    }

    private static void Items(ModelBuilder model, Action<EntityTypeBuilder<Dictionary<string, object>>> build)
        => model.Map("items", item =>
        {
            item.Property<string>("a").HasColumnType("varchar(10)").IsRequired();
            item.Property<string>("b").HasColumnType("text").IsRequired();
            item.Property<int>("n");
            build(item);
        });

    private static void TextSearch(EntityTypeBuilder<Dictionary<string, object>> item, string configuration)
    {
        item.Property<string>("c");
        item.Property<NpgsqlTypes.NpgsqlTsVector>("vector").IsGeneratedTsVectorColumn(configuration, "c", "b");
        item.HasIndex("vector").HasMethod("gin");
        item.HasIndex(["b"], "ix_required").IsTsVectorExpressionIndex(configuration).HasMethod("gin");
        item.HasIndex(["b", "c"], "ix_both").IsTsVectorExpressionIndex(configuration).HasMethod("gin");
    }

    private static void Types(EntityTypeBuilder<Dictionary<string, object>> item, params string[] types)
    {
        for (var number = 1; number <= types.Length; number++)
        {
            var type = types[number - 1];
            var clrType = type switch
            {
                "integer" => typeof(int?),
                "bigint" => typeof(long?),
                "smallint" => typeof(short?),
                _ when type.StartsWith("dec", StringComparison.Ordinal) || type.StartsWith("num", StringComparison.Ordinal)
                    => typeof(decimal?),
                _ when type.StartsWith("time", StringComparison.Ordinal) => typeof(DateTime?),
                _ => typeof(string),
            };
            item.Property(clrType, $"c{number}").HasColumnType(type);
        }
    }

    private static void Before(ModelBuilder model, string? schema)
    {
        model.HasDefaultSchema(schema);
        model.Map("user", user =>
        {
            user.Property<string>("name").HasMaxLength(50);
            user.Property<string>("a1").HasColumnType("text");
            user.Property<string>("pw").HasMaxLength(50);
            user.HasIndex(["pw"], "pw_idx");
        });
        model.Map("address", address => address.Property<string>("email").HasMaxLength(100).IsRequired());
        model.Map("order", order =>
        {
            order.Property<int>("order_id");
            order.Property<decimal>("amount").HasColumnType("numeric(8,2)").HasDefaultValueSql("0");
            order.ToTable(table => table.HasCheckConstraint("ck_order_amount", "amount >= 0"));
        });
        model.Map("extra", extra =>
        {
            extra.Property<string>("x").HasMaxLength(1);
            extra.Property<int?>("uid");
            extra.HasOne("user", null).WithMany().HasForeignKey("uid").OnDelete(DeleteBehavior.NoAction);
        });
    }

    private static void After(ModelBuilder model, string? schema)
    {
        model.HasDefaultSchema(schema);
        model.Map("user", user =>
        {
            user.Property<string>("name").HasMaxLength(50).IsRequired();
            user.Property<string>("a1").HasColumnType("text").HasDefaultValue("x");
        });
        model.Map("address", address =>
        {
            address.Property<string>("email").HasMaxLength(100).IsRequired();
            address.Property<string>("street").HasMaxLength(50);
            address.HasAlternateKey("email").HasName("uq_email");
        });
        model.Map("order", order =>
        {
            order.Property<int>("order_id");
            order.Property<decimal?>("amount").HasColumnType("numeric(10,2)").HasDefaultValueSql("0");
            order.Property<int?>("user_id");
            order.HasOne("user", null).WithMany().HasForeignKey("user_id").OnDelete(DeleteBehavior.NoAction);
            order.ToTable(table => table.HasCheckConstraint("ck_order_amount", "amount > -1"));
        });
        model.Map("item", item =>
        {
            item.Property<string>("description").HasMaxLength(100);
            item.Property<int?>("order_id");
            item.HasOne("order", null).WithMany().HasForeignKey("order_id").OnDelete(DeleteBehavior.NoAction);
            item.ToTable(table => table.HasCheckConstraint("ck_item", "\"Id\" > 0"));
        });
    }

    private static IReadOnlyList<string>? ManyChanges(string schema)
        => schema.Length == 0
            ? null
            :
            [
                $"added table '{schema}item'", $"removed table '{schema}extra'", $"added column '{schema}address.street'",
                $"changed type of column '{schema}order.amount': numeric(8,2) -> numeric(10,2)",
                $"made column '{schema}order.amount' nullable", $"added column '{schema}order.user_id'",
                $"added default to column '{schema}user.a1': 'x'", $"made column '{schema}user.name' required",
                $"removed column '{schema}user.pw'", $"added unique constraint 'uq_email' on '{schema}address' ('email')",
                $"changed condition of check constraint 'ck_order_amount' on '{schema}order': (amount >= (0)::numeric) -> amount > -1",
                $"added index 'IX_order_user_id' on '{schema}order' ('user_id')", $"removed index 'pw_idx' on '{schema}user' ('pw')",
                $"added foreign key 'FK_order_user_user_id' on '{schema}order' ('user_id') to '{schema}user' ('Id')",
            ];

    private static void Composite(ModelBuilder model, bool isReferenced)
    {
        model.SharedTypeEntity<Dictionary<string, object>>("owners", owner =>
        {
            owner.ToTable("owners");
            owner.Property<int>("a").ValueGeneratedNever();
            owner.Property<int>("b").ValueGeneratedNever();
            owner.HasKey("a", "b");
        });
        model.Map("things", thing =>
        {
            thing.Property<int?>("x").HasColumnName("x");
            thing.Property<int?>("why").HasColumnName("y");
            thing.Property<int?>("parent_id");
            if (!isReferenced)
                return;
            thing.HasOne("owners", null)
                .WithMany()
                .HasForeignKey("x", "why")
                .HasConstraintName("fk_of_two")
                .OnDelete(DeleteBehavior.NoAction);
            thing.HasOne("things", null).WithMany().HasForeignKey("parent_id").OnDelete(DeleteBehavior.NoAction);
        });
    }

    private static void Actions(ModelBuilder model, params DeleteBehavior[] behaviors)
    {
        model.Map("owners", _ => { });
        model.Map("things", thing =>
        {
            for (var number = 0; number < behaviors.Length; number++)
            {
                thing.Property<int?>($"f{number}");
                thing.HasOne("owners", null).WithMany().HasForeignKey($"f{number}").OnDelete(behaviors[number]);
            }
        });
    }
}
