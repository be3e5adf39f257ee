using Autogen.Schema;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Autogen.Hosting;

/// <summary>
/// Upgrades, or looks, when the host starts. In <see cref="StartingAsync"/>: the host awaits that of all services before it starts any, so
/// no request is served and no worker runs before the schema is there.
/// </summary>
internal sealed partial class StartupUpgrade<TContext>(
    IServiceScopeFactory scopes,
    IOptionsMonitor<AutogenOptions> options,
    ILogger<StartupUpgrade<TContext>> logger) : IHostedLifecycleService
    where TContext : DbContext
{
    /// <inheritdoc/>
    public async Task StartingAsync(CancellationToken cancellationToken)
    {
        var target = options.Get(AutogenOptions.NameFor<TContext>());
        if (!target.UpgradeOnStartup && !target.EnsureAtHeadOnStartup)
            return;

        var lease = await ContextLease<TContext>.TakeAsync(scopes, cancellationToken).ConfigureAwait(false);
        await using var returning = lease.ConfigureAwait(false);
        try
        {
            await RunAsync(lease.Context, target, cancellationToken).ConfigureAwait(false);
        }
        catch (AutogenException exception) when (target.AllowNewerDatabase && exception.Code == ErrorCode.DatabaseRevisionUnknown)
        {
            LogNewer(typeof(TContext).Name, exception.Message);
        }
    }

    /// <inheritdoc/>
    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <inheritdoc/>
    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <inheritdoc/>
    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <inheritdoc/>
    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <inheritdoc/>
    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    private async Task RunAsync(TContext context, AutogenOptions target, CancellationToken cancellationToken)
    {
        if (target.UpgradeOnStartup)
        {
            var applied = await context.Database.UpgradeAsync(target.Target, target.Upgrade, cancellationToken).ConfigureAwait(false);
            if (applied.Count == 0)
                LogNothingToDo(typeof(TContext).Name);
            else
                LogUpgraded(typeof(TContext).Name, string.Join(", ", applied));
        }

        if (target.EnsureAtHeadOnStartup)
            await context.Database.EnsureAtHeadAsync(target.Upgrade, cancellationToken).ConfigureAwait(false);
    }

    [LoggerMessage(1, LogLevel.Information, "{Context}: applied at start-up: {Revisions}")]
    private partial void LogUpgraded(string context, string revisions);

    [LoggerMessage(2, LogLevel.Information, "{Context}: nothing to upgrade at start-up")]
    private partial void LogNothingToDo(string context);

    [LoggerMessage(3, LogLevel.Warning, "{Context}: the database is left as it is, because AllowNewerDatabase is set. {Reason}")]
    private partial void LogNewer(string context, string reason);
}
