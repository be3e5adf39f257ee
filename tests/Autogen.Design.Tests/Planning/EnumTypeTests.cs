using Autogen.Schema.Objects;
using static Autogen.Design.Tests.Planning.Make;

namespace Autogen.Design.Tests.Planning;

/// <summary>Enumerated types: by the cheapest statement that does it.</summary>
public class EnumTypeTests
{
    [Theory]
    [InlineData("b", "a b c", "'a' BEFORE 'b'|'c' AFTER 'b'")]
    [InlineData("a c", "a b c", "'b' AFTER 'a'")]
    [InlineData("", "a b", "'a'|'b' AFTER 'a'")]
    public void A_label_is_added_in_its_place(string current, string target, string expected)
        => Assert.Equal(
            string.Join('\n', expected.Split('|').Select(label => $"SQL: ALTER TYPE \"mood\" ADD VALUE {label};")),
            Operations.OnPostgreSql(
                TinyDiff.Of(Database() with { EnumTypes = [Mood(current)] }, Database() with { EnumTypes = [Mood(target)] }))
                .Text());

    [Fact]
    public void A_label_gets_another_name()
        => Assert.Equal(
            """SQL: ALTER TYPE "mood" RENAME VALUE 'a' TO 'b';""",
            Operations.OnPostgreSql(TinyDiff.Of(
                Database() with { EnumTypes = [Mood("a x")] },
                Database() with { EnumTypes = [Mood("b x") with { Renames = new([new("a", "b")]) }] })).TextWithRisks());

    [Theory]
    [InlineData("mood", "state", true)]
    [InlineData("mood[]", "state[]", true)]
    [InlineData("mood", "state[]", false)]
    public void Columns_follow_a_type_that_gets_another_name(string current, string target, bool follow)
    {
        var plan = Operations.OnPostgreSql(TinyDiff.Of(
            Database(Keyed("t", Column("m", current))) with { EnumTypes = [Mood("a")] },
            Database(Keyed("t", Column("m", target))) with { EnumTypes = [new(new("state"), ["a"])] },
            "mood=state")).Text();
        Assert.Equal("""SQL: ALTER TYPE "mood" RENAME TO "state";"""
            + (follow ? "" : "\n" + """SQL: ALTER TABLE "t" ALTER COLUMN "m" TYPE state[] USING "m"::text::state[];"""), plan);
    }

    [Fact]
    public void Recreating_a_type_lists_the_risks_of_each_column()
    {
        var rows = Keyed("t", Column("m", "mood", value: "'a'") with { Dependents = new(["view 'v'"]) }, Column("n", "mood[]")) with
        {
            RowEstimate = new(7),
        };
        Assert.Equal(
            """
            SQL: ALTER TYPE "mood" RENAME TO "mood_old";
            SQL: CREATE TYPE "mood" AS ENUM ('a');
            SQL: ALTER TABLE "t" ALTER COLUMN "m" DROP DEFAULT;
            SQL: ALTER TABLE "t" ALTER COLUMN "m" TYPE "mood" USING "m"::text::"mood";
              ! MayFail: fails if a row still has 'b' or 'c' in 't.m': change such rows before
              ! MayFail: fails as long as view 'v' depends on 't.m': drop it before (op.Sql), and create it again after
              ! TableRewrite: rewrites table 't' (about 7 rows) under an exclusive lock
            SQL: ALTER TABLE "t" ALTER COLUMN "m" SET DEFAULT 'a';
            SQL: ALTER TABLE "t" ALTER COLUMN "n" TYPE "mood"[] USING "n"::text[]::"mood"[];
              ! MayFail: fails if a row still has 'b' or 'c' in 't.n': change such rows before
              ! TableRewrite: rewrites table 't' (about 7 rows) under an exclusive lock
            SQL: DROP TYPE "mood_old";
            """,
            Operations.OnPostgreSql(TinyDiff.Of(
                Database(rows) with { EnumTypes = [Mood("a b c")] },
                Database(Keyed("t", Column("m", "mood", value: "'a'"), Column("n", "mood[]"))) with { EnumTypes = [Mood("a")] }))
                .TextWithRisks());
    }

    [Fact]
    public void Seed_rows_are_updated_before_an_enum_label_is_dropped()
        => Assert.Contains(
            """TYPE "mood" USING CASE WHEN "id" = 1 THEN 'a'::"mood" ELSE "m"::text::"mood" END;""",
            Operations.OnPostgreSql(TinyDiff.Of(
                Database(Keyed("t", Column("m", "mood")) with { SeedRows = [Row(1, ("m", "b")), Row(2, ("m", "a"))] }) with
                {
                    EnumTypes = [Mood("a b")]
                },
                Database(Keyed("t", Column("m", "mood")) with { SeedRows = [Row(1, ("m", "a")), Row(2, ("m", "a"))] }) with
                {
                    EnumTypes = [Mood("a")]
                }))
                .Text(),
            StringComparison.Ordinal);

