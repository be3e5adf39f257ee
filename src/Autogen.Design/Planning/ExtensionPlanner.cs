using Autogen.Schema.Comparison;
using Autogen.Schema.Objects;

namespace Autogen.Design.Planning;

/// <summary>
/// Extensions: made before what uses them, after those that they require, and dropped in the reverse order. EF Core's provider
/// never drops one, so that is SQL.
/// </summary>
internal sealed class ExtensionPlanner(PlanScope scope) : KindPlanner<Extension>(scope, ObjectKind.Extension)
{
    /// <inheritdoc/>
    protected override IEnumerable<Step> Add(Added<Extension> change)
    {
        var extension = change.Item;
        var operation = Scope.Provider.CreateExtension(extension) is { } create
            ? new PlannedOperation(create, [])
            : PlanScope.Sql(Create(extension));
        return [Step(Phase.CreateObject, null, extension.Name, operation) with
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
        return [Step(Phase.DropObject, null, name, PlanScope.Sql($"DROP EXTENSION {Scope.Quote(name)};", risk)) with
        {
            After = [.. requiring]
        }];
    }

    /// <summary>Extensions are equal if their names are.</summary>
    protected override IEnumerable<Step> Alter(Altered<Extension> change) => [];

    private string Create(Extension extension)
    {
        var schema = extension.Schema.Value is { } name ? $" SCHEMA {Scope.Quote(name)}" : "";
        var version = extension.Version.Value is { } number ? $" VERSION {Scope.Quote(number)}" : "";
        return $"CREATE EXTENSION IF NOT EXISTS {Scope.Quote(extension.Name)}{schema}{version} CASCADE;";
    }
}
