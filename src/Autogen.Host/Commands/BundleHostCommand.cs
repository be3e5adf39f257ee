using System.Runtime.CompilerServices;
using Autogen.Commands;
using Autogen.Design.Models;
using Autogen.Host.Session;
using Autogen.Messages;
using Autogen.Upgrading;

namespace Autogen.Host.Commands;

/// <summary>
/// <c>bundle</c>: which context and which revisions a bundle is of. The context is not made: where the bundle is
/// built, its settings need not be.
/// </summary>
internal static class BundleHostCommand
{
    /// <summary>Tells it; refuses what a bundle could not run.</summary>
    // Apart from its caller: what it refers to can only be loaded once the project's folders are known.
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static BundleResult Describe(BundleRequest request)
    {
        var project = request.Project;
        var (startup, assembly) = ProjectSession.LoadProject(project);
        var context = DbContextFinder.Find(startup, assembly, project.Context);
        var revisions = project.OnlyListedRevisions
            ? RevisionSet.From(assembly, project.RevisionFiles.Keys.ToHashSet(StringComparer.Ordinal))
            : RevisionSet.From(assembly);
        return new BundleResult
        {
            Command = request.Command,
            Context = $"{context.FullName}, {context.Assembly.GetName().Name}",
            Revisions = revisions.Graph.ParentsFirst.Count,
            Heads = [.. revisions.Graph.Heads],
        };
    }
}
