using System.Reflection;
using Autogen.Environments;
using Autogen.Schema;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;
using Microsoft.Extensions.DependencyInjection;

namespace Autogen.Bundles;

/// <summary>
/// Makes the application's context in the three ways, and in the order, of EF Core's tools: an <c>IDesignTimeDbContextFactory</c>, the
/// application's host, a constructor. EF Core's own code for it is in a package for design time, of the very version of the application's
/// EF Core, which a bundle does without.
/// </summary>
internal static class ContextActivation
{
    /// <summary>Creates the context.</summary>
    /// <exception cref="AutogenException"><see cref="ErrorCode.ContextNotCreated"/>, <see cref="ErrorCode.ModelInvalid"/>.</exception>
    public static DbContext Create(Type type, Assembly startup, Assembly assembly, IReadOnlyList<string> arguments)
    {
        // What an application does not do when a tool starts it (serve, upgrade by itself) it must not do here either. The environment
        // stays what it is: Production, unless it is set.
        EF.IsDesignTime = true;
        try
        {
            var context = FromFactory(type, [startup, assembly], arguments)
                ?? FromServices(type, ApplicationServices.Find(startup, arguments));
            _ = context.Database.ProviderName; // throws where none is configured
            return context;
        }
#pragma warning disable CA1031 // Whatever the application's own code throws is the user's to read.
        catch (Exception exception) when (exception is not AutogenException)
#pragma warning restore CA1031
        {
            throw ContextFailure.Of(
                type,
                startup,
                exception,
                hostFailure: null,
                "Does the application find its settings here? It looks in the current folder and in environment variables.");
        }
    }

    private static DbContext? FromFactory(Type type, IEnumerable<Assembly> assemblies, IReadOnlyList<string> arguments)
    {
        var contract = typeof(IDesignTimeDbContextFactory<>).MakeGenericType(type);
        var factory = assemblies.Distinct()
            .SelectMany(assembly => assembly.GetTypes())
            .FirstOrDefault(candidate => candidate is { IsAbstract: false, IsInterface: false } && contract.IsAssignableFrom(candidate));
        if (factory is null)
            return null;
        var create = contract.GetMethod("CreateDbContext")!; // the interface has it
        return (DbContext?)create.Invoke(Activator.CreateInstance(factory, nonPublic: true), [arguments.ToArray()])
            ?? throw new InvalidOperationException($"{factory.FullName}.CreateDbContext returned null.");
    }

    private static DbContext FromServices(Type type, IServiceProvider? services)
    {
        // Lives as long as the process: the context needs it.
        var provider = services?.CreateScope().ServiceProvider ?? NoServices.Instance;
        if (provider.GetService(type) is DbContext registered)
            return registered;
        var factoryType = typeof(IDbContextFactory<>).MakeGenericType(type);
        return provider.GetService(factoryType) is { } factory
            ? (DbContext)factoryType.GetMethod("CreateDbContext")!.Invoke(factory, null)! // the interface has it
            : (DbContext)ActivatorUtilities.CreateInstance(provider, type);
    }

    private sealed class NoServices : IServiceProvider
    {
        public static NoServices Instance { get; } = new();

        public object? GetService(Type serviceType) => null;
    }
}
