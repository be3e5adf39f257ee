using Autogen.Scenarios.Databases;

namespace Autogen.PostgreSql.Tests;

/// <summary>
/// An empty database for each test of a class; now and then a new one, because a catalogue in which much was made and dropped becomes slow.
/// </summary>
public sealed class Places : IAsyncLifetime
{
    private const int TestsAPlace = 20;

    private PostgreSqlPlace? place;
    private int taken;

    /// <summary>Gives one; the tests of a class come one after the other.</summary>
    public async Task<PostgreSqlPlace> TakeAsync()
    {
        if (place is null || taken % TestsAPlace == 0)
        {
            await DisposeAsync();
            place = await PostgreSqlPlace.CreateAsync();
        }

        taken++;
        await place.EmptyAsync();
        return place;
    }

    /// <inheritdoc/>
    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (place is not null)
            await place.DisposeAsync();
    }
}
