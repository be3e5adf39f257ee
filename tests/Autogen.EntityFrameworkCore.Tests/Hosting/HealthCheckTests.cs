using Autogen.EntityFrameworkCore.Tests.Upgrading;
using Autogen.Schema;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Autogen.EntityFrameworkCore.Tests.Hosting;

public class HealthCheckTests
{
    public static TheoryData<string> Kinds => ["sqlite", "postgresql"];

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task A_database_at_the_head_is_healthy_and_one_before_it_is_not(string kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        using var application = Checked(database, failureStatus: null);
        var before = await application.CheckHealthAsync();
        Assert.Equal(HealthStatus.Unhealthy, before.Status);
        Assert.Equal("The database is at <base>; 2 revisions are pending: first0000000, second000000.", before.Description);
        Assert.Equal(["first0000000", "second000000"], Assert.IsAssignableFrom<IReadOnlyList<string>>(before.Data["pending"]));

        await database.UpgradeAsync();
        var after = await application.CheckHealthAsync();
        Assert.Equal(HealthStatus.Healthy, after.Status);
        Assert.Equal("The database is at second000000.", after.Description);
        Assert.Equal(["second000000"], Assert.IsAssignableFrom<IReadOnlyList<string>>(after.Data["current"]));
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task Failure_status_is_configurable(string kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        await database.UpgradeAsync("first0000000");
        using var application = Checked(database, HealthStatus.Degraded);
        var entry = await application.CheckHealthAsync();
        Assert.Equal(HealthStatus.Degraded, entry.Status);
        Assert.Equal("The database is at first0000000; 1 revision is pending: second000000.", entry.Description);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task A_newer_database_is_healthy_where_that_is_allowed(string kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        await database.UpgradeAsync();
        await database.ExecuteAsync("UPDATE autogen_version SET version_num = 'third0000000'");
        using var strict = Checked(database, failureStatus: null);
        var refused = await strict.CheckHealthAsync();
        Assert.Equal(HealthStatus.Unhealthy, refused.Status);
        Assert.Equal(ErrorCode.DatabaseRevisionUnknown, Assert.IsType<AutogenException>(refused.Exception).Code);

        using var tolerant = Checked(database, failureStatus: null, allowNewer: true);
        Assert.Equal(HealthStatus.Healthy, (await tolerant.CheckHealthAsync()).Status);
    }

    [Fact]
    public async Task An_unreachable_server_is_unhealthy_and_no_password_leaks()
    {
        await using var database = await TestDatabase.CreateAsync("sqlite");
        using var application = Checked(
            database, failureStatus: null, services =>
                services.AddDbContext<ShopContext>(options => options.UseNpgsql("Host=127.0.0.1;Port=1;Username=nobody;Password=s3cret")));
        var entry = await application.CheckHealthAsync();
        Assert.Equal(HealthStatus.Unhealthy, entry.Status);
        Assert.Equal(ErrorCode.ServerUnreachable, Assert.IsType<AutogenException>(entry.Exception).Code);
        Assert.DoesNotContain("s3cret", entry.Description + entry.Exception, StringComparison.Ordinal);
    }

    private static Application Checked(
        TestDatabase database, HealthStatus? failureStatus, Action<IServiceCollection>? more = null, bool allowNewer = false)
        => Application.Create(
            database,
            options => options.AllowNewerDatabase = allowNewer,
            more is null ? "AddDbContext" : "none",
            services =>
            {
                services.AddHealthChecks().AddAutogen<ShopContext>(failureStatus: failureStatus);
                more?.Invoke(services);
            });
}
