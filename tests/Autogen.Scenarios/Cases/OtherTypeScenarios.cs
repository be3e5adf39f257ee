using System.Collections;
using Autogen.Scenarios.Running;
using Microsoft.EntityFrameworkCore;
using NpgsqlTypes;

namespace Autogen.Scenarios.Cases;

/// <summary>Types of PostgreSQL that need something beside them: domains, extensions, ranges, documents, arrays.</summary>
internal static class OtherTypeScenarios
{
    private static readonly string[] optional =
    [
        "jsonb", "json", "ltree", "citext", "tsvector", "tsquery", "bit(3)", "bit varying(5)", "int4range", "int4multirange", "interval",
        "money", "point", "uuid[]", "text[]", "numeric(5,2)[]", "mood", "mood[]", "oid", "character(3)", "timestamptz[]", "hstore",
        "time with time zone",
    ];

    public static IEnumerable<Scenario> All { get; } = new Scenario[]
    {
        (new Scenario(
            "Columns of every type become required over NULLs, and new ones come",
            model => Every(model, isRequired: false),
            model => Every(model, isRequired: true))
        {
            Populate = "INSERT INTO t DEFAULT VALUES; INSERT INTO t DEFAULT VALUES",
            Kept = "SELECT \"Id\" FROM t ORDER BY 1",
        }).Since(14, "type \"int4multirange\" does not exist (PostgreSQL 14 has it)"),
        new(
            "Columns become ones of a domain, with defaults, a check and an index",
            model => Domains(model, "integer", "varchar(20)", "1"),
            model => Domains(model, "positive", "word", "2"))
        {
            Prepare = "CREATE DOMAIN positive AS integer CHECK (VALUE > 0); CREATE DOMAIN word AS text CHECK (VALUE <> 'bad')",
            Populate = "INSERT INTO t (n, w) VALUES (1, 'a'), (2, 'b')",
            Kept = "SELECT n, w FROM t ORDER BY 1",
        },
        new(
            "Columns leave a domain for wider types, with defaults, a check and an index",
            model => Domains(model, "positive", "word", "1"),
            model => Domains(model, "bigint", "text", "2"))
        {
            Prepare = "CREATE DOMAIN positive AS integer CHECK (VALUE > 0); CREATE DOMAIN word AS varchar(20) CHECK (VALUE <> 'bad')",
            Populate = "INSERT INTO t (n, w) VALUES (1, 'a'), (2, 'b')",
            Kept = "SELECT n, w FROM t ORDER BY 1",
        },
        new(
            "A key's text becomes one without case beneath a foreign key, with the extension",
            model => Caseless(model, isCaseless: false),
            model => Caseless(model, isCaseless: true))
        {
            Populate = "INSERT INTO p (k) VALUES ('a'), ('B'); INSERT INTO c (parent) VALUES ('a')",
            Kept = "SELECT k, parent FROM p LEFT JOIN c ON parent = k ORDER BY k COLLATE \"C\"",
        },
        new(
            "Extensions go with types, defaults and indexes, and others come in their place",
            model => Extended(model, isOther: false),
            model => Extended(model, isOther: true))
        {
            Populate = "INSERT INTO t (a) VALUES ('a'), ('b')",
            Kept = "SELECT a FROM t ORDER BY 1",
        },
        new(
            "A document's default, check and index change their operators",
            model => Document(model, "jsonb_ops", "{\"a\": 1}", "d ? 'a'"),
            model => Document(model, "jsonb_path_ops", "{\"b\": [1, \"it's\"]}", "d @> '{\"b\": []}' OR d ? 'a'"))
        {
            Populate = "INSERT INTO t (d) VALUES ('{\"a\": 2}')",
            Kept = "SELECT d::text FROM t",
        },
        new(
            "Arrays are widened with their defaults, checks and indexes",
            model => Lists<int>(model, "integer[]", "{1,2}"),
            model => Lists<long>(model, "bigint[]", "{3}"))
        {
            Populate = "INSERT INTO t (l) VALUES ('{1,5}'), (DEFAULT)",
            Kept = "SELECT l::text FROM t ORDER BY \"Id\"",
        },
        new(
            "Ranges are widened with their defaults, checks and indexes",
            model => Ranges<int>(model, "int4range", "[1,3)"),
            model => Ranges<long>(model, "int8range", "[5,)"))
        {
            Populate = "INSERT INTO t (r) VALUES ('[1,2]'), ('empty')",
            Kept = "SELECT r::text FROM t ORDER BY \"Id\"",
        },
        new("A range becomes several", model => Ranges<int>(model, "int4range", "[1,3)"), model => model.Map("t", table =>
        {
            table.Property<NpgsqlRange<int>[]>("r").HasColumnType("int4multirange").HasDefaultValueSql("'{[1,3)}'");
            table.HasIndex("r").HasMethod("gist");
        }))
        {
            Since = 14,
            Kept = "SELECT count(*) FROM t",
        },
        new(
            "Times lose and get precision and zones beneath a key, an index and a computed column",
            model => Times(model, "timestamp(3) without time zone", "time(0) without time zone"),
            model => Times(model, "timestamp(6) without time zone", "time(3) without time zone"))
        {
            Populate = "INSERT INTO t (at, clock) VALUES ('2020-02-29 01:02:03.5', '01:02:03')",
            Kept = "SELECT at::text, clock::text, day::text FROM t",
        },
        new(
            "Numbers get another precision and scale beneath a check, a computed column and defaults",
            model => Numbers(model, 10, 2, 1.5m),
            model => Numbers(model, 12, 4, 2.1234m))
        {
            Populate = "INSERT INTO t DEFAULT VALUES; INSERT INTO t (d) VALUES (12345678.12)",
            Kept = "SELECT d FROM t ORDER BY 1",
        },
        new(
            "Infinities, and what is no number, are defaults",
            model => Endless(model, double.PositiveInfinity, float.NaN, DateTime.MaxValue, DateOnly.MinValue),
            model => Endless(model, double.NaN, float.NegativeInfinity, DateTime.MinValue, DateOnly.MaxValue))
        {
            Populate = "INSERT INTO t DEFAULT VALUES",
            Kept = "SELECT d::text, f::text, at::text, day::text FROM t",
        },
        new("An own range type comes with a column, and the column it takes the place of goes", model => model.Map("t", table =>
        {
            table.Property<string>("r");
            table.HasIndex("r");
        }), model =>
        {
            model.HasPostgresRange("Other", "tïmes", "time");
            model.Map("t", table => table.Property<string>("s").HasColumnType("\"Other\".\"tïmes\"").HasDefaultValueSql("'[01:00,02:00)'"));
        })
        {
            Populate = "INSERT INTO t (r) VALUES ('x')",
            Kept = "SELECT \"Id\" FROM t",
        },
    }.Select(Making.OnPostgreSql);

