using System.Reflection;
using Autogen.Host;
using Autogen.Host.Session;
using Autogen.Messages;
using Autogen.Upgrading;

namespace Autogen.Bundles;

/// <summary>A session with the application that the bundle holds.</summary>
internal static class BundleSession
{
    /// <summary>Finds the assemblies, makes the context, and points it to the database; opens nothing yet.</summary>
    public static HostSession Create(HostRequest request, BundleManifest manifest, EventWriter events)
    {
        // Before any code of the application runs: it may read them at its very beginning. Without a connection its own settings count.
        var plain = request.Connection is { } connection
            ? ConnectionUrl.Parse(connection, request.ConnectionSource ?? "--connection").ConnectionString
            : null;
        foreach (var (name, value) in manifest.Environment.Where(
            entry => plain is not null || !entry.Value.Contains("{connection}", StringComparison.Ordinal)))
            Environment.SetEnvironmentVariable(name, value.Replace("{connection}", plain, StringComparison.Ordinal));

        var assembly = Assembly.Load(new AssemblyName(request.Assembly));
        var startup = Assembly.Load(new AssemblyName(request.StartupAssembly));
        var type = Type.GetType(request.Context!, throwOnError: true)!; // the manifest names one
        var context = ContextActivation.Create(type, startup, assembly, request.Arguments);
        try
        {
            HostSession.RequireProvider(context, request);
            ConnectionOverride.Apply(context, request);
            var revisions = request.OnlyListedRevisions
                ? RevisionSet.From(assembly, request.RevisionFiles.Keys.ToHashSet(StringComparer.Ordinal))
                : RevisionSet.From(assembly);
            return new HostSession(request, events, context, revisions);
        }
        catch
        {
            context.Dispose();
            throw;
        }
    }
}
