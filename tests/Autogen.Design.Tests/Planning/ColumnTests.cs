using Autogen.Schema.Comparison;
using Autogen.Schema.Dialects;
using Autogen.Schema.Objects;
using Microsoft.EntityFrameworkCore.Migrations.Operations;
using static Autogen.Design.Tests.Planning.Make;

namespace Autogen.Design.Tests.Planning;

/// <summary>Columns that come and change, and what is said of it.</summary>
public class ColumnTests
{
    [Theory]
    [InlineData("nextval('s')", true)]
    [InlineData("RANDOM()", true)]
    [InlineData("gen_random_uuid()", true)]
    [InlineData("uuid_generate_v4()", true)]
    [InlineData("uuidv4()", true)]
    [InlineData("uuidv7()", true)]
    [InlineData("clock_timestamp()", true)]
    [InlineData("timeofday()", true)]
    [InlineData("now()", false)]
    [InlineData("'random'", false)]
    [InlineData("'x'", false)]
    public void A_default_that_differs_from_row_to_row_rewrites_the_table(string value, bool rewrites)
        => AssertPlan(
            Keyed("t"),
            Keyed("t", Column("c", value: value)),
            $"AddColumn t.c text default {value}" + (rewrites ? "\n  ! TableRewrite: rewrites table 't' under an exclusive lock" : ""));

    [Fact]
    public void Existing_rows_are_given_a_value()
    {
        const string Guess = "\n  ! Guess: sets existing rows of 't' to '' in 'c'";
        AssertPlan(Keyed("t"), Keyed("t", Column("c")), $"AddColumn t.c text default ''{Guess}\nAlterColumn t.c text <- c text default ''");
        Assert.Equal(
            "AddColumn t.c TEXT default ''" + Guess,
            Operations.OnSqlite(TinyDiff.Of(Database(Keyed("t")), Database(Keyed("t", Column("c", "TEXT"))))).TextWithRisks());
    }

    [Fact]
    public void What_is_computed_on_reading_rewrites_nothing()
        => AssertPlan(
            Keyed("t"),
            Keyed("t", Computed("c", "integer", "id + 1") with { Generated = new(new("id + 1"), false) }),
            "AddColumn t.c integer null as id + 1");

    [Theory]
    [InlineData("'d'", "Note", "'d'")]
    [InlineData(null, "Guess", "''")]
    public void A_columns_own_default_is_not_a_guess(string? value, string kind, string given)
        => AssertPlan(
            Keyed("t", Column("c", "text", true, value)),
            Keyed("t", Column("c", "text", false, value)),
            $"""
            SQL: UPDATE "t" SET "c" = {given} WHERE "c" IS NULL;
              ! {kind}: gives rows of 't' that have no value in 'c' the value {given}
            AlterColumn t.c text{(value is null ? "" : " default 'd'")} <- c text null{(value is null ? "" : " default 'd'")}
              ! LongLock: locks table 't' while 't.c' is checked in all its rows
            """);

    public static TheoryData<TypeConversion, string> Conversions => new()
    {
        { new(null, false, false, false), "AlterColumn t.c b <- c a" },
        {
            new(null, true, false, false),
            "AlterColumn t.c b <- c a\n  ! DataLoss: changes 't.c' from a to b: values may be cut or lose precision"
        },
        { new(null, false, true, false), "AlterColumn t.c b <- c a\n  ! MayFail: fails if a value can't be changed: 't.c' from a to b" },
        { new(null, false, false, true), "AlterColumn t.c b <- c a\n  ! TableRewrite: rewrites table 't' under an exclusive lock" },
        {
            new("x::b", true, true, true),
            """
            SQL: ALTER TABLE "t" ALTER COLUMN "c" TYPE b USING x::b;
              ! DataLoss: changes 't.c' from a to b: values may be cut or lose precision
              ! MayFail: fails if a value can't be changed: 't.c' from a to b
              ! TableRewrite: rewrites table 't' under an exclusive lock
            """
        },
        {
            new(null, false, false, false) { InUtc = true },
            """
            SQL: DO $do$
            DECLARE
                zone pg_catalog.text := pg_catalog.current_setting('TimeZone');
            BEGIN
                PERFORM pg_catalog.set_config('TimeZone', 'UTC', true);
                ALTER TABLE "t" ALTER COLUMN "c" TYPE b;
                PERFORM pg_catalog.set_config('TimeZone', zone, true);
            END
            $do$;
            """
        },
    };

