using Autogen.Fuzzing.Descriptions;
using Autogen.Schema.Objects;

namespace Autogen.Fuzzing.Generation;

/// <summary>Pairs of models from a seed: the same one gives the same pair.</summary>
public sealed class ModelGenerator
{
    private readonly FuzzDatabase database;
    private readonly Random random;
    private readonly PartGenerator parts;

    private ModelGenerator(FuzzDatabase database, int seed)
    {
        this.database = database;
        random = new Random(seed);
        parts = new PartGenerator(database, random);
    }

    /// <summary>The pair of that seed.</summary>
    public static ModelPair Generate(FuzzDatabase database, int seed)
    {
        var pair = SeldomShapes.Add(new ModelGenerator(database, seed).Pair(), seed);
        var mappings = new Random(~seed);
        return pair with
        {
            Current = TableMappings.Assign(database, pair.Current, mappings),
            Target = TableMappings.Assign(database, pair.Target, mappings)
        };
    }

    /// <summary>Models that follow one another, as a project's history has them; without rows but the models' own.</summary>
    /// <param name="database">The database.</param>
    /// <param name="seed">The seed.</param>
    /// <param name="length">How many.</param>
    public static IReadOnlyList<ModelDescription> GenerateChain(FuzzDatabase database, int seed, int length)
    {
        var generator = new ModelGenerator(database, seed);
        List<ModelDescription> chain = [generator.Model()];
        while (chain.Count < length)
            chain.Add(generator.Mutated(new ModelPair(database, chain[^1], chain[^1], 0)).Target);
        var (shapes, mappings) = (new Random(seed), new Random(~seed));
        return chain.ConvertAll(model => TableMappings.Assign(database, SeldomShapes.Add(database, model, shapes), mappings));
    }

    private ModelPair Pair()
    {
        var current = Model();
        var rows = random.Next(5) == 0 ? 0 : 4;
        var pair = Mutated(new ModelPair(database, current, current, rows));

        // Either may come first: what one direction adds the other removes.
        var swapped = new ModelPair(database, pair.Target, pair.Current, rows);
        return random.Next(2) == 0 && PairRules.Holds(swapped) ? swapped : pair;
    }

    private ModelPair Mutated(ModelPair pair)
    {
        var mutation = new ModelMutation(database, random, parts);
        for (var count = random.Next(1, 8); count > 0; count--)
        {
            // A mutation that the rows would not survive is not made; another one is tried.
            for (var attempt = 0; attempt < 10; attempt++)
            {
                var mutated = pair with { Target = ModelRules.Repair(database, mutation.Mutate(pair.Target)) };
                if (mutated.Target == pair.Target || !PairRules.Holds(mutated))
                    continue;
                pair = mutated;
                break;
            }
        }

        return pair;
    }

    private ModelDescription Model()
    {
        var model = new ModelDescription();
        if (database == FuzzDatabase.PostgreSql)
        {
            model = model with
            {
                Enums = Times(2, () => parts.Enum()).ToEquatableList(),
                Sequences = Times(2, () => parts.Sequence()).ToEquatableList(),
            };
        }

        for (var count = random.Next(1, 5); count > 0; count--)
            model = model with { Tables = [.. model.Tables, parts.Table(model)] };
        foreach (var _ in Times(4, () => 0))
            model = parts.WithForeignKey(model);
        return ModelRules.Repair(database, model);
    }

    private List<T> Times<T>(int atMost, Func<T> make) => [.. Enumerable.Range(0, random.Next(atMost + 1)).Select(_ => make())];
}
