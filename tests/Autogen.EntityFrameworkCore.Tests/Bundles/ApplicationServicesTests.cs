using System.Reflection;
using Autogen.Bundles;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using GenericHost = Microsoft.Extensions.Hosting.Host;

namespace Autogen.EntityFrameworkCore.Tests.Bundles;

public class ApplicationServicesTests
{
    private static readonly string[] arguments = ["--tenant=7"];

    [Fact]
    public void An_entry_point_is_ended_where_its_host_is_built()
    {
        Assert.Equal("7", Find(typeof(Modern))!.GetRequiredService<Tenant>().Name);

        // The services are there before the entry point's own thread has ended.
        Assert.True(Modern.Aborted.Wait(TimeSpan.FromMinutes(1)));
        Assert.False(Modern.HasServed);
    }

    [Fact]
    public void A_method_by_the_old_convention_is_called_and_the_entry_point_is_not()
        => Assert.Equal("7", Find(typeof(Conventional))!.GetRequiredService<Tenant>().Name);

    [Fact]
    public void An_entry_point_without_a_host_has_no_services() => Assert.Null(Find(typeof(Hostless)));

    [Fact]
    public void What_an_entry_point_throws_is_thrown()
        => Assert.Equal("No setting 'Shop'.", Assert.Throws<InvalidOperationException>(() => Find(typeof(Failing))).Message);

    private static IServiceProvider? Find(Type program)
        => ApplicationServices.Find(
            program.GetMethod("Run", BindingFlags.Static | BindingFlags.NonPublic | BindingFlags.Public)!, arguments);

    private static string TenantOf(string[] args) => args[0].Split('=')[1];

    private sealed record Tenant(string Name);

    private static class Modern
    {
        public static ManualResetEventSlim Aborted { get; } = new();

        public static bool HasServed { get; private set; }

        public static void Run(string[] args)
        {
            var builder = GenericHost.CreateEmptyApplicationBuilder(null);
            builder.Services.AddSingleton(new Tenant(TenantOf(args)));
            try
            {
                using var host = builder.Build();
                HasServed = true;
            }
            catch (HostAbortedException)
            {
                Aborted.Set();
                throw;
            }
        }
    }

    private static class Conventional
    {
        public static void Run() => throw new InvalidOperationException("The entry point was called.");

        public static IHostBuilder CreateHostBuilder(string[] args)
            => new HostBuilder().ConfigureServices(services => services.AddSingleton(new Tenant(TenantOf(args))));
    }

    private static class Hostless
    {
        public static Task Run(string[] args) => Task.CompletedTask;
    }

    private static class Failing
    {
        public static int Run() => throw new InvalidOperationException("No setting 'Shop'.");
    }
}
