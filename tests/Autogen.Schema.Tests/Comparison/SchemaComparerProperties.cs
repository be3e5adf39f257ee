using Autogen.Schema.Comparison;
using Autogen.Schema.Objects;
using FsCheck;
using FsCheck.Fluent;

namespace Autogen.Schema.Tests.Comparison;

/// <summary>What holds for any two schemas; a failure prints the seed, and <c>RandomSchemas.Of(seed)</c> gives the schemas again.</summary>
public class SchemaComparerProperties
{
    private const int Runs = 500;

    [Fact]
    public void A_schema_does_not_differ_from_itself()
        => Holds(schemas =>
        {
            var options = schemas.Options with { Renames = RenameHints.None };
            Assert.Empty(SchemaComparer.Compare(schemas.Live, schemas.Live, TestDialect.Rich, options).Changes);
        });

    [Fact]
    public void An_upgrade_leaves_no_difference_and_its_downgrade_restores_the_schema()
        => Holds(schemas => Promises.Hold(schemas.Live, schemas.Model, TestDialect.Rich, schemas.Options));

    [Fact]
    public void The_order_of_the_lists_does_not_matter()
        => Holds(schemas =>
        {
            var expected = Differences.Lines(SchemaComparer.Compare(schemas.Live, schemas.Model, TestDialect.Rich, schemas.Options));
            for (var seed = 0; seed < 3; seed++)
            {
                var live = RandomSchemas.Shuffled(schemas.Live, seed);
                var model = RandomSchemas.Shuffled(schemas.Model, seed + 1);
                Assert.Equal(expected, Differences.Lines(SchemaComparer.Compare(live, model, TestDialect.Rich, schemas.Options)));
            }
        });

    [Fact]
    public void The_schemas_differ_often_enough_to_prove_something()
    {
        var diffs = Enumerable.Range(0, Runs).Select(RandomSchemas.Of)
            .Select(schemas => SchemaComparer.Compare(schemas.Live, schemas.Model, TestDialect.Rich, schemas.Options))
            .ToList();
        var found = diffs.SelectMany(diff => diff.Changes)
            .Select(change => (change.Kind, change.Before is null ? "added" : change.After is null ? "removed" : "altered"))
            .Concat(diffs.SelectMany(diff => diff.IgnoredObjects).Select(ignored => (ignored.Kind, "removed")))
            .ToHashSet();
        var expected = Enum.GetValues<ObjectKind>().Except([ObjectKind.View])
            .SelectMany(kind => new[] { (kind, "added"), (kind, "removed"), (kind, "altered") })
            .Except(Kinds.All.Where(kind => !KindSamples.HasMoreThanItsName(kind)).Select(kind => (kind.Value, "altered")));
        Assert.Empty(expected.Except(found));
    }

    private static void Holds(Action<RandomSchemas> assertion)
        => Check.One(
            Config.QuickThrowOnFailure.WithMaxTest(Runs),
            Prop.ForAll(Gen.Choose(0, int.MaxValue - 1).ToArbitrary(), seed => assertion(RandomSchemas.Of(seed))));
}
