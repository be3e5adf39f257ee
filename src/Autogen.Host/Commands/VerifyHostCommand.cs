using System.Diagnostics;
using Autogen.Commands;
using Autogen.Design.Verification;
using Autogen.Graph;
using Autogen.Host.Session;
using Autogen.Messages;

namespace Autogen.Host.Commands;

/// <summary><c>verify</c>: proves revisions on a scratch database.</summary>
internal sealed class VerifyHostCommand : HostCommand<ProjectSession, VerifyRequest>
{
    private const int Found = 3;

    /// <inheritdoc/>
    public override async Task<(int ExitCode, CommandResult Result)> RunAsync(
        ProjectSession session, VerifyRequest request, CancellationToken cancellationToken)
    {
        var graph = session.Graph;
        var target = Target(session, request);
        var order = graph.AncestorsAndSelf(target).ToList();

        await using var scratch = await Scratch.OpenAsync(session, request.Scratch, cancellationToken);
        var roundTrip = Scratch.RoundTrip(session, ModelComparison.Options(session), session.Revisions);
        var proofs = new List<ProofMessage>();
        IReadOnlyList<FindingMessage>? model = null;
        foreach (var node in order)
        {
            if (!target.Contains(node.Id))
            {
                await roundTrip.ApplyAsync(node, cancellationToken);
                continue;
            }

            var step = new StepMessage("verify", [.. node.Revises], [node.Id], session.MessageOf(node));
            session.Events.Write(new StepStartedEvent(step));
            var watch = Stopwatch.StartNew();
            var findings = await roundTrip.ProveAsync(node, cancellationToken);
            session.Events.Write(new StepFinishedEvent(step, watch.Elapsed.TotalMilliseconds));
            proofs.Add(new ProofMessage(node.Id, session.MessageOf(node), Scratch.Messages(findings)));
            if (findings.Any(finding => finding.Kind is FindingKind.UpgradeFails or FindingKind.UpgradeAgainFails))
                break;
        }

        var tried = proofs.Select(proof => proof.Id).ToHashSet(StringComparer.Ordinal);
        var notTried = order.Select(node => node.Id).Where(id => target.Contains(id) && !tried.Contains(id)).ToList();
        if (notTried.Count == 0
            && graph.Heads.Count > 0
            && graph.Heads.All(target.Contains)
            && proofs[^1].Findings.All(finding => finding.Kind is not ("upgradeFails" or "upgradeAgainFails")))
            model = Scratch.Messages(await roundTrip.CompareWithModelAsync(cancellationToken));

        var isWrong = proofs.Any(proof => proof.Findings.Count > 0) || model is { Count: > 0 };
        return (isWrong ? Found : 0, new VerifyResult
        {
            Command = request.Command,
            Revisions = proofs,
            Model = model,
            NotTried = notTried
        });
    }

    private static HashSet<string> Target(ProjectSession session, VerifyRequest request)
    {
        var graph = session.Graph;
        var ids = request.All
            ? graph.ParentsFirst.Select(node => node.Id)
            : request.Revisions is { Count: > 0 } given ? given.SelectMany(target => Ids(graph, target)) : graph.Heads;
        return ids.ToHashSet(StringComparer.Ordinal);
    }

    private static IReadOnlyList<string> Ids(RevisionGraph graph, string target)
        => [.. new TargetResolution(graph, [], target).Places().Select(node => node.Id)];
}
