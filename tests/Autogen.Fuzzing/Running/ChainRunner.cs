using Autogen.Fuzzing.Descriptions;
using Autogen.Scenarios.Running;
using Autogen.Schema.Objects;
using Microsoft.EntityFrameworkCore;

namespace Autogen.Fuzzing.Running;

/// <summary>
/// Proves a history on a real database: a revision for every model, written by the database that the revisions before it made. Each leaves
/// nothing; on the way back every schema is there again, compared whole; all of them run at once, down to nothing and up to the last.
/// </summary>
/// <param name="options">The provider and an empty database.</param>
internal sealed class ChainRunner(DbContextOptions options)
{
    private readonly RevisionWalk walk = new(options);

    /// <summary>Runs it.</summary>
    /// <exception cref="ScenarioFailedException">A proof failed.</exception>
    public async Task RunAsync(FuzzDatabase database, IReadOnlyList<ModelDescription> chain, CancellationToken cancellationToken)
    {
        foreach (var model in chain)
            PairRunner.RequireModel(options, ModelBuilding.Of(database, model));
        var models = chain.Select(model => ModelBuilding.Of(database, model)).ToList();
        List<DatabaseSchema> schemas = [await walk.ReadAsync(models[0], cancellationToken)];
        for (var i = 0; i < models.Count; i++)
        {
            await walk.AddAsync(models[i], $"revision{i}", cancellationToken);
            await walk.UpgradeAsync(models[i], cancellationToken);
            await walk.RequireNothingLeftAsync(models[i], $"the upgrade to revision {i}", cancellationToken);
            schemas.Add(await walk.ReadAsync(models[i], cancellationToken));
        }

        for (var i = models.Count - 1; i >= 0; i--)
        {
            await walk.DowngradeAsync(models[i], cancellationToken);
            await walk.RequireSameSchemaAsync(models[i], schemas[i], await walk.ReadAsync(models[i], cancellationToken), cancellationToken);
            if (i > 0)
                await walk.RequireNothingLeftAsync(models[i - 1], $"the downgrade of revision {i}", cancellationToken);
        }

        await walk.UpgradeAsync(models[^1], cancellationToken);
        await walk.RequireNothingLeftAsync(models[^1], "the upgrade from nothing to the last revision", cancellationToken);
    }
}
