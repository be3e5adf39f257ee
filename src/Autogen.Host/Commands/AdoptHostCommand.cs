using Autogen.Commands;
using Autogen.Design.Adopting;
using Autogen.Design.Environments;
using Autogen.Design.Rendering;
using Autogen.Design.Verification;
using Autogen.Graph;
using Autogen.Host.Session;
using Autogen.Messages;
using Autogen.Rendering;
using Autogen.Schema;
using Autogen.Schema.Objects;
using Autogen.Upgrading;
using Microsoft.CodeAnalysis;

namespace Autogen.Host.Commands;

/// <summary>
/// <c>adopt</c>: takes over a database that has tables and no revisions. The first half plans and proves the base revision and says what is
/// left of the difference to the model; the face writes the file; the second half sets the version.
/// </summary>
internal sealed class AdoptHostCommand : HostCommand<ProjectSession, AdoptRequest>
{
    /// <inheritdoc/>
    public override async Task<(int ExitCode, CommandResult Result)> RunAsync(
        ProjectSession session, AdoptRequest request, CancellationToken cancellationToken)
    {
        AdoptionRefusals.RequireNoRevisions(session);
        return (0, request.WrittenText is { } text
            ? await StampAsync(session, request, text, cancellationToken)
            : await PlanAsync(session, request, cancellationToken));
    }

    private static async Task<AdoptResult> PlanAsync(
        ProjectSession session, AdoptRequest request, CancellationToken cancellationToken)
    {
        await session.OpenForReadingAsync(cancellationToken);
        await AdoptionRefusals.RequireNoVersionAsync(session, cancellationToken);
        var all = await session.Dialect.ReadAsync(session.Connection, cancellationToken);
        var history = await EfHistory.ReadAsync(session.Context, session.Dialect, session.Connection, all, cancellationToken);
        if (request.FromEf)
            AdoptionRefusals.RequireHistory(session, history, all.DefaultSchema.Value);

        var adoption = new Adoption(
            session.Context, session.Dialect, session.CreateScope(), ModelComparison.Options(session), session.Environment);
        var plan = await adoption.PlanAsync(session.Connection, all, request.AllTables, withRows: true, cancellationToken);
        AdoptionRefusals.RequireTables(plan);
        var notes = new List<string>();
        var file = Write(session, request, plan, history, notes);
        IReadOnlyList<ChangeMessage> differences = [];
        IReadOnlyList<FindingMessage> findings = [];
        if (request.Verify)
        {
            var proof = new AdoptionProof(session, request);
            var found = await proof.RunAsync(plan, all, file, cancellationToken);
            if (plan.HasBodies && (found.Failure is not null || MissingOf(found.Findings) > 0))
            {
                // What the names in bodies lead to was not enough: everything in their schemas is tried.
                var wide = await adoption.PlanAsync(
                    session.Connection, all, request.AllTables, withRows: true, cancellationToken, isWide: true);
                var wideFile = Write(session, request, wide, history, []);
                var tried = await proof.RunAsync(wide, all, wideFile, cancellationToken);
                if (tried.Failure is null && (found.Failure is not null || MissingOf(tried.Findings) < MissingOf(found.Findings)))
                    (plan, file, found) = (wide, wideFile, tried);
            }

            if (found.Failure is { } failure && plan.Adopted.Tables.Any(table => table.SeedRows.Count > 0))
            {
                // The existing rows may refer to rows that are not the model's.
                notes.Add(
                    "The existing rows of HasData are not in the base revision, because an empty database would refuse them: "
                        + $"{failure}");
                plan = await adoption.PlanAsync(session.Connection, all, request.AllTables, withRows: false, cancellationToken);
                file = Write(session, request, plan, history, []);
                found = await proof.RunAsync(plan, all, file, cancellationToken);
            }

            AdoptionRefusals.RequireRunning(found.Failure);
            (_, differences, findings) = found;
        }

        var written = Compile(session, file.Text);
        var left = await ModelComparison.RunAsync(
            session,
            new ComparisonWishes(ModelComparison.Options(session)),
            written.OperationsOf(file.Id, StepDirection.Upgrade, session.Context.Database.ProviderName!),
            cancellationToken);
        AdoptionNotes.Add(notes, session, request, plan, all, history, await AdoptionNotes.AlembicAsync(session, all, cancellationToken));
        return new AdoptResult
        {
            Command = request.Command,
            Id = file.Id,
            FileName = file.Name,
            Text = file.Text,
            Tables = [.. plan.Adopted.Tables.Select(table => table.Name.ToString())],
            LeftAloneTables = [.. plan.IgnoredTables.Select(name => name.ToString())],
            LeftAlone = [.. plan.Others.Select(other => new OtherMessage(other.Kind, other.Text))],
            RequiredTables = [.. plan.Required.Select(table => table.Name.ToString())],
            Verified = request.Verify,
            NotExpressed = differences,
            Findings = findings,
            // demanded above
            EfMigrations = request.FromEf ? [.. history!.Applied.Select(row => new EfMigrationMessage(row.Id, row.ProductVersion))] : [],
            Notes = notes,
            Changes = Describe.Changes(left),
            Risks = Describe.Risks(left),
        };
    }

