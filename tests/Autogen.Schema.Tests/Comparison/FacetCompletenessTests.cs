using Autogen.Schema.Comparison;
using Autogen.Schema.Objects;
using static Autogen.Schema.Tests.Comparison.Make;

namespace Autogen.Schema.Tests.Comparison;

/// <summary>Every property of every record makes a difference, is a hint, or is listed here with the reason why it makes none.</summary>
public class FacetCompletenessTests
{
    /// <summary>A schema in which every property has a value.</summary>
    private static readonly DatabaseSchema Full = WithEveryKind(Db(
        Table(
            "t",
            Col("id"),
            Col("a", "text").Default("'x'") with { Collation = new("C"), Comment = "c" },
            Col("g").Generated("id + 1"),
            Col("i").Identity(
                    options: new SequenceOptions { Start = 3, Increment = 2, Minimum = 1, Maximum = 9, Cache = 4 }))
            .Key("pk", "id")
            .With(Unique("u", "a"))
            .With(Check("c", "id > 0"))
            .With(Foreign("f", "id", "t"))
            .With(new TableIndex
            {
                Name = "ix",
                IsUnique = true,
                Filter = new SqlExpression("id > 7"),
                Method = "gist",
                IncludedColumns = ["g"],
                StorageParameters = [new("fillfactor", "70")],
                Parts =
                [
                    new IndexPart { Column = "a", Collation = new("C"), OperatorClass = "o", NullsOrder = NullsOrder.First },
                    new IndexPart { Expression = new("lower(a)") }
                ],
            })
            .With(Row(1, "a='x'")) with
        { Comment = "c", StorageParameters = [new("fillfactor", "70")] }) with
    {
        DefaultSchema = new("public"),
        EnumTypes = [new(Name("mood"), ["sad", "ok"])],
        Sequences = [new(Name("q"), "bigint", new SequenceOptions { Start = 3, Increment = 2, Minimum = 1, Maximum = 9, Cache = 4 })],
    });

    private static readonly Dictionary<string, string> MakesNoDifference = new(StringComparer.Ordinal)
    {
        ["Views[0].Name.Schema"] = "views are never touched",
        ["Views[0].Name.Name"] = "views are never touched",
        ["Views[0].IsMaterialized"] = "views are never touched",
        ["Views"] = "views are never touched",
        ["Tables[0].Columns[0].IsNullable"] = "a key never permits NULL",
        ["Tables[0].Columns[3].IsNullable"] = "an identity never permits NULL",
    };

    [Fact]
    public void Every_property_makes_a_difference_or_is_a_hint()
    {
        var silent = new List<string>();
        foreach (var variation in Variations.Of(Full))
        {
            var made = HasFindings(Full, variation.Schema) || HasFindings(variation.Schema, Full);
            if (made == (variation.IsHint || MakesNoDifference.ContainsKey(variation.Path)))
                silent.Add($"{variation.Path} {(made ? "makes a difference and should not" : "makes no difference")}");
        }

        Assert.Empty(silent);
    }

    [Fact]
    public void The_variations_reach_all_records()
    {
        var paths = Variations.Of(Full).Select(variation => variation.Path).ToHashSet(StringComparer.Ordinal);
        Assert.Superset(
            new HashSet<string>(StringComparer.Ordinal)
            {
                "Tables[0].Columns[1].Default.Text", "Tables[0].Columns[2].Generated.IsStored",
                "Tables[0].Columns[3].Identity.Options.IsCyclic", "Tables[0].Indexes[0].Parts[1].Expression.Text",
                "Tables[0].SeedRows[0].Values[0].Literal", "Sequences[0].Options.Cache", "Extensions[0].Name",
                "Tables[0].ForeignKeys[0].PrincipalTable.Schema", "Tables[0].PrimaryKey.Columns[0]", "EnumTypes[0].Labels[1]",
                "Tables[0].RowEstimate",
            },
            paths);
        Assert.Superset(MakesNoDifference.Keys.ToHashSet(StringComparer.Ordinal), paths);
    }

    [Fact]
    public void A_property_that_no_facet_compares_is_an_error()
    {
        var incomplete = new FacetTable<PrimaryKey>(
            new Facet<PrimaryKey>(
                nameof(PrimaryKey.Name), key => key.Name, (_, _, _) => Judgement.Same, (to, from) => to with { Name = from.Name }));
        var scope = new ComparisonScope(
            TestDialect.Rich, ComparisonOptions.Default,
            ResolvedRenames.Resolve(RenameHints.None, DatabaseSchema.Empty, DatabaseSchema.Empty, TestDialect.Rich), new Findings());
        Assert.Null(incomplete.Compare(scope, ObjectKind.PrimaryKey, new("one", ["a"]), new("other", ["a"])));
        var error = Assert.Throws<UncomparedFacetException>(
            () => incomplete.Compare(scope, ObjectKind.PrimaryKey, new("pk", ["a"]), new("pk", ["b"])));
        Assert.StartsWith(
            "PrimaryKey has a property that its comparison does not declare as a facet.", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_difference_has_a_line_and_a_reason()
    {
        foreach (var variation in Variations.Of(Full))
        {
            var changes = SchemaComparer.Compare(Full, variation.Schema, TestDialect.Rich, ComparisonOptions.Default).Changes;
            Assert.All(changes.SelectMany(ChangeText.Lines), line =>
            {
                Assert.NotEmpty(line.Text);
                Assert.DoesNotContain("\n", line.Text, StringComparison.Ordinal);
                Assert.True(line.Facet is null or { Reason.Length: > 0 }, line.Text);
                if (line.Facet?.CosmeticKind is { } kind)
                    Assert.Equal(kind, CosmeticDifferences.Named(kind).Kind);
            });
        }
    }

    [Fact]
    public void Every_kind_has_a_text() => Assert.All(Enum.GetValues<ObjectKind>(), kind => Assert.NotEmpty(ObjectText.Kind(kind)));

    [Fact]
    public void Every_cosmetic_difference_is_in_the_one_table()
    {
        var declared = typeof(CosmeticDifferences).GetProperties().Where(property => property.PropertyType == typeof(CosmeticDifference))
            .Select(property => (CosmeticDifference)property.GetValue(null)!).ToList();
        Assert.Equal(
            declared.Select(difference => difference.Kind).Order(StringComparer.Ordinal),
            CosmeticDifferences.All.Select(difference => difference.Kind).Order(StringComparer.Ordinal));
        Assert.Equal(declared.Count, declared.Select(difference => difference.Kind).Distinct(StringComparer.Ordinal).Count());
        Assert.All(declared, difference => Assert.NotEmpty(difference.Reason));
        Assert.Equal("1 left-over default", CosmeticDifferences.LeftOverDefault.Counted(1));
        Assert.Equal("9 left-over defaults", CosmeticDifferences.LeftOverDefault.Counted(9));
    }

    private static DatabaseSchema WithEveryKind(DatabaseSchema schema)
        => Kinds.All.Where(kind => kind.In(schema).Count == 0)
            .Aggregate(schema, (to, kind) => kind.With(to, [KindSamples.Of(kind, "sample of " + kind.Noun)]));

    private static bool HasFindings(DatabaseSchema live, DatabaseSchema model)
    {
        var diff = SchemaComparer.Compare(live, model, TestDialect.Rich, ComparisonOptions.Default);
        return diff.Changes.Count + diff.IgnoredObjects.Count > 0;
    }
}
