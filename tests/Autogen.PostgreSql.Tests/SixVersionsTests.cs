using Autogen.Scenarios.Running;

namespace Autogen.PostgreSql.Tests;

public class SixVersionsTests(Places places) : IClassFixture<Places>
{
    [Fact]
    public async Task Rows_of_the_first_day_are_read_through_every_version_up_and_down()
        => await new SixVersions((await places.TakeAsync()).Options).RunAsync(CancellationToken.None);
}