    [Theory]
    [MemberData(nameof(Conversions))]
    public void What_a_change_of_type_endangers_is_what_the_dialect_says_of_it(TypeConversion conversion, string expected)
    {
        var plan = new Design.Planning.Planner(new ConvertingDialect(conversion), new TestClrTypes()).Plan(
            TinyDiff.Of(Database(Keyed("t", Column("c", "a"))), Database(Keyed("t", Column("c", "b")))));
        Assert.Equal(expected, plan.TextWithRisks());
        Assert.Equal(
            conversion.MayLoseData && conversion.Using is null, plan[^1].Operation is AlterColumnOperation { IsDestructiveChange: true });
    }

    [Fact]
    public void A_type_that_loses_data_has_other_risks_too()
        => Assert.True(Assert.IsType<AlterColumnOperation>(Assert.Single(
            new Design.Planning.Planner(new ConvertingDialect(new(null, true, true, true)), new TestClrTypes()).Plan(TinyDiff.Of(
                Database(Keyed("t", Column("c", "a"))), Database(Keyed("t", Column("c", "b")))))).Operation).IsDestructiveChange);

    [Fact]
    public void A_column_without_a_type_is_reported()
        => Assert.Equal(
            "AlterColumn t.c b <- c \n  ! MayFail: fails if a value can't be changed: 't.c' from no type to b",
            new Design.Planning.Planner(new ConvertingDialect(new(null, false, true, false)), new TestClrTypes())
                .Plan(TinyDiff.Of(Database(Keyed("t", Column("c", ""))), Database(Keyed("t", Column("c", "b"))))).TextWithRisks());

    [Fact]
    public void A_collation_comes_with_the_type()
        => AssertPlan(
            Keyed("t", Column("c", "integer")),
            Keyed("t", Column("c", "citext") with { Collation = new("public", "de") }),
            """
            SQL: ALTER TABLE "t" ALTER COLUMN "c" TYPE citext COLLATE "public"."de" USING "c"::text::citext;
              ! MayFail: fails if a value can't be changed: 't.c' from integer to citext
              ! TableRewrite: rewrites table 't' under an exclusive lock
            """);

    [Fact]
    public void Values_of_the_model_s_rows_come_with_the_type()
        => AssertPlan(
            Keyed("t", Column("c"), Column("d")) with
            {
                SeedRows = [Row(1, ("c", "one"), ("d", "x")), Row(2, ("c", "2"), ("d", "x")), Row(3, ("c", "three"), ("d", "x"))]
            },
            Keyed("t", Column("c", "integer"), Column("d")) with
            {
                SeedRows = [Row(1, ("c", 1), ("d", "x")), Row(2, ("c", "2"), ("d", "y")), Row(3, ("c", 3), ("d", "x"))]
            },
            """
            SQL: ALTER TABLE "t" ALTER COLUMN "c" TYPE integer USING CASE WHEN "id" = 1 THEN 1::integer WHEN "id" = 3 THEN 3::integer ELSE "c"::integer END;
              ! MayFail: fails if a value can't be changed: 't.c' from text to integer
              ! TableRewrite: rewrites table 't' under an exclusive lock
            UpdateData t (id: integer) (1) set (c: integer) (1)
            UpdateData t (id: integer) (2) set (d: text) (y)
            UpdateData t (id: integer) (3) set (c: integer) (3)
            """);

