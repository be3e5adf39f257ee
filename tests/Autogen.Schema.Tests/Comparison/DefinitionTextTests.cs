using Autogen.Schema.Comparison;
using Autogen.Schema.Objects;
using Autogen.Testing;
using static Autogen.Schema.Tests.Comparison.Make;

namespace Autogen.Schema.Tests.Comparison;

[Case("N11")]
public class DefinitionTextTests
{
    [Fact]
    public void Table_has_all_of_its_parts()
        => Assert.Equal(
            """
            CREATE UNLOGGED TABLE "Ord ""ers" (
                "id" integer NOT NULL GENERATED ALWAYS AS IDENTITY (start 3),
                "a" text COLLATE "C" DEFAULT 'x',
                "g" integer NOT NULL GENERATED ALWAYS AS (id + 1) STORED,
                CONSTRAINT "pk" PRIMARY KEY ("id"),
                CONSTRAINT "u" UNIQUE ("a"),
                CHECK (id > 0),
                CONSTRAINT "f" FOREIGN KEY ("id") REFERENCES "t" ("id") ON DELETE CASCADE
            ) WITH (fillfactor = 70)
            CREATE UNIQUE INDEX "ix" ON "Ord ""ers" USING gist ("a" COLLATE "C" o NULLS FIRST, (lower(a)) DESC) INCLUDE ("g") WHERE id > 7
            -- 1 row of the model (HasData)
            -- comment: two lines
            -- comment of "a": c
            """,
            DefinitionText.Of(ObjectKind.Table, null, Full));

    [Fact]
    public void Other_objects_have_theirs()
    {
        static string? Of(ObjectKind kind, object item) => DefinitionText.Of(kind, null, item);
        Assert.Equal("CREATE SCHEMA \"s\"", Of(ObjectKind.Schema, "s"));
        Assert.Equal("CREATE TYPE \"s\".\"m\" AS ENUM ('it''s')", Of(ObjectKind.EnumType, new EnumType(new("s", "m"), ["it's"])));
        Assert.Equal(
            "CREATE SEQUENCE \"q\" AS integer (increment 2)",
            Of(ObjectKind.Sequence, new Sequence(new("q"), "integer", new SequenceOptions { Increment = 2 })));
        Assert.Equal(
            "\"n\" integer NOT NULL\n-- comment: c", Of(ObjectKind.Column, Col("n") with { Comment = "c" }));
        Assert.Null(Of(ObjectKind.SeedRow, Row(1, "a='x'")));
    }

    [Fact]
    [Case("W4")]
    public void Long_definition_is_counted()
    {
        var columns = Enumerable.Range(0, 1_500).Select(number => Col($"c{number}")).ToArray();
        var lines = DefinitionText.Of(ObjectKind.Table, null, Table("wide", columns))!.Split('\n');
        Assert.Equal(203, lines.Length);
        Assert.Equal("    -- … and 1,300 more", lines[^2]);
    }

    [Fact]
    [Case("W4")]
    public void Long_line_of_labels_is_counted()
        => Assert.EndsWith(
            "'l19' and 480 more)",
            ObjectText.Describe(
                ObjectKind.EnumType, null, new EnumType(new("mood"), [.. Enumerable.Range(0, 500).Select(number => $"l{number}")])),
            StringComparison.Ordinal);

    // What is compared and what is shown can't be two lists.
    [Fact]
    public void Definitions_of_objects_that_differ_differ()
    {
        var live = Db(Full) with { DefaultSchema = new("public") };
        var both = new[] { "Tables[0].Indexes[0].Parts[0].Expression", "Tables[0].Indexes[0].Parts[1].Column" };
        foreach (var variation in Variations.Of(live))
        {
            // A part of an index is a column or an expression.
            if (both.Any(path => variation.Path.StartsWith(path, StringComparison.Ordinal)))
                continue;
            var changes = SchemaComparer.Compare(live, variation.Schema, TestDialect.Rich, ComparisonOptions.Default).Changes;
            Assert.All(
                changes.Where(change => change.Kind != ObjectKind.SeedRow && change.Significance == Significance.Significant),
                change => Assert.True(
                    DefinitionText.Of(change.Kind, change.Table, change.Before)
                        != DefinitionText.Of(change.Kind, change.Table, change.After),
                    variation.Path));
        }
    }

    private static Table Full { get; } = Table(
        "Ord \"ers",
        Col("id").Identity(IdentityKind.Always, new SequenceOptions { Start = 3 }),
        Col("a", "text").Nullable().Default("'x'") with { Collation = new("C"), Comment = "c" },
        Col("g").Generated("id + 1"))
        .Key("pk", "id")
        .With(Unique("u", "a"))
        .With(Check(null, "id > 0"))
        .With(Foreign("f", "id", "t") with { OnDelete = ForeignKeyAction.Cascade })
        .With(new TableIndex
        {
            Name = "ix",
            IsUnique = true,
            Filter = new SqlExpression("id > 7"),
            Method = "gist",
            IncludedColumns = ["g"],
            Parts =
            [
                new IndexPart { Column = "a", Collation = new("C"), OperatorClass = "o", NullsOrder = NullsOrder.First },
                new IndexPart { Expression = new("lower(a)"), IsDescending = true },
            ],
        })
        .With(Row(1, "a='x'")) with
    { Comment = "two\nlines", IsUnlogged = true, StorageParameters = [new("fillfactor", "70")] };
}
