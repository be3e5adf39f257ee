using System.Globalization;
using Autogen.Commands;
using Autogen.Design.Adopting;
using Autogen.Host.Session;
using Autogen.Messages;
using Autogen.Schema.Objects;

namespace Autogen.Host.Commands;

/// <summary>What a person should know who takes a database over: on the terminal, and in the base revision's documentation.</summary>
internal static class AdoptionNotes
{
    /// <summary>Alembic's own name for its version table.</summary>
    public const string AlembicTable = "alembic_version";

    /// <summary>The lines below the message.</summary>
    public static IReadOnlyList<string> Remarks(AdoptionPlan plan, EfHistory? history)
    {
        var lines = new List<string>
        {
            "What was there when the database was taken over.", "An empty database becomes it by this revision."
        };
        if (plan.Required.Count > 0)
            lines.Add($"It needs tables of others: {Names(plan.Required)}.");
        if (history is not null)
        {
            lines.Add(history.Applied.Count == 0
                ? $"EF Core's migrations had a history, {history.Table}, and nothing in it."
                : $"Applied before by EF Core's migrations ({history.Table}):");
            lines.AddRange(history.Applied.Select(row => $"{OnOneLine(row.Id)} (EF Core {OnOneLine(row.ProductVersion)})"));
        }

        return lines;
    }

    /// <summary>Adds what is to be said on the terminal.</summary>
    public static void Add(
        List<string> notes,
        ProjectSession session,
        AdoptRequest request,
        AdoptionPlan plan,
        DatabaseSchema all,
        EfHistory? history,
        IEnumerable<string> alembic)
    {
        if (plan.Required.Count > 0)
            notes.Add(
                $"The base revision has foreign keys to tables that it does not make: {Names(plan.Required)}. "
                    + "An empty database must have them before; --all-tables takes them over, too, if nothing excludes them.");
        if (plan.Adopted.Tables.SelectMany(table => table.SeedRows).Count() is > 0 and var rows)
            notes.Add(string.Create(
                CultureInfo.InvariantCulture,
                $"The base revision inserts {rows} {(rows == 1 ? "row" : "rows")} of HasData, as {(rows == 1 ? "it is" : "they are")} "
                    + $"here, into an empty database."));
        if (request.Verify
            && session.Dialect.TriesRows
            && plan.Adopted.Tables.Count - plan.Tried.Count is > 0 and var untried)
            notes.Add(string.Create(
                CultureInfo.InvariantCulture,
                $"No row was tried on {untried} of {plan.Adopted.Tables.Count} tables of the copy: "
                    + $"they, or functions that they need, belong to roles with fewer rights than yours, and would run with yours."));
        if (request.AllTables)
            notes.Add(
                "With --all-tables the revisions answer for every table: one that the model does not map is found as removed from now on. "
                    + "Map it, or name it in 'excludeTables' of autogen.json.");
        if (history is not null)
            notes.Add(OfHistory(session, request, history));
        notes.AddRange(alembic);
    }

    /// <summary>The note on a table of Alembic's that is not the version table.</summary>
    public static async Task<IReadOnlyList<string>> AlembicAsync(
        ProjectSession session, DatabaseSchema all, CancellationToken cancellationToken)
    {
        var notes = new List<string>();
        foreach (var table in all.Tables.Where(table => string.Equals(table.Name.Name, AlembicTable, StringComparison.OrdinalIgnoreCase)
            && table.FindColumn("version_num") is not null
            && !IsVersionTable(session, all, table.Name)))
        {
            await using var reading = await session.Dialect.BeginReadingAsync(session.Connection, cancellationToken);
            using var command = session.Connection.CreateCommand();
            command.CommandText = $"SELECT version_num FROM {session.Dialect.Quote(table.Name)} ORDER BY version_num";
            var ids = new List<string>();
            using var reader = await command.ExecuteReaderAsync(cancellationToken);
            while (await reader.ReadAsync(cancellationToken))
                ids.Add(Convert.ToString(reader.GetValue(0), CultureInfo.InvariantCulture) ?? "");
            notes.Add(
                $"Alembic's '{table.Name}' is left alone{(ids.Count == 0 ? "" : $", at {string.Join(", ", ids)}")}: "
                    + $"this tool keeps its own '{session.Project.Settings.VersionTable}'. Drop it once Alembic is given up.");
        }

        return notes;
    }

    private static string OfHistory(ProjectSession session, AdoptRequest request, EfHistory history)
    {
        var count = $"{history.Applied.Count} applied {(history.Applied.Count == 1 ? "migration" : "migrations")}";
        var unknown = history.Pending is null ? " The migrations themselves were not found, so whether some are pending is not known." : "";
        if (request.FromEf)
            return $"EF Core's history '{history.Table}' has {count}: written into '{session.Project.Settings.LogTable}' and into the "
                + $"revision's comment. The table itself is left alone.{unknown}";
        var pending = history.Pending is { Count: > 0 } open ? $", and {string.Join(", ", open)} not applied" : "";
        return $"EF Core's history '{history.Table}' is there, with {count}{pending}; it is left alone. "
            + $"With --from-ef they would be written into '{session.Project.Settings.LogTable}' and into the revision's comment.{unknown}";
    }

    private static bool IsVersionTable(ProjectSession session, DatabaseSchema all, ObjectName name)
        => string.Equals(name.Name, session.Project.Settings.VersionTable, StringComparison.Ordinal)
            && string.Equals(
                name.Schema ?? all.DefaultSchema.Value,
                session.Project.Settings.VersionTableSchema ?? all.DefaultSchema.Value,
                StringComparison.Ordinal);

    private static string Names(IEnumerable<Table> tables) => string.Join(", ", tables.Select(table => table.Name.ToString()));

    private static string OnOneLine(string text) => text.ReplaceLineEndings(" ");
}