    [Theory]
    [InlineData(12, "ALTER TABLE \"t\" ADD COLUMN \"c_kept\" text;", true)]
    [InlineData(13, "ALTER TABLE \"t\" ALTER COLUMN \"c\" DROP EXPRESSION;", false)]
    public void A_computed_column_keeps_its_values_by_the_cheaper_statement(int version, string expected, bool rewrites)
    {
        var current = Database(Keyed("t", Column("a"), Computed("c", "text", "lower(a)"))) with { ServerVersion = new(version) };
        foreach (var (one, other) in new[]
        {
            (current, Database(Keyed("t", Column("a"), Column("c", nullable: true)))),
            (current with { ServerVersion = new(0) }, Database(Keyed("t", Column("a"), Column("c", nullable: true))) with
            {
                ServerVersion = new(version)
            })
        })
        {
            var first = Operations.OnPostgreSql(TinyDiff.Of(one, other))[0];
            Assert.Equal(expected, Operations.Sql(first.Operation).Split('\n')[0]);
            Assert.Equal(rewrites ? "rewrites table 't' under an exclusive lock" : null, first.Risks.SingleOrDefault()?.Message);
        }
    }

    [Theory]
    [InlineData("text", typeof(string))]
    [InlineData("mood", typeof(string))]
    [InlineData("mood[]", typeof(string[]))]
    [InlineData("smallint", typeof(short))]
    [InlineData("integer", typeof(int))]
    [InlineData("bigint", typeof(long))]
    public void The_revision_knows_types_of_the_framework_only(string type, Type expected)
    {
        var column = type is "text" or "mood" or "mood[]"
            ? Column("c", type) with { ClrType = new(typeof(DayOfWeek)) }
            : Identity("c", IdentityKind.ByDefault, type) with { ClrType = new(typeof(string)) };
        var plan = Operations.OnPostgreSql(TinyDiff.Of(
            Database() with { EnumTypes = [new(new("mood"), ["ok"])] },
            Database(Table("t", column)) with { EnumTypes = [new(new("mood"), ["ok"])] }));
        Assert.Equal(expected, Assert.IsType<CreateTableOperation>(plan[0].Operation).Columns[0].ClrType);
    }

    [Theory]
    [InlineData("a", "value a")]
    [InlineData("a\nb", "default 'sql'")]
    [InlineData("\rb", "default 'sql'")]
    [InlineData('\n', "default 'sql'")]
    [InlineData('\r', "default 'sql'")]
    [InlineData('a', "value a")]
    [InlineData(5, "value 5")]
    public void A_default_of_several_lines_is_SQL_where_the_provider_would_make_it_a_calculation(object value, string expected)
    {
        var target = Database(Table("t", Column("c", "TEXT") with { Default = new SqlExpression("'sql'") { Value = new(value) } }));
        Assert.Equal($"CreateTable t (c TEXT {expected})", Operations.OnSqlite(TinyDiff.Of(Database(), target)).Text());
        Assert.Equal($"CreateTable t (c TEXT value {value})", Operations.OnPostgreSql(TinyDiff.Of(Database(), target)).Text());
    }

    [Theory]
    [InlineData("json")]
    [InlineData("jsonb")]
    public void A_default_that_is_a_document_is_SQL(string type)
        => Assert.Equal(
            $"CreateTable t (c {type} default 'sql')",
            Operations.OnPostgreSql(TinyDiff.Of(
                Database(), Database(Table("t", Column("c", type) with { Default = new SqlExpression("'sql'") { Value = new("") } }))))
                .Text());

    [Fact]
    public void A_collation_with_a_schema_is_part_of_the_type()
        => Assert.Equal(
            """CreateTable t (a text collate en_US.utf8, b text COLLATE "public"."de")""",
            Operations.OnPostgreSql(TinyDiff.Of(
                Database(),
                Database(
                    Table("t", Column("a") with { Collation = new("en_US.utf8") }, Column("b") with { Collation = new("public", "de") }))))
                .Text());

    private static void AssertPlan(Table current, Table target, string expected)
        => Assert.Equal(expected, Operations.OnPostgreSql(TinyDiff.Of(Database(current), Database(target))).TextWithRisks());

    private sealed class ConvertingDialect(TypeConversion conversion) : PostgreSqlTestDialect
    {
        public override TypeConversion Conversion(Column current, Column target, DatabaseSchema currentSchema, DatabaseSchema targetSchema)
            => conversion;
    }
}
