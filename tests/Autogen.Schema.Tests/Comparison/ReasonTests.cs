using Autogen.Schema.Comparison;
using Autogen.Schema.Dialects;
using Autogen.Schema.Objects;
using static Autogen.Schema.Tests.Comparison.Make;

namespace Autogen.Schema.Tests.Comparison;

/// <summary>Why a difference counts, in the words that people read.</summary>
public class ReasonTests
{
    private static readonly Table Orders = Table("orders", Col("id"), Col("a"), Col("b"));
    private static readonly ComparisonOptions Default = ComparisonOptions.Default;

    [Fact]
    public void Of_names()
    {
        var renames = Differences.Renaming("orders=purchases", "orders.a=c", "q=r");
        var live = Db(Orders) with { Sequences = [new(Name("q"), "bigint", SequenceOptions.Default)] };
        var model =
            Db(Table("purchases", Col("id"), Col("c"), Col("b"))) with { Sequences = [new(Name("r"), "bigint", SequenceOptions.Default)] };
        Are(
            live,
            model,
            renames,
            TestDialect.Rich,
            "Name: it is renamed, as was asked",
            "Name: it is renamed, as was asked",
            "Name: it is renamed, as was asked");
        Are(
            Db(Orders.With(Index("i", "a"))),
            Db(Orders.With(Index("j", "a"))),
            Default with { IsMadeByRevision = (_, _) => true },
            TestDialect.Rich,
            "Name: a revision gave it the old name, and the model has another one now");
        Are(
            Orders.Key("k", "id"),
            Orders.Key("l", "a"),
            "Name: it is recreated, and gets the model's name",
            "Columns: the key's columns differ");
    }

    [Fact]
    public void Of_a_table()
        => Are(
            Orders,
            Orders with { Comment = "x", IsUnlogged = true, StorageParameters = [new("x", "1"), new("fillfactor", "70")] },
            "Comment: the texts differ",
            "IsUnlogged: an unlogged table is empty after a crash",
            "StorageParameters: different fillfactor, x");

    [Fact]
    public void Of_a_columns_type_nullability_and_collation()
    {
        Are(
            Col("a"),
            Col("a", "text") with { Collation = new("C") },
            "Type: the types differ",
            "Collation: it decides how values are compared and sorted");
        Are(Col("a"), Col("a").Nullable(), "IsNullable: the database refuses NULL");
        Are(Col("a").Nullable(), Col("a"), "IsNullable: the database permits NULL");
    }

    [Fact]
    public void Of_a_columns_default()
    {
        Are(Col("a"), Col("a").Default("1"), "Default: the database has none");
        Are(Col("a").Default("1"), Col("a"), "Default: the model has none");
        Are(Col("a").Default("1"), Col("a").Default("2"), "Default: the expressions differ");
        Are(Col("a").Default("? 1"), Col("a").Default("2"), "Default: the server was not asked");
        Are(
            Col("a").Default("0"), Col("a").Generated("b"),
            "Default: a column that numbers or computes its values can't have it", "Generated: the database has none");
        Are(
            Col("a").Default("0"), Col("a").Nullable(),
            "IsNullable: the database refuses NULL", "Default: a column that permits NULL needs no value for existing rows");
        Are(
            Col("a").Default("0"),
            Col("a", "text"),
            "Type: the types differ",
            "Default: a default of the old type can't be kept for the new one");
    }

    [Fact]
    public void Of_how_a_column_is_computed()
    {
        Are(Col("a").Generated("b"), Col("a").Generated("b", isStored: false), "Generated: the database stores the value");
        Are(Col("a").Generated("b", isStored: false), Col("a").Generated("b"), "Generated: the database does not store the value");
        Are(Col("a").Generated("b"), Col("a").Generated("c"), "Generated: the expressions differ");
    }

    [Fact]
    public void Of_how_a_column_is_numbered()
    {
        Are(Col("a"), Col("a").Identity(), "Identity: the database does not number the rows");
        Are(Col("a").Identity(), Col("a"), "Identity: the model does not number the rows");
        Are(Col("a").Identity(), Col("a").Identity(IdentityKind.Always), "Identity: the database numbers the rows in another way");
        Are(
            Col("a").Identity(options: new SequenceOptions { Increment = 2, Minimum = 3, Maximum = 9, IsCyclic = true, Cache = 4 }),
            Col("a").Identity(),
            "Identity: different increment, minimum, maximum, cycle, cache");
        Are(
            Col("a").Identity(IdentityKind.Autoincrement),
            Col("a"),
            "Identity: only a column that is the whole primary key can be numbered so");
    }

    [Fact]
    public void Of_constraints()
    {
        Are(Orders.With(Unique("u", "a")), Orders.With(Unique("u", "b")), "Columns: the constraint's columns differ");
        Are(
            Orders.With(Unique("u", "a")),
            Orders.With(Unique("u", "a") with { Deferrability = Deferrability.InitiallyDeferred, NullsDistinct = false }),
            "Deferrability: the constraint is checked at another time",
            "NullsDistinct: the database takes NULLs for distinct");
        Are(
            Orders.With(Check("c", "a > 0")),
            Orders.With(Check("c", "a > 1") with { IsValidated = false, IsEnforced = false }),
            "Expression: the expressions differ",
            "IsValidated: the constraint is validated already",
            "IsEnforced: rows are checked on one side only");
        Are(
            Orders.With(Foreign("f", "a", "t")),
            Orders.With(Foreign("f", "b", "u", ForeignKeyAction.Cascade) with { PrincipalColumns = ["b"], IsEnforced = false }),
            "Columns: the referencing columns differ", "PrincipalTable: it refers to another table",
            "PrincipalColumns: it refers to other columns",
            "OnDelete: another thing happens to the referencing rows", "IsEnforced: rows are checked on one side only");
    }

