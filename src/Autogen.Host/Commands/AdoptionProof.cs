using System.Diagnostics;
using Autogen.Design.Adopting;
using Autogen.Design.Verification;
using Autogen.Host.Session;
using Autogen.Messages;
using Autogen.Schema.Objects;
using Microsoft.CodeAnalysis;

namespace Autogen.Host.Commands;

/// <summary>Makes a base revision's database on a scratch one, undoes it, makes it again, and compares it with the one that is taken over.</summary>
internal sealed class AdoptionProof(HostSession session)
{
    /// <summary>Does it.</summary>
    /// <returns>Why it does not run; or else what differs, and what is wrong with its downgrade.</returns>
    public async Task<(string? Failure, IReadOnlyList<ChangeMessage> Differences, IReadOnlyList<FindingMessage> Findings)> RunAsync(AdoptionPlan plan, DatabaseSchema all, AdoptedFile file, CancellationToken cancellationToken)
    {
        var revisions = session.Revisions.With(RevisionCompiler.Compile([file.Text], DiagnosticSeverity.Error));
        var step = new StepMessage("verify", [], [file.Id], session.Request.Message ?? "");
        session.Events.Write(new StepStartedEvent(step));
        var watch = Stopwatch.StartNew();
        await using var scratch = await Scratch.OpenAsync(session, cancellationToken);
        await PrepareAsync(plan, all, cancellationToken);
        var roundTrip = Scratch.RoundTrip(session, revisions);
        var findings = await roundTrip.ProveAsync(revisions.Graph.Find(file.Id)!, cancellationToken, plan.Kept); // it has just been compiled
        if (findings.FirstOrDefault(finding => finding.Kind == FindingKind.UpgradeFails) is { } failure)
            return (failure.Text, [], []);

        var differences = findings.Any(finding => finding.Kind is FindingKind.DowngradeFails or FindingKind.UpgradeAgainFails)
            ? []
            : await roundTrip.CompareWithOriginalAsync(plan.Adopted, [.. plan.Required.Select(table => table.Name)], cancellationToken);
        session.Events.Write(new StepFinishedEvent(step, watch.Elapsed.TotalMilliseconds));
        return (null, [.. differences.Select(Describe.Line)], Scratch.Messages(findings));
    }

    // What must be there before: the schema that names without one are in, and tables of others that foreign keys refer to.
    private async Task PrepareAsync(AdoptionPlan plan, DatabaseSchema all, CancellationToken cancellationToken)
    {
        if (!session.Dialect.Capabilities.Schemas)
            return;
        using var command = session.Connection.CreateCommand();
        command.CommandText = (all.DefaultSchema.Value is { } schema ? $"CREATE SCHEMA IF NOT EXISTS {session.Dialect.Quote(schema)};\n" : "") + RequiredTables.Sql(plan.Required, session.Dialect);
        if (command.CommandText.Length > 0)
            await command.ExecuteNonQueryAsync(cancellationToken);
    }
}
