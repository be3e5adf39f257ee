using Autogen.Schema.Objects;
using Microsoft.EntityFrameworkCore.Migrations.Operations;
using static Autogen.Design.Tests.Planning.Make;

namespace Autogen.Design.Tests.Planning;

/// <summary>How the database numbers rows, and how that changes.</summary>
public class NumberingTests
{
    private const string Sequence = "pg_catalog.pg_get_serial_sequence('\"t\"', 'n')";

    [Theory]
    [InlineData(1, "GREATEST((SELECT pg_catalog.max(\"n\") FROM \"t\") OPERATOR(pg_catalog.+) 1")]
    [InlineData(-1, "LEAST((SELECT pg_catalog.min(\"n\") FROM \"t\") OPERATOR(pg_catalog.-) 1")]
    public void The_counter_is_set_to_the_highest_existing_number(int increment, string expected)
        => AssertPlan(
            Table("t", Column("n", "integer")),
            Table("t", Numbered(IdentityKind.ByDefault, new() { Increment = increment })),
            $"""
            AlterColumn t.n integer {(increment == 1 ? "" : "[Npgsql:IdentitySequenceOptions = '', '-1', '', '', 'False', '1'] ")}[Npgsql:ValueGenerationStrategy = IdentityByDefaultColumn] <- n integer
            SQL: SELECT pg_catalog.setval({Sequence}, {expected}, pg_catalog.nextval({Sequence})), false);
            """);

    [Fact]
    public void Rows_without_a_number_get_one()
    {
        var plan = Operations.OnPostgreSql(
            TinyDiff.Of(Database(Table("t", Column("n", "integer", true))), Database(Table("t", Identity("n", IdentityKind.ByDefault)))));
        Assert.StartsWith(
            """
            SQL: UPDATE "t" AS numbered SET "n" = missing.number
            FROM (SELECT tableoid AS part, ctid AS place, (SELECT COALESCE(pg_catalog.max("n"), 0) FROM "t") OPERATOR(pg_catalog.+) pg_catalog.row_number() OVER (ORDER BY tableoid, ctid) AS number
                  FROM "t" WHERE "n" IS NULL) missing
            WHERE numbered.tableoid OPERATOR(pg_catalog.=) missing.part AND numbered.ctid OPERATOR(pg_catalog.=) missing.place;
              ! Guess: gives rows of 't' that have no value in 'n' the numbers after the highest
            AlterColumn t.n integer 
            """,
            plan.TextWithRisks(),
            StringComparison.Ordinal);
    }

    [Fact]
    public void Numbering_ends_before_a_type_that_can_not_count()
        => AssertPlan(
            Table("t", Identity("n", IdentityKind.ByDefault)),
            Table("t", Column("n")),
            """
            SQL: ALTER TABLE "t" ALTER COLUMN "n" DROP IDENTITY;
            AlterColumn t.n text <- n integer
              ! TableRewrite: rewrites table 't' under an exclusive lock
            """);

    [Theory]
    [InlineData(IdentityKind.ByDefault)]
    [InlineData(IdentityKind.Always)]
    public void Numbering_ends_before_a_column_may_be_empty(IdentityKind kind)
        => AssertPlan(
            Table("t", Identity("n", kind)),
            Table("t", Column("n", "integer", true)),
            """
            SQL: ALTER TABLE "t" ALTER COLUMN "n" DROP IDENTITY IF EXISTS;
            AlterColumn t.n integer null <- n integer
            """);

    [Fact]
    public void Numbering_ends_by_the_operation_where_nothing_else_changes()
        => AssertPlan(
            Table("t", Identity("n", IdentityKind.Always)),
            Table("t", Column("n", "integer")),
            "AlterColumn t.n integer <- n integer [Npgsql:ValueGenerationStrategy = IdentityAlwaysColumn]");

    [Fact]
    public void A_kind_and_options_change_one_after_the_other()
        => AssertPlan(
            Table("t", Identity("n", IdentityKind.ByDefault)),
            Table("t", Numbered(IdentityKind.Always, new() { Cache = 5 })),
            """
            AlterColumn t.n integer [Npgsql:IdentitySequenceOptions = '', '1', '', '', 'False', '5'] [Npgsql:ValueGenerationStrategy = IdentityAlwaysColumn] <- n integer [Npgsql:IdentitySequenceOptions = '', '1', '', '', 'False', '5'] [Npgsql:ValueGenerationStrategy = IdentityByDefaultColumn]
            SQL: ALTER TABLE "t" ALTER COLUMN "n" SET CACHE 5;
            """);

    [Theory]
    [InlineData("bigint", null, null, "", "PERFORM pg_catalog.setval({0}, position, used);")]
    [InlineData("integer", 5L, null, " (START WITH 5)", "PERFORM pg_catalog.setval({0}, position, used);")]
    [InlineData(
        "integer",
        null,
        9L,
        " (MAXVALUE 9)",
        "IF position OPERATOR(pg_catalog.>=) 1 AND position OPERATOR(pg_catalog.<=) 9 THEN\n"
            + "        PERFORM pg_catalog.setval({0}, position, used);\n    END IF;")]
    public void A_serial_becomes_an_identity_that_continues_its_numbers(string type, long? start, long? maximum, string options, string set)
    {
        var last = Operations.OnPostgreSql(TinyDiff.Of(
            Database(Table("t", Identity("n", IdentityKind.Serial))),
            Database(Table("t", Numbered(IdentityKind.Always, new() { Start = start, Maximum = maximum }, type)))))[^1];
        Assert.Equal(
            $"""
            DO $do$
            DECLARE
                owned pg_catalog.text := {Sequence};
                position pg_catalog.int8;
                used pg_catalog.bool;
            BEGIN
                EXECUTE pg_catalog.concat('SELECT last_value, is_called FROM ', owned) INTO position, used;
                ALTER TABLE "t" ALTER COLUMN "n" DROP DEFAULT;
                EXECUTE pg_catalog.concat('DROP SEQUENCE ', owned);
                ALTER TABLE "t" ALTER COLUMN "n" ADD GENERATED ALWAYS AS IDENTITY{options};
                {set.Replace("{0}", Sequence, StringComparison.Ordinal)}
            END
            $do$;
            """,
            Operations.Sql(last.Operation));
    }

