using Autogen.Scenarios.Cases;
using Autogen.Scenarios.Databases;
using Autogen.Scenarios.Running;
using Autogen.Testing;
using Microsoft.EntityFrameworkCore;

namespace Autogen.PostgreSql.Tests;

/// <summary>Values under a converter that changes.</summary>
[Case("D2")]
public class ConvertedValueTests(Places places) : IClassFixture<Places>
{
    public static TheoryData<string> Names => [.. ConvertedCases.Names("SQLite")];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Values_are_read_and_written_as_before(string name)
    {
        var (written, read, readBack) = await ConvertedCases.RunAsync(name, (await places.TakeAsync()).Options);
        Assert.Equal((written, written), (read, readBack));
    }

    [Fact]
    public async Task Values_without_a_member_are_listed()
    {
        var walk = new ConvertedValues<State>(
            (await places.TakeAsync()).Options, state => state.HasConversion<string>(), state => state.HasConversion<int>());
        var failure = await Assert.ThrowsAsync<ScenarioFailedException>(
            () => walk.UpgradeAsync("(1, 'Sent'), (2, 'Lost')", CancellationToken.None));
        Assert.Contains(
            "fails on 'Lost' in 'Ödd \"T'ables\".Größe \"n'ow\"', which the model has no value for",
            failure.Message,
            StringComparison.OrdinalIgnoreCase);
    }

    internal enum State
    {
        Draft,
        Sent = 2,
    }
}
