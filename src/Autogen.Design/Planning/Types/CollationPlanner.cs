using Autogen.Design.Planning.Steps;
using Autogen.Operations;
using Autogen.Schema.Comparison;
using Autogen.Schema.Objects;

namespace Autogen.Design.Planning.Types;

/// <summary>
/// Collations: made before what uses them, dropped after. By operations of our own: EF Core's provider takes names with a full stop apart,
/// and throws where a range type stays.
/// </summary>
internal sealed class CollationPlanner(PlanScope scope) : KindPlanner<Collation>(scope, ObjectKind.Collation)
{
    /// <inheritdoc/>
    protected override IEnumerable<Step> Add(Added<Collation> change)
    {
        var item = change.Item;
        return [Step(
            Phase.CreateObject,
            null,
            item.Name.ToString(),
            PlanScope.Planned(new CreateCollationOperation
            {
                Name = item.Name.Name,
                Schema = item.Name.Schema,
                Definition = item.Definition.Value ?? "",
            }))];
    }

    /// <inheritdoc/>
    protected override IEnumerable<Step> Remove(Removed<Collation> change)
    {
        var name = change.Item.Name;
        var risk = new Risk(RiskKind.MayFail, $"fails if anything still uses collation '{name}'");
        return [Step(
            Phase.DropObject,
            null,
            name.ToString(),
            PlanScope.Planned(new DropCollationOperation { Name = name.Name, Schema = name.Schema }, risk))];
    }

    /// <summary>They are equal if their names are.</summary>
    protected override IEnumerable<Step> Alter(Altered<Collation> change) => [];
}
