using Autogen.Design.Verification;
using Autogen.Drivers;
using Autogen.Scenarios.Cases;
using Autogen.Scenarios.Databases;
using Autogen.Scenarios.Running;
using Autogen.Schema.Dialects;
using Microsoft.EntityFrameworkCore;

namespace Autogen.Design.Tests.OtherDatabase;

/// <summary>A new database needs its own folders and one line: nothing else in src may ask which database it is.</summary>
public class OtherDatabaseTests
{
    private const int Sample = 20;

    public static TheoryData<string> Names =>
    [
        .. AllScenarios.For(ScenarioDatabases.Sqlite).Where((_, number) => number % Sample == 0).Select(scenario => scenario.Name),
    ];

    [Fact]
    public void Registered_database_is_found_by_its_providers_name()
    {
        var dialect = AllDialects.ForProvider(OtherDatabase.ProviderName);
        Assert.Equal("other", dialect.ShortName);
        Assert.IsType<OtherDriver>(AllDrivers.Of(dialect));
        using var context = new ScenarioContext(OtherDatabase.Options("Data Source=:memory:"), _ => { });
        Assert.Equal(OtherDatabase.ProviderName, context.Database.ProviderName);
        Assert.IsType<OtherDriver>(AllDrivers.Of(context));
    }

    // Autogenerate, write, compile, upgrade, compare, downgrade, upgrade by a script: all that the tool does with a database.
    [Theory]
    [MemberData(nameof(Names))]
    public async Task Scenarios_run_on_a_database_that_only_tests_know(string name)
    {
        await using var database = SqliteDatabase.Create();
        await new ScenarioRunner(OtherDatabase.Options(database.ConnectionString)).RunAsync(
            AllScenarios.Named(name), CancellationToken.None);
    }

    [Fact]
    public async Task Scratch_database_is_the_drivers()
    {
        await using var database = SqliteDatabase.Create();
        await using var context = new ScenarioContext(OtherDatabase.Options(database.ConnectionString), _ => { });
        var dialect = AllDialects.ForProvider(OtherDatabase.ProviderName);
        await using (await ScratchDatabase.CreateAsync(context, dialect, CancellationToken.None))
            await context.Database.ExecuteSqlRawAsync("CREATE TABLE only_here (id integer)");
        await context.Database.OpenConnectionAsync();
        var schema = await dialect.ReadAsync(context.Database.GetDbConnection(), CancellationToken.None);
        Assert.Empty(schema.Tables);
    }
}
