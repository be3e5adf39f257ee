using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Autogen.Scenarios.Running;

/// <summary>A context whose model is what a scenario says.</summary>
/// <param name="options">The provider and the connection.</param>
/// <param name="build">The scenario's model.</param>
public sealed class ScenarioContext(DbContextOptions options, Action<ModelBuilder> build) : DbContext(options)
{
    /// <summary>The scenario's model.</summary>
    public Action<ModelBuilder> Build { get; } = build;

    /// <inheritdoc/>
    protected override void OnConfiguring(DbContextOptionsBuilder optionsBuilder)
        => optionsBuilder.ReplaceService<IModelCacheKeyFactory, KeyByScenario>();

    /// <inheritdoc/>
    protected override void OnModelCreating(ModelBuilder modelBuilder) => Build(modelBuilder);

    private sealed class KeyByScenario : IModelCacheKeyFactory
    {
        public object Create(DbContext context, bool designTime) => (((ScenarioContext)context).Build, designTime);
    }
}
