namespace Autogen.Host.Fleets;

/// <summary>
/// Databases that wait for a worker, by server: no server has more than its number at a time, and servers take turns.
/// </summary>
/// <param name="perServer">How many databases of one server run at a time.</param>
internal sealed class FleetQueue(int perServer) : IFleetQueue
{
    private readonly Lock gate = new();
    private readonly LinkedList<ServerQueue> waiting = new();
    private readonly Dictionary<string, ServerQueue> servers = new(StringComparer.Ordinal);
    private TaskCompletionSource changed = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Adds a database; before the first is taken.</summary>
    public void Add(int index, string server)
    {
        if (!servers.TryGetValue(server, out var queue))
        {
            queue = servers[server] = new ServerQueue();
            waiting.AddLast(queue);
        }

        queue.Databases.Enqueue(index);
    }

    /// <inheritdoc/>
    public async Task<FleetTurn?> TakeAsync(CancellationToken cancellationToken)
    {
        while (true)
        {
            Task change;
            lock (gate)
            {
                for (var node = waiting.First; node is not null; node = node.Next)
                {
                    if (node.Value.Running >= perServer)
                        continue;
                    var index = node.Value.Databases.Dequeue();
                    node.Value.Running++;
                    waiting.Remove(node);
                    if (node.Value.Databases.Count > 0)
                        waiting.AddLast(node);
                    return new Turn(this, node.Value, index);
                }

                if (waiting.Count == 0)
                    return null;
                change = changed.Task;
            }

            await change.WaitAsync(cancellationToken);
        }
    }

    private void Release(ServerQueue server)
    {
        TaskCompletionSource told;
        lock (gate)
        {
            server.Running--;
            (told, changed) = (changed, new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously));
        }

        told.SetResult();
    }

    private sealed class ServerQueue
    {
        public Queue<int> Databases { get; } = new();

        public int Running { get; set; }
    }

    private sealed class Turn(FleetQueue queue, ServerQueue server, int index) : FleetTurn(index)
    {
        public override ValueTask DisposeAsync()
        {
            queue.Release(server);
            return ValueTask.CompletedTask;
        }
    }
}