    private static void Every(ModelBuilder model, bool isRequired)
    {
        model.HasPostgresExtension("ltree").HasPostgresExtension("citext").HasPostgresExtension("hstore");
        model.HasPostgresEnum("mood", ["it's", "ok"]);
        model.Map("t", table =>
        {
            foreach (var type in optional)
            {
                table.Property(ClrType(type), $"c {type}").HasColumnType(type).IsRequired(isRequired);
                if (isRequired)
                    table.Property(ClrType(type), $"new {type}").HasColumnType(type).IsRequired();
            }
        });
    }

    private static Type ClrType(string type) => type switch
    {
        "hstore" => typeof(Dictionary<string, string>),
        "tsvector" => typeof(NpgsqlTsVector),
        "tsquery" => typeof(NpgsqlTsQuery),
        "bit(3)" or "bit varying(5)" => typeof(BitArray),
        "int4range" => typeof(NpgsqlRange<int>?),
        "int4multirange" => typeof(NpgsqlRange<int>[]),
        "interval" => typeof(TimeSpan?),
        "money" => typeof(decimal?),
        "point" => typeof(NpgsqlPoint?),
        "uuid[]" => typeof(Guid[]),
        "numeric(5,2)[]" => typeof(decimal[]),
        "timestamptz[]" => typeof(DateTime[]),
        "oid" => typeof(uint?),
        "time with time zone" => typeof(DateTimeOffset?),
        "mood[]" or "text[]" => typeof(string[]),
        _ => typeof(string),
    };

    private static void Domains(ModelBuilder model, string number, string word, string initial) => model.Map("t", table =>
    {
        table.ToTable("t", mapped => mapped.HasCheckConstraint("ck", "n < 100 AND w <> ''"));
        table.Property(number == "bigint" ? typeof(long) : typeof(int), "n").HasColumnType(number).HasDefaultValueSql(initial);
        table.Property<string>("w").HasColumnType(word).HasDefaultValueSql($"'{initial}'");
        table.HasIndex("w", "n").IsUnique().HasFilter("n > 0");
    });

    private static void Caseless(ModelBuilder model, bool isCaseless)
    {
        if (isCaseless)
            model.HasPostgresExtension("citext");
        var type = isCaseless ? "citext" : "text";
        model.SharedTypeEntity<Dictionary<string, object>>("p", table =>
        {
            table.ToTable("p", mapped => mapped.HasCheckConstraint("ck", "k <> 'x'"));
            table.Property<string>("k").HasColumnType(type);
            table.HasKey("k");
        });
        model.Map("c", table =>
        {
            table.Property<string>("parent").HasColumnType(type).HasDefaultValue("a").IsRequired();
            table.Property<string>("u").HasColumnType(type).HasComputedColumnSql("parent || 'x'", stored: true);
            table.HasOne("p", null).WithMany().HasForeignKey("parent");
            table.HasIndex("u");
        });
    }

