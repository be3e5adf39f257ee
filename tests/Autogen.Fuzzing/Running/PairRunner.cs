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
        var current = ModelBuilding.Of(pair.Database, pair.Current);
        var target = ModelBuilding.Of(pair.Database, pair.Target);
        RequireModel(options, current);
        RequireModel(options, target);

        var first = await walk.CompareAsync(current, cancellationToken);
        await CreateTablesAsync(current, cancellationToken);
        var filler = new RowFiller(pair);
        if (filler.Sql() is { Length: > 0 } sql)
            await walk.ExecuteAsync(current, sql, cancellationToken);
        var operations = first.Upgrade.Select(planned => planned.Operation).ToList();
        await walk.RequireNothingLeftAsync(current, "CreateTables", cancellationToken, operations);
        var before = await walk.ReadAsync(current, cancellationToken);
        var rows = await KeptAsync(pair, filler, current, after: false, cancellationToken);

        var second = RevisionWalk.Render("second", ["first"], await walk.CompareAsync(target, cancellationToken, operations));
        walk.RequireSame(
            "the file, written twice",
            second,
            RevisionWalk.Render("second", ["first"], await walk.CompareAsync(target, cancellationToken, operations)));
        walk.Add(RevisionWalk.Render("first", [], first), second);
        await walk.StampAsync(current, "first", cancellationToken);

        await walk.UpgradeAsync(target, cancellationToken);
        await walk.RequireNothingLeftAsync(target, "the upgrade", cancellationToken);
        walk.RequireSame("the rows after the upgrade", rows, await KeptAsync(pair, filler, target, after: true, cancellationToken));

        await walk.DowngradeAsync(current, cancellationToken);
        await walk.RequireNothingLeftAsync(current, "the downgrade", cancellationToken);
        await walk.RequireSameSchemaAsync(current, before, await walk.ReadAsync(current, cancellationToken), cancellationToken);
        walk.RequireSame("the rows after the downgrade", rows, await KeptAsync(pair, filler, current, after: false, cancellationToken));

        await walk.UpgradeAsync(target, cancellationToken);
        await walk.RequireNothingLeftAsync(target, "the second upgrade", cancellationToken);
    }

    /// <summary>What was refused is a model that EF Core can't create either.</summary>
    /// <exception cref="NoPairException">So it is.</exception>
    public static async Task RequireImpossibleAsync(
        FuzzPlace place, ModelPair pair, AutogenException refusal, CancellationToken cancellationToken)
    {
        foreach (var model in new[] { pair.Current, pair.Target })
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
        foreach (var table in pair.Current.Tables)
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
