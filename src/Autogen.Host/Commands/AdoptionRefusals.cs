using Autogen.Commands;
using Autogen.Design.Adopting;
using Autogen.Host.Session;
using Autogen.Messages;
using Autogen.Output;
using Autogen.Schema;

namespace Autogen.Host.Commands;

/// <summary>Why a database is not taken over, and what to do instead.</summary>
internal static class AdoptionRefusals
{
    /// <summary>There must be no revisions yet.</summary>
    public static void RequireNoRevisions(ProjectSession session)
    {
        if (session.Graph.Heads.Count > 0)
            throw Refused(AdoptionTexts.RevisionsAreThere(session.Graph.Heads));
    }

    /// <summary>The database must be at none.</summary>
    public static async Task RequireNoVersionAsync(ProjectSession session, CancellationToken cancellationToken)
    {
        var current = await session.CreateUpgrader().GetCurrentAsync(cancellationToken);
        if (current.Count == 0)
            return;
        var table = session.Project.Settings.VersionTable;
        var ids = string.Join(", ", current);
        throw Refused(string.Equals(table, AdoptionNotes.AlembicTable, StringComparison.OrdinalIgnoreCase)
            ? $"The version table is Alembic's own, '{table}', and it holds {ids}: "
                + "a revision of Alembic's, which no file of this project has. "
                + "Give another 'versionTable' in autogen.json (or leave it out), "
                + "so that each tool keeps its own; or, where Alembic is given up, "
                + "empty it with 'dotnet autogen stamp base --purge' and run adopt again."
            : $"The version table '{table}' says that the database is at {ids}, which no file of this project has. "
                + "Get the branch that has it; or, if those revisions are gone for good, "
                + "empty the table with 'dotnet autogen stamp base --purge' and run adopt again.");
    }

    /// <summary>There must be something to take over.</summary>
    public static void RequireTables(AdoptionPlan plan)
    {
        if (plan.Adopted.Tables.Count > 0)
            return;
        throw Refused(plan.IgnoredTables.Count == 0
            ? "The database has no tables to take over: 'dotnet autogen revision --autogenerate -m \"create tables\"' writes the first "
                + "revision, and 'dotnet autogen upgrade head' makes them. "
                + "If there should be some, look at the connection, and at 'schemas', 'includeTables' and 'excludeTables' in autogen.json."
            : $"The model maps none of the database's tables ({LongList.Names([.. plan.IgnoredTables.Select(name => name.ToString())])}). "
                + "Is it the right database, and the right context? With --all-tables they are taken over all the same; "
                + "to leave them to others, begin with 'dotnet autogen revision --autogenerate'.");
    }

    /// <summary>With <c>--from-ef</c> there must be a history, and nothing pending in it.</summary>
    public static void RequireHistory(ProjectSession session, EfHistory? history, string? defaultSchema)
    {
        if (history is null)
        {
            throw new AutogenException(
                ErrorCode.EfHistoryUnusable,
                "The database has no history of EF Core's migrations: "
                    + $"the context keeps it in '{EfHistory.NameOf(session.Context, defaultSchema)}', and there is no such table. "
                    + "Run adopt without --from-ef, "
                + "or name the table as it is, with MigrationsHistoryTable in the context's options.");
        }

        if (history.Pending is { Count: > 0 } pending)
        {
            throw new AutogenException(
                ErrorCode.EfHistoryUnusable,
                $"{pending.Count} of EF Core's migrations {(pending.Count == 1 ? "is" : "are")} not applied to this database: "
                    + $"{string.Join(", ", pending)}. Apply {(pending.Count == 1 ? "it" : "them")} with "
                + "'dotnet ef database update' first; what they would change is else found as a difference to the model, "
                + "if you run adopt without --from-ef.");
        }
    }

    /// <summary>The base revision must run.</summary>
    public static void RequireRunning(string? failure)
    {
        if (failure is null)
            return;
        throw new AutogenException(
            ErrorCode.BaseRevisionFails,
            $"The base revision does not run on an empty database, and nothing was written: {failure}\n"
                + "Leave the table to others with 'excludeTables' in autogen.json; or write the revision all the same, "
            + "with --no-verify, and add to it by hand what is missing.");
    }

    private static AutogenException Refused(string message) => new(ErrorCode.NotAdoptable, message);
}
