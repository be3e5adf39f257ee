using Autogen.Design.Planning;
using Autogen.Design.Planning.TableParts;
using Autogen.Schema.Objects;
using static Autogen.Design.Tests.Planning.Make;

namespace Autogen.Design.Tests.Planning;

public class ForeignKeyCyclesTests
{
    /// <summary><c>a&gt;b</c>: a refers to b.</summary>
    [Theory]
    [InlineData("a>b b", "")]
    [InlineData("a>a", "")]
    [InlineData("a>b b>a", "a-b")]
    [InlineData("a>b b>c c>a", "a-b a-c b-c")]
    [InlineData("a>b b>c c>b", "b-c")]
    [InlineData("a>b b>c c>d d>b", "b-c b-d c-d")]
    [InlineData("a>b b>a b>c c>d d>c", "a-b c-d")]
    [InlineData("a>c b>c c>d d>c", "c-d")]
    [InlineData("a>missing", "")]
    public void Tables_that_refer_to_each_other_are_in_one_cycle(string given, string expected)
    {
        var (cycles, names) = Cycles(given);
        Assert.Equal(expected, string.Join(' ', names.SelectMany(one =>
            names.Where(other => string.CompareOrdinal(one, other) < 0 && cycles.AreInOne(new(one), new(other)))
                .Select(other => $"{one}-{other}"))));
        Assert.DoesNotContain(names, name => cycles.AreInOne(new(name), new(name)));
    }

    [Theory]
    [InlineData("a>b a>c b c", "a", "b c", "")]
    [InlineData("a>b a>a b>c c>b", "b", "", "a")]
    [InlineData("a>b b>c c>b", "a", "b", "")]
    [InlineData("a>missing", "a", "", "")]
    public void Principals_and_children_are_outside_the_cycle(string given, string table, string principals, string children)
    {
        var (cycles, _) = Cycles(given);
        Assert.Equal(principals, string.Join(' ', cycles.PrincipalsOf(new(table))));
        Assert.Equal(children, string.Join(' ', cycles.ChildrenOf(new(table))));
    }

    private static (ForeignKeyCycles Cycles, List<string> Names) Cycles(string given)
    {
        var tables = given.Split(' ').Select(edge => edge.Split('>')).GroupBy(edge => edge[0])
            .Select(group => Keyed(group.Key) with
            {
                ForeignKeys = group.Where(edge => edge.Length == 2)
                    .Select(edge => ForeignKey("fk_" + edge[1], "id", edge[1]))
                    .ToEquatableList()
            })
            .ToList();
        return (new ForeignKeyCycles(tables), [.. tables.Select(table => table.Name.Name)]);
    }
}
