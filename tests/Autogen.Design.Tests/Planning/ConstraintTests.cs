using Autogen.Schema.Comparison;
using Autogen.Schema.Objects;
using static Autogen.Design.Tests.Planning.Make;

namespace Autogen.Design.Tests.Planning;

/// <summary>How constraints are added, and with which statement.</summary>
public class ConstraintTests
{
    private static readonly Table Principal = Keyed("p");

    public static TheoryData<ForeignKey, string> ForeignKeys => new()
    {
        {
            Key with { OnDelete = ForeignKeyAction.SetNull, OnUpdate = ForeignKeyAction.Cascade },
            "AddForeignKey t fk (p_id) -> p (id) on delete SetNull on update Cascade"
        },
        {
            Key with { OnDelete = ForeignKeyAction.SetDefault, OnUpdate = ForeignKeyAction.Restrict },
            "AddForeignKey t fk (p_id) -> p (id) on delete SetDefault on update Restrict"
        },
        { Later(ForeignKeyAction.NoAction, ForeignKeyAction.NoAction), Sql(" DEFERRABLE INITIALLY DEFERRED") },
        {
            Later(ForeignKeyAction.SetNull, ForeignKeyAction.SetDefault),
            Sql(" ON UPDATE SET DEFAULT ON DELETE SET NULL DEFERRABLE INITIALLY DEFERRED")
        },
        {
            Later(ForeignKeyAction.Restrict, ForeignKeyAction.Cascade),
            Sql(" ON UPDATE CASCADE ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED")
        },
        { Key with { Deferrability = Deferrability.InitiallyImmediate }, Sql(" DEFERRABLE INITIALLY IMMEDIATE") },
    };

    private static ForeignKey Key => ForeignKey("fk", "p_id", "p");

    [Theory]
    [MemberData(nameof(ForeignKeys))]
    public void A_foreign_key_on_existing_rows_may_fail(ForeignKey key, string expected)
        => AssertRisks(
            With([]),
            With([key]),
            $"""
            {expected}
              ! MayFail: fails if rows of 't' refer to rows that 'p' does not have
              ! LongLock: writes to tables 't' and 'p' wait while all rows of 't' are checked
            """);

    [Theory]
    [InlineData(Deferrability.NotDeferrable, Deferrability.InitiallyDeferred, " DEFERRABLE INITIALLY DEFERRED")]
    [InlineData(Deferrability.InitiallyDeferred, Deferrability.InitiallyImmediate, " DEFERRABLE INITIALLY IMMEDIATE")]
    [InlineData(Deferrability.InitiallyDeferred, Deferrability.NotDeferrable, " NOT DEFERRABLE")]
    public void When_a_foreign_key_is_checked_is_altered_in_place(Deferrability current, Deferrability target, string clause)
        => AssertRisks(
            With([Key with { Deferrability = current }]),
            With([Key with { Deferrability = target }]),
            $"""SQL: ALTER TABLE "t" ALTER CONSTRAINT "fk"{clause};""");

    [Fact]
    public void Rows_that_were_not_checked_are_checked_in_place()
        => AssertRisks(
            With([Key with { IsValidated = false }], new CheckConstraint("ck", new("p_id > 0")) { IsValidated = false }),
            With([Key], new CheckConstraint("ck", new("p_id > 0"))),
            """
            SQL: ALTER TABLE "t" VALIDATE CONSTRAINT "ck";
              ! MayFail: fails if rows of 't' violate 'ck'
            SQL: ALTER TABLE "t" VALIDATE CONSTRAINT "fk";
              ! MayFail: fails if rows of 't' refer to rows that 'p' does not have
            """);

    [Fact]
    public void An_unenforced_constraint_has_no_risk()
        => AssertRisks(
            With([]),
            With([Key with { IsValidated = false }], new CheckConstraint("ck", new("p_id > 0")) { IsValidated = false }),
            """
            SQL: ALTER TABLE "t" ADD CONSTRAINT "ck" CHECK (p_id > 0) NOT VALID;
            SQL: ALTER TABLE "t" ADD CONSTRAINT "fk" FOREIGN KEY ("p_id") REFERENCES "p" ("id") NOT VALID;
            """);

