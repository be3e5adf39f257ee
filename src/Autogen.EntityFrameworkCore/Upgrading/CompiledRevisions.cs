using System.Collections.Concurrent;
using System.Reflection;
using System.Runtime.CompilerServices;
using Autogen.Schema;

namespace Autogen.Upgrading;

/// <summary>
/// The revisions of an application's own assembly. They are looked for once: a health check asks every few seconds, and an assembly
/// does not change while it runs.
/// </summary>
internal static class CompiledRevisions
{
    // Weak: an assembly that can be unloaded is not kept for this.
    private static readonly ConditionalWeakTable<Assembly, ConcurrentDictionary<string, RevisionSet>> found = [];

    /// <summary>Those of a context.</summary>
    /// <param name="contextType">The context's class: its assembly counts where the options name none.</param>
    /// <param name="options">Which assembly, and which namespace of it.</param>
    /// <exception cref="AutogenException">A class is no <see cref="Revision"/>, or the graph is not whole.</exception>
    public static RevisionSet Of(Type contextType, UpgradeOptions options)
    {
        var assembly = options.RevisionsAssembly ?? contextType.Assembly;
        return found.GetOrCreateValue(assembly).GetOrAdd(
            options.RevisionsNamespace ?? "",
            name => name.Length == 0 ? RevisionSet.From(assembly) : RevisionSet.From(assembly, name));
    }
}
