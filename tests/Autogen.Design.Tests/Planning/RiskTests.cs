using Autogen.Schema.Objects;
using static Autogen.Design.Tests.Planning.Make;

namespace Autogen.Design.Tests.Planning;

/// <summary>What a reviewer is told.</summary>
public class RiskTests
{
    [Fact]
    public void Sequences_and_labels_may_be_renamed_too()
        => AssertRisks(
            Database() with
            {
                Sequences = [new(new("numbers"), "bigint", new()), new(new("other"), "bigint", new())],
                EnumTypes = [new(new("mood"), ["sad", "so-so", "ok"])]
            },
            Database() with { Sequences = [new(new("orders"), "bigint", new())], EnumTypes = [new(new("mood"), ["sad", "mixed", "ok"])] },
            """
            SQL: ALTER TYPE "mood" RENAME TO "mood_old";
              ! Guess: removes label 'so-so' and adds 'mixed' in its place: if this is a rename, use --rename mood.so-so=mixed
            SQL: CREATE TYPE "mood" AS ENUM ('sad', 'mixed', 'ok');
            CreateSequence orders Int64 start 1 by 1 ..
            DropSequence numbers
              ! DataLoss: drops sequence 'numbers' and its position
              ! Guess: drops 'numbers' and adds 'orders', which has the same options: if this is a rename, use --rename numbers=orders
            DropSequence other
              ! DataLoss: drops sequence 'other' and its position
            SQL: DROP TYPE "mood_old";
            """);

    [Fact]
    public void What_people_made_on_columns_keeps_them_as_they_are()
    {
        static Column On(Column column, params string[] dependents) => column with { Dependents = new(new([.. dependents])) };
        AssertRisks(
            Database(
                Keyed("gone", On(Column("a"), "policy 'p' on 'gone'", "view 'v'"), On(Column("b"), "view 'v'")),
                Keyed(
                    "t",
                    On(Column("n", "integer"), "rule 'r' on 't'", "view 'w'"),
                    On(Column("k"), "view 'w'"),
                    On(Column("o"), "view 'w'"))),
            Database(Keyed("t", Column("n", "bigint"), Column("o", nullable: true))),
            """
            DropTable gone
              ! DataLoss: drops table 'gone' and all its rows
              ! MayFail: fails as long as view 'v' depends on 'gone': drop it before (op.Sql), and create it again after
            DropColumn t.k
              ! DataLoss: drops column 't.k' and what is in it
              ! MayFail: fails as long as view 'w' depends on 't.k': drop it before (op.Sql), and create it again after
            AlterColumn t.n bigint <- n integer
              ! MayFail: fails as long as rule 'r' on 't' and view 'w' depend on 't.n': drop them before (op.Sql), and create them again after
              ! TableRewrite: rewrites table 't' under an exclusive lock
            AlterColumn t.o text null <- o text
            """);
    }

    [Fact]
    public void Drops_lose_data_and_may_be_renames()
        => AssertRisks(
            Database(
                Keyed("orders", Column("total", "integer"), Column("fax"), Column("n", "bigint")) with { RowEstimate = new(1200) },
                Keyed("people", Column("a"), Column("b")) with { RowEstimate = new(-1) }),
            Database(
                Keyed("orders", Column("amount", "integer", true), Column("m", "boolean", true)),
                Keyed("persons", Column("b"), Column("a")) with { PrimaryKey = new("pk_people", ["id"]) }),
            """
            DropTable people
              ! DataLoss: drops table 'people' and all its rows
              ! Guess: drops 'people' and adds 'persons', which has the same columns: if this is a rename, use --rename people=persons
            DropColumn orders.fax
              ! DataLoss: drops column 'orders.fax' and what is in it (about 1,200 rows)
            DropColumn orders.n
              ! DataLoss: drops column 'orders.n' and what is in it (about 1,200 rows)
            DropColumn orders.total
              ! DataLoss: drops column 'orders.total' and what is in it (about 1,200 rows)
              ! Guess: drops 'total' and adds 'amount': if this is a rename, use --rename orders.total=amount
            AddColumn orders.amount integer null
            AddColumn orders.m boolean null
            CreateTable persons (id integer, b text, a text, primary key pk_people (id))
            """);

