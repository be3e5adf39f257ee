using Autogen.Host.Fleets;

namespace Autogen.Design.Tests.Fleets;

public class FleetQueueTests
{
    [Fact]
    public async Task Server_has_at_most_its_number_at_a_time()
    {
        var queue = new FleetQueue(perServer: 2);
        for (var index = 0; index < 4; index++)
            queue.Add(index, "a");
        queue.Add(4, "b");
        var taken = new List<FleetTurn>();
        for (var count = 0; count < 3; count++)
            taken.Add((await queue.TakeAsync(CancellationToken.None))!);
        Assert.Equal([0, 4, 1], taken.Select(item => item.Index));

        var waiting = queue.TakeAsync(CancellationToken.None);
        Assert.False(waiting.IsCompleted);
        await taken[1].DisposeAsync();
        Assert.False(waiting.IsCompleted);
        await taken[0].DisposeAsync();
        Assert.Equal(2, (await waiting)!.Index);
    }

    [Fact]
    public async Task Empty_queue_ends_a_worker()
    {
        var queue = new FleetQueue(perServer: 1);
        queue.Add(0, "a");
        Assert.NotNull(await queue.TakeAsync(CancellationToken.None));
        Assert.Null(await queue.TakeAsync(CancellationToken.None));
    }

    [Fact]
    public async Task Worker_that_waits_is_interrupted()
    {
        using var cancellation = new CancellationTokenSource();
        var queue = new FleetQueue(perServer: 1);
        queue.Add(0, "a");
        queue.Add(1, "a");
        _ = await queue.TakeAsync(cancellation.Token);
        var waiting = queue.TakeAsync(cancellation.Token);
        await cancellation.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => waiting);
    }
}