    private static void Extended(ModelBuilder model, bool isOther)
    {
        foreach (var extension in isOther ? new[] { "ltree", "btree_gin" } : ["hstore", "uuid-ossp", "pg_trgm"])
            model.HasPostgresExtension(extension);
        model.Map("t", table =>
        {
            table.Property<string>("a").HasColumnType(isOther ? "ltree" : "text");
            table.Property(isOther ? typeof(string) : typeof(Dictionary<string, string>), "h").HasColumnType(isOther ? "jsonb" : "hstore");
            table.Property<Guid>("g").HasDefaultValueSql(isOther ? "md5(random()::text)::uuid" : "uuid_generate_v4()");
            if (isOther)
            {
                table.HasIndex(["a"], "IX").HasMethod("gist");
                table.HasIndex(["g", "h"], "IX g").HasMethod("gin");
            }
            else
            {
                table.HasIndex(["a"], "IX").HasMethod("gin").HasOperators("gin_trgm_ops");
            }
        });
    }

    private static void Document(ModelBuilder model, string operators, string initial, string check) => model.Map("t", table =>
    {
        table.ToTable("t", mapped => mapped.HasCheckConstraint("ck", check));
        table.Property<string>("d")
            .HasColumnType("jsonb")
            .IsRequired()
            .HasDefaultValueSql($"'{initial.Replace("'", "''", StringComparison.Ordinal)}'");
        table.Property<string>("a").HasComputedColumnSql("d ->> 'a'", stored: true);
        table.HasIndex(["d"], "IX").HasMethod("gin").HasOperators(operators);
        table.HasIndex("a").HasFilter("(d -> 'a') IS NOT NULL");
    });

    private static void Lists<T>(ModelBuilder model, string type, string initial)
        where T : struct
        => model.Map("t", table =>
    {
        table.ToTable("t", mapped => mapped.HasCheckConstraint("ck", "cardinality(l) < 10 AND 7 <> ALL (l)"));
        table.Property<T[]>("l").IsRequired().HasDefaultValueSql($"'{initial}'");
        table.Property<T?>("first").HasColumnType(type[..^2]).HasComputedColumnSql("l[1]", stored: true);
        table.HasIndex("l").HasMethod("gin");
        table.HasIndex("first").IncludeProperties("l");
    });

    private static void Ranges<T>(ModelBuilder model, string type, string initial)
        where T : struct
        => model.Map("t", table =>
    {
        table.ToTable("t", mapped => mapped.HasCheckConstraint("ck", "NOT upper_inf(r) OR lower(r) > 4"));
        table.Property<NpgsqlRange<T>>("r").HasColumnType(type).HasDefaultValueSql($"'{initial}'");
        table.Property<T?>("low").HasComputedColumnSql("lower(r)", stored: true);
        table.HasIndex("r").HasMethod("gist");
    });

    private static void Times(ModelBuilder model, string at, string clock)
        => model.SharedTypeEntity<Dictionary<string, object>>("t", table =>
        {
            table.ToTable("t");
            table.Property<DateTime>("at").HasColumnType(at);
            table.Property<TimeOnly>("clock").HasColumnType(clock).HasDefaultValue(new TimeOnly(1, 2, 3));
            table.Property<DateOnly?>("day").HasComputedColumnSql("at::date", stored: true);
            table.HasKey("at", "clock");
            table.HasIndex("day", "clock").IsDescending();
        });

    private static void Numbers(ModelBuilder model, int precision, int scale, decimal initial) => model.Map("t", table =>
    {
        table.ToTable("t", mapped => mapped.HasCheckConstraint("ck", "d < 99999999.99"));
        table.Property<decimal>("d").HasPrecision(precision, scale).HasDefaultValue(initial);
        table.Property<decimal?>("twice").HasPrecision(precision + 2, scale).HasComputedColumnSql("d * 2", stored: true);
        table.HasIndex("twice").IsUnique();
    });

    private static void Endless(ModelBuilder model, double d, float f, DateTime at, DateOnly day) => model.Map("t", table =>
    {
        table.Property<double>("d").HasDefaultValue(d);
        table.Property<float>("f").HasDefaultValue(f);
        table.Property<DateTime>("at").HasColumnType("timestamp without time zone").HasDefaultValue(at);
        table.Property<DateOnly>("day").HasDefaultValue(day);
    });
}
