using Autogen.Design.Planning.Steps;
using Autogen.Operations;
using Autogen.Schema.Comparison;
using Autogen.Schema.Objects;

namespace Autogen.Design.Planning.Types;

/// <summary>
/// Range types: made before what uses them, dropped after. By operations of our own: EF Core's provider takes names with a full stop apart,
/// and throws where a range type stays.
/// </summary>
internal sealed class RangeTypePlanner(PlanScope scope) : KindPlanner<RangeType>(scope, ObjectKind.RangeType)
{
    /// <inheritdoc/>
    protected override IEnumerable<Step> Add(Added<RangeType> change)
    {
        var item = change.Item;
        return [Step(
            Phase.CreateObject,
            null,
            item.Name.ToString(),
            PlanScope.Planned(new CreateRangeTypeOperation
            {
                Name = item.Name.Name,
                Schema = item.Name.Schema,
                Definition = item.Definition.Value ?? "",
            }))];
    }

    /// <inheritdoc/>
    protected override IEnumerable<Step> Remove(Removed<RangeType> change)
    {
        var name = change.Item.Name;
        var risk = new Risk(RiskKind.MayFail, $"fails if anything still uses range type '{name}'");
        return [Step(
            Phase.DropObject,
            null,
            name.ToString(),
            PlanScope.Planned(new DropTypeOperation { Name = name.Name, Schema = name.Schema }, risk))];
    }

    /// <summary>They are equal if their names are.</summary>
    protected override IEnumerable<Step> Alter(Altered<RangeType> change) => [];
}
