using System.Globalization;
using Autogen.Upgrading.Leasing;

namespace Autogen.EntityFrameworkCore.Tests.Upgrading.Leasing;

/// <summary>
/// Random schedules of three processes that upgrade one database: crashes, stops, clock jumps, lost acknowledgements, a server that is
/// replaced.
/// </summary>
internal sealed class LeaseModel(int seed, ModelBreaks breaks = ModelBreaks.None)
{
    private const int Actors = 3;
    private const int StepsWithFaults = 300;
    private const int StepsToTheEnd = 20_000;
    private static readonly LeaseTimes times = new(TimeSpan.FromSeconds(10));

    private readonly Random random = new(seed);

    /// <summary>Runs schedules until so many steps are done.</summary>
    /// <returns>The fault that was found; <see langword="null"/> for none.</returns>
    public string? Run(int steps)
    {
        for (var schedule = 0; steps > 0; schedule++)
        {
            var server = new ModelServer { ChecksFence = breaks != ModelBreaks.ChecksNoFence };
            var depth = 0;
            List<ModelActor> actors = [];
            for (var number = 0; number < Actors; number++)
                actors.Add(new ModelActor(server, times, random, Between, breaks) { OnTakeOver = Disconnect });

            // Once nothing goes wrong any more, everybody gets to the end.
            var taken = 0;
            for (; server.Fault is null && !actors.TrueForAll(actor => actor.IsFinished); taken++)
            {
                Tick(server, actors, hasFaults: taken < StepsWithFaults);
                if (taken > StepsToTheEnd)
                    server.Fault = "nobody gets on";
            }

            if (server.Fault is { } fault)
                return string.Create(CultureInfo.InvariantCulture, $"{fault} (seed {seed}, schedule {schedule}, step {taken})");
            steps -= taken;

            void Between(ModelActor actor)
            {
                // Others act, and time passes, while an answer is on its way.
                if (depth > 0 || random.Next(3) > 0)
                    return;
                depth++;
                for (var more = random.Next(1, 200); more > 0; more--)
                {
                    Pass(server, actors);
                    actors.FirstOrDefault(other => other != actor && other.Stopped == 0 && random.Next(3) == 0)?.Step();
                }

                depth--;
            }

            void Disconnect(ModelActor taker)
            {
                foreach (var other in actors.Where(other => other != taker && other.IsTagged))
                    other.Begin();
            }
        }

        return null;
    }

    private void Tick(ModelServer server, List<ModelActor> actors, bool hasFaults)
    {
        Pass(server, actors);
        var actor = actors[random.Next(Actors)];
        if (hasFaults)
            GoWrong(server, actors, actor);
        if (actor.Stopped == 0)
            actor.Step();
    }

    // A step is a tenth of a second.
    private void Pass(ModelServer server, List<ModelActor> actors)
    {
        var time = TimeSpan.FromMilliseconds(random.Next(50, 150));
        server.Clock += time;
        foreach (var actor in actors)
        {
            actor.Clock += time;
            actor.Stopped = Math.Max(0, actor.Stopped - 1);
        }

        foreach (var statement in server.Running.ToList())
        {
            if (--statement.Left <= 0)
                server.Complete(statement);
        }
    }

    private void GoWrong(ModelServer server, List<ModelActor> actors, ModelActor actor)
    {
        switch (random.Next(60))
        {
            case 0: // kill -9: the server rolls back what was open; a statement of its own runs on
                Forget(server, actor);
                actor.Begin();
                break;
            case 1 or 2: // SIGSTOP; the server rolls back a transaction that is idle for too long
                actor.Stopped = random.Next(1, 300);
                if (actor.Stopped > 200 && server.Locker == actor)
                {
                    server.Locker = null;
                    actor.Begin();
                }

                break;
            case 3:
                server.Clock += TimeSpan.FromSeconds(random.Next(-3600, 3600));
                break;
            case 4 when random.Next(5) == 0:
                server.FailOver();
                actors.ForEach(lost =>
                {
                    if (!lost.IsFinished)
                        lost.Begin();
                });
                break;
        }
    }

    private static void Forget(ModelServer server, ModelActor actor)
    {
        if (server.Locker == actor)
            server.Locker = null;
    }
}