    private static int MissingOf(IEnumerable<FindingMessage> findings) => findings.Count(finding => finding.Kind == "rowsFail");

    private static AdoptedFile Write(
        ProjectSession session, AdoptRequest request, AdoptionPlan plan, EfHistory? history, List<string> notes)
    {
        var file = new RevisionFile
        {
            Id = request.File.Id ?? RevisionIds.New(),
            Revises = [],
            Message = request.File.Message,
            Created = TimeProvider.System.GetUtcNow(),
            Namespace = request.File.Namespace,
            TakenClassNames = session.Revisions.ClassNames,
            Upgrade = plan.Upgrade,
            Downgrade = plan.Downgrade,
            NamePattern = request.File.NamePattern is { } pattern ? FileNamePattern.Parse(pattern) : FileNamePattern.Default,
            Number = request.File.Number,
            Lines = request.File.Header,
            Remarks = AdoptionNotes.Remarks(plan, request.FromEf ? history : null),
            IsAdopted = true,
        };
        if (session.Environment is { } environment)
            file = FileCustomization.Apply(file, environment);
        return new AdoptedFile(file.Id, file.Header.FileName, RevisionRenderer.Render(file));
    }

    private static async Task<AdoptResult> StampAsync(
        ProjectSession session, AdoptRequest request, string text, CancellationToken cancellationToken)
    {
        var id = request.File.Id ?? throw new InvalidOperationException("The face sent no id.");
        await session.OpenForWritingAsync(cancellationToken);
        IReadOnlyList<AppliedMigration> migrations = [];
        if (request.FromEf)
        {
            var all = await session.Dialect.ReadAsync(session.Connection, cancellationToken);
            var history = await EfHistory.ReadAsync(session.Context, session.Dialect, session.Connection, all, cancellationToken);
            AdoptionRefusals.RequireHistory(session, history, all.DefaultSchema.Value);
            migrations = history!.Applied; // demanded in the line before
        }

        var upgrader = new Upgrader(
            session.Context, Compile(session, text), session.CreateUpgradeOptions(), session.CreateProgress());
        await upgrader.AdoptAsync(id, [.. migrations.Select(row => (row.Id, $"EF Core {row.ProductVersion}"))], cancellationToken);
        return new AdoptResult { Command = request.Command, Id = id, FileName = "", Stamped = true };
    }

    private static RevisionSet Compile(ProjectSession session, string text)
        => session.Revisions.With(RevisionCompiler.Compile([text], DiagnosticSeverity.Error));
}

/// <summary>A base revision's file.</summary>
/// <param name="Id">The revision.</param>
/// <param name="Name">The file's name, without a folder.</param>
/// <param name="Text">The C#.</param>
internal sealed record AdoptedFile(string Id, string Name, string Text);
