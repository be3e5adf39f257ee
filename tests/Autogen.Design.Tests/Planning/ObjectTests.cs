using Autogen.Design.Planning;
using Autogen.Design.Planning.Naming;
using Autogen.Design.Planning.Steps;
using Autogen.Schema.Comparison;
using Autogen.Schema.Dialects;
using Autogen.Schema.Objects;
using Microsoft.EntityFrameworkCore.Migrations.Operations;
using static Autogen.Design.Tests.Planning.Make;

namespace Autogen.Design.Tests.Planning;

/// <summary>Tables as a whole, what belongs to none, and the order of steps that nothing forces.</summary>
public class ObjectTests
{
    [Fact]
    public void Objects_without_a_table_may_still_be_used_when_they_are_dropped()
    {
        var target = Database() with
        {
            Schemas = ["s"],
            Extensions = [new("citext")],
            Collations = [new(new("de")) { Definition = new("provider = icu") }],
            RangeTypes = [new(new("span")) { Definition = new("subtype = integer") }],
        };
        Assert.Equal(
            """
            EnsureSchema s
            AlterDatabase [Npgsql:PostgresExtension:citext = ,,] <-
            SQL: CREATE COLLATION "de" (provider = icu);
            SQL: CREATE TYPE "span" AS RANGE (subtype = integer);
            """,
            Operations.OnPostgreSql(TinyDiff.Of(Database(), target)).TextWithRisks());
        Assert.Equal(
            """
            SQL: DROP TYPE "span";
              ! MayFail: fails if anything still uses range type 'span'
            SQL: DROP COLLATION "de";
              ! MayFail: fails if anything still uses collation 'de'
            SQL: DROP EXTENSION "citext";
              ! MayFail: fails if anything still uses extension 'citext'
            DropSchema s
              ! MayFail: fails if schema 's' holds anything that the tool does not know, such as functions or views
            """,
            Operations.OnPostgreSql(TinyDiff.Back(Database(), target)).TextWithRisks());
    }

    [Fact]
    public void A_schema_gets_another_name()
        => Assert.Equal(
            """SQL: ALTER SCHEMA "a" RENAME TO "b";""",
            Operations.OnPostgreSql(new SchemaDiff(
                Database(),
                Database(),
                [new Altered<string>(ObjectKind.Schema, null, "a", "b", [new("Name", "a", "b", Significance.Significant, "")])]))
                .Text());

    [Theory]
    [InlineData("a", "b")]
    [InlineData("b", "a")]
    public void Principals_are_logged_first_and_unlogged_last(string principal, string child)
    {
        DatabaseSchema With(bool isUnlogged) => Database(
            Table(principal, Column("id", "integer")) with { IsUnlogged = isUnlogged },
            Table(child, Column("id", "integer")) with { IsUnlogged = isUnlogged, ForeignKeys = [ForeignKey("fk", "id", principal)] });
        Assert.Equal(
            $"""
            AlterTable {child} [Npgsql:UnloggedTable = True] <-
              ! TableRewrite: rewrites table '{child}' under an exclusive lock
            AlterTable {principal} [Npgsql:UnloggedTable = True] <-
              ! TableRewrite: rewrites table '{principal}' under an exclusive lock
            """,
            Operations.OnPostgreSql(TinyDiff.Of(With(false), With(true))).TextWithRisks());
        Assert.Equal(
            $"AlterTable {principal} <- [Npgsql:UnloggedTable = True]\nAlterTable {child} <- [Npgsql:UnloggedTable = True]",
            Operations.OnPostgreSql(TinyDiff.Back(With(false), With(true))).Text());
    }

    [Fact]
    public void A_comment_rewrites_nothing()
        => Assert.Equal(
            "AlterTable t 'b' <- 'a'",
            Operations.OnPostgreSql(TinyDiff.Of(Database(Table("t") with { Comment = "a" }), Database(Table("t") with { Comment = "b" })))
                .TextWithRisks());

    [Fact]
    public void Comments_are_for_databases_that_keep_them()
    {
        var diff = TinyDiff.Of(Database(), Database(Table("t", Column("c") with { Comment = "of c" }) with { Comment = "of t" }));
        Assert.Equal(("of t", "of c"), Comments(Operations.OnPostgreSql(diff)));
        Assert.Equal((null, null), Comments(Operations.OnSqlite(diff)));

        static (string?, string?) Comments(IReadOnlyList<PlannedOperation> plan)
            => Assert.IsType<CreateTableOperation>(plan[0].Operation) is var table ? (table.Comment, table.Columns[0].Comment) : default;
    }

    [Fact]
    public void A_partitioned_table_becomes_a_plain_one_with_a_note()
        => Assert.Equal(
            "CreateTable t (a text)\n  ! Note: table 't' was partitioned by RANGE (a); it is made as a plain table",
            Operations.OnPostgreSql(TinyDiff.Of(Database(), Database(Table("t", Column("a")) with { PartitionKey = new("RANGE (a)") })))
                .TextWithRisks());

    [Fact]
    public void A_temporary_name_is_neither_current_nor_target()
        => Assert.StartsWith(
            "RenameTable a -> a_moving3\n",
            Operations.OnPostgreSql(TinyDiff.Of(
                Database(Table("a"), Table("b"), Table("a_moving")),
                Database(Table("a"), Table("b"), Table("a_moving"), Table("a_moving2")),
                "a=b",
                "b=a"))
                .Text(),
            StringComparison.Ordinal);

