using Autogen.Design.Planning;
using Autogen.Design.Planning.Rows;
using Autogen.Schema.Objects;
using static Autogen.Design.Tests.Planning.Make;

namespace Autogen.Design.Tests.Planning;

/// <summary>The order of rows among themselves.</summary>
public class SeedOrderTests
{
    /// <summary><c>1&gt;2</c>: row 1 refers to row 2.</summary>
    [Theory]
    [InlineData("1>2 2>3 3", "3 2 1", "1 2 3")]
    [InlineData("1>2 2 3", "2 3 1", "1 3 2")]
    [InlineData("1 2>1", "1 2", "2 1")]
    [InlineData("1>2 2>1 3", "3 1 2", "2 1 3")]
    [InlineData("1>1 2", "1 2", "2 1")]
    [InlineData("2 1", "2 1", "1 2")]
    [InlineData("1", "1", "1")]
    public void Parents_come_before_their_children_and_go_after_them(string given, string parentsFirst, string childrenFirst)
    {
        var table = Keyed("t", Column("up", "integer", true), Column("other", "integer", true)) with
        {
            ForeignKeys = [ForeignKey("fk_other", "other", "o"), ForeignKey("fk", "up", "t")]
        };
        var rows = given.Split(' ')
            .Select(row => row.Split('>'))
            .Select(row => Row(Number(row[0]), ("up", row.Length == 1 ? null : Number(row[1]))))
            .ToList();
        Assert.Equal(parentsFirst, Keys(SelfReferences.ParentsFirst(table, rows)));
        Assert.Equal(childrenFirst, Keys(SelfReferences.ChildrenFirst(table, rows)));
    }

    [Fact]
    public void Rows_of_a_table_without_self_references_keep_their_order()
        => Assert.Equal(
            "1 2",
            Keys(SelfReferences.ChildrenFirst(
                Keyed("t", Column("up", "integer")) with { ForeignKeys = [ForeignKey("fk", "up", "o")] },
                [Row(1, ("up", 2)), Row(2, ("up", 1))])));

    [Theory]
    [InlineData("x", "y", true)]
    [InlineData("x", "z", false)]
    [InlineData("z", "y", false)]
    public void A_reference_of_two_columns_is_one_where_both_are_equal(string a, string b, bool refers)
    {
        var key = new ForeignKey { Name = "fk", Columns = ["a", "b"], PrincipalTable = new("t"), PrincipalColumns = ["c", "d"] };
        Assert.Equal(refers, SelfReferences.AnyRefersTo([Row(1, ("a", a), ("b", b))], [Row(2, ("c", "x"), ("d", "y"))], key));
    }

    /// <summary><c>1:a=b</c>: row 1 has the value a, and gets b.</summary>
    [Theory]
    [InlineData("1:a=b 2:b=c", "2 1")]
    [InlineData("1:a=b 2:b=c 3:c=d", "3 2 1")]
    [InlineData("1:a=b 2:c=d", "1 2")]
    [InlineData("1:a=b 2:b=a", "1 2")]
    [InlineData("1:a=b 2:b=a 3:c=d", "3 1 2")]
    [InlineData("1:a=NULL 2:NULL=b", "1 2")]
    [InlineData("1:a=null 2:null=b", "1 2")]
    public void What_must_be_unique_is_given_up_before_it_is_taken(string given, string expected)
    {
        var changes = Changes(given);
        Assert.Equal(expected, Order(Keyed("t", Column("v")) with { UniqueConstraints = [new("uq", ["v"])] }, changes));
        Assert.Equal(expected, Order(Keyed("t", Column("v")) with { Indexes = [Index("ix", "v") with { IsUnique = true }] }, changes));
    }

    [Fact]
    public void What_need_not_be_unique_or_is_so_by_an_expression_has_no_order()
    {
        var changes = Changes("1:a=b 2:b=c");
        Assert.Equal("1 2", Order(Keyed("t", Column("v")) with { Indexes = [Index("ix", "v")] }, changes));
        Assert.Equal("1 2", Order(Keyed("t", Column("v")) with
        {
            Indexes = [new() { Name = "ix", IsUnique = true, Parts = [new() { Column = "v" }, new() { Expression = new("lower(v)") }] }]
        }, changes));
        Assert.Equal("1 2", Order(Keyed("t", Column("v")) with { UniqueConstraints = [new("uq", ["v", "id"])] }, changes));
    }

    private static string Order(Table table, IReadOnlyList<(SeedRow Current, SeedRow Target)> changes)
        => Keys(new UniqueValues(table, new HashSet<string>()).Order(changes).Select(change => change.Target));

    private static List<(SeedRow Current, SeedRow Target)> Changes(string given)
        => [.. given.Split(' ')
            .Select(change => change.Split(':', '='))
            .Select(parts => (With(parts[0], parts[1]), With(parts[0], parts[2])))];

    private static SeedRow With(string key, string value) => new([new("id", key)], [new("v", value)]);

    private static string Keys(IEnumerable<SeedRow> rows) => string.Join(' ', rows.Select(row => row.Key[0].Literal));

    private static int Number(string text) => int.Parse(text, System.Globalization.CultureInfo.InvariantCulture);
}
