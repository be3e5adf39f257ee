using Autogen.Scenarios.Databases;
using Autogen.Scenarios.Running;
using Microsoft.EntityFrameworkCore;

namespace Autogen.Sqlite.Tests;

public class SixVersionsTests
{
    [Fact]
    public async Task Rows_of_the_first_day_are_read_through_every_version_up_and_down()
    {
        await using var database = SqliteDatabase.Create();
        await new SixVersions(new DbContextOptionsBuilder().UseSqlite(database.ConnectionString).Options).RunAsync(CancellationToken.None);
    }
}
