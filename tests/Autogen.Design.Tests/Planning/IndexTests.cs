using Autogen.Schema.Objects;
using Microsoft.EntityFrameworkCore.Migrations.Operations;
using static Autogen.Design.Tests.Planning.Make;

namespace Autogen.Design.Tests.Planning;

/// <summary>Indexes as the provider says them, and as SQL where it can't.</summary>
public class IndexTests
{
    private static readonly TableIndex Lower = new() { Name = "ix", Parts = [new() { Expression = new("lower(a)") }] };

    public static TheoryData<TableIndex, string> Statements => new()
    {
        { Lower, """CREATE INDEX "ix" ON "t" ((lower(a)));""" },
        { Lower with { IsUnique = true }, """CREATE UNIQUE INDEX "ix" ON "t" ((lower(a)));""" },
        { Lower with { Method = "gin" }, """CREATE INDEX "ix" ON "t" USING gin ((lower(a)));""" },
        { Lower with { NullsDistinct = false }, """CREATE INDEX "ix" ON "t" ((lower(a))) NULLS NOT DISTINCT;""" },
        { Lower with { IncludedColumns = ["b", "c"] }, """CREATE INDEX "ix" ON "t" ((lower(a))) INCLUDE ("b", "c");""" },
        { Lower with { Filter = new("b <> ''") }, """CREATE INDEX "ix" ON "t" ((lower(a))) WHERE b <> '';""" },
        {
            Lower with { StorageParameters = [new("fillfactor", "70"), new("fastupdate", "off")] },
            """CREATE INDEX "ix" ON "t" ((lower(a))) WITH (fillfactor = '70', fastupdate = 'off');"""
        },
        { Of(new() { Column = "a", Collation = new("public", "de") }), """CREATE INDEX "ix" ON "t" ("a" COLLATE "public"."de");""" },
        { Of(new() { Column = "a", OperatorClass = "public.ops" }), """CREATE INDEX "ix" ON "t" ("a" "public"."ops");""" },
        { Of(new() { Column = "a", OperatorClass = "\"Ops\"" }), """CREATE INDEX "ix" ON "t" ("a" "Ops");""" },
        { Of(new() { Column = "a", OperatorClass = "ops(siglen='32')" }), """CREATE INDEX "ix" ON "t" ("a" ops(siglen='32'));""" },
        {
            Of(new() { Expression = new("lower(a)"), IsDescending = true, NullsOrder = NullsOrder.First }),
            """CREATE INDEX "ix" ON "t" ((lower(a)) DESC NULLS FIRST);"""
        },
        {
            Of(new() { Expression = new("lower(a)"), NullsOrder = NullsOrder.Last }),
            """CREATE INDEX "ix" ON "t" ((lower(a)) NULLS LAST);"""
        },
        { Of(new() { Column = "a", IsDescending = true }) with { Method = "gist" }, """CREATE INDEX "ix" ON "t" USING gist ("a" DESC);""" },
        {
            Of(new() { Column = "a" }, new() { Column = "b", NullsOrder = NullsOrder.First }) with { Method = "gist" },
            """CREATE INDEX "ix" ON "t" USING gist ("a", "b" NULLS FIRST);"""
        },
    };

    [Theory]
    [MemberData(nameof(Statements))]
    public void What_the_provider_can_not_say_is_SQL(TableIndex index, string expected)
        => Assert.Equal("SQL: " + expected, Plan(index));

    public static TheoryData<TableIndex, string> Said => new()
    {
        { Of(new() { Column = "a" }) with { Method = "gist" }, "(a) [Npgsql:IndexMethod = gist]" },
        { Of(new() { Column = "a", IsDescending = true }, new() { Column = "b" }), "(a desc, b)" },
        {
            Of(
                new() { Column = "a", NullsOrder = NullsOrder.First },
                new() { Column = "b" },
                new() { Column = "c", NullsOrder = NullsOrder.Last }),
            "(a, b, c) [Npgsql:IndexNullSortOrder = NullsFirst|Unspecified|NullsLast]"
        },
        {
            Of(new() { Column = "a", Collation = new("C") }, new() { Column = "b", OperatorClass = "text_ops" }),
            "(a, b) [Npgsql:IndexOperators = |text_ops] [Relational:Collation = C|]"
        },
        {
            Of(new() { Column = "a" }) with { NullsDistinct = false, IncludedColumns = ["b"] },
            "(a) [Npgsql:IndexInclude = b] [Npgsql:NullsDistinct = False]"
        },
    };

    [Theory]
    [MemberData(nameof(Said))]
    public void What_the_provider_can_say_is_its_operation(TableIndex index, string expected)
        => Assert.Equal("CreateIndex ix on t " + expected, Plan(index));

    [Fact]
    public void No_order_is_written_when_all_is_ascending()
    {
        var operation = Assert.IsType<CreateIndexOperation>(Operations.OnPostgreSql(
            TinyDiff.Of(Database(Table("t")), Database(Table("t") with { Indexes = [Index("ix", "a")] })))[0].Operation);
        Assert.Null(operation.IsDescending);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void An_index_is_built_outside_the_transaction_only_where_others_may_wait_for_it(bool isExpression)
    {
        var index = (isExpression ? Lower : Index("ix", "a")) with { IsCreatedConcurrently = new(true), IsUnique = true };
        var (current, target) = (Database(Table("t", Column("a"))), Database(Table("t", Column("a")) with { Indexes = [index] }));
        Assert.Equal(
            (isExpression
                ? """SQL outside: CREATE UNIQUE INDEX CONCURRENTLY "ix" ON "t" ((lower(a)));"""
                : "CreateIndex unique ix on t (a) [Npgsql:CreatedConcurrently = True]") +
            """

              ! MayFail: fails if rows of 't' have equal values for unique index 'ix'
              ! Note: builds index 'ix' outside the revision's transaction; if that fails, an invalid index is left, which must be dropped
            """,
            Operations.OnPostgreSql(TinyDiff.Of(current, target)).TextWithRisks());
        Assert.Equal(
            "CreateTable t (a text)\n"
                + (isExpression ? """SQL: CREATE UNIQUE INDEX "ix" ON "t" ((lower(a)));""" : "CreateIndex unique ix on t (a)"),
            Operations.OnPostgreSql(TinyDiff.Of(Database(), target)).TextWithRisks());
        if (!isExpression)
            Assert.Equal(
                "CreateIndex unique ix on t (a)\n  ! MayFail: fails if rows of 't' have equal values for unique index 'ix'",
                Operations.OnSqlite(TinyDiff.Of(current, target)).TextWithRisks());
    }

    private static TableIndex Of(IndexPart first, IndexPart? second = null, IndexPart? third = null)
        => new() { Name = "ix", Parts = new[] { first, second, third }.OfType<IndexPart>().ToEquatableList() };

    private static string Plan(TableIndex index)
    {
        var table = Table("t", Column("a"), Column("b"), Column("c"));
        return Operations.OnPostgreSql(TinyDiff.Of(Database(table), Database(table with { Indexes = [index] }))).Text();
    }
}
