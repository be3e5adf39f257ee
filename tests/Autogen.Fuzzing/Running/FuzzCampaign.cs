using System.Text;
using Autogen.Fuzzing.Descriptions;
using Autogen.Fuzzing.Generation;
using Autogen.Scenarios.Running;
using Autogen.Schema;

namespace Autogen.Fuzzing.Running;

/// <summary>Many pairs, on as many databases at once as there are processors.</summary>
/// <param name="database">Which databases.</param>
/// <param name="firstSeed">The first pair's seed; the next ones follow.</param>
public sealed class FuzzCampaign(FuzzDatabase database, int firstSeed)
{
    // A database in which much was made and dropped has a catalogue full of dead rows, and every reading of it becomes slower.
    private const int PairsAPlace = 10;

    /// <summary>Runs pairs until so many were.</summary>
    /// <param name="pairs">How many.</param>
    /// <param name="shrinks">Whether pairs that fail are made smaller.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public Task<FuzzReport> RunAsync(int pairs, bool shrinks, CancellationToken cancellationToken)
        => RunAsync(
            pairs,
            async (place, seed, token) => await FailureAsync(place, ModelGenerator.Generate(database, seed), token) is { } failure
                ? await DescribeAsync(place, seed, failure, shrinks, token)
                : null,
            cancellationToken);

    /// <summary>Runs chains of models instead (<see cref="ChainRunner"/>).</summary>
    /// <param name="chains">How many.</param>
    /// <param name="length">How many models each has.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public Task<FuzzReport> RunChainsAsync(int chains, int length, CancellationToken cancellationToken)
        => RunAsync(
            chains,
            async (place, seed, token) =>
            {
                var chain = ModelGenerator.GenerateChain(database, seed, length);
                await place.EmptyAsync();
                try
                {
                    await new ChainRunner(place.Options).RunAsync(database, chain, token);
                    return null;
                }
                catch (AutogenException exception) when (exception.Code == ErrorCode.ModelInvalid)
                {
                    throw new NoPairException(exception);
                }
                catch (Exception exception) when (exception is not NoPairException and not OperationCanceledException)
                {
                    return $"==== Seed {seed} on {database}: --seed {seed} --pairs 1 --length {length} --database {Option}\n"
                        + $"{(exception is ScenarioFailedException ? exception.Message : exception)}\n---- the chain\n"
                        + $"{string.Join("\n==\n", chain)}";
                }
            },
            cancellationToken);

    private string Option => database == FuzzDatabase.PostgreSql ? "pg" : "sqlite";

    private async Task<FuzzReport> RunAsync(
        int pairs, Func<FuzzPlace, int, CancellationToken, Task<string?>> prove, CancellationToken cancellationToken)
    {
        var failures = new SortedDictionary<int, string>();
        var none = new SortedDictionary<int, string>();
        await Parallel.ForEachAsync(
            Enumerable.Range(firstSeed, pairs).Chunk(PairsAPlace),
            new ParallelOptions { MaxDegreeOfParallelism = Environment.ProcessorCount, CancellationToken = cancellationToken },
            async (seeds, token) =>
            {
                await using var place = await FuzzPlace.CreateAsync(database);
                foreach (var seed in seeds)
                {
                    for (var attempt = 0; ; attempt++)
                    {
                        // A pair that EF Core can't create is replaced by one of a seed far away.
                        var used = seed + (attempt * 1_000_000);
                        try
                        {
                            if (await prove(place, used, token) is { } text)
                            {
                                lock (failures)
                                    failures.Add(used, text);
                            }

                            break;
                        }
                        catch (NoPairException exception)
                        {
                            lock (none)
                                none.Add(used, exception.Message.Split('\n')[0]);
                        }
                    }
                }
            });
        return new FuzzReport(pairs, failures, none);
    }

    private static async Task<string?> FailureAsync(FuzzPlace place, ModelPair pair, CancellationToken cancellationToken)
    {
        await place.EmptyAsync();
        try
        {
            await new PairRunner(place.Options).RunAsync(pair, cancellationToken);
            return null;
        }
        catch (AutogenException exception) when (exception.Code == ErrorCode.ModelInvalid)
        {
            await PairRunner.RequireImpossibleAsync(place, pair, exception, cancellationToken);
            return $"Refused, and EF Core can create both models: {exception.Message}";
        }
        catch (Exception exception) when (exception is not NoPairException and not OperationCanceledException)
        {
            return exception is ScenarioFailedException ? exception.Message : exception.ToString();
        }
    }

    private async Task<string> DescribeAsync(FuzzPlace place, int seed, string failure, bool shrinks, CancellationToken cancellationToken)
    {
        var pair = ModelGenerator.Generate(database, seed);
        var text = new StringBuilder($"==== Seed {seed} on {database}: --seed {seed} --pairs 1 --database {Option}\n");
        if (shrinks)
        {
            var kind = Kind(failure);
            pair = await new Shrinker(async candidate =>
            {
                try
                {
                    return await FailureAsync(place, candidate, cancellationToken) is { } other && Kind(other) == kind;
                }
                catch (NoPairException)
                {
                    return false;
                }
            }).ShrinkAsync(pair);
            failure = await FailureAsync(place, pair, cancellationToken) ?? failure;
        }

        return text.Append(failure).Append("\n---- the pair\n").Append(pair).ToString();
    }

    // Two failures are one if they begin alike, names and numbers aside.
    private static string Kind(string failure)
        => failure.Split(':')[0] + (failure.Contains("still", StringComparison.Ordinal) ? "" : Words(failure.Split('\n')[0]));

    private static string Words(string line) => string.Join(' ', line.Split(' ').Where(word => word.All(char.IsAsciiLetter)));
}

/// <summary>What came of many pairs.</summary>
/// <param name="Pairs">How many ran.</param>
/// <param name="Failures">Those that failed, by seed.</param>
/// <param name="None">Those that EF Core could not create, by seed.</param>
public sealed record FuzzReport(int Pairs, IReadOnlyDictionary<int, string> Failures, IReadOnlyDictionary<int, string> None)
{
    /// <inheritdoc/>
    public override string ToString()
        => string.Join("\n\n", Failures.Values
            .Append($"{None.Count} models that EF Core could not create were replaced")
            .Append($"{Pairs} pairs, {Failures.Count} failed"));
}
