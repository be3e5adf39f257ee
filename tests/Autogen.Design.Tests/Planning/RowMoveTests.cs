using Autogen.Design.Planning;
using Autogen.Design.Rendering;
using Autogen.Design.Tests.Rendering;
using Autogen.Rendering;
using Autogen.Schema.Comparison;
using Autogen.Schema.Objects;
using Microsoft.EntityFrameworkCore.Migrations.Operations;
using static Autogen.Design.Tests.Planning.Make;

namespace Autogen.Design.Tests.Planning;

/// <summary>How rows move from table to table: what is derived, where it is in the plan, and what is left to a person.</summary>
public class RowMoveTests
{
    private static readonly DatabaseSchema oneTable = Database(
        Keyed("animals", Column("kind"), Column("name"), Column("lives", "integer", nullable: true))) with
    {
        Entities = new(
        [
            new("Animal", [Part("animals", "name")]) { Discriminator = new("kind", "'Animal'") },
            new("Cat", [Part("animals", "name", "lives")]) { Discriminator = new("kind", "'Cat'") },
        ]),
    };

    private static readonly DatabaseSchema tableAType = Database(
        Keyed("animals", Column("name")),
        Keyed("cats", Column("lives", "integer")) with { ForeignKeys = [ForeignKey("fk", "id", "animals")] }) with
    {
        Entities = new(
        [
            new("Animal", [Part("animals", "name")]) { Except = [Part("cats")] },
            new("Cat", [Part("animals", "name"), Part("cats", "lives")]),
        ]),
    };

    private static readonly DatabaseSchema tableAConcreteType = Database(
        Keyed("animals", Column("name")), Keyed("cats", Column("name"), Column("lives", "integer"))) with
    {
        Entities = new([new("Animal", [Part("animals", "name")]), new("Cat", [Part("cats", "name", "lives")])]),
    };

    [Fact]
    [Case("D5")]
    public void Rows_of_a_type_are_inserted_into_its_table_between_create_and_drop()
        => Assert.Equal(
            """
            CreateTable cats
            INSERT INTO "cats" ("id", "lives")
            SELECT s."id", s."lives"
            FROM "animals" AS s
            WHERE s."kind" = 'Cat';
            DropColumn kind: drops column 'animals.kind': what was in it has been moved to 'cats'
            DropColumn lives: drops column 'animals.lives': what was in it has been moved to 'cats'
            """,
            Plan(oneTable, tableAType));

    [Fact]
    [Case("D5")]
    public void Downgrade_is_the_same_with_the_sides_exchanged()
        => Assert.Equal(
            """
            AddColumn kind
            AddColumn lives
            UPDATE "animals" AS t SET "kind" = 'Animal'
            WHERE NOT EXISTS (SELECT 1 FROM "cats" AS d WHERE d."id" = t."id") AND t."kind" IS NULL;
            UPDATE "animals" AS t SET "lives" = s1."lives"
            FROM "cats" AS s1
            WHERE s1."id" = t."id";
            UPDATE "animals" AS t SET "kind" = 'Cat'
            WHERE EXISTS (SELECT 1 FROM "cats" AS s WHERE s."id" = t."id") AND t."kind" IS NULL;
            DropTable cats: drops table 'cats': its rows have been moved to 'animals'
            FillColumn kind: sets rows of 'animals' that got no value in 'kind' to ''
            AlterColumn kind: locks table 'animals' while 'animals.kind' is checked in all its rows
            """,
            Plan(tableAType, oneTable));

    [Fact]
    [Case("D5")]
    public void Rows_are_deleted_from_a_table_that_stays_once_they_are_elsewhere()
        => Assert.EndsWith(
            """
            DELETE FROM "animals" AS t
            WHERE EXISTS (SELECT 1 FROM "cats" AS s WHERE s."id" = t."id");
            """,
            Plan(oneTable, tableAConcreteType),
            StringComparison.Ordinal);

