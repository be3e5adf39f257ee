using Autogen.Graph;
using Autogen.Operations;
using Autogen.Upgrading;
using Autogen.Upgrading.Running;
using Microsoft.EntityFrameworkCore.Migrations.Operations;

namespace Autogen.Design.Tests.Fleets;

public class CompiledStepsTests
{
    private static readonly RevisionStep step = UpgradePlan.Up(new RevisionGraph([new RevisionNode("first0000000", [])]), [], "head")[0];

    [Theory]
    [InlineData(false, 1)]
    [InlineData(true, 3)]
    public void Steps_that_keep_something_of_a_database_are_compiled_for_each(bool withCode, int times)
    {
        var steps = new CompiledSteps();
        var compiled = 0;
        for (var database = 0; database < 3; database++)
            Assert.Equal(withCode ? 2 : 1, steps.Of(step, Compile).Count);
        Assert.Equal(times, compiled);

        IReadOnlyList<StepStatement> Compile(RevisionStep asked)
        {
            Assert.Same(step, asked);
            compiled++;
            var sql = new SqlStatement(new SqlOperation { Sql = "SELECT 1" }, 1, IsOutsideTransaction: false, "SELECT 1", Timeout: 0);
            return withCode ? [sql, new CodeStatement(new RunOperation((_, _) => Task.CompletedTask), 2)] : [sql];
        }
    }
}
