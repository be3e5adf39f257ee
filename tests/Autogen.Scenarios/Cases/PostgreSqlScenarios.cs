using Autogen.Scenarios.Running;
using Microsoft.EntityFrameworkCore;
using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;

namespace Autogen.Scenarios.Cases;

/// <summary>What only PostgreSQL has.</summary>
internal static class PostgreSqlScenarios
{
    public static IEnumerable<Scenario> All { get; } = new Scenario[]
    {
        new("A schema is added with a table", _ => { }, model => model.Map("t", table => table.ToTable("t", "Other Schema"))),
        new(
            "A table has an enum",
            _ => { },
            model =>
            {
                model.HasPostgresEnum("mood", ["sad", "ok", "happy"]);
                model.Map("t", table => table.Property<string>("mood").HasColumnType("mood"));
            }),
        new(
            "An enum gets a label in the middle",
            model => Mood(model, "sad", "happy"),
            model => Mood(model, "sad", "ok", "happy"))
        {
            Populate = "INSERT INTO t (mood) VALUES ('sad'), ('happy')",
            Kept = "SELECT \"Id\", mood FROM t ORDER BY 1",
        },
        new(
            "An enum loses a label",
            model => Mood(model, "sad", "ok", "happy"),
            model => Mood(model, "sad", "happy"))
        {
            Populate = "INSERT INTO t (mood) VALUES ('sad'), ('happy')",
            Kept = "SELECT \"Id\", mood FROM t ORDER BY 1",
        },
        new(
            "An enum column becomes text",
            model => Mood(model, "sad", "happy"),
            model => model.Map("t", table => table.Property<string>("mood").HasColumnType("text").HasDefaultValue("sad")))
        {
            Populate = "INSERT INTO t (mood) VALUES ('sad'), ('happy')",
            Kept = "SELECT \"Id\", mood FROM t ORDER BY 1",
        },
        new("A sequence is added", _ => { }, model => model.HasSequence<int>("numbers").StartsAt(1000).IncrementsBy(5)),
        new(
            "A sequence is changed",
            model => model.HasSequence<long>("numbers").IncrementsBy(5),
            model => model.HasSequence<long>("numbers").IncrementsBy(10).HasMax(1_000_000).IsCyclic()),
        new(
            "A default takes the sequence",
            model => model.Map("t", table => table.Property<long>("number")),
            model =>
            {
                model.HasSequence<long>("numbers");
                model.Map("t", table => table.Property<long>("number").HasDefaultValueSql("nextval('numbers')"));
            }),
        new("An extension is added", _ => { }, model =>
        {
            model.HasPostgresExtension("citext");
            model.Map("t", table => table.Property<string>("name").HasColumnType("citext"));
        }),
        new(
            "Index facets of PostgreSQL",
            model => model.Map("t", table => table.Property<string>("name")),
            model => model.Map("t", table =>
            {
                table.Property<string>("name");
                table.Property<string[]>("tags");
                table.HasIndex("tags").HasMethod("gin");
                table.HasIndex(["name"], "ix_ops").HasOperators("text_pattern_ops");
                table.HasIndex(["name"], "ix_nulls").HasNullSortOrder(NullSortOrder.NullsFirst).IncludeProperties("Id");
            })),
        new(
            "Serial becomes identity",
            model => model.Map("t", table => table.Property<int>("Id").UseSerialColumn()),
            model => model.Map("t", table => table.Property<int>("Id").UseIdentityAlwaysColumn()))
        {
            Populate = "INSERT INTO t DEFAULT VALUES; INSERT INTO t DEFAULT VALUES",
            Kept = "SELECT \"Id\" FROM t ORDER BY 1",
        },
        new(
            "Comments come and go",
            model => model.Map("t", table =>
            {
                table.ToTable(builder => builder.HasComment("old"));
                table.Property<string>("name").HasComment("it's a name");
            }),
            model => model.Map("t", table =>
            {
                table.ToTable(builder => builder.HasComment("new"));
                table.Property<string>("name");
            })),
        new(
            "Types of many spellings",
            _ => { },
            model => model.Map("t", table =>
            {
                table.Property<string>("a").HasColumnType("varchar(20)");
                table.Property<DateTime>("b").HasColumnType("timestamptz(3)");
                table.Property<decimal>("c").HasColumnType("decimal(10,3)");
                table.Property<int[]>("d").HasColumnType("int4[]");
                table.Property<string>("e").HasColumnType("char(3)");
                table.Property<bool>("f").HasColumnType("bool");
                table.Property<TimeSpan>("g").HasColumnType("interval(3)");
                table.Property<string>("h").HasColumnType("jsonb").HasDefaultValueSql("'{}'");
                table.Property<double>("j").HasDefaultValue(1.5);
                table.Property<long>("k").HasDefaultValue(-5L);
                table.Property<DateOnly>("l").HasDefaultValue(new DateOnly(2020, 1, 2));
                table.Property<bool>("m").HasDefaultValue(true);
                table.ToTable(builder => builder.HasCheckConstraint("ck_a", "a IN ('x', 'y') AND c BETWEEN 1 AND 10"));
            })),
        new Scenario(
            "A default is the server's own uuid",
            _ => { },
            model => model.Map("t", table => table.Property<Guid>("i").HasDefaultValueSql("gen_random_uuid()")))
            .Since(13, "function gen_random_uuid() does not exist (PostgreSQL 13 has it; before, the extension pgcrypto has it)"),
        new Scenario(
            "A default is the server's uuid of the time",
            _ => { },
            model => model.Map("t", table => table.Property<Guid>("i").HasDefaultValueSql("uuidv7()")))
            .Since(18, "function uuidv7() does not exist (PostgreSQL 18 has it)"),
        new(
            "A comment is changed beneath a generated column",
            model => model.Map("t", table =>
            {
                table.Property<string>("a").HasComment("it's");
                table.Property<string>("g").HasComputedColumnSql("upper(a)", stored: true);
            }),
            model => model.Map("t", table =>
            {
                table.Property<string>("a");
                table.Property<string>("g").HasComputedColumnSql("upper(a)", stored: true);
            }))
        {
            Populate = "INSERT INTO t (a) VALUES ('x')",
            Kept = "SELECT a, g FROM t",
        },
        new(
            "A numbered column becomes a text",
            model => model.Map("t", table => table.Property<string>("a")),
            model => model.SharedTypeEntity<Dictionary<string, object>>("t", table =>
            {
                table.ToTable("t");
                table.Property<string>("Id");
                table.HasKey("Id");
                table.Property<string>("a");
            }))
        {
            Populate = "INSERT INTO t (a) VALUES ('x')",
            Kept = "SELECT \"Id\", a FROM t",
        },
        new(
            "An array becomes a text",
            model => model.Map("t", table => table.Property<int[]>("a")),
            model => model.Map("t", table => table.Property<string>("a")))
        {
            Populate = "INSERT INTO t (a) VALUES ('{1,2}'), (NULL)",
            Kept = "SELECT a::text FROM t ORDER BY \"Id\"",
        },
        new(
            "Text becomes a uuid",
            model => model.Map("t", table => table.Property<string>("u").HasColumnType("text")),
            model => model.Map("t", table => table.Property<Guid?>("u").HasColumnType("uuid")))
        {
            Populate = "INSERT INTO t (u) VALUES ('00000000-0000-0000-0000-000000000001'), (NULL)",
            Kept = "SELECT u::text FROM t ORDER BY \"Id\"",
        },
    }.Select(scenario => scenario with { Databases = ScenarioDatabases.PostgreSql });

    private static void Mood(ModelBuilder model, params string[] labels)
    {
        model.HasPostgresEnum("mood", labels);
        model.Map("t", table => table.Property<string>("mood").HasColumnType("mood").HasDefaultValueSql("'sad'::mood"));
    }
}
