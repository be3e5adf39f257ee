using Autogen.Design.Planning.Steps;
using Autogen.Operations;
using Autogen.Schema.Comparison;
using Autogen.Schema.Objects;
using Microsoft.EntityFrameworkCore.Migrations.Operations;

namespace Autogen.Design.Planning.Types;

/// <summary>
/// Extensions: made before what uses them, after those that they require, and dropped in the reverse order. EF Core's provider
/// never drops one.
/// </summary>
internal sealed class ExtensionPlanner(PlanScope scope) : KindPlanner<Extension>(scope, ObjectKind.Extension)
{
    /// <inheritdoc/>
    protected override IEnumerable<Step> Add(Added<Extension> change)
    {
        var extension = change.Item;
        var operation = (MigrationOperation?)Scope.Provider.CreateExtension(extension) ?? Create(extension);
        return [Step(Phase.CreateObject, null, extension.Name, PlanScope.Planned(operation)) with
        {
            After = [.. extension.Requires.Value.Select(name => new Vertex(Phase.CreateObject, Kind, null, name))]
        }];
    }

    /// <inheritdoc/>
    protected override IEnumerable<Step> Remove(Removed<Extension> change)
    {
        var name = change.Item.Name;
        var risk = new Risk(RiskKind.MayFail, $"fails if anything still uses extension '{name}'");
        var requiring = Scope.Diff.Current.Extensions
            .Where(other => other.Requires.Value.Contains(name, StringComparer.Ordinal))
            .Select(other => new Vertex(Phase.DropObject, Kind, null, other.Name));
        return [Step(Phase.DropObject, null, name, PlanScope.Planned(new DropExtensionOperation { Name = name }, risk)) with
        {
            After = [.. requiring]
        }];
    }

    /// <summary>Extensions are equal if their names are.</summary>
    protected override IEnumerable<Step> Alter(Altered<Extension> change) => [];

    private static CreateExtensionOperation Create(Extension extension)
        => new() { Name = extension.Name, Schema = extension.Schema.Value, Version = extension.Version.Value };
}
