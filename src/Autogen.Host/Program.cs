using System.Runtime.CompilerServices;

namespace Autogen.Host;

/// <summary>
/// The engine: started by the face with the application's own deps file and runtime configuration, so that the application's EF Core,
/// provider and frameworks are the ones used. Reads one request, answers with events, ends.
/// </summary>
internal static class Program
{
    private static async Task<int> Main()
    {
        AssemblyResolution.Install();
        return await RunAsync();
    }

    // Apart from Main: what it refers to can only be loaded once the resolution is installed.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static Task<int> RunAsync() => Engine.RunAsync();
}
