using Hangfire;
using Hangfire.Common;
using Hangfire.PostgreSql;
using Hangfire.States;
using Hangfire.Storage;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Tenants;
using Tenants.Hangfire;

namespace Autogen.Samples.Tests;

public class HangfireTests
{
    [Fact]
    public async Task Jobs_upgrade_every_tenant_once()
    {
        await using var tenants = await TenantSchemas.CreateAsync(count: 8);
        var ended = new EndedJobs(tenants.Names.Count * 2);
        var builder = Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings());
        builder.Services.AddSingleton<ITenants>(tenants);
        builder.Services.AddSingleton(_ => TenantSchemas.CreateFleet());
        builder.Services.AddHangfire(configuration => configuration
            .UsePostgreSqlStorage(
                storage => storage.UseNpgsqlConnection(tenants.ConnectionString),
                new PostgreSqlStorageOptions { QueuePollInterval = TimeSpan.FromMilliseconds(50) })
            .UseFilter(ended));
        builder.Services.AddHangfireServer(server => server.WorkerCount = 4);
        using var host = builder.Build();
        await host.StartAsync();

        // Twice, as it happens when a server dies after the work and before its record.
        for (var time = 0; time < 2; time++)
            UpgradeTenantJob.EnqueueAll(host.Services.GetRequiredService<IBackgroundJobClient>(), tenants);
        Assert.Empty(await ended.Failed.WaitAsync(TimeSpan.FromMinutes(2)));
        await host.StopAsync();
        await tenants.RequireUpgradedOnceAsync();
    }

    /// <summary>Hears of jobs that end.</summary>
    private sealed class EndedJobs(int count) : JobFilterAttribute, IApplyStateFilter
    {
        private readonly TaskCompletionSource<IReadOnlyList<string>> all = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private readonly Lock gate = new();
        private readonly List<string> failed = [];
        private int ended;

        public Task<IReadOnlyList<string>> Failed => all.Task;

        public void OnStateApplied(ApplyStateContext context, IWriteOnlyTransaction transaction)
        {
            lock (gate)
            {
                if (context.NewState is FailedState failure)
                    failed.Add(failure.Exception.ToString());
                if (context.NewState is SucceededState or FailedState && ++ended == count)
                    all.TrySetResult(failed);
            }
        }

        public void OnStateUnapplied(ApplyStateContext context, IWriteOnlyTransaction transaction)
        {
        }
    }
}
