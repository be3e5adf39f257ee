using Autogen.Schema.Comparison;
using Autogen.Schema.Objects;

namespace Autogen.Design.Planning;

/// <summary>
/// Range types: made before what uses them, dropped after. SQL, because EF Core's provider takes names with a full stop apart, and
/// throws where a range type stays.
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
            PlanScope.Sql($"CREATE TYPE {Scope.Quote(item.Name)} AS RANGE ({item.Definition.Value});"))];
    }

    /// <inheritdoc/>
    protected override IEnumerable<Step> Remove(Removed<RangeType> change)
    {
        var name = change.Item.Name;
        var risk = new Risk(RiskKind.MayFail, $"fails if anything still uses range type '{name}'");
        return [Step(Phase.DropObject, null, name.ToString(), PlanScope.Sql($"DROP TYPE {Scope.Quote(name)};", risk))];
    }

    /// <summary>They are equal if their names are.</summary>
    protected override IEnumerable<Step> Alter(Altered<RangeType> change) => [];
}