    [Theory]
    [InlineData("smallint", "smallint")]
    [InlineData("numeric", "bigint")]
    public void A_serial_s_sequence_is_of_its_type_if_that_counts(string type, string expected)
    {
        AssertPlan(
            Table("t", Column("n", type)),
            Table("t", Identity("n", IdentityKind.Serial, type)),
            $"""
            SQL: CREATE SEQUENCE "t_n_seq" AS {expected};
            SQL: ALTER TABLE "t" ALTER COLUMN "n" SET DEFAULT pg_catalog.nextval('"t_n_seq"');
            SQL: ALTER SEQUENCE "t_n_seq" OWNED BY "t"."n";
            SQL: SELECT pg_catalog.setval({Sequence}, GREATEST((SELECT pg_catalog.max("n") FROM "t") OPERATOR(pg_catalog.+) 1, pg_catalog.nextval({Sequence})), false);
            """);
        Assert.Contains(
            $"EXECUTE pg_catalog.concat('CREATE SEQUENCE ', owned, ' AS {expected} OWNED BY \"t\".\"n\"');\n"
                + "    EXECUTE pg_catalog.concat('ALTER TABLE \"t\" ALTER COLUMN \"n\" SET DEFAULT pg_catalog.nextval(', "
                + "pg_catalog.quote_literal(owned), ')');",
            Operations.OnPostgreSql(TinyDiff.Of(
                Database(Table("t", Identity("n", IdentityKind.ByDefault, type))),
                Database(Table("t", Identity("n", IdentityKind.Serial, type)))))
                .Text(),
            StringComparison.Ordinal);
    }

    [Fact]
    public void A_new_serial_that_the_word_can_not_say_is_made_of_its_parts()
    {
        static string Add(Column column, params Table[] others)
            => Operations.OnPostgreSql(
                TinyDiff.Of(Database([Table("t", Column("id")), .. others]), Database([Table("t", Column("id"), column), .. others])))
                .TextWithRisks();
        static string Parts(string name, string type, string nullable = "", string options = "") =>
            $"""
            SQL: CREATE SEQUENCE "{name}" AS {type}{options};
            AddColumn t.n {(type == "bigint" ? "numeric" : type)}{nullable} default pg_catalog.nextval('"{name}"')
              ! TableRewrite: rewrites table 't' under an exclusive lock
            SQL: ALTER SEQUENCE "{name}" OWNED BY "t"."n";
            """;
        Assert.Equal(
            "AddColumn t.n integer [Npgsql:ValueGenerationStrategy = SerialColumn]\n  ! TableRewrite: "
                + "rewrites table 't' under an exclusive lock",
            Add(Identity("n", IdentityKind.Serial)));
        Assert.Equal(Parts("t_n_seq", "integer", " null"), Add(Identity("n", IdentityKind.Serial) with { IsNullable = true }));
        Assert.Equal(Parts("t_n_seq", "integer", "", " INCREMENT BY 2"), Add(Numbered(IdentityKind.Serial, new() { Increment = 2 })));
        Assert.Equal(Parts("t_n_seq", "bigint"), Add(Identity("n", IdentityKind.Serial, "numeric")));
        Assert.Equal(Parts("t_n_seq2", "bigint"), Add(Identity("n", IdentityKind.Serial, "numeric"), Table("t_n_seq")));
    }

    [Fact]
    public void A_new_sequence_has_no_name_of_another()
    {
        var current = Database(Table("t")) with { Sequences = [new(new("t_n_seq"), "bigint", new())] };
        var target = Database(Table("t", Identity("n", IdentityKind.Serial) with { IsNullable = true })) with
        {
            Sequences = [new(new("t_n_seq2"), "bigint", new())]
        };
        Assert.Contains(
            "CREATE SEQUENCE \"t_n_seq3\" AS integer;",
            Operations.OnPostgreSql(TinyDiff.Of(current, target)).Text(),
            StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("integer", "bigint", " AS bigint NO MAXVALUE")]
    [InlineData("integer", "numeric", " NO MAXVALUE")]
    public void A_serial_s_sequence_follows_its_column_to_a_type_that_counts(string current, string target, string expected)
        => Assert.Contains(
            $"EXECUTE pg_catalog.concat('ALTER SEQUENCE ', {Sequence}, '{expected}');",
            Operations.OnPostgreSql(TinyDiff.Of(
                Database(Table("t", Identity("n", IdentityKind.Serial, current))),
                Database(Table("t", Identity("n", IdentityKind.Serial, target)))))
                .Text(),
            StringComparison.Ordinal);

    private static Column Numbered(IdentityKind kind, SequenceOptions options, string type = "integer")
        => Column("n", type) with { Identity = new Identity(kind, options) };

    private static void AssertPlan(Table current, Table target, string expected)
        => Assert.Equal(expected, Operations.OnPostgreSql(TinyDiff.Of(Database(current), Database(target))).TextWithRisks());
}