    [Fact]
    [Case("D5")]
    public void Rows_of_a_referred_table_are_inserted_before_the_foreign_key_is_added()
        => Assert.Equal(
            """
            INSERT INTO "animals" ("id", "name")
            SELECT s."id", s."name"
            FROM "cats" AS s;
            DropColumn name: drops column 'cats.name': what was in it has been moved to 'animals'
            AddForeignKey fk: fails if rows of 'cats' refer to rows that 'animals' does not have
              ! writes to tables 'cats' and 'animals' wait while all rows of 'cats' are checked
            """,
            Plan(tableAConcreteType, tableAType));

    [Fact]
    [Case("D5")]
    public void A_column_that_no_property_has_is_still_lost_with_its_table()
    {
        var current = tableAType with
        {
            Tables =
            [
                tableAType.Tables[0],
                tableAType.Tables[1] with { Columns = [.. tableAType.Tables[1].Columns, Column("secret")] },
            ],
        };
        Assert.Contains(
            "DropTable cats: drops table 'cats': its rows have been moved to 'animals', but not what is in 'secret'",
            Plan(current, oneTable),
            StringComparison.Ordinal);
    }

    [Fact]
    [Case("D5")]
    public void A_move_that_is_not_known_is_proposed_and_has_its_place()
        => Assert.Equal(
            """
            CreateTable more
            DropColumn a: what is in 't' may belong in 'more' and is not moved: if so, put op.Sql(...) here with
            INSERT INTO "more" ("id", "a", "b") SELECT "id", "a", "b" FROM "t"
              ! drops column 't.a' and what is in it
            DropColumn b: drops column 't.b' and what is in it
            """,
            Plan(Database(Keyed("t", Column("a"), Column("b"))), Database(Keyed("t"), Keyed("more", Column("a"), Column("b"))))
                .Replace("with INSERT", "with\nINSERT", StringComparison.Ordinal));

    [Fact]
    [Case("D5")]
    public void A_move_without_a_place_is_left_out_and_the_rows_are_reported_as_lost()
    {
        var target = Database(Keyed("animals", Column("name")), Keyed("cats", Column("lives", "integer")) with
        {
            Indexes = [Index("ix", "lives")],
        });
        var current = Database(
            Keyed("animals", Column("name")), Keyed("old", Column("lives", "integer")) with { Indexes = [Index("cats", "lives")] });
        Assert.Contains(
            "DropTable old: drops table 'old' and all its rows",
            Plan(
                current with { Entities = new([new("Cat", [Part("old", "lives")])]) },
                target with { Entities = new([new("Cat", [Part("cats", "lives")])]) }),
            StringComparison.Ordinal);
    }

    [Fact]
    [Case("D5")]
    public void A_revision_that_moves_rows_has_its_golden_file()
        => Snapshot.Matches("Moves.txt", RevisionRenderer.Render(new RevisionFile
        {
            Id = "moved0000001",
            Revises = ["first0000001"],
            Message = "a table a type",
            Created = DateTimeOffset.UnixEpoch,
            Namespace = "Shop.Revisions",
            Upgrade = Operations.OnPostgreSql(TinyDiff.Of(oneTable, tableAType)),
            Downgrade = Operations.OnPostgreSql(TinyDiff.Of(tableAType, oneTable)),
        }));

    private static StoredPart Part(string table, params string[] columns)
        => new(Name(table), ["id"], [.. columns.Select(column => new StoredValue(column, column, IsRequired: true))]);

    private static string Plan(DatabaseSchema current, DatabaseSchema target)
        => string.Join('\n', Operations.OnPostgreSql(TinyDiff.Of(current, target)).Select(Line));

    private static string Line(PlannedOperation planned)
    {
        var text = planned.Operation switch
        {
            SqlOperation sql => sql.Sql,
            _ => planned.Operation.GetType().Name.Replace("Operation", " ", StringComparison.Ordinal) + Subject(planned.Operation),
        };
        return planned.Risks.Count == 0 ? text : $"{text}: {string.Join("\n  ! ", planned.Risks.Select(risk => risk.Message))}";
    }

    private static object? Subject(MigrationOperation operation)
        => (operation.GetType().GetProperty("Name") ?? operation.GetType().GetProperty("Column"))?.GetValue(operation);
}
