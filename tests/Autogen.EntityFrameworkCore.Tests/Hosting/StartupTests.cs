using System.Globalization;
using Autogen.EntityFrameworkCore.Tests.Upgrading;
using Autogen.Schema;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Autogen.EntityFrameworkCore.Tests.Hosting;

public class StartupTests
{
    private const int Replicas = 20;

    public static TheoryData<string> Kinds => ["sqlite", "postgresql"];

    [Theory]
    [InlineData("sqlite", "AddDbContext")]
    [InlineData("sqlite", "AddDbContextPool")]
    [InlineData("sqlite", "AddDbContextFactory")]
    [InlineData("sqlite", "AddPooledDbContextFactory")]
    [InlineData("postgresql", "AddDbContext")]
    [InlineData("postgresql", "AddDbContextPool")]
    [InlineData("postgresql", "AddDbContextFactory")]
    [InlineData("postgresql", "AddPooledDbContextFactory")]
    public async Task The_database_is_upgraded_before_anything_else_starts(string kind, string registration)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        Revisions.First.Value = op => op.Sql("CREATE TABLE t (id integer)");
        object? seen = null;
        using var application = Application.Create(
            database,
            options => options.UpgradeOnStartup = true,
            registration,
            services => services.AddHostedService(
                _ => new Worker(async () => seen = await database.ScalarAsync("SELECT count(*) FROM t"))));
        await application.StartAsync();
        Assert.Equal(0L, seen);
        Assert.Equal("second000000", await database.ScalarAsync("SELECT version_num FROM autogen_version"));
        Assert.Contains("Information Autogen: Running upgrade of revision first0000000, first revision", application.Log.All);
        Assert.Contains(
            application.Log.All,
            line => line.EndsWith("ShopContext: applied at start-up: first0000000, second000000", StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task Of_twenty_replicas_that_start_at_once_each_revision_runs_in_one(string kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        var ran = new[] { 0, 0 };
        Revisions.First.Value = op =>
        {
            op.Sql("CREATE TABLE t (revision integer)");
            op.Sql("INSERT INTO t VALUES (1)");
            op.Run((_, _) => Task.FromResult(Interlocked.Increment(ref ran[0])));
        };
        Revisions.Second.Value = op =>
        {
            op.Sql("INSERT INTO t VALUES (2)");
            op.Run((_, _) => Task.FromResult(Interlocked.Increment(ref ran[1])));
        };
        var applications = Enumerable.Range(0, Replicas).Select(_ => Application.Create(database, options =>
        {
            options.UpgradeOnStartup = true;
            options.EnsureAtHeadOnStartup = true;
        })).ToList();
        using var gate = new Barrier(Replicas);
        await Task.WhenAll(applications.Select(application => Task.Factory.StartNew(
            () =>
            {
                gate.SignalAndWait();
                return application.StartAsync();
            },
            CancellationToken.None,
            TaskCreationOptions.LongRunning,
            TaskScheduler.Default).Unwrap()));

        Assert.Equal([1, 1], ran);
        Assert.Equal(2, Convert.ToInt32(await database.ScalarAsync("SELECT count(*) FROM t"), CultureInfo.InvariantCulture));
        Assert.Equal(2, Convert.ToInt32(await database.ScalarAsync("SELECT count(*) FROM autogen_log"), CultureInfo.InvariantCulture));
        Assert.Equal("second000000", await database.ScalarAsync("SELECT version_num FROM autogen_version"));
        foreach (var revision in new[] { "first0000000", "second000000" })
            Assert.Single(
                applications,
                application => application.Log.All.Any(line => line.Contains($"Revision {revision} is done", StringComparison.Ordinal)));
        applications.ForEach(application => application.Dispose());
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task A_host_that_requires_the_head_does_not_start_before_it(string kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        var started = false;
        using var application = Application.Create(
            database,
            options => options.EnsureAtHeadOnStartup = true,
            more: services => services.AddHostedService(_ => new Worker(() => Task.FromResult(started = true))));
        var refused = await Assert.ThrowsAsync<AutogenException>(application.StartAsync);
        Assert.Equal(ErrorCode.NotUpToDate, refused.Code);
        Assert.Equal("first0000000,second000000", refused.Details["pending"]);
        Assert.Matches(
            "^ShopContext's database '[^']+'.* is not up to date\\. It is at <base>, and 2 revisions are pending: "
                + "first0000000 \\(first revision\\), second000000 \\(second revision\\)\\. Run 'dotnet autogen upgrade head' ",
            refused.Message);
        Assert.DoesNotContain("assword", refused.Message, StringComparison.Ordinal);
        Assert.False(started);

        await database.UpgradeAsync("first0000000");
        using var again = Application.Create(database, options => options.EnsureAtHeadOnStartup = true);
        Assert.Contains(
            "It is at first0000000, and 1 revision is pending: second000000 ",
            (await Assert.ThrowsAsync<AutogenException>(again.StartAsync)).Message,
            StringComparison.Ordinal);

        await database.UpgradeAsync();
        using var last = Application.Create(database, options => options.EnsureAtHeadOnStartup = true);
        await last.StartAsync();
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task Without_a_word_nothing_is_done(string kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        using var application = Application.Create(database, _ => { });
        await application.StartAsync();
        Assert.Empty(await database.UseAsync(upgrader => upgrader.GetCurrentAsync(CancellationToken.None)));
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task A_host_whose_upgrade_fails_does_not_start(string kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        Revisions.Second.Value = op => op.Sql("INSERT INTO nowhere VALUES (1)");
        using var application = Application.Create(database, options => options.UpgradeOnStartup = true);
        Assert.Equal(ErrorCode.RevisionFailed, (await Assert.ThrowsAsync<AutogenException>(application.StartAsync)).Code);
        Assert.Equal("first0000000", await database.ScalarAsync("SELECT version_num FROM autogen_version"));
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task A_database_of_a_newer_version_is_left_alone_where_that_is_allowed(string kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        await database.UpgradeAsync();
        await database.ExecuteAsync("UPDATE autogen_version SET version_num = 'third0000000'");
        using var application = Application.Create(database, options => options.UpgradeOnStartup = true);
        Assert.Equal(ErrorCode.DatabaseRevisionUnknown, (await Assert.ThrowsAsync<AutogenException>(application.StartAsync)).Code);

        using var tolerant = Application.Create(database, options =>
        {
            options.UpgradeOnStartup = true;
            options.EnsureAtHeadOnStartup = true;
            options.AllowNewerDatabase = true;
        });
        await tolerant.StartAsync();
        Assert.Contains(
            tolerant.Log.All,
            line => line.StartsWith("Warning ", StringComparison.Ordinal) && line.Contains("third0000000", StringComparison.Ordinal));
        Assert.Equal("third0000000", await database.ScalarAsync("SELECT version_num FROM autogen_version"));
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task Tables_target_and_revisions_are_as_the_options_say(string kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        using var application = Application.Create(database, options =>
        {
            options.UpgradeOnStartup = true;
            options.Target = "first0000000";
            options.Upgrade = options.Upgrade with { VersionTable = "Where \"it\" is", LogTable = "Ölung" };
        });
        await application.StartAsync();
        Assert.Equal("first0000000", await database.ScalarAsync("SELECT version_num FROM \"Where \"\"it\"\" is\""));
        Assert.Equal("first0000000", await database.ScalarAsync("SELECT revision FROM \"Ölung\""));

        // The revisions of another context, which stand beside them in the assembly.
        using var other = Application.Create(database, options =>
        {
            options.UpgradeOnStartup = true;
            options.Upgrade = new UpgradeOptions { RevisionsNamespace = "Autogen.EntityFrameworkCore.Tests.UpgradingElsewhere" };
        });
        await other.StartAsync();
        Assert.Equal("elsewhere000", await database.ScalarAsync("SELECT version_num FROM autogen_version"));
    }

    [Fact]
    public async Task A_context_that_is_not_registered_is_named()
    {
        await using var database = await TestDatabase.CreateAsync("sqlite");
        using var application = Application.Create(database, options => options.UpgradeOnStartup = true, registration: "none");
        var failed = await Assert.ThrowsAsync<InvalidOperationException>(application.StartAsync);
        Assert.Contains(
            "ShopContext is not registered. AddAutogen<ShopContext> needs AddDbContext", failed.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Looking_makes_no_SQLite_file()
    {
        await using var database = await TestDatabase.CreateAsync("sqlite");
        await using var context = new DbContext(database.Options);
        var options = Application.Own with { RevisionsAssembly = typeof(Revisions).Assembly };
        Assert.Empty(await context.Database.GetCurrentRevisionsAsync(options));
        Assert.Equal(2, (await context.Database.GetPendingRevisionsAsync(options)).Count);
        await Assert.ThrowsAsync<AutogenException>(() => context.Database.EnsureAtHeadAsync(options));
        Assert.False(File.Exists(context.Database.GetDbConnection().DataSource));
    }

    private sealed class Worker(Func<Task> start) : IHostedService
    {
        public Task StartAsync(CancellationToken cancellationToken) => start();

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    }
}