    [Fact]
    public void Changes_that_may_fail_rewrite_or_lock_an_existing_table_are_reported()
        => AssertRisks(
            Database(Keyed("p"), Keyed("t", Column("x", "text", true), Column("b", "uuid", true)) with { RowEstimate = new(5) }),
            Database(
                Keyed("p"),
                Keyed(
                    "t",
                    Column("x", "integer"),
                    Column("b", "uuid"),
                    Column("s", "bigint") with { Identity = new(IdentityKind.ByDefault) },
                    Column("u", "uuid")) with
                {
                    UniqueConstraints = [new("uq", ["x"])],
                    CheckConstraints = [new("ck", new("x > 0"))],
                    ForeignKeys = [ForeignKey("fk", "x", "p")],
                    Indexes = [Index("ix", "x"), Index("ix_c", "b") with { IsCreatedConcurrently = new(true), IsUnique = true }],
                }),
            """
            SQL: ALTER TABLE "t" ALTER COLUMN "x" TYPE integer USING "x"::integer;
              ! MayFail: fails if a value can't be changed: 't.x' from text to integer
              ! TableRewrite: rewrites table 't' (about 5 rows) under an exclusive lock
            AlterColumn t.x integer <- x integer null
              ! MayFail: fails if rows of 't' have no value in 'x', and it refers to 'p': give them one (--backfill t.x=SQL)
              ! LongLock: locks table 't' while 't.x' is checked in all its rows (about 5 rows)
            AlterColumn t.b uuid <- b uuid null
              ! MayFail: fails if rows of 't' have no value in 'b', and no value is known for its type 'uuid': give them one (--backfill t.b=SQL)
              ! LongLock: locks table 't' while 't.b' is checked in all its rows (about 5 rows)
            AddColumn t.s bigint [Npgsql:ValueGenerationStrategy = IdentityByDefaultColumn]
              ! TableRewrite: rewrites table 't' (about 5 rows) under an exclusive lock
            AddColumn t.u uuid
              ! MayFail: fails if table 't' has rows: 't.u' is required and has no default, and no value is known for its type 'uuid': give it one (--backfill t.u=SQL, or HasDefaultValueSql)
            AddUniqueConstraint uq on t (x)
              ! MayFail: fails if rows of 't' have equal values in (x)
              ! LongLock: locks table 't' while the index of 'uq' is built (about 5 rows)
            AddCheckConstraint ck on t (x > 0)
              ! MayFail: fails if rows of 't' violate 'ck'
              ! LongLock: locks table 't' while all its rows are checked (about 5 rows)
            CreateIndex ix on t (x)
              ! LongLock: writes to table 't' wait while index 'ix' is built (about 5 rows)
            CreateIndex unique ix_c on t (b) [Npgsql:CreatedConcurrently = True]
              ! MayFail: fails if rows of 't' have equal values for unique index 'ix_c'
              ! Note: builds index 'ix_c' outside the revision's transaction; if that fails, an invalid index is left, which must be dropped
            AddForeignKey t fk (x) -> p (id)
              ! MayFail: fails if rows of 't' refer to rows that 'p' does not have
              ! LongLock: writes to tables 't' and 'p' wait while all rows of 't' are checked (about 5 rows)
            """);

    [Fact]
    public void A_removed_label_is_named()
    {
        var current = Database(Keyed("t", Column("m", "mood"))) with { EnumTypes = [new(new("mood"), ["ok", "sad"])] };
        AssertRisks(
            current,
            current with { EnumTypes = [new(new("mood"), ["ok"])] },
            """
            SQL: ALTER TYPE "mood" RENAME TO "mood_old";
            SQL: CREATE TYPE "mood" AS ENUM ('ok');
            SQL: ALTER TABLE "t" ALTER COLUMN "m" TYPE "mood" USING "m"::text::"mood";
              ! MayFail: fails if a row still has 'sad' in 't.m': change such rows before
              ! TableRewrite: rewrites table 't' under an exclusive lock
            SQL: DROP TYPE "mood_old";
            """);
    }

    [Fact]
    public void A_new_table_endangers_nothing()
        => Assert.DoesNotContain(
            Operations.OnPostgreSql(TinyDiff.Of(DatabaseSchema.Empty, Database(Keyed("a", Column("b_id", "integer")) with
            {
                ForeignKeys = [ForeignKey("fk", "b_id", "b")],
                Indexes = [Index("ix", "b_id")]
            }, Keyed("b", Column("a_id", "integer")) with { ForeignKeys = [ForeignKey("fk2", "a_id", "a")] }))),
            planned => planned.Risks.Count != 0);

    private static void AssertRisks(DatabaseSchema current, DatabaseSchema target, string expected)
        => Assert.Equal(expected, Operations.OnPostgreSql(TinyDiff.Of(current, target)).TextWithRisks());
}
