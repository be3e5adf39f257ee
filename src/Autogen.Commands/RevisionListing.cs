using Autogen.Graph;
using Autogen.Messages;

namespace Autogen.Commands;

/// <summary>Revisions as messages, with what the database has of them.</summary>
internal static class RevisionListing
{
    /// <summary>The revision, beside the database.</summary>
    public static RevisionMessage Message(
        HostSession session, RevisionNode node, IReadOnlyCollection<string> current, IReadOnlySet<string> applied)
        => new(
            node.Id,
            [.. node.Revises],
            session.MessageOf(node),
            session.Graph.Heads.Contains(node.Id, StringComparer.Ordinal),
            current.Contains(node.Id, StringComparer.Ordinal),
            applied.Contains(node.Id),
            node.Created,
            session.Project.RevisionFiles.GetValueOrDefault(node.Id))
        {
            DependsOn = [.. node.DependsOn],
            Labels = [.. node.Labels],
            Branches = session.Graph.BranchesOf(node.Id),
            RevisedBy = [.. session.Graph.ChildrenOf(node.Id).Select(child => child.Id)],
            IsEffectiveHead = session.Graph.ChildrenOf(node.Id).Count == 0 && session.Graph.DependentsOf(node.Id).Count > 0,
        };

    /// <summary>The ids of all that the database has.</summary>
    public static IReadOnlySet<string> Applied(HostSession session, IReadOnlyList<string> current)
        => session.Graph.AncestorsAndSelf(current).Select(node => node.Id).ToHashSet(StringComparer.Ordinal);
}
