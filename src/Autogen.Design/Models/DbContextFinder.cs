using System.Reflection;
using Autogen.Environments;
using Autogen.Schema;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace Autogen.Design.Models;

/// <summary>
/// Finds the application's context as <c>dotnet ef</c> does: through an <c>IDesignTimeDbContextFactory</c>, the application's host, or a
/// constructor; EF Core's own <c>DbContextActivator</c> knows these three.
/// </summary>
internal static class DbContextFinder
{
    /// <summary>The context's class; nothing is created.</summary>
    /// <inheritdoc cref="Create"/>
    public static Type Find(Assembly startup, Assembly assembly, string? name)
        => Choose(Candidates(startup, assembly), name, startup, assembly);

    /// <summary>Creates the context.</summary>
    /// <param name="startup">The assembly whose entry point and factories count.</param>
    /// <param name="assembly">The assembly that holds the context.</param>
    /// <param name="name">The context's name or full name, where the user gave one.</param>
    /// <param name="arguments">What the application's startup gets.</param>
    /// <exception cref="AutogenException">None, several, one that can't be created, or one whose model can't be built.</exception>
    public static DbContext Create(Assembly startup, Assembly assembly, string? name, IReadOnlyList<string> arguments)
    {
        DesignTimeEnvironment.Prepare();
        var type = Find(startup, assembly, name);
        string? hostFailure = null;
        try
        {
            var context = ContextActivation.Create(type, startup, arguments, message => hostFailure = message);
            if (string.IsNullOrEmpty(context.Database.ProviderName))
                throw new InvalidOperationException("No database provider is configured for it.");
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
                hostFailure,
                $"If the application can't be started here, add an IDesignTimeDbContextFactory<{type.Name}> to the project.");
        }
    }

    private static List<Type> Candidates(Assembly startup, Assembly assembly)
    {
        var types = new[] { assembly, startup }.Distinct().SelectMany(LoadableTypes.Of).ToList();
        var contexts = types.Where(IsContext);
        var made = types.Where(type => type is { IsAbstract: false, IsInterface: false })
            .SelectMany(type => type.GetInterfaces())
            .Where(contract => contract.IsGenericType && contract.GetGenericTypeDefinition() == typeof(IDesignTimeDbContextFactory<>))
            .Select(contract => contract.GetGenericArguments()[0])
            .Where(IsContext);
        return [.. contexts.Concat(made).Distinct().OrderBy(type => type.FullName, StringComparer.Ordinal)];
    }

    private static bool IsContext(Type type)
        => typeof(DbContext).IsAssignableFrom(type) && !type.IsAbstract && !type.ContainsGenericParameters && type != typeof(DbContext);

    private static Type Choose(List<Type> candidates, string? name, Assembly startup, Assembly assembly)
    {
        var where = assembly == startup ? assembly.GetName().Name : $"{assembly.GetName().Name} and {startup.GetName().Name}";
        var listed = string.Join(", ", candidates.Select(type => type.FullName));
        if (candidates.Count == 0)
        {
            throw new AutogenException(
                ErrorCode.ContextNotFound,
                $"No DbContext was found in {where}. Run the command for the project that has one (--project), or add an "
                    + "IDesignTimeDbContextFactory for one of another assembly.");
        }

        if (name is null)
        {
            return candidates.Count == 1
                ? candidates[0]
                : throw new AutogenException(
                    ErrorCode.SeveralContexts, $"More than one DbContext was found in {where}: {listed}. Choose one with --context.");
        }

        foreach (var comparison in (StringComparison[])[StringComparison.Ordinal, StringComparison.OrdinalIgnoreCase])
        {
            var matches = candidates.FindAll(
                type => string.Equals(type.Name, name, comparison) || string.Equals(type.FullName, name, comparison));
            if (matches.Count == 1)
                return matches[0];
            if (matches.Count > 1)
                throw new AutogenException(
                    ErrorCode.SeveralContexts,
                    $"'{name}' is the name of several DbContexts: {string.Join(", ", matches.Select(type => type.FullName))}. "
                        + "Give the full name.");
        }

        throw new AutogenException(ErrorCode.ContextNotFound, $"No DbContext named '{name}' was found in {where}. There are: {listed}.");
    }
}
