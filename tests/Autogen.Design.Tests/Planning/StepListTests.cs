using Autogen.Design.Planning;
using Autogen.Design.Planning.Steps;
using Autogen.Schema.Objects;
using Microsoft.EntityFrameworkCore.Migrations.Operations;

namespace Autogen.Design.Tests.Planning;

/// <summary>Steps in the order that they declare.</summary>
public class StepListTests
{
    private static readonly ObjectName T = new("t");

    [Fact]
    public void A_step_follows_and_precedes_single_steps_and_sets()
    {
        var early = Of(Phase.DropColumn, ObjectKind.Column, "a");
        var rename = Of(Phase.Rename, ObjectKind.Table, "") with
        {
            After = [new StepSet(Phase.AddKey, T), Vertex.OfTable(Phase.DropTable, new("not in the plan"))],
            Before = [new StepSet(Phase.DropColumn, T), new StepSet(Phase.Column, T, ObjectKind.Index)],
        };
        Assert.Equal(
            "Column Column t.c, AddKey PrimaryKey t, AddKey UniqueConstraint t.u, Rename Table t, DropColumn Column t.a",
            Order(
                early,
                rename,
                Of(Phase.Column, ObjectKind.Column, "c"),
                Key(ObjectKind.PrimaryKey, ""),
                Key(ObjectKind.UniqueConstraint, "u")));

        static Step Key(ObjectKind kind, string name) => Of(Phase.AddKey, kind, name);
    }

    [Fact]
    public void Steps_of_one_vertex_are_one_and_declare_together()
    {
        var one = Of(Phase.Column, ObjectKind.Column, "c") with { After = [new StepSet(Phase.DropSchema, T)] };
        var other = Of(Phase.Column, ObjectKind.Column, "c") with { Before = [new StepSet(Phase.DropTable, T)] };
        Assert.Equal(
            "DropSchema Table t, Column Column t.c, Column Column t.c, DropTable Table t",
            Order(Of(Phase.DropTable, ObjectKind.Table, ""), one, other, Of(Phase.DropSchema, ObjectKind.Table, "")));
    }

    [Fact]
    public void A_step_without_operations_is_no_step()
        => Assert.Equal(
            "", Order(Of(Phase.Column, ObjectKind.Column, "c") with { Operations = [], After = [new StepSet(Phase.Column, T)] }));

    private static Step Of(Phase phase, ObjectKind kind, string name)
        => new(new Vertex(phase, kind, T, name), [PlanScope.Planned(new SqlOperation { Sql = name })]);

    private static string Order(params Step[] steps)
        => string.Join(
            ", ",
            StepList.Order(steps, new StepOrder(altersInPlace: true, renamesFirst: false)).Select(planned => planned.Step!.ToString()));
}
