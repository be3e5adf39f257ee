using Autogen.Scenarios.Running;
using Microsoft.EntityFrameworkCore;
using Entity = Microsoft.EntityFrameworkCore.Metadata.Builders.EntityTypeBuilder<System.Collections.Generic.Dictionary<string, object>>;

namespace Autogen.Scenarios.Cases;

/// <summary>Numbers of rows and sequences that change together with keys, names and schemas.</summary>
internal static class NumberingScenarios
{
    public static IEnumerable<Scenario> All { get; } = new Scenario[]
    {
        Referred(
            "HiLo becomes a bigint identity beneath a foreign key",
            key => key.Property<int>("Id").UseHiLo("hilo"),
            key => key.Property<long>("Id").UseIdentityAlwaysColumn(),
            isLong: true),
        Referred(
            "A key's own sequence becomes an identity beneath a foreign key",
            key => key.Property<int>("Id").UseSequence("own"),
            key => key.Property<int>("Id").UseIdentityByDefaultColumn()),
        Referred(
            "An identity becomes HiLo beneath a foreign key",
            key => key.Property<int>("Id").UseIdentityAlwaysColumn(),
            key => key.Property<int>("Id").UseHiLo("Hi Lo", "Other")),
        Referred(
            "A serial becomes a bigint with a sequence of its own beneath a foreign key",
            key => key.Property<int>("Id").UseSerialColumn(),
            key => key.Property<long>("Id").UseSequence("own"),
            isLong: true),
        Referred(
            "A HiLo sequence becomes another one",
            key => key.Property<int>("Id").UseHiLo("one"),
            key => key.Property<int>("Id").UseHiLo("two", "Other")),
        Referred(
            "An identity's numbers become texts beneath a foreign key",
            key => key.Property<int>("Id").UseIdentityByDefaultColumn(),
            key => key.Property<int>("Id").ValueGeneratedNever().HasConversion<string>().HasColumnType("varchar(11)"),
            childType: "varchar(11)"),
        new(
            "An identity moves to another column, and the key with it",
            model => model.Map("t", table => table.Property<int>("n")),
            model => model.SharedTypeEntity<Dictionary<string, object>>("t", table =>
            {
                table.ToTable("t");
                table.Property<int>("Id").ValueGeneratedNever();
                table.Property<int>("n").UseIdentityAlwaysColumn();
                table.HasKey("n");
                table.HasIndex("Id").IsUnique();
            }))
        {
            Populate = "INSERT INTO t (n) VALUES (5), (7)",
            Kept = "SELECT \"Id\", n FROM t WHERE n < 8 ORDER BY 1",
            AfterwardsDo = "INSERT INTO t (\"Id\") VALUES (9)",
            Afterwards = ("SELECT n FROM t ORDER BY 1", "5\n7\n8"),
        },
        new(
            "A numbered table moves, is renamed, its key is renamed and numbered by other steps",
            model => Moved(model, "t", null, "Id", 1),
            model => Moved(model, "Ü t", "Other", "Nümber", 10))
        {
            Renames = ["t=Other.Ü t", "t.Id=Nümber"],
            Populate = "INSERT INTO t (a) VALUES ('x'), ('y')",
            Kept = "SELECT \"Id\", a FROM t WHERE a <> 'z' ORDER BY 1",
            AfterwardsDo = "INSERT INTO \"Other\".\"Ü t\" (a) VALUES ('z')",
            Afterwards = ("SELECT count(*) FROM \"Other\".\"Ü t\"", "3"),
        },
        new(
            "A sequence moves, narrows and turns round beneath the defaults of two tables, one of which moves",
            model => Shared<long>(model, null, 1, null),
            model => Shared<int>(model, "Other", -5, "Third"))
        {
            Renames = ["s=Other.s", "b=Third.b"],
            Populate = "INSERT INTO a DEFAULT VALUES; INSERT INTO b DEFAULT VALUES",
            Kept = "SELECT a.n, b.n FROM a, b",
        },
        new("A sequence becomes one table's identity, and another table's default becomes a constant", model =>
        {
            model.HasSequence<int>("s");
            model.Map("a", table =>
            {
                table.Property<int>("Id").ValueGeneratedNever();
                table.Property<int>("n").HasDefaultValueSql("nextval('s')");
            });
            model.Map("b", table => table.Property<int>("n").HasDefaultValueSql("nextval('s') * 2"));
        }, model =>
        {
            model.Map("a", table =>
            {
                table.Property<int>("Id").ValueGeneratedNever();
                table.Property<int>("n").UseIdentityByDefaultColumn();
            });
            model.Map("b", table => table.Property<int>("n").HasDefaultValue(4));
        })
        {
            Populate = "INSERT INTO a (\"Id\") VALUES (1), (2); INSERT INTO b DEFAULT VALUES",
            Kept = "SELECT \"Id\", n FROM a WHERE \"Id\" < 3 ORDER BY 1",
            AfterwardsDo = "INSERT INTO a (\"Id\") VALUES (3)",
            Afterwards = ("SELECT count(DISTINCT n) FROM a", "3"),
        },
        new("Two tables of a hierarchy get a sequence in common, and tables of their own", model => model.Entity<Base>(one =>
        {
            one.UseTphMappingStrategy().ToTable("Bases");
            one.HasDiscriminator<string>("Kind");
            model.Entity<Left>();
            model.Entity<Right>();
        }), model => model.Entity<Base>(one =>
        {
            one.UseTpcMappingStrategy();
            model.Entity<Left>().ToTable("Lefts", "Other");
            model.Entity<Right>().ToTable("Rights");
        }))
        {
            Populate = "INSERT INTO \"Bases\" (\"Kind\", \"Name\") VALUES ('Left', 'x')",
        },
        new(
            "A key that is nearly used up is widened, with its bounds and what refers to it",
            model => Used<short, short?>(model, 32767),
            model => Used<int, int?>(model, null))
        {
            Populate =
                "INSERT INTO t (\"Id\", up) OVERRIDING SYSTEM VALUE VALUES (32766, 32766); "
                    + "SELECT setval(pg_get_serial_sequence('t', 'Id'), 32766)",
            Kept = "SELECT \"Id\", up FROM t WHERE \"Id\" < 32767",
            AfterwardsDo = "INSERT INTO t DEFAULT VALUES",
            Afterwards = ("SELECT max(\"Id\") FROM t", "32767"),
        },
    }.Select(Making.OnPostgreSql);