    public static TheoryData<string, Table, bool> Uses => new()
    {
        { "nothing new", Used, false },
        { "a default", Used with { Columns = [.. Used.Columns, Column("n", "mood", value: "'new'")] }, true },
        {
            "an altered default",
            Used with { Columns = [Used.Columns[0], Used.Columns[1] with { Default = new("'new'") }, Used.Columns[2]] },
            true
        },
        { "a value for rows that are there", Used with { Columns = [.. Used.Columns, Column("n", "mood")] }, true },
        { "a column that may be empty", Used with { Columns = [.. Used.Columns, Column("n", "mood", true)] }, false },
        {
            "a column that is required",
            Used with { Columns = [Used.Columns[0], Used.Columns[1], Used.Columns[2] with { IsNullable = false }] },
            true
        },
        {
            "a column that need not be",
            Used with { Columns = [Used.Columns[0], Used.Columns[1] with { IsNullable = true }, Used.Columns[2]] },
            false
        },
        { "a computed column", Used with { Columns = [.. Used.Columns, Computed("n", "boolean", "m = 'new'")] }, true },
        { "a check", Used with { CheckConstraints = [new("ck", new("m <> 'new'"))] }, true },
        { "another check", Used with { CheckConstraints = [new("ck", new("m <> 'a'"))] }, false },
        { "a filter", Used with { Indexes = [Index("ix", "m") with { Filter = new("m <> 'new'") }] }, true },
        { "an expression", Used with { Indexes = [new() { Name = "ix", Parts = [new() { Expression = new("m = 'new'") }] }] }, true },
        { "a row", Used with { SeedRows = [Row(1, ("m", "new"))] }, true },
        { "a key", Used with { SeedRows = [new([Value("m", "new")], [])] }, true },
        { "another row", Used with { SeedRows = [Row(1, ("m", "a"))] }, false },
    };

    private static Table Used => Keyed("t", Column("m", "mood"), Column("o", "mood", true));

    [Theory]
    [MemberData(nameof(Uses))]
    public void A_type_is_recreated_only_where_its_new_label_is_used_at_once(string use, Table target, bool isAnew)
    {
        Assert.NotEmpty(use);
        var plan = Operations.OnPostgreSql(
            TinyDiff.Of(Database(Used) with { EnumTypes = [Mood("a")] }, Database(target) with { EnumTypes = [Mood("new a")] }))
            .Text();
        Assert.Equal(isAnew, !plan.Contains("ADD VALUE 'new' BEFORE 'a'", StringComparison.Ordinal));
    }

    public static TheoryData<string, Table, bool> UsesInNewTables => new()
    {
        { "a default", Table("n", Column("m", "mood", value: "'new'")), true },
        { "no default", Table("n", Column("m", "mood")), false },
        { "a check", Table("n", Column("m", "mood")) with { CheckConstraints = [new("ck", new("m <> 'new'"))] }, true },
        { "a filter", Table("n", Column("m", "mood")) with { Indexes = [Index("ix", "m") with { Filter = new("m <> 'new'") }] }, true },
        { "a row", Keyed("n", Column("m", "mood")) with { SeedRows = [Row(1, ("m", "new"))] }, true },
        { "a text", Keyed("n", Column("m", value: "'new'")), false },
    };

    [Theory]
    [MemberData(nameof(UsesInNewTables))]
    public void A_new_table_uses_a_new_label_too(string use, Table added, bool isAnew)
    {
        Assert.NotEmpty(use);
        var plan = Operations.OnPostgreSql(
            TinyDiff.Of(Database(Used) with { EnumTypes = [Mood("a")] }, Database(Used, added) with { EnumTypes = [Mood("new a")] }))
            .Text();
        Assert.Equal(isAnew, !plan.Contains("ADD VALUE 'new' BEFORE 'a'", StringComparison.Ordinal));
    }

    [Fact]
    public void A_type_leaves_its_name_to_a_table()
        => Assert.Equal(
            """
            SQL: ALTER TYPE "mood" RENAME TO "mood_old3";
            RenameTable t -> mood
            AlterDatabase [Npgsql:Enum:mood_old2 = a] <-
            SQL: DROP TYPE "mood_old3";
            """,
            Operations.OnPostgreSql(TinyDiff.Of(
                Database(Table("t"), Table("mood_old")) with { EnumTypes = [Mood("a")] },
                Database(Table("mood"), Table("mood_old")) with { EnumTypes = [new(new("mood_old2"), ["a"])] },
                "t=mood")).Text());

    private static EnumType Mood(string labels) => new(new("mood"), [.. labels.Split(' ', StringSplitOptions.RemoveEmptyEntries)]);
}