    [Fact]
    public void A_constraint_that_is_no_longer_enforced_is_recreated()
        => AssertRisks(
            With([Key], new CheckConstraint("ck", new("p_id > 0"))),
            With([Key with { IsValidated = false }], new CheckConstraint("ck", new("p_id > 0")) { IsValidated = false }),
            """
            DropForeignKey fk on t
            DropCheckConstraint ck on t
            SQL: ALTER TABLE "t" ADD CONSTRAINT "ck" CHECK (p_id > 0) NOT VALID;
            SQL: ALTER TABLE "t" ADD CONSTRAINT "fk" FOREIGN KEY ("p_id") REFERENCES "p" ("id") NOT VALID;
            """);

    [Fact]
    public void A_check_in_a_new_table_or_one_that_is_not_enforced_endangers_nothing()
        => AssertRisks(
            Database(),
            Database(Table("t", Column("x", "integer")) with
            {
                CheckConstraints = [new("ck", new("x > 0")), new("later", new("x > 1")) { IsValidated = false }]
            }),
            """
            CreateTable t (x integer, check ck (x > 0))
            SQL: ALTER TABLE "t" ADD CONSTRAINT "later" CHECK (x > 1) NOT VALID;
            """);

    public static TheoryData<UniqueConstraint, string> UniqueConstraints => new()
    {
        { new("uq", ["a", "b"]), "AddUniqueConstraint uq on t (a, b)" },
        {
            new("uq", ["a", "b"]) { NullsDistinct = false },
            """SQL: ALTER TABLE "t" ADD CONSTRAINT "uq" UNIQUE NULLS NOT DISTINCT ("a", "b");"""
        },
        {
            new("uq", ["a", "b"]) { Deferrability = Deferrability.InitiallyDeferred },
            """SQL: ALTER TABLE "t" ADD CONSTRAINT "uq" UNIQUE ("a", "b") DEFERRABLE INITIALLY DEFERRED;"""
        },
    };

    [Theory]
    [MemberData(nameof(UniqueConstraints))]
    public void A_unique_constraint_on_existing_rows_may_fail(UniqueConstraint constraint, string expected)
    {
        var table = Table("t", Column("a"), Column("b"));
        AssertRisks(
            Database(table),
            Database(table with { UniqueConstraints = [constraint] }),
            $"""
            {expected}
              ! MayFail: fails if rows of 't' have equal values in (a, b)
              ! LongLock: locks table 't' while the index of 'uq' is built
            """);
        Assert.DoesNotContain(
            Operations.OnPostgreSql(TinyDiff.Of(Database(), Database(table with { UniqueConstraints = [constraint] }))),
            planned => planned.Risks.Count != 0);
    }

    [Fact]
    public void A_primary_key_on_existing_rows_may_fail()
        => AssertRisks(
            Database(Keyed("t", Column("a")) with { RowEstimate = new(3) }),
            Database(Keyed("t", Column("a")) with { PrimaryKey = new("pk_t", ["id", "a"]) }),
            """
            DropPrimaryKey pk_t on t
            AddPrimaryKey pk_t on t (id, a)
              ! MayFail: fails if rows of 't' have equal or missing values in the new primary key (id, a)
              ! LongLock: locks table 't' while the index of its primary key is built (about 3 rows)
            """);

    [Fact]
    public void A_key_without_a_name_has_EF_Cores()
        => AssertRisks(
            Database(),
            Database(Table("t", Column("id")) with { PrimaryKey = new(null, ["id"]) }),
            "CreateTable t (id text, primary key PK_t (id))");

    [Fact]
    public void Names_alone_are_renamed_in_place()
        => Assert.Equal(
            """
            SQL: ALTER TABLE "t" RENAME CONSTRAINT "pk" TO "pk2";
            SQL: ALTER TABLE "t" RENAME CONSTRAINT "uq" TO "uq2";
            SQL: ALTER TABLE "t" RENAME CONSTRAINT "ck" TO "ck2";
            RenameIndex ix -> ix2
            SQL: ALTER TABLE "t" RENAME CONSTRAINT "fk" TO "fk2";
            """,
            Operations.OnPostgreSql(TinyDiff.Of(Named(""), Named("2"), "t.uq=uq2", "t.ck=ck2", "t.fk=fk2", "t.ix=ix2")).TextWithRisks());

