using Autogen.Scenarios.Cases;
using Autogen.Scenarios.Databases;
using Autogen.Scenarios.Running;
using Autogen.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Autogen.Sqlite.Tests;

/// <summary>Values under a converter that changes.</summary>
[Case("D2")]
public sealed class ConvertedValueTests : IAsyncDisposable
{
    private readonly SqliteDatabase database = SqliteDatabase.Create();

    public static TheoryData<string> Names => [.. ConvertedCases.Names("PostgreSQL")];

    private DbContextOptions Options => new DbContextOptionsBuilder().UseSqlite(database.ConnectionString).Options;

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Values_are_read_and_written_as_before(string name)
    {
        var (written, read, readBack) = await ConvertedCases.RunAsync(name, Options);
        Assert.Equal((written, written), (read, readBack));
    }

    [Fact]
    public async Task Values_without_a_member_are_listed()
    {
        var walk = new ConvertedValues<State>(Options, state => state.HasConversion<string>(), state => state.HasConversion<int>());
        var risks = await walk.UpgradeAsync("(1, 'Sent'), (2, 'Lost'), (3, '2')", CancellationToken.None);
        Assert.Contains(
            "rows of 'Ödd \"T'ables\"' keep 'Lost' in 'Größe \"n'ow\"': EF Core will read 0; say how with Convert in the model", risks);
        Assert.Equal([State.Sent, State.Draft, State.Sent], await walk.ReadAsync(CancellationToken.None));
    }

    [Theory]
    [InlineData("'Sent'", "keep 'Sent'")]
    [InlineData("'12'", null)]
    public async Task A_text_that_is_not_a_number_is_listed(string value, string? expected)
    {
        var walk = new ConvertedValues<int>(Options, number => number.HasColumnType("TEXT"), number => number.HasColumnType("INTEGER"));
        var risks = await walk.UpgradeAsync($"(1, {value})", CancellationToken.None);
        Assert.Equal(expected is not null, risks.Any(risk => risk.Contains(expected ?? "keep", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Values_of_an_unknown_form_are_listed()
    {
        var walk = new ConvertedValues<TimeSpan>(
            Options,
            _ => { },
            time => time.HasConversion(one => Math.Sqrt(one.TotalSeconds), root => TimeSpan.FromSeconds(root * root)));
        Assert.Contains(
            await walk.UpgradeAsync("(1, '00:01:00')", CancellationToken.None),
            risk => risk.Contains("keep '00:01:00'", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_model_says_how()
    {
        void Build(PropertyBuilder<State> state)
            => state.HasConversion<int>().Convert("CASE \"Größe \"\"n'ow\"\"\" WHEN 'lost' THEN 30 ELSE 2 END", "'lost'");
        var walk = new ConvertedValues<State>(Options, state => state.HasConversion<string>(), Build);
        await walk.UpgradeAsync("(1, 'lost'), (2, 'x')", CancellationToken.None);
        Assert.Equal([State.Returned, State.Sent], await walk.ReadAsync(CancellationToken.None));
    }

    public ValueTask DisposeAsync() => database.DisposeAsync();

    internal enum State
    {
        Draft,
        Sent = 2,
        Returned = 30,
    }
}