    /// <summary>The check is over a column whose type changes.</summary>
    [Theory]
    [InlineData("character varying(5)", "text", false)]
    [InlineData("text", "character varying", false)]
    [InlineData("numeric(5,2)", "numeric(8,3)", false)]
    [InlineData("timestamp(3) with time zone", "timestamp(6) with time zone", false)]
    [InlineData("timestamp(3) with time zone", "timestamp(3) without time zone", true)]
    [InlineData("integer", "bigint", true)]
    [InlineData("text", "citext", true)]
    [InlineData("citext", "text", true)]
    public void Dependents_are_recreated_only_if_they_read_another_type(string current, string target, bool isAnew)
    {
        DatabaseSchema With(string type)
            => Database(Keyed("t", Column("c", type)) with
            {
                CheckConstraints = [new("ck", new("c <> ''"))],
                Indexes = [Index("ix", "id") with { Filter = new("c <> ''") }]
            });
        var plan = new Planner(new SilentDialect(), new TestClrTypes()).Plan(TinyDiff.Of(With(current), With(target))).Text();
        Assert.Equal(
            isAnew
                ? $"""
                DropIndex ix on t
                DropCheckConstraint ck on t
                AlterColumn t.c {target} <- c {current}
                AddCheckConstraint ck on t (c <> '')
                CreateIndex ix on t (id) where c <> ''
                """
                : $"AlterColumn t.c {target} <- c {current}",
            plan);
    }

    [Theory]
    [InlineData(true, false, "index/b index/a.a index/a.b index/b.a rename/a")]
    [InlineData(false, false, "index/b rename/a index/a.a index/a.b index/b.a")]
    [InlineData(false, true, "rename/a index/b index/a.a index/a.b index/b.a")]
    public void Steps_are_in_one_order(bool altersInPlace, bool renamesFirst, string expected)
    {
        static Step Of(Phase phase, string? table, string name)
            => new(new Vertex(phase, ObjectKind.Index, table is null ? null : new(table), name), []);
        static string Text(Step step)
            => (step.Vertex.Phase == Phase.Rename ? "rename/" : "index/") + (step.Vertex.Table is { } table ? $"{table}." : "")
                + step.Vertex.Name;
        Step[] steps =
        [
            Of(Phase.Rename, null, "a"), Of(Phase.DropIndex, "a", "a"), Of(Phase.DropIndex, null, "b"), Of(Phase.DropIndex, "b", "a"),
            Of(Phase.DropIndex, "a", "b")
        ];
        var order = new StepOrder(altersInPlace, renamesFirst);
        Array.Sort(steps, order);
        Assert.Equal(expected, string.Join(' ', steps.Select(Text)));
        int Sign(Step one, Step other) => Math.Sign(order.Compare(one, other));
        Assert.All(
            steps.Zip(steps.Skip(1)),
            pair => Assert.Equal(
                (-1, 1, 0),
                (Sign(pair.First, pair.Second), Sign(pair.Second, pair.First), Sign(pair.First, pair.First))));
        Assert.Equal((-1, 1, 0), (order.Compare(null, steps[0]), order.Compare(steps[0], null), order.Compare(null, null)));
    }

    [Theory]
    [InlineData(
        "s.q",
        "DropTable Table s.q, DropObject EnumType s.q, DropObject RangeType s.q, DropObject Sequence s.q, DropObject View s.q")]
    [InlineData("s.ix", "Rename Index n.t.ix, DropIndex Index n.t.ix, DropTable Table s.t")]
    [InlineData("n.ix", "Rename Index n.t.ix, DropIndex Index n.t.ix, DropTable Table s.t")]
    [InlineData("s.pk", "Rename PrimaryKey n.t.pk")]
    [InlineData("s.uq", "Rename UniqueConstraint n.t.uq")]
    [InlineData("s.ck", "")]
    [InlineData("other.ix", "")]
    internal void A_step_waits_for_those_that_free_its_name(string name, string expected)
    {
        var table = Table("s.t", Column("a")) with
        {
            Indexes = [Index("ix", "a")],
            PrimaryKey = new PrimaryKey("pk", ["a"]),
            UniqueConstraints = [new UniqueConstraint("uq", ["a"])],
            CheckConstraints = [new CheckConstraint("ck", new("a > 0"))],
        };
        var diff = TinyDiff.Of(Database(table), Database(table with { Name = Name("n.t") }), "s.t=n.t");
        var steps = new SharedNames(diff).Freeing(Name(name)).Select(step => step.ToString()).ToList();
        Assert.Equal(
            expected,
            string.Join(", ", expected.StartsWith("DropTable", StringComparison.Ordinal)
                ? steps
                : steps.Where(step => !step.EndsWith($" {name}", StringComparison.Ordinal))));
    }

    private sealed class SilentDialect : PostgreSqlTestDialect
    {
        public override TypeConversion Conversion(Column current, Column target, DatabaseSchema currentSchema, DatabaseSchema targetSchema)
            => new(null, false, false, false);
    }
}
