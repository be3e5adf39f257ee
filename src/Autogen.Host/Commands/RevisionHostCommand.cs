using Autogen.Commands;
using Autogen.Design.Environments;
using Autogen.Design.Models;
using Autogen.Design.Planning;
using Autogen.Design.Planning.Tables;
using Autogen.Design.Rendering;
using Autogen.Design.Verification;
using Autogen.Host.Session;
using Autogen.Messages;
using Autogen.Rendering;
using Autogen.Schema;
using Autogen.Schema.Comparison;
using Microsoft.CodeAnalysis;
using Microsoft.EntityFrameworkCore.Migrations.Operations;

namespace Autogen.Host.Commands;

/// <summary><c>revision --autogenerate</c>: compares, plans, and renders; the face writes the file.</summary>
internal sealed class RevisionHostCommand : HostCommand<ProjectSession, RevisionRequest>
{
    /// <inheritdoc/>
    public override async Task<(int ExitCode, CommandResult Result)> RunAsync(
        ProjectSession session, RevisionRequest request, CancellationToken cancellationToken)
    {
        if (request.File.Id is { } given && session.Graph.Find(given) is not null)
            throw new AutogenException(
                ErrorCode.RevisionDuplicated, $"There is a revision '{given}' already. Give another id with --rev-id, or none.");

        var options = ModelComparison.Options(session, request.Renames);
        await session.OpenForReadingAsync(cancellationToken);
        var current = await DatabasePosition.RequireHeadsAsync(session, mayBeSeveral: request.Revises is not null, cancellationToken);
        var questions = new PlanQuestions(session.Prompter);
        var found = await ModelComparison.RunAsync(
            session,
            new ComparisonWishes(options) { Backfills = request.Backfills },
            current,
            (result, wishes) => questions.AskAsync(result, wishes, cancellationToken),
            cancellationToken);
        var changes = Describe.Changes(found);
        foreach (var change in changes.Where(change => !change.Cosmetic))
            session.Events.Write(new DetectedEvent(change));

        var result = new RevisionResult
        {
            Command = request.Command,
            Changes = changes,
            Risks = Describe.Risks(found),
            Missing = MissingObjects.Of(found),
            Provider = session.Dialect.ShortName
        };
        if (MissingObjects.Warning(result.Missing) is { } warning)
            session.Events.Warn(warning);
        if (found.Upgrade.Count == 0 && !request.AllowEmpty)
            return (0, result);
        await ModelRefusals.RequireNoneAsync(
            session.Context,
            session.Dialect,
            session.Connection,
            NewPartsOfDiff.Find(found.Diff, mayBringFunctions: found.Unexplained.Any(operation => operation is SqlOperation)),
            found.Diff.Current.DefaultSchema.Value,
            cancellationToken);
        using var stage = Stage.Begin("text of the revision");
        if (request.Sql)
            return (0, result with { Script = await OperationScript.WriteAsync(session, request.TextFile, found.Upgrade) });

        var id = request.File.Id ?? RevisionIds.New();
        var file = new RevisionFile
        {
            Id = id,
            Revises = request.Revises ?? session.Graph.Heads,
            DependsOn = request.DependsOn,
            Labels = request.BranchLabels,
            Message = request.File.Message,
            Created = TimeProvider.System.GetUtcNow(),
            Namespace = request.File.Namespace,
            TakenClassNames = session.Revisions.ClassNames,
            Upgrade = (request.Revises ?? session.Graph.Heads).Count == 0
                ? DefaultSchemaSteps.Before(found.Upgrade, found.Diff.Current.DefaultSchema.Value)
                : found.Upgrade,
            Downgrade = found.Downgrade,
            NamePattern = request.File.NamePattern is { } pattern ? FileNamePattern.Parse(pattern) : FileNamePattern.Default,
            Number = request.File.Number,
            Lines = request.File.Header,
        };
        if (session.Environment is { } environment)
            file = FileCustomization.Apply(file, environment);
        if (request.Verify)
            await ProveAsync(session, request, options, id, RevisionRenderer.Render(file), cancellationToken);
        var text = TextFile.Write(request.TextFile, output => RevisionRenderer.Write(file, output));
        await SizeWarnings.TellAsync(session, file.Upgrade, file.Downgrade, TextFile.Length(request.TextFile, text), cancellationToken);
        return (0, result with { Id = id, FileName = file.Header.FileName, Text = text });
    }

    // The file as it would be written is compiled: what is proven is what will be reviewed.
    private static async Task ProveAsync(
        ProjectSession session,
        RevisionRequest request,
        ComparisonOptions options,
        string id,
        string text,
        CancellationToken cancellationToken)
    {
        var written = RevisionCompiler.Compile([text], DiagnosticSeverity.Error);
        var revisions = session.Revisions.With(written);
        await using var scratch = await Scratch.OpenAsync(session, request.Scratch, cancellationToken);
        var roundTrip = Scratch.RoundTrip(session, options, revisions);
        var node = revisions.Graph.Find(id)!; // it has just been added
        foreach (var parent in session.Graph.Heads)
            await roundTrip.ApplyAsync(revisions.Graph.Find(parent)!, cancellationToken); // it was there before, too
        var findings = (await roundTrip.ProveAsync(node, cancellationToken)).ToList();
        if (findings.TrueForAll(finding => finding.Kind is not (FindingKind.UpgradeFails or FindingKind.UpgradeAgainFails)))
            findings.AddRange(await roundTrip.CompareWithModelAsync(cancellationToken));
        if (findings.Count > 0)
        {
            throw new AutogenException(
                ErrorCode.VerificationFailed,
                "The revision fails its proof on a scratch database; nothing was written:\n"
                    + $"  {string.Join("\n  ", findings.Select(finding => finding.ToString()))}");
        }
    }
}
