using System.Diagnostics;
using System.Reflection;

namespace Autogen.Bundles;

/// <summary>
/// The services of the application's host, without starting it: the entry point runs on a thread of its own until its host is built, which
/// the host announces to listeners (<c>Microsoft.Extensions.Hosting</c>, event <c>HostBuilt</c>), and is ended there.
/// </summary>
internal static class ApplicationServices
{
    // A method of this name, beside the entry point, was the convention before hosts announced themselves.
    private static readonly string[] conventions = ["CreateHostBuilder", "CreateWebHostBuilder", "BuildWebHost"];

    /// <summary>The services; <see langword="null"/> where the application has no host, or no entry point.</summary>
    public static IServiceProvider? Find(Assembly startup, IReadOnlyList<string> arguments)
    {
        if (startup.EntryPoint is not { } entryPoint)
            return null;

        // Settings beside the application are found by its name, which is not the process's.
        return Find(entryPoint, arguments.Any(argument => argument.StartsWith("--applicationName", StringComparison.OrdinalIgnoreCase))
            ? [.. arguments]
            : [.. arguments, $"--applicationName={startup.GetName().Name}"]);
    }

    /// <inheritdoc cref="Find(Assembly, IReadOnlyList{string})"/>
    internal static IServiceProvider? Find(MethodInfo entryPoint, string[] arguments)
        => Conventional(entryPoint, arguments) is { } host ? ServicesOf(host) : HasHosting() ? FromEntryPoint(entryPoint, arguments) : null;

    // IHost, IWebHost: one member of two types.
    private static IServiceProvider? ServicesOf(object host) => (IServiceProvider?)host.GetType().GetProperty("Services")?.GetValue(host);

    private static object? Conventional(MethodInfo entryPoint, string[] arguments)
    {
        const BindingFlags Any = BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic;
        var method = conventions.Select(name => entryPoint.DeclaringType?.GetMethod(name, Any, [typeof(string[])])).FirstOrDefault(
            found => found is not null);
        var made = method?.Invoke(null, [arguments]);
        return made is null || method!.Name.StartsWith("Build", StringComparison.Ordinal)
            ? made
            : made.GetType().GetMethod("Build", [])?.Invoke(made, null);
    }

    // An application without the package builds no host: its entry point would do its work.
    private static bool HasHosting()
    {
        try
        {
            _ = Assembly.Load(new AssemblyName("Microsoft.Extensions.Hosting"));
            return true;
        }
        catch (FileNotFoundException)
        {
            return false;
        }
    }

    private static IServiceProvider? FromEntryPoint(MethodInfo entryPoint, string[] arguments)
    {
        var found = new TaskCompletionSource<object?>(TaskCreationOptions.RunContinuationsAsynchronously);
        using var listening = DiagnosticListener.AllListeners.Subscribe(new HostListener(found));
        var thread = new Thread(() =>
        {
            try
            {
                entryPoint.Invoke(null, entryPoint.GetParameters().Length == 0 ? [] : [arguments]);
                found.TrySetResult(null);
            }
            catch (TargetInvocationException exception)
            {
                // After the host is built, this is how it is ended.
                found.TrySetException(exception.InnerException ?? exception);
            }
        })
        { IsBackground = true };
        thread.Start();
        return found.Task.GetAwaiter().GetResult() is { } host ? ServicesOf(host) : null;
    }
}
