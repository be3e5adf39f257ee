using Autogen.Design.Planning.Steps;
using Autogen.Operations;
using Autogen.Schema.Comparison;
using Autogen.Schema.Objects;
using Microsoft.EntityFrameworkCore.Migrations.Operations;

namespace Autogen.Design.Planning.Tables;

/// <summary>Schemas: made before all that lives in them, dropped after it.</summary>
internal sealed class SchemaPlanner(PlanScope scope) : KindPlanner<string>(scope, ObjectKind.Schema)
{
    /// <inheritdoc/>
    protected override IEnumerable<Step> Add(Added<string> change)
        => [Step(Phase.EnsureSchema, null, change.Item, new PlannedOperation(new EnsureSchemaOperation { Name = change.Item }, []))];

    /// <inheritdoc/>
    protected override IEnumerable<Step> Remove(Removed<string> change)
    {
        var risk = new Risk(
            RiskKind.MayFail, $"fails if schema '{change.Item}' holds anything that the tool does not know, such as functions or views");
        return [Step(Phase.DropSchema, null, change.Item, new PlannedOperation(new DropSchemaOperation { Name = change.Item }, [risk]))];
    }

    /// <summary>Schemas have nothing but their name; a renamed one is renamed.</summary>
    protected override IEnumerable<Step> Alter(Altered<string> change)
        => [Step(
            Phase.EnsureSchema,
            null,
            change.Target,
            PlanScope.Planned(new RenameSchemaOperation { Name = change.Current, NewName = change.Target }))];
}
