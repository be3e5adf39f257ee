using Autogen.Fuzzing.Descriptions;
using Autogen.Scenarios.Running;
using Autogen.Schema;
using Microsoft.EntityFrameworkCore;

namespace Autogen.Fuzzing.Running;

/// <summary>
/// Proves a pair on a real database: made by EF Core's own DDL, with rows. No difference is seen then; the revision to the second model
/// runs and leaves none; its downgrade gives back the schema, compared whole, and the data; the upgrade runs again; and the file is the
/// same, byte for byte, when it is written twice.
/// </summary>
/// <param name="options">The provider and an empty database.</param>
internal sealed class PairRunner(DbContextOptions options)
{
    private readonly RevisionWalk walk = new(options);

    /// <summary>Runs it.</summary>
    /// <exception cref="NoPairException">EF Core can't create one of the models.</exception>
    /// <exception cref="ScenarioFailedException">A proof failed.</exception>
    public async Task RunAsync(ModelPair pair, CancellationToken cancellationToken)
    {
        var there = ModelBuilding.Of(pair.Database, pair.There);
        var wanted = ModelBuilding.Of(pair.Database, pair.Wanted);
        RequireModel(options, there);
        RequireModel(options, wanted);

        var first = await walk.CompareAsync(there, cancellationToken);
        await CreateTablesAsync(there, cancellationToken);
        var filler = new RowFiller(pair);
        if (filler.Sql() is { Length: > 0 } sql)
            await walk.ExecuteAsync(there, sql, cancellationToken);
        var operations = first.Upgrade.Select(planned => planned.Operation).ToList();
        await walk.RequireNothingLeftAsync(there, "CreateTables", cancellationToken, operations);
        var before = await walk.ReadAsync(there, cancellationToken);
        var rows = await KeptAsync(pair, filler, there, after: false, cancellationToken);

        var second = RevisionWalk.Render("second", ["first"], await walk.CompareAsync(wanted, cancellationToken, operations));
        walk.RequireSame(
            "the file, written twice",
            second,
            RevisionWalk.Render("second", ["first"], await walk.CompareAsync(wanted, cancellationToken, operations)));
        walk.Add(RevisionWalk.Render("first", [], first), second);
        await walk.StampAsync(there, "first", cancellationToken);

        await walk.UpgradeAsync(wanted, cancellationToken);
        await walk.RequireNothingLeftAsync(wanted, "the upgrade", cancellationToken);
        walk.RequireSame("the rows after the upgrade", rows, await KeptAsync(pair, filler, wanted, after: true, cancellationToken));

        await walk.DowngradeAsync(there, cancellationToken);
        await walk.RequireNothingLeftAsync(there, "the downgrade", cancellationToken);
        await walk.RequireSameSchemaAsync(there, before, await walk.ReadAsync(there, cancellationToken), cancellationToken);
        walk.RequireSame("the rows after the downgrade", rows, await KeptAsync(pair, filler, there, after: false, cancellationToken));

        await walk.UpgradeAsync(wanted, cancellationToken);
        await walk.RequireNothingLeftAsync(wanted, "the second upgrade", cancellationToken);
    }

    /// <summary>What was refused is a model that EF Core can't create either.</summary>
    /// <exception cref="NoPairException">So it is.</exception>
    public static async Task RequireImpossibleAsync(
        FuzzPlace place, ModelPair pair, AutogenException refusal, CancellationToken cancellationToken)
    {
        foreach (var model in new[] { pair.There, pair.Wanted })
        {
            await place.EmptyAsync();
            try
            {
                await new RevisionWalk(place.Options).CreateTablesAsync(ModelBuilding.Of(pair.Database, model), cancellationToken);
            }
            catch (Exception exception) when (exception is not OperationCanceledException)
            {
                throw new NoPairException(
                    new AutogenException(refusal.Code, $"Refused, and by the database, too: {refusal.Message}", exception));
            }
        }
    }

    private async Task<string> KeptAsync(
        ModelPair pair, RowFiller filler, Action<ModelBuilder> model, bool after, CancellationToken cancellationToken)
    {
        var texts = new List<string>();
        foreach (var table in pair.There.Tables)
        {
            if (filler.Kept(table) is { } kept)
                texts.Add($"{table.Name}:\n{await walk.RowsAsync(model, after ? kept.After : kept.Before, cancellationToken)}");
        }

        return string.Join('\n', texts);
    }

    /// <summary>EF Core can write the model's tables.</summary>
    /// <exception cref="NoPairException">It can't.</exception>
    public static void RequireModel(DbContextOptions options, Action<ModelBuilder> model)
    {
        using var context = new ScenarioContext(options, model);
        try
        {
            _ = context.Database.GenerateCreateScript();
        }
        catch (Exception exception) when (exception is not ScenarioFailedException)
        {
            throw new NoPairException(exception);
        }
    }

    private async Task CreateTablesAsync(Action<ModelBuilder> model, CancellationToken cancellationToken)
    {
        try
        {
            await walk.CreateTablesAsync(model, cancellationToken);
        }
        catch (Exception exception)
        {
            throw new NoPairException(exception);
        }
    }
}

/// <summary>EF Core itself can't create the model: no pair.</summary>
/// <param name="reason">Why not.</param>
public sealed class NoPairException(Exception reason) : Exception(reason.Message, reason);
