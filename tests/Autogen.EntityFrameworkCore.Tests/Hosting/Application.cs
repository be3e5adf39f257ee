using Autogen.EntityFrameworkCore.Tests.Upgrading;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using GenericHost = Microsoft.Extensions.Hosting.Host;

namespace Autogen.EntityFrameworkCore.Tests.Hosting;

public sealed class ShopContext(DbContextOptions<ShopContext> options) : DbContext(options);

/// <summary>An application with a generic host, on a database of a test.</summary>
internal sealed class Application : IDisposable
{
    private readonly IHost host;

    private Application(IHost host, LogLines log)
    {
        this.host = host;
        Log = log;
    }

    /// <summary>What was logged, a line each.</summary>
    public LogLines Log { get; }

    /// <summary>The revisions of these tests, as an application with several contexts names its own.</summary>
    public static UpgradeOptions Own => new() { RevisionsNamespace = typeof(Revisions).Namespace };

    public static Application Create(
        TestDatabase database,
        Action<AutogenOptions> configure,
        string registration = "AddDbContext",
        Action<IServiceCollection>? more = null)
    {
        var builder = GenericHost.CreateEmptyApplicationBuilder(null);
        var log = new LogLines();
        builder.Logging.AddProvider(log);
        more?.Invoke(builder.Services);
        _ = registration switch
        {
            "AddDbContext" => builder.Services.AddDbContext<ShopContext>(database.Configure),
            "AddDbContextPool" => builder.Services.AddDbContextPool<ShopContext>(database.Configure),
            "AddDbContextFactory" => builder.Services.AddDbContextFactory<ShopContext>(database.Configure),
            "AddPooledDbContextFactory" => builder.Services.AddPooledDbContextFactory<ShopContext>(database.Configure),
            _ => builder.Services,
        };
        builder.Services.AddAutogen<ShopContext>(options =>
        {
            options.Upgrade = Own;
            configure(options);
        });
        return new Application(builder.Build(), log);
    }

    public Task StartAsync() => host.StartAsync();

    public async Task<HealthReportEntry> CheckHealthAsync()
        => (await host.Services.GetRequiredService<HealthCheckService>().CheckHealthAsync()).Entries["autogen-ShopContext"];

    public void Dispose() => host.Dispose();
}

/// <summary>A log that is kept.</summary>
internal sealed class LogLines : ILoggerProvider
{
    private readonly List<string> lines = [];

    public IReadOnlyList<string> All
    {
        get
        {
            lock (lines)
                return [.. lines];
        }
    }

    public ILogger CreateLogger(string categoryName) => new Logger(this, categoryName);

    public void Dispose()
    {
    }

    private sealed class Logger(LogLines log, string category) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull
            => null;

        public bool IsEnabled(LogLevel logLevel) => logLevel >= LogLevel.Information;

        public void Log<TState>(
            LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            lock (log.lines)
                log.lines.Add($"{logLevel} {category}: {formatter(state, exception)}");
        }
    }
}
