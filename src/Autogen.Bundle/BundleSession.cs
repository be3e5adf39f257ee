using System.Reflection;
using Autogen.Commands;
using Autogen.Messages;
using Autogen.Schema;
using Autogen.Upgrading;
using Microsoft.EntityFrameworkCore;

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
        var context = CreateContext();
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

        DbContext CreateContext()
        {
            try
            {
                return ContextActivation.Create(type, startup, assembly, project.Arguments);
            }
            catch (AutogenException exception)
                when (ApplicationConnection.MayBeMissing(exception.Code.Written()) && plain is not null && IsUnset(manifest.ConnectionName))
            {
                events.Write(
                    new LogEvent("information", ApplicationConnection.Notice(manifest.ConnectionName!, project.ConnectionSource)));
                ApplicationConnection.Set(manifest.ConnectionName, project.Connection, project.ConnectionSource);
            }
            catch (AutogenException exception) when (ApplicationConnection.MayBeMissing(exception.Code.Written()))
            {
                var names = IsUnset(manifest.ConnectionName) ? new[] { manifest.ConnectionName! } : [];
                throw new AutogenException(
                    exception.Code, exception.Message + ApplicationConnection.Hint(exception.Message, names), exception);
            }

            return ContextActivation.Create(type, startup, assembly, project.Arguments);
        }
    }

    private static bool IsUnset(string? name)
        => name is not null && string.IsNullOrEmpty(Environment.GetEnvironmentVariable(ApplicationConnection.Variable(name)));
}
