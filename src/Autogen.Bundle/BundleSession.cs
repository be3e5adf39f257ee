using System.Reflection;
using Autogen.Commands;
using Autogen.Messages;
using Autogen.Upgrading;

namespace Autogen.Bundles;

/// <summary>A session with the application that the bundle holds.</summary>
internal static class BundleSession
{
    /// <summary>Finds the assemblies, makes the context, and points it to the database; opens nothing yet.</summary>
    public static HostSession Create(ProjectRequest project, BundleManifest manifest, EventWriter events, IPrompter prompter)
    {
        // Before any code of the application runs: it may read them at its very beginning. Without a connection its own settings count.
        var plain = project.Connection is { } connection
            ? ConnectionUrl.Parse(connection, project.ConnectionSource ?? "--connection").ConnectionString
            : null;
        foreach (var (name, value) in manifest.Environment.Where(
            entry => plain is not null || !entry.Value.Contains("{connection}", StringComparison.Ordinal)))
            Environment.SetEnvironmentVariable(name, value.Replace("{connection}", plain, StringComparison.Ordinal));

        var assembly = Assembly.Load(new AssemblyName(project.Assembly));
        var startup = Assembly.Load(new AssemblyName(project.StartupAssembly));
        var type = Type.GetType(project.Context!, throwOnError: true)!; // the manifest names one
        var context = ContextActivation.Create(type, startup, assembly, project.Arguments);
        try
        {
            HostSession.RequireProvider(context, project);
            ConnectionOverride.Apply(context, project);
            var revisions = project.OnlyListedRevisions
                ? RevisionSet.From(assembly, project.RevisionFiles.Keys.ToHashSet(StringComparer.Ordinal))
                : RevisionSet.From(assembly);
            return new HostSession(project, events, context, revisions, prompter);
        }
        catch
        {
            context.Dispose();
            throw;
        }
    }
}
