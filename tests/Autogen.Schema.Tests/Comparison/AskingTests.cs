using Autogen.Schema.Comparison;
using Autogen.Schema.Dialects;
using Autogen.Schema.Objects;
using static Autogen.Schema.Tests.Comparison.Make;

namespace Autogen.Schema.Tests.Comparison;

/// <summary>Who has a say before the comparison has.</summary>
public class AskingTests
{
    [Theory]
    [InlineData(
        "Type",
        "removed default from column 't.a': 1",
        "changed condition of check constraint 'ck' on 't': a > 1 -> a > 2",
        "changed filter of index 'ix' on 't': a > 1 -> a > 2")]
    [InlineData(
        "Default",
        "changed type of column 't.a': integer -> text",
        "changed condition of check constraint 'ck' on 't': a > 1 -> a > 2",
        "changed filter of index 'ix' on 't': a > 1 -> a > 2")]
    [InlineData(
        "Expression",
        "changed type of column 't.a': integer -> text",
        "removed default from column 't.a': 1",
        "changed filter of index 'ix' on 't': a > 1 -> a > 2")]
    [InlineData(
        "Filter",
        "changed type of column 't.a': integer -> text",
        "removed default from column 't.a': 1",
        "changed condition of check constraint 'ck' on 't': a > 1 -> a > 2")]
    public void Declared_the_same_is_not_a_difference(string facet, params string[] lines)
        => Differences.Are(
            Db(Table("t", Col("a").Default("1"))
                .With(Check("ck", "a > 1"))
                .With(Index("ix", "a") with { Filter = new SqlExpression("a > 1") })),
            Db(Table("t", Col("a", "text")).With(Check("ck", "a > 2")).With(Index("ix", "a") with { Filter = new SqlExpression("a > 2") })),
            Answering(question => question.Facet == facet ? FacetVerdict.Same : FacetVerdict.Unknown),
            TestDialect.Rich,
            lines);

    [Fact]
    public void A_computed_expression_declared_the_same_is_not_a_difference()
        => Differences.Are(
            Db(Table("t", Col("a").Generated("b+1"))), Db(Table("t", Col("a").Generated("b + 2"))),
            Answering(question => question is { Kind: ObjectKind.Column, Facet: "Generated", Live: "b+1 stored", Model: "b + 2 stored" }
                ? FacetVerdict.Same
                : FacetVerdict.Unknown),
            TestDialect.Rich);

    [Fact]
    public void Declared_different_is_changed_although_cosmetic()
        => Differences.Are(
            Db(Table("t", Col("a").Default("0"))), Db(Table("t", Col("a"))), Answering(_ => FacetVerdict.Different), TestDialect.Rich,
            "removed default from column 't.a': 0");

    [Fact]
    public void Undecided_differences_are_left_to_the_comparison()
        => Differences.Are(
            Db(Table("t", Col("a").Default("0"))), Db(Table("t", Col("a"))), Answering(_ => FacetVerdict.Unknown), TestDialect.Rich,
            "~ left-over default: removed default from column 't.a': 0");

    [Fact]
    public void A_left_over_default_may_stay_with_a_type_declared_the_same()
        => Differences.Are(
            Db(Table("t", Col("a").Default("0"))), Db(Table("t", Col("a", "boolean"))),
            Answering(question => question.Facet == "Type" ? FacetVerdict.Same : FacetVerdict.Unknown), TestDialect.Rich,
            "~ left-over default: removed default from column 't.a': 0");

    [Fact]
    public void Nobody_is_asked_of_texts_that_are_equal_or_of_other_facets()
    {
        var asked = new List<string>();
        var options = Answering(question =>
        {
            asked.Add($"{question.Table}.{question.Name} {question.Facet}: {question.Live} / {question.Model}");
            return FacetVerdict.Unknown;
        });
        SchemaComparer.Compare(
            Db(Table("t", Col("a").Default("1"), Col("b").Nullable())),
            Db(Table("t", Col("a").Default("2"), Col("b") with { Comment = "x" })),
            TestDialect.Rich, options);
        Assert.Equal(["t.a Default: 1 / 2"], asked);
    }

    [Fact]
    public void Both_directions_are_asked_the_same()
    {
        var asked = new List<FacetQuestion>();
        var options = Answering(question =>
        {
            asked.Add(question);
            return FacetVerdict.Unknown;
        });
        var (live, model) = (Db(Table("t", Col("a").Default("1"))), Db(Table("t", Col("a").Default("2"))));
        SchemaComparer.Compare(live, model, TestDialect.Rich, options);
        SchemaComparer.Compare(model, live, TestDialect.Rich, options.Swapped());
        Assert.Equal(2, asked.Count);
        Assert.Equal(asked[0], asked[1]);
    }

    [Fact]
    public void A_kind_that_counts_counts_alone()
        => Differences.Are(
            Db(Table("t", Col("a").Default("0")).Key("pk_old", "a")), Db(Table("t", Col("a")).Key("pk_t", "a")),
            ComparisonOptions.Default with { Significant = [CosmeticDifferences.LeftOverDefault] }, TestDialect.Rich,
            "removed default from column 't.a': 0", "~ constraint name: renamed primary key 'pk_old' on 't' to 'pk_t'");

    private static ComparisonOptions Answering(Func<FacetQuestion, FacetVerdict> ask) => ComparisonOptions.Default with { Ask = ask };
}
