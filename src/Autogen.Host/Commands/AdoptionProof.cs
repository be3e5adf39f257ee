using System.Diagnostics;
using Autogen.Commands;
using Autogen.Design.Adopting;
using Autogen.Design.Verification;
using Autogen.Host.Session;
using Autogen.Messages;
using Autogen.Schema.Dialects;
using Autogen.Schema.Objects;
using Microsoft.CodeAnalysis;

namespace Autogen.Host.Commands;

/// <summary>
/// Makes a base revision's database on a scratch one, undoes it, makes it again, and compares it with the one that is taken over.
/// </summary>
internal sealed class AdoptionProof(ProjectSession session, AdoptRequest request)
{
    /// <summary>Creates the adopted schema on a scratch database, and compares.</summary>
    /// <returns>Why it does not run; or else what differs, and what is wrong with its downgrade.</returns>
    public async Task<(string? Failure, IReadOnlyList<ChangeMessage> Differences, IReadOnlyList<FindingMessage> Findings)> RunAsync(
        AdoptionPlan plan, DatabaseSchema all, AdoptedFile file, CancellationToken cancellationToken)
    {
        var revisions = session.Revisions.With(RevisionCompiler.Compile([file.Text], DiagnosticSeverity.Error));
        var step = new StepMessage("verify", [], [file.Id], request.File.Message);
        session.Events.Write(new StepStartedEvent(step));
        var watch = Stopwatch.StartNew();
        var original = await session.Dialect.ReadDefinitionsAsync(session.Connection, cancellationToken);
        await using var scratch = await Scratch.OpenAsync(session, request.Scratch, cancellationToken);
        await PrepareAsync(plan, all, cancellationToken);
        var roundTrip = Scratch.RoundTrip(session, ModelComparison.Options(session), revisions);
        // it has just been compiled
        var findings = await roundTrip.ProveAsync(revisions.Graph.Find(file.Id)!, cancellationToken, plan.Kept);
        if (findings.FirstOrDefault(finding => finding.Kind == FindingKind.UpgradeFails) is { } failure)
            return (failure.Text, [], []);

        var differences = findings.Any(finding => finding.Kind is FindingKind.DowngradeFails or FindingKind.UpgradeAgainFails)
            ? []
            : await roundTrip.CompareWithOriginalAsync(plan.Adopted, [.. plan.Required.Select(table => table.Name)], cancellationToken);
        var isWhole = findings.All(finding => finding.Kind is not (FindingKind.DowngradeFails or FindingKind.UpgradeAgainFails));
        var unlike = isWhole
            ? TableDefinition.Differences(
                Adopted(original, plan), Adopted(await session.Dialect.ReadDefinitionsAsync(session.Connection, cancellationToken), plan))
            : [];
        var rows = isWhole ? await session.Dialect.TryRowsAsync(session.Connection, plan.Tried, cancellationToken) : [];
        findings = [.. findings, .. rows.Select(line => new Finding(FindingKind.RowsFail, line))];
        session.Events.Write(new StepFinishedEvent(step, watch.Elapsed.TotalMilliseconds));
        return (null, [.. differences.Select(Describe.Line), .. unlike.Select(Unlike)], Scratch.Messages(findings));
    }

    private static List<TableDefinition> Adopted(IReadOnlyList<TableDefinition> definitions, AdoptionPlan plan)
        => [.. definitions.Where(item => plan.Adopted.FindTable(item.Table) is not null)];

    private static ChangeMessage Unlike(string line)
        => new("changed", "definition", Table: null, line, line, Cosmetic: false, CosmeticKind: null, Reason: null);

    // What must exist before: tables of others that foreign keys refer to, and the schema that those without one are in. The base
    // revision makes that schema itself.
    private async Task PrepareAsync(AdoptionPlan plan, DatabaseSchema all, CancellationToken cancellationToken)
    {
        if (!session.Dialect.ForeignKeysNeedTables || plan.Required.Count == 0)
            return;
        var schema = plan.Required.Any(table => table.Name.Schema is null) ? all.DefaultSchema.Value : null;
        using var command = session.Connection.CreateCommand();
        command.CommandText = (schema is null ? "" : $"CREATE SCHEMA IF NOT EXISTS {session.Dialect.Quote(schema)};\n")
            + RequiredTables.Sql(plan.Required, session.Dialect);
        await command.ExecuteNonQueryAsync(cancellationToken);
    }
}
