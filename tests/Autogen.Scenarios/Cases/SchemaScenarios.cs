using Autogen.Scenarios.Running;
using Microsoft.EntityFrameworkCore;

namespace Autogen.Scenarios.Cases;

/// <summary>Schemas, sequences and extensions of PostgreSQL, and what is asked of the whole database.</summary>
internal static class SchemaScenarios
{
    public static IEnumerable<Scenario> All { get; } = new Scenario[]
    {
        new("A table moves to another schema", model => Table(model, "One"), model => Table(model, "Two \"2\""))
        {
            Renames = ["One.t=Two \"2\".t"],
            Populate = "INSERT INTO \"One\".t (a) VALUES ('x')",
            Kept = "SELECT a FROM \"One\".t",
        },
        new("A table moves to the default schema", model => Table(model, "One"), model => Table(model, null))
        {
            Renames = ["One.t=t"],
            Populate = "INSERT INTO \"One\".t (a) VALUES ('x')",
            Kept = "SELECT a FROM \"One\".t",
        },
        new("A table of another schema is another table", model => Table(model, null), model => Table(model, "One"))
        {
            Populate = "INSERT INTO t (a) VALUES ('x')",
        },
        new("Two tables of one name in two schemas", model => Table(model, "One"), model =>
        {
            Table(model, "One");
            model.Map("u", table =>
            {
                table.ToTable("t", "Two");
                table.Property<int>("other");
                table.HasOne("t", null).WithMany().HasForeignKey("other");
            });
        })
        {
            Populate = "INSERT INTO \"One\".t (a) VALUES ('x')",
            Kept = "SELECT a FROM \"One\".t",
        },
        new("The model has a default schema", _ => { }, model =>
        {
            model.HasDefaultSchema("Mÿ Schema");
            model.HasSequence<int>("s");
            Table(model, null);
            model.Map("u", table =>
            {
                table.Property<int>("t_id").HasDefaultValueSql("nextval('\"Mÿ Schema\".s')");
                table.HasOne("t", null).WithMany().HasForeignKey("t_id");
            });
        }),
        new("The default schema is told by name", model => Table(model, null), model => Table(model, "public")) { Detected = [] },
        new(
            "A sequence with all options comes",
            _ => { },
            model => model.HasSequence<short>("Sëq \"s\"", "Other").StartsAt(10).IncrementsBy(-2).HasMin(-100).HasMax(100).IsCyclic()),
        new(
            "Every option of a sequence changes",
            model => model.HasSequence<int>("s").StartsAt(10).IncrementsBy(2).HasMin(-100).HasMax(100).IsCyclic(),
            model => model.HasSequence<int>("s").StartsAt(20).IncrementsBy(3).HasMin(5).HasMax(1000).IsCyclic(false)),
        new(
            "A sequence turns round",
            model => model.HasSequence<int>("s"),
            model => model.HasSequence<int>("s").IncrementsBy(-1).StartsAt(-1)),
        new("A sequence's type changes", model => model.HasSequence<int>("s"), model => model.HasSequence<long>("s")),
        new(
            "A sequence's type and bounds narrow",
            model => model.HasSequence<long>("s").HasMax(1_000_000),
            model => model.HasSequence<short>("s").HasMax(1000)),
        new(
            "A sequence is renamed",
            model => model.HasSequence<int>("s").StartsAt(7),
            model => model.HasSequence<int>("Nëw", "Other").StartsAt(7)),
        new("A sequence beneath a default moves", model => Counted(model, "s", null), model => Counted(model, "s", "Other"))
        {
            Populate = "INSERT INTO t (n) VALUES (5)",
            Kept = "SELECT n FROM t",
        },
        new("Extensions come with the types that they bring", _ => { }, model =>
        {
            foreach (var extension in new[] { "citext", "hstore", "ltree", "uuid-ossp", "cube" })
                model.HasPostgresExtension(extension);
            model.Map("t", table =>
            {
                table.Property<string>("c").HasColumnType("citext").IsRequired().HasDefaultValue("X");
                table.Property<Dictionary<string, string>>("h").HasColumnType("hstore");
                table.Property<string>("l").HasColumnType("ltree");
                table.Property<Guid>("u").HasDefaultValueSql("uuid_generate_v4()");
                table.HasIndex("l").HasMethod("gist");
            });
        }),
        new("An extension goes with what needs it", model =>
        {
            model.HasPostgresExtension("citext");
            model.Map("t", table => table.Property<string>("c").HasColumnType("citext"));
        }, model => model.Map("t", table => table.Property<string>("c").HasColumnType("text")))
        {
            Populate = "INSERT INTO t (c) VALUES ('X')",
            Kept = "SELECT c::text FROM t",
        },
        new("An extension lives in a schema of its own", _ => { }, model =>
        {
            model.HasPostgresExtension("Ext Schema", "citext", null);
            model.Map("t", table => table.Property<string>("c").HasColumnType("\"Ext Schema\".citext"));
        }),
        new("A collation of the database's own", model => model.Map("t", table => table.Property<string>("a")), model =>
        {
            model.HasCollation("Mÿ Collation", locale: "en-u-ks-primary", provider: "icu", deterministic: false);
            model.Map("t", table => table.Property<string>("a").UseCollation("Mÿ Collation"));
        })
        {
            Populate = "INSERT INTO t (a) VALUES ('x')",
            Kept = "SELECT a FROM t",
        },

        // case N3
        new("A collation and a range of the database's own are removed", model =>
        {
            model.HasCollation("Mÿ Collation", locale: "C", provider: "libc");
            model.HasPostgresRange("floatrange", "float8");
            model.Map("t", table => table.Property<string>("a").UseCollation("Mÿ Collation"));
        }, model => model.Map("t", table => table.Property<string>("a")))
        {
            Detected =
            [
                "removed collation 'Mÿ Collation' (LOCALE = 'C', PROVIDER = libc)",
                "removed range type 'floatrange' (SUBTYPE = double precision)",
                "removed collation from column 't.a': Mÿ Collation",
            ],
        },
        new("A range of the database's own", _ => { }, model => model.HasPostgresRange("floatrange", "float8")),
        new("The database's collation is left alone", model => Table(model, null), model =>
        {
            model.UseCollation("C");
            Table(model, null);
        }) { Detected = [] },
    }.Select(Making.OnPostgreSql);

    private static void Table(ModelBuilder model, string? schema) => model.Map("t", table =>
    {
        table.ToTable("t", schema);
        table.Property<string>("a").UseCollation("POSIX");
        table.HasIndex("a");
    });

    private static void Counted(ModelBuilder model, string name, string? schema)
    {
        model.HasSequence<long>(name, schema);
        model.Map("t", table =>
            table.Property<long>("n").HasDefaultValueSql(schema is null ? $"nextval('{name}')" : $"nextval('\"{schema}\".{name}')"));
    }
}
