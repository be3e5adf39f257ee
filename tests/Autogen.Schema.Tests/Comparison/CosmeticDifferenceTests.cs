using Autogen.Schema.Comparison;

namespace Autogen.Schema.Tests.Comparison;

/// <summary>The words and flags of the one table; settings and listings name a kind by them.</summary>
public class CosmeticDifferenceTests
{
    [Theory]
    [InlineData(
        "left-over default", "left-over defaults",
        "the model gives no default, and this one is what EF Core's migrations leave behind when they add a required column", true)]
    [InlineData("constraint name", "constraint names", "only the constraint's name differs, and no revision gave it", true)]
    [InlineData("index name", "index names", "only the index's name differs, and no revision gave it", true)]
    [InlineData(
        "referential action", "referential actions",
        "RESTRICT and NO ACTION both refuse the change; they differ only in a constraint that is deferred", true)]
    [InlineData(
        "order of labels", "orders of labels",
        "the labels are the same, and their order matters only to a query that sorts by them; EF Core never changes it", true)]
    [InlineData(
        "AUTOINCREMENT",
        "AUTOINCREMENTs",
        "an INTEGER PRIMARY KEY numbers its rows with or without it; it only keeps the number of a deleted last row from being used again",
        true)]
    [InlineData(
        "start of a sequence", "starts of sequences",
        "the start is used once, when the sequence is made; to set it again would repeat the numbers of existing rows", false)]
    [InlineData(
        "setting that the model can't express", "settings that the model can't express",
        "EF Core's model has no word for it, so the model's silence is not a wish", true)]
    [InlineData("storage parameter", "storage parameters", "the model does not name it, and it only tunes how rows are stored", true)]
    [InlineData(
        "constraint that is not validated", "constraints that are not validated",
        "the constraint holds for every row that is written; only rows from before it were not checked", true)]
    [InlineData(
        "declaration of a generated column", "declarations of generated columns",
        "EF Core declares neither a type nor NOT NULL for a generated column of this database: the expression decides", false)]
    [InlineData("comment that the database can't hold", "comments that the database can't hold", "the database has no comments", false)]
    [InlineData("can't tell", "that can't be told", "whether they differ can't be told", false)]
    public void A_kind_says_what_it_is_and_why_it_does_not_matter(string kind, string plural, string reason, bool isActedOnWhenStrict)
        => Assert.Equal(new CosmeticDifference(kind, plural, reason, isActedOnWhenStrict), CosmeticDifferences.Named(kind));

    [Fact]
    public void Kinds_are_listed_in_one_order()
        => Assert.Equal(
            [
                "left-over default", "constraint name", "index name", "referential action", "order of labels", "AUTOINCREMENT",
                "start of a sequence", "setting that the model can't express", "storage parameter", "constraint that is not validated",
                "declaration of a generated column", "comment that the database can't hold", "definition of a collation",
                "type of a serial's sequence", "can't tell",
            ],
            CosmeticDifferences.All.Select(difference => difference.Kind));

    [Fact]
    public void Unknown_kind_is_an_error()
        => Assert.Equal(
            "There is no cosmetic difference 'nosuch'. (Parameter 'kind')",
            Assert.Throws<ArgumentException>(() => CosmeticDifferences.Named("nosuch")).Message);
}