    private static Scenario Referred(
        string name, Action<Entity> current, Action<Entity> target, bool isLong = false, string? childType = null)
        => new(
            name,
            model => Map(model, current, typeof(int), null),
            model => Map(model, target, isLong ? typeof(long) : typeof(int), childType))
        {
            Populate =
                "INSERT INTO p (\"Id\", a) OVERRIDING SYSTEM VALUE VALUES (1, 'x'), (2, 'y'); INSERT INTO c (\"Id\", parent) VALUES (1, 2)",
            Kept = "SELECT p.\"Id\", a, c.\"Id\" FROM p LEFT JOIN c ON parent = p.\"Id\" ORDER BY 1",
        };

    private static void Map(ModelBuilder model, Action<Entity> key, Type type, string? childType)
    {
        model.SharedTypeEntity<Dictionary<string, object>>("p", table =>
        {
            table.ToTable("p");
            key(table);
            table.HasKey("Id").HasName("PK");
            table.Property<string>("a");
        });
        model.SharedTypeEntity<Dictionary<string, object>>("c", table =>
        {
            table.ToTable("c");
            table.Property<int>("Id").ValueGeneratedNever();
            table.HasKey("Id");
            var parent = table.Property(type, "parent");
            if (childType is not null)
                parent.HasConversion<string>().HasColumnType(childType);
            table.HasOne("p", null).WithMany().HasForeignKey("parent");
        });
    }

    private static void Moved(ModelBuilder model, string name, string? schema, string key, int step)
        => model.SharedTypeEntity<Dictionary<string, object>>("t", table =>
        {
            table.ToTable(name, schema);
            table.Property<int>(key).UseIdentityByDefaultColumn().HasIdentityOptions(startValue: step, incrementBy: step);
            table.HasKey(key).HasName("PK");
            table.Property<string>("a");
        });

    private static void Shared<T>(ModelBuilder model, string? schema, int step, string? tableSchema)
    {
        var name = schema is null ? "s" : $"\"{schema}\".s";
        var sequence = model.HasSequence<T>("s", schema).IncrementsBy(step);
        if (step < 0)
            sequence.StartsAt(1000).HasMin(1).HasMax(1000).IsCyclic();
        model.Map("a", table => table.Property<T>("n").HasDefaultValueSql($"nextval('{name}')"));
        model.Map("b", table =>
        {
            table.ToTable("b", tableSchema);
            table.Property<long>("n").HasDefaultValueSql($"nextval('{name}'::regclass) + 1");
        });
    }

    private static void Used<TKey, TReference>(ModelBuilder model, long? maximum)
        => model.SharedTypeEntity<Dictionary<string, object>>("t", table =>
        {
            table.ToTable("t");
            table.Property<TKey>("Id").UseIdentityAlwaysColumn().HasIdentityOptions(maxValue: maximum);
            table.HasKey("Id");
            table.Property<TReference>("up");
            table.HasOne("t", null).WithMany().HasForeignKey("up");
        });

    internal abstract class Base
    {
        public int Id { get; set; }

        public required string Name { get; set; }
    }

    internal sealed class Left : Base
    {
        public int? Wing { get; set; }
    }

    internal sealed class Right : Base
    {
        public int? Hand { get; set; }
    }
}