    [Fact]
    public void Names_go_round_through_one_that_is_free()
        => Assert.Equal(
            """
            SQL: ALTER TABLE "t" RENAME CONSTRAINT "x" TO "x_moving";
            SQL: ALTER TABLE "t" RENAME CONSTRAINT "y" TO "x";
            SQL: ALTER TABLE "t" RENAME CONSTRAINT "x_moving" TO "y";
            RenameIndex a -> a_moving2
            RenameIndex c -> a
            RenameIndex b -> c
            RenameIndex a_moving2 -> b
            RenameIndex e -> a_moving
            RenameIndex d -> e
            """,
            Operations.OnPostgreSql(TinyDiff.Of(
                Database(Indexed("a id", "b n", "c m", "d o", "e p") with
                {
                    CheckConstraints = [new("x", new("id > 0")), new("y", new("n > 0"))]
                }),
                Database(Indexed("b id", "c n", "a m", "e o", "a_moving p") with
                {
                    CheckConstraints = [new("y", new("id > 0")), new("x", new("n > 0"))]
                }),
                "t.a=b", "t.b=c", "t.c=a", "t.d=e", "t.e=a_moving", "t.x=y", "t.y=x")).TextWithRisks());

    [Fact]
    public void Without_alteration_in_place_deferrable_keys_become_plain_with_a_note()
    {
        static string Plan(SchemaDiff diff) => Operations.OnSqlite(diff).TextWithRisks();
        var later = Key with { Deferrability = Deferrability.InitiallyDeferred };
        Assert.Equal(
            """
            AddForeignKey t fk (p_id) -> p (id)
              ! MayFail: fails if rows of 't' refer to rows that 'p' does not have
              ! Note: 'fk' was deferrable; EF Core can't express that
            """,
            Plan(TinyDiff.Of(With([]), With([later]))));
        Assert.Equal(
            """
            AddForeignKey t fk (p_id) -> p (id)
              ! MayFail: fails if rows of 't' refer to rows that 'p' does not have
            """,
            Plan(TinyDiff.Of(With([]), With([Key]))));
        Assert.Equal(
            """
            CreateTable t (id integer, p_id integer, primary key pk_t (id), foreign key fk (p_id) -> p (id), foreign key other (id) -> p (id))
              ! Note: foreign keys of table 't' were deferrable; EF Core can't express that
            """,
            Plan(TinyDiff.Of(Database(Principal), With([later, ForeignKey("other", "id", "p")]))));
        Assert.DoesNotContain("!", Plan(TinyDiff.Of(Database(Principal), With([Key]))), StringComparison.Ordinal);
    }

    private static DatabaseSchema With(EquatableList<ForeignKey> keys, params CheckConstraint[] checks)
        => Database(Principal, Keyed("t", Column("p_id", "integer")) with { ForeignKeys = keys, CheckConstraints = [.. checks] });

    private static DatabaseSchema Named(string end) => Database(Principal, Keyed("t", Column("a", "integer")) with
    {
        PrimaryKey = new("pk" + end, ["id"]),
        UniqueConstraints = [new("uq" + end, ["a"])],
        CheckConstraints = [new("ck" + end, new("a > 0"))],
        ForeignKeys = [ForeignKey("fk" + end, "a", "p")],
        Indexes = [Index("ix" + end, "a")],
    });

    private static Table Indexed(params string[] indexes) => Table(
        "t", Column("id", "integer"), Column("n", "integer"), Column("m", "integer"), Column("o", "integer"), Column("p", "integer")) with
    {
        Indexes = indexes.Select(index => index.Split(' ')).Select(pair => Index(pair[0], pair[1])).ToEquatableList(),
    };

    private static ForeignKey Later(ForeignKeyAction onDelete, ForeignKeyAction onUpdate)
        => Key with { OnDelete = onDelete, OnUpdate = onUpdate, Deferrability = Deferrability.InitiallyDeferred };

    private static string Sql(string clauses)
        => $"""SQL: ALTER TABLE "t" ADD CONSTRAINT "fk" FOREIGN KEY ("p_id") REFERENCES "p" ("id"){clauses};""";

    private static void AssertRisks(DatabaseSchema current, DatabaseSchema target, string expected)
        => Assert.Equal(expected, Operations.OnPostgreSql(TinyDiff.Of(current, target)).TextWithRisks());
}