    [Fact]
    public void Of_indexes()
    {
        Are(
            Orders.With(Index("i", "a")),
            Orders.With(Index("i", "a", "b") with
            {
                IsUnique = true,
                Method = "gin",
                IncludedColumns = ["id"],
                NullsDistinct = false,
                StorageParameters = [new("x", "1")],
                IsValid = false
            }),
            "Parts: the number of columns differs", "IsUnique: the database permits equal keys", "Method: the access method differs",
            "IncludedColumns: the included columns differ", "NullsDistinct: it decides whether two NULLs are equal keys",
            "StorageParameters: different x",
            "IsValid: an attempt to make it without blocking writers failed, and what it left is not used");
        Are(
            Orders.With(Index("i", "a") with { IsUnique = true }),
            Orders.With(Index("i", "a")),
            "IsUnique: the database refuses equal keys");
    }

    [Theory]
    [InlineData("something else", "b", false, null, null, null)]
    [InlineData("runs in the other direction", "a", true, null, null, null)]
    [InlineData("has NULLs at the other end", "a", false, NullsOrder.First, null, null)]
    [InlineData("has another collation", "a", false, null, "C", null)]
    [InlineData("has another operator class", "a", false, null, null, "o")]
    public void Of_the_parts_of_an_index(
        string reason, string column, bool isDescending, NullsOrder? nulls, string? collation, string? operatorClass)
    {
        var part = new IndexPart
        {
            Column = column,
            IsDescending = isDescending,
            NullsOrder = nulls,
            Collation = collation is null ? null : new(collation),
            OperatorClass = operatorClass
        };
        var expected = reason.StartsWith("something", StringComparison.Ordinal) ? $"is {reason}" : reason;
        Are(
            Orders.With(new TableIndex { Name = "i", Parts = [new IndexPart { Column = "id" }, new IndexPart { Column = "a" }] }),
            Orders.With(new TableIndex { Name = "i", Parts = [new IndexPart { Column = "id" }, part] }),
            $"Parts: part 2 {expected}");
    }

    [Fact]
    public void Of_rows_types_and_sequences()
    {
        Are(Orders.With(Row(1, "b='x'", "a=1", "c=2")), Orders.With(Row(1, "b='y'", "c=2")), "Values: different 'a', 'b'");
        Are(
            Db() with { EnumTypes = [new(Name("mood"), ["sad"])] },
            Db() with { EnumTypes = [new(Name("mood"), ["ok"])] },
            Default,
            TestDialect.Rich,
            "Labels: added 'ok'; removed 'sad'");
        Are(
            Db() with { Sequences = [new(Name("q"), "bigint", SequenceOptions.Default)] },
            Db() with { Sequences = [new(Name("q"), "integer", new SequenceOptions { Increment = 2, Cache = 4 })] },
            Default, TestDialect.Rich, "Type: the types differ", "Options: different increment, cache");
    }

    [Fact]
    public void Of_what_the_users_settings_or_project_made_count()
    {
        var (live, model) = (Db(Table("t", Col("a").Default("0"))), Db(Table("t", Col("a"))));
        const string Why =
            "Default: the model gives no default, and this one is what EF Core's migrations leave behind when they add a required column";
        Are(live, model, Default, TestDialect.Rich, Why);
        Are(live, model, Default with { Strict = true }, TestDialect.Rich, $"{Why}; acted on because of strictness");
        Are(
            live,
            model,
            Default with { Significant = [CosmeticDifferences.LeftOverDefault] },
            TestDialect.Rich,
            $"{Why}; acted on because of the settings");
        Are(
            live,
            model,
            Default with { Ask = _ => FacetVerdict.Different },
            TestDialect.Rich,
            "Default: the project's environment says so");
    }

    [Fact]
    public void Of_what_is_left_alone()
    {
        var unique = Index("x", "b") with { IsUnique = true };
        var live = Db(Orders.With(Unique("u", "a")).With(ExpressionIndex("e", "lower(a)"), unique)) with
        {
            Schemas = ["s"],
            Extensions = [new("citext")],
            Collations = [new(Name("c"))],
            RangeTypes = [new(Name("r"))],
        };
        var model = Db(Orders.With(Unique("uq", "b")).With(Index("ix", "a") with { IsUnique = true }));
        Assert.Equal(
            [
                "Schema s: the model has nothing in it, and a schema may hold what is not the model's",
                "Extension citext: the model does not ask for it, and others may",
                "UniqueConstraint u: it refuses the same rows as the unique index that the model has",
                "Index e: EF Core's model has no word for an index on an expression",
                "Index x: it refuses the same rows as the unique constraint that the model has",
            ],
            SchemaComparer.Compare(live, model, TestDialect.Rich, Default).IgnoredObjects.Select(
                left => $"{left.Kind} {left.Name}: {left.Reason}"));
    }

    private static void Are(
        DatabaseSchema live, DatabaseSchema model, ComparisonOptions options, TestDialect dialect, params IReadOnlyList<string> reasons)
        => Assert.Equal(
            reasons,
            SchemaComparer.Compare(live, model, dialect, options).Changes
                .SelectMany(change => change.Differences)
                .Select(facet => $"{facet.Facet}: {facet.Reason}"));

    private static void Are(Table live, Table model, params IReadOnlyList<string> reasons)
        => Are(Db(live), Db(model), Default, TestDialect.Rich, reasons);

    private static void Are(Column live, Column model, params IReadOnlyList<string> reasons)
        => Are(Table("t", live), Table("t", model), reasons);
}
