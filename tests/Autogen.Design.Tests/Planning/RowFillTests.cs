using Autogen.Design.Planning.Columns;
using Autogen.Schema.Objects;
using Autogen.Schema.Sql;
using Autogen.Testing;
using static Autogen.Design.Tests.Planning.Make;

namespace Autogen.Design.Tests.Planning;

/// <summary>Which value existing rows get.</summary>
public class RowFillTests
{
    private static readonly Hint<RowValue> given = new(new RowValue("id + 1") { IsGiven = true });

    [Theory]
    [InlineData("1", true)]
    [InlineData("-1.5", true)]
    [InlineData("'it''s'", true)]
    [InlineData("'a'::mood", true)]
    [InlineData("'{}'::numeric(9, 2)[]", true)]
    [InlineData("TRUE", true)]
    [InlineData("DATE '2020-01-01'", true)]
    [InlineData("id", false)]
    [InlineData("\"a\"", false)]
    [InlineData("1 + 1", false)]
    [InlineData("now()", false)]
    [InlineData("CURRENT_DATE", false)]
    [InlineData("x::int", false)]
    [InlineData("'a' || 'b'", false)]
    [InlineData("(SELECT 1)", false)]
    [Case("D10")]
    public void A_constant_is_one_literal(string sql, bool isConstant)
        => Assert.Equal(isConstant, ConstantSql.IsConstant(sql, SqlSyntax.PostgreSql));

    [Fact]
    [Case("D10")]
    public void An_expression_is_set_before_the_column_is_required()
        => AssertRisks(
            Database(Keyed("t")),
            Database(Keyed("t", Column("c", "integer") with { RowValue = given })),
            """
            AddColumn t.c integer null
            SQL: UPDATE "t" SET "c" = id + 1 WHERE "c" IS NULL;
              ! Note: sets existing rows of 't' to id + 1 in 'c'
            AlterColumn t.c integer <- c integer null
              ! LongLock: locks table 't' while 't.c' is checked in all its rows
            """);

    [Fact]
    [Case("D10")]
    public void A_column_that_a_given_value_is_made_of_is_dropped_after_it()
        => AssertRisks(
            Database(Keyed("t", Column("old", "boolean"))),
            Database(Keyed(
                "t", Column("c", "integer", true) with { RowValue = new(new RowValue("length(old::text)") { IsGiven = true }) })),
            """
            AddColumn t.c integer null
            SQL: UPDATE "t" SET "c" = length(old::text) WHERE "c" IS NULL;
              ! Note: sets existing rows of 't' to length(old::text) in 'c'
            DropColumn t.old
              ! DataLoss: drops column 't.old' and what is in it
            """);

    [Fact]
    [Case("D10")]
    public void A_reference_to_other_rows_gets_no_value()
        => AssertRisks(
            Database(Keyed("p"), Keyed("t")),
            Database(Keyed("p"), Keyed("t", Column("p", "integer")) with { ForeignKeys = [ForeignKey("fk", "p", "p")] }),
            """
            AddColumn t.p integer
              ! MayFail: fails if table 't' has rows: 't.p' is required and has no default, and it refers to 'p': give it one (--backfill t.p=SQL, or HasDefaultValueSql)
            AddForeignKey t fk (p) -> p (id)
              ! MayFail: fails if rows of 't' refer to rows that 'p' does not have
              ! LongLock: writes to tables 't' and 'p' wait while all rows of 't' are checked
            """);

    [Fact]
    [Case("D1")]
    public void Equal_values_beneath_a_unique_index_are_a_danger()
        => Assert.Contains(
            "fails if table 't' has more than one row: all get '' in 'c', and unique index 'ix' takes no equal values: "
                + "give each its own (--backfill t.c=SQL)",
            Operations.OnPostgreSql(TinyDiff.Of(
                Database(Keyed("t")), Database(Keyed("t", Column("c")) with { Indexes = [Index("ix", "c") with { IsUnique = true }] })))
                .TextWithRisks(),
            StringComparison.Ordinal);

    [Fact]
    [Case("D1")]
    public void What_is_required_again_gets_the_value_of_the_property_that_the_model_has()
        => Assert.Contains(
            "SET \"c\" = 'N'",
            Operations.OnPostgreSql(TinyDiff.Of(
                Database(Keyed("t", Column("c", "text", true) with { RowValue = new(new RowValue("'N'")) })),
                Database(Keyed("t", Column("c"))))).TextWithRisks(),
            StringComparison.Ordinal);

    [Theory]
    [InlineData(0, RowCountKind.Exact, " (no rows at present)")]
    [InlineData(1, RowCountKind.Exact, " (1 row at present)")]
    [InlineData(10_000, RowCountKind.AtLeast, " (at least 10,000 rows at present)")]
    [InlineData(1_200_000, RowCountKind.Estimate, " (about 1,200,000 rows at present)")]
    [Case("D10")]
    internal void How_exact_a_number_of_rows_is_is_part_of_it(long number, RowCountKind kind, string text)
        => Assert.Equal(text, new RowCount(number, kind).ToString());

    private static void AssertRisks(DatabaseSchema current, DatabaseSchema target, string expected)
        => Assert.Equal(expected, Operations.OnPostgreSql(TinyDiff.Of(current, target)).TextWithRisks());
}
